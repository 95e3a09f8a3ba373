import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { SharePointError } from '../model/sharePointError.ts';

/** One request inside a `$batch`. */
export interface BatchPart {
  readonly method: string;
  /** Absolute, or relative to the host or to the batch. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface BatchPartAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As PnP Core caps them, and as recordings show to be accepted. */
const maximumOfParts = 100;

/** Reads a `multipart/mixed` body: GETs outside, writes inside change sets; CRLF or LF. */
export function readBatch(contentType: string | undefined, body: string): BatchPart[] {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw badBatch("The content type of a batch is 'multipart/mixed' with a boundary.");
  const parts = partsOf(body.replaceAll('\r\n', '\n'), boundary);
  if (parts.length > maximumOfParts) throw badBatch(`The batch has more than ${maximumOfParts} requests.`);
  return parts;
}

/** Requests, and those inside change sets; a change set holds no other. */
function partsOf(body: string, boundary: string, insideChangeSet = false): BatchPart[] {
  return sections(body, boundary).flatMap((section) => {
    const { headers, rest } = headersOf(section);
    const inner = boundaryOf(headers['content-type']);
    if (inner === undefined) return [requestOf(rest)];
    if (insideChangeSet) throw badBatch('A change set cannot be nested in another one.');
    return partsOf(rest, inner, true);
  });
}

function sections(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  return (end < 0 ? pieces : pieces.slice(0, end)).map((piece) => piece.replace(/^[ \t]*\n/, ''));
}

function requestOf(text: string): BatchPart {
  const [line = '', ...others] = text.replace(/^\n+/, '').split('\n');
  // Addresses with blanks in them are no good HTTP, but they are sent.
  const [, method, url] = /^(\S+)\s+(\S.*?)(?:\s+HTTP\/\d[\d.]*)?\s*$/.exec(line) ?? [];
  if (method === undefined || url === undefined) throw badBatch('A part of the batch has no request line.');
  const { headers, rest } = headersOf(others.join('\n'));
  return { method: method.toUpperCase(), url, headers, body: rest.replace(/\n+$/, '') };
}

function headersOf(text: string): { headers: Record<string, string>; rest: string } {
  const headers: Record<string, string> = {};
  const lines = text.split('\n');
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') break;
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, rest: lines.slice(at + 1).join('\n') };
}

function boundaryOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || !/^multipart\/mixed/i.test(contentType)) return undefined;
  return /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
}

/** Writes the answers in the order of the requests, without change sets. Recorded: exemplar "batch-error-404". */
export function writeBatch(answers: readonly BatchPartAnswer[]): { contentType: string; body: string } {
  const boundary = `batchresponse_${randomUUID()}`;
  const parts = answers.map(({ status, headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name.toUpperCase()}: ${value}\r\n`).join('');
    return `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n${body}\r\n`;
  });
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

function badBatch(message: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException', message);
}
