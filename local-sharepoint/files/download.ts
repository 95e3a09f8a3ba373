import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessDenied } from '../model/refusals.ts';
import { grants } from '../model/basePermissions.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { Session } from '../session.ts';
import { uiVersion } from '../versions/versionNumber.ts';
import { readContent } from './contents.ts';
import { fileEtag } from './fileEntity.ts';
import { formerVersions } from './fileVersion.ts';
import { fileAt, type Placed } from './place.ts';
import { previewedFile } from './preview.ts';
import { sendContent } from './sendContent.ts';

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

/**
 * A file at its own address under the site, or one of its former versions under `_vti_history/512/…`, or as the preview of a picture: whole, or a range of it. Answers false when no file is there.
 */
export function download(url: URL, request: IncomingMessage, response: ServerResponse, session: () => Session): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const who = session();
  const file = fileOf(url, who);
  if (!file) return false;
  if (!grants(who.permissions.onItem(file.list, file.row._scope), 'OpenItems')) throw accessDenied();
  sendContent(request, response, {
    content: readContent(who.database, file.list, file.row), tag: fileEtag(file), modified: new Date(String(file.row['Modified'])), headers: headersOf(String(file.row['FileLeafRef'])),
  });
  return true;
}

function fileOf(url: URL, session: Session): Placed | undefined {
  try {
    const previewed = previewedFile(url, session);
    if (previewed) return previewed;
    const address = decodeURIComponent(url.pathname);
    const [, before = '', number, name = ''] = /^(.*)\/_vti_history\/(\d{1,9})\/(.+)$/i.exec(address) ?? [];
    return number === undefined ? fileAt(address, session) : formerFile(fileAt(`${before}/${name}`, session), Number(number), session);
  } catch (failure) {
    if (failure instanceof URIError || failure instanceof SharePointError) return undefined;
    throw failure;
  }
}

/** A file as it was in a former version. */
function formerFile(file: Placed, number: number, session: Session): Placed | undefined {
  if (!grants(session.permissions.onItem(file.list, file.row._scope), 'ViewVersions')) return undefined;
  const version = formerVersions(file, session).find((former) => uiVersion(former) === number);
  return version && { list: file.list, row: version };
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
