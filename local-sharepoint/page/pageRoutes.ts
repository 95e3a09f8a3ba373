import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { assetsUrl, installedComponents, installedPackages } from '../packages/appCatalog.ts';
import { one } from '../people/prepared.ts';
import { send } from '../server/httpAnswer.ts';
import type { Session } from '../session.ts';
import { errorPage, pageHtml } from './pageHtml.ts';
import { locales, pageContextInfo } from './pageContextInfo.ts';
import { reactFile, runtimeFile, runtimeManifests } from './runtime.ts';
import { pageScript } from './scripts.ts';

export interface PageContext {
  readonly database: DatabaseSync;
  /** The session of who asks, when the address is of a site. */
  readonly session: (() => Session) | undefined;
  /** A form digest for who asks. */
  digest(session: Session): string;
}

/** The cookie of the page's language. */
const languageCookie = 'PageLanguage';
const forever = 'public, max-age=31536000, immutable';

/** Pages, their scripts and the packages' assets. Answers false for an address that is none of these. */
export async function pageRoutes(url: URL, request: IncomingMessage, response: ServerResponse, context: PageContext): Promise<boolean> {
  const answer = (status: number, type: string, body: string | Uint8Array, caching = 'no-store'): true => {
    send(request, response, status, { 'Content-Type': type, 'Cache-Control': caching, 'X-Content-Type-Options': 'nosniff' }, body);
    return true;
  };
  const script = (body: string | Uint8Array | undefined, caching?: string): true => body === undefined ? answer(404, 'text/plain', 'There is no such script.') : answer(200, 'text/javascript; charset=utf-8', body, caching);
  const path = decodeURIComponent(url.pathname);
  if (path === '/' || /^\/sites\/[^/]+\/?$/i.test(path)) {
    response.writeHead(302, { Location: `${path === '/' ? '/sites/intranet' : path.replace(/\/$/, '')}/SitePages/Home.aspx`, 'Content-Length': 0 });
    response.end();
    return true;
  }
  if (path.startsWith('/_local/spfx/')) return script(runtimeFile(path.slice('/_local/spfx/'.length)), 'public, max-age=86400');
  if (path === '/_local/page/page.css') return answer(200, 'text/css; charset=utf-8', readFileSync(new URL('client/page.css', import.meta.url)));
  const own = /^\/_local\/page\/([\w-]+)(?:\.js)?$/.exec(path)?.[1];
  if (own === 'react' || own === 'react-dom') return script(reactFile(own), 'public, max-age=86400');
  if (own !== undefined) return script(await pageScript(own));
  const asset = packageAsset(context.database, path);
  if (asset) return answer(200, asset.type, asset.content, forever);
  if (path === '/favicon.ico') return answer(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0f6cbd"/></svg>', 'public, max-age=86400');
  const page = /^\/sites\/[^/]+\/SitePages\/([^/]+\.aspx)$/i.exec(path)?.[1];
  if (page === undefined || !context.session) return false;
  return answer(...sitePage(page, url, request, context.session(), context), 'no-store');
}

function sitePage(file: string, url: URL, request: IncomingMessage, session: Session, context: PageContext): [number, string, string] {
  const list = session.lists.byUrl(`${session.siteUrl}/SitePages`);
  const row = list && one<{ ID: number; Title: string | null; CanvasContent1: string | null; GUID: string; _version: number }>(session.database, `SELECT * FROM "${list.table}" WHERE FileLeafRef = ?`, file);
  const type = 'text/html; charset=utf-8';
  if (!list || !row) return [404, type, errorPage(`There is no page ${file} on this site.`, `${session.siteUrl}/SitePages/Home.aspx`)];
  const origin = `http://${request.headers.host ?? 'localhost'}`;
  const locale = localeOf(request);
  const installed = installedComponents(session.database).map(({ manifest }) => ({
    ...manifest, loaderConfig: { ...manifest['loaderConfig'] as object, internalModuleBaseUrls: (manifest['loaderConfig'] as { internalModuleBaseUrls: string[] }).internalModuleBaseUrls.map((base) => origin + base) },
  }));
  return [200, type, pageHtml({
    title: row.Title ?? file, locale, canvas: row.CanvasContent1 ?? '', etag: `"${row.GUID},${row._version}"`,
    context: pageContextInfo(session, origin, { url: url.pathname, itemId: row.ID, listId: list.id }, locale, context.digest(session)), manifests: [...runtimeManifests(origin), ...installed],
  })];
}

function localeOf(request: IncomingMessage): string {
  const wanted = new RegExp(`${languageCookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  return locales.find((locale) => locale === wanted) ?? 'en-US';
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', json: 'application/json', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', woff: 'font/woff', woff2: 'font/woff2' };

function packageAsset(database: DatabaseSync, path: string): { type: string; content: Uint8Array } | undefined {
  for (const { file, assets } of installedPackages(database)) {
    const folder = decodeURIComponent(assetsUrl(file));
    const content = path.startsWith(folder) ? assets.get(path.slice(folder.length)) : undefined;
    if (content) return { type: types[path.split('.').pop() ?? ''] ?? 'application/octet-stream', content };
  }
  return undefined;
}
