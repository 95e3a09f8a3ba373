import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessDenied } from '../model/refusals.ts';
import { grants } from '../model/basePermissions.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { Session } from '../session.ts';
import { readContent } from './contents.ts';
import { fileEtag } from './fileEntity.ts';
import { fileAt, type Placed } from './place.ts';

/** What a browser may show by itself. Everything else is saved: no uploaded file may run script among the site's pages. */
const shown: Readonly<Record<string, string>> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', ico: 'image/x-icon', txt: 'text/plain; charset=utf-8', pdf: 'application/pdf',
  mp4: 'video/mp4', webm: 'video/webm', mp3: 'audio/mpeg', wav: 'audio/wav',
};
/** Pictures that may hold script are shown within a page, never as one. */
const saved: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml', csv: 'text/csv', zip: 'application/zip', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** A file at its own address under the site, whole or a range of it. Answers false when no file is there. */
export function download(url: URL, request: IncomingMessage, response: ServerResponse, session: () => Session): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const who = session();
  const file = fileOf(url, who);
  if (!file) return false;
  if (!grants(who.permissions.onItem(file.list, file.row._scope), 'OpenItems')) throw accessDenied();
  const content = readContent(who.database, file.list, file.row.ID);
  const tag = fileEtag(file);
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, { ETag: tag }).end();
    return true;
  }
  const range = rangeOf(request.headers.range, content.length);
  const headers = { ...headersOf(String(file.row['FileLeafRef'])), ETag: tag, 'Last-Modified': new Date(String(file.row['Modified'])).toUTCString(), 'Accept-Ranges': 'bytes' };
  if (range === 'beyond') {
    response.writeHead(416, { 'Content-Range': `bytes */${content.length}` }).end();
    return true;
  }
  const body = range ? content.subarray(range.from, range.to + 1) : content;
  response.writeHead(range ? 206 : 200, { ...headers, 'Content-Length': body.length, ...(range ? { 'Content-Range': `bytes ${range.from}-${range.to}/${content.length}` } : {}) });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}

function fileOf(url: URL, session: Session): Placed | undefined {
  try {
    return fileAt(decodeURIComponent(url.pathname), session);
  } catch (failure) {
    if (failure instanceof URIError || failure instanceof SharePointError) return undefined;
    throw failure;
  }
}

/** One range, as browsers ask for it; several, or one that cannot be read, give the whole file. */
function rangeOf(header: string | undefined, length: number): { readonly from: number; readonly to: number } | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  return from > to ? 'beyond' : { from, to };
}

/** With which headers a file of this name is sent. */
export function headersOf(name: string): Record<string, string> {
  const extension = name.split('.').pop()?.toLowerCase() ?? '';
  const asPage = Object.hasOwn(shown, extension);
  return {
    'Content-Type': (asPage ? shown : saved)[extension] ?? 'application/octet-stream', 'Cache-Control': 'private, max-age=0, must-revalidate', 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': extension === 'pdf' ? "default-src 'self'; script-src 'none'" : "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...(asPage ? {} : { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`, 'X-Download-Options': 'noopen' }),
  };
}
