import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is sent of a file, and what tells whether it is still the same. */
export interface Sent { readonly content: Buffer; readonly tag: string; readonly modified: Date; readonly headers: Readonly<Record<string, string>> }

/**
 * Sends a file as RFC 9110 has it: nothing when the client has it already, one range of it, or all of it. `If-Range` makes a range that is of another version the
 * whole file; several ranges at once give the whole file, as a server may.
 */
export function sendContent(request: IncomingMessage, response: ServerResponse, { content, tag, modified, headers: ofFile }: Sent): void {
  const lastModified = modified.toUTCString();
  const headers = { ...ofFile, ETag: tag, 'Last-Modified': lastModified, 'Accept-Ranges': 'bytes' };
  if (isKnown(request, tag, modified)) {
    response.writeHead(304, { ETag: tag, 'Last-Modified': lastModified }).end();
    return;
  }
  const range = mayBeRange(request, tag, lastModified) ? rangeOf(request.headers.range, content.length) : undefined;
  if (range === 'beyond') {
    response.writeHead(416, { 'Content-Range': `bytes */${content.length}` }).end();
    return;
  }
  const body = range ? content.subarray(range.from, range.to + 1) : content;
  response.writeHead(range ? 206 : 200, { ...headers, 'Content-Length': body.length, ...(range ? { 'Content-Range': `bytes ${range.from}-${range.to}/${content.length}` } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** `If-None-Match` is asked before `If-Modified-Since`. */
function isKnown({ headers }: IncomingMessage, tag: string, modified: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && modified.getTime() <= since;
}

function mayBeRange({ headers }: IncomingMessage, tag: string, lastModified: string): boolean {
  const given = headers['if-range'];
  return given === undefined || given === tag || given === lastModified;
}

/** One range, as browsers ask for it, also of so many last bytes; several, or one that cannot be read, give the whole file. */
function rangeOf(header: string | undefined, length: number): { readonly from: number; readonly to: number } | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  return from > to ? 'beyond' : { from, to };
}
