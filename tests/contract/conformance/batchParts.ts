import type { Json } from '../sharePoint/rest.ts';

/** One part of an answer to `$batch`. */
export interface Part { readonly status: number; readonly contentType: string; readonly headers: readonly string[]; readonly body: unknown }

/** JSON where a text is JSON, else the text. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function part(text: string): Part {
  const [, http = ''] = text.split(/\r\n\r\n([^]*)/);
  const [head = '', body = ''] = http.split(/\r\n\r\n([^]*)/);
  const [line = '', ...headers] = head.split('\r\n');
  const header = (name: string): string => headers.find((each) => each.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? '';
  return { status: Number(line.split(' ')[1]), contentType: header('content-type'), headers: headers.map((each) => each.split(':')[0]?.toUpperCase() ?? ''), body: asJson(body.trim()) };
}

/** The parts of an answer to `$batch`; undefined if the text is none. */
export function batchParts(text: unknown): Part[] | undefined {
  const boundary = typeof text === 'string' ? /^--(batchresponse_[0-9a-f-]+)\r\n/.exec(text)?.[1] : undefined;
  return boundary === undefined ? undefined : String(text).split(`--${boundary}`).slice(1, -1).map(part);
}

/** The body of a `$batch` request for these requests, and its content type. Changes stand in change sets of their own, as PnP Core sends them. */
export function batchBody(requests: readonly { readonly method: string; readonly url: string; readonly accept: string; readonly body?: string }[]): { body: string; contentType: string } {
  const line = '\r\n';
  const parts = requests.map(({ method, url, accept, body }, at) => {
    const http = [`${method} ${url} HTTP/1.1`, `accept: ${accept}`, ...(body === undefined ? [] : ['content-type: application/json']), '', body ?? '', ''].join(line);
    const head = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary', ''].join(line);
    return method === 'GET' ? [`--batch`, head, http].join(line) : [`--batch`, `Content-Type: multipart/mixed; boundary="set${at}"`, '', `--set${at}`, head, http, `--set${at}--`, ''].join(line);
  });
  return { body: `${parts.join('')}--batch--${line}`, contentType: 'multipart/mixed; boundary=batch' };
}
