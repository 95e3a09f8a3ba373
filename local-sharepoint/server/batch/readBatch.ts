import type { BatchPart } from './batchPart.ts';
import { badBatch, methodInChangeSet, methodOutsideChangeSet, tooManyBytes, tooManyOperations, tooManyParts } from './batchRefusals.ts';

/** Defaults of Microsoft's OData library, the first and the last seen in SharePoint's refusals: bytes of a batch, parts of it, operations in a change set. */
const mostBytes = 1_048_576;
const mostParts = 100;
const mostOperations = 1000;
const changing: ReadonlySet<string> = new Set(['POST', 'PUT', 'DELETE', 'MERGE', 'PATCH']);

/**
 * Reads a `multipart/mixed` body: GETs outside, writes inside change sets; CRLF or LF. In OData 4, as SPFx sends batches, writes may stand outside, too.
 * A batch that cannot be read is refused as a whole, and nothing of it is done.
 */
export function readBatch(contentType: string | undefined, body: Buffer, newer: boolean): BatchPart[] {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw badBoundary(contentType);
  if (body.length > mostBytes) throw tooManyBytes(body.length, mostBytes);
  const parts = sections(body.toString('utf8').replaceAll('\r\n', '\n'), boundary);
  if (parts.length > mostParts) throw tooManyParts(mostParts);
  return parts.flatMap((section, at) => {
    const { headers, rest } = headersOf(section);
    const inner = boundaryOf(headers['content-type']);
    if (inner !== undefined) return changeSet(rest, inner, at + 1);
    const request = requestOf(rest, headers);
    if (request.method !== 'GET' && !(newer && changing.has(request.method))) throw methodOutsideChangeSet(request.method);
    return [request];
  });
}

/** The writes of a change set; it holds no other, and no reads. */
function changeSet(body: string, boundary: string, number: number): BatchPart[] {
  const found = sections(body, boundary);
  if (found.length > mostOperations) throw tooManyOperations(mostOperations);
  const ids = new Set<string>();
  return found.map((section) => {
    const { headers, rest } = headersOf(section);
    if (boundaryOf(headers['content-type']) !== undefined) throw badBatch('A change set cannot be nested in another one.');
    const request = requestOf(rest, headers);
    if (!changing.has(request.method)) throw methodInChangeSet(request.method);
    const contentId = headers['content-id'] ?? request.headers['content-id'];
    if (contentId === undefined) return { ...request, changeSet: number };
    if (ids.has(contentId)) throw badBatch(`The content ID '${contentId}' was found more than once in the same change set. Content IDs have to be unique across all operations of a change set.`);
    ids.add(contentId);
    return { ...request, changeSet: number, contentId };
  });
}

/** What stands between the boundaries. Like the library, takes one in the middle of a line: the CLI for Microsoft 365 sends such. */
function sections(body: string, boundary: string): string[] {
  const mark = `--${boundary}`;
  const found: string[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const end = /^(--)?[ \t]*(\n|$)/.exec(body.slice(at + mark.length, at + mark.length + 80));
    if (!end) continue;
    if (from >= 0) found.push(body.slice(from, at).replace(/\n$/, ''));
    if (end[1] !== undefined) return found;
    from = at + mark.length + end[0].length;
  }
  if (from >= 0) found.push(body.slice(from));
  return found;
}

function requestOf(text: string, { 'content-type': contentType }: Readonly<Record<string, string>>): BatchPart {
  if (contentType !== undefined && !/^application\/http\b/i.test(contentType)) throw badBatch(`The content type '${contentType}' of a part of the batch is not valid. It must be 'application/http' or 'multipart/mixed'.`);
  const [line = '', ...others] = text.replace(/^\n+/, '').split('\n');
  // Addresses with blanks in them are no good HTTP, but they are sent.
  const [, method, url, version = 'HTTP/1.1'] = /^(\S+)\s+(\S.*?)(?:\s+(HTTP\/\S+))?\s*$/.exec(line) ?? [];
  if (method === undefined || url === undefined) throw badBatch(`The request line '${line.slice(0, 200)}' is not valid. A request line must have the format '<HTTP method> <request URI> HTTP/1.1'.`);
  if (version !== 'HTTP/1.1') throw badBatch(`The HTTP version '${version}' used in a batch operation request or response is not valid. The value must be 'HTTP/1.1'.`);
  const { headers, rest } = headersOf(others.join('\n'));
  return { method: method.toUpperCase(), url, headers, body: rest.replace(/\n+$/, '') };
}

/** Headers up to the first empty line; a line that begins with a blank goes on with the one before. */
function headersOf(text: string): { headers: Record<string, string>; rest: string } {
  const headers: Record<string, string> = {};
  let last: string | undefined;
  let at = 0;
  for (; at < text.length;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    if (line.trim() === '') break;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== undefined) headers[last] += ` ${line.trim()}`;
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      headers[last] = line.slice(colon + 1).trim();
    } else throw badBatch(`The header '${line.slice(0, 200)}' is not valid. A header must have the format '<header name>: <header value>'.`);
  }
  return { headers, rest: text.slice(at) };
}

function boundaryOf(contentType: string | undefined): string | undefined {
  if (contentType === undefined || !/^\s*multipart\/mixed\b/i.test(contentType)) return undefined;
  const found = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^";,\s]+))/i.exec(contentType);
  return found?.[1] ?? found?.[2];
}

function badBoundary(contentType: string | undefined): Error {
  return badBatch(contentType !== undefined && /^\s*multipart\/mixed\b/i.test(contentType)
    ? `The content type '${contentType}' specifies a batch payload; however, the payload either does not include a batch boundary or includes more than one boundary. In OData, batch payload content types must specify exactly one batch boundary in the 'boundary' parameter of the content type.`
    : `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'multipart/mixed' matches the content type '${contentType ?? ''}'.`);
}
