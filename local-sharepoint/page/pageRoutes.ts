import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { unescaped } from '../model/unescaped.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { assetsUrl, installedComponents, installedPackages } from '../packages/appCatalog.ts';
import { send } from '../server/httpAnswer.ts';
import { actAsCookie } from '../server/identity.ts';
import type { Session } from '../session.ts';
import { locales, pageContextInfo } from './pageContextInfo.ts';
import { errorPage, pageHtml, scriptPolicy } from './pageHtml.ts';
import { onThisRuntime, reactFile, runtimeFile, runtimeManifests } from './runtime.ts';
import { pageThumbnail } from './pageThumbnail.ts';
import { pageScript } from './scripts.ts';
import { navigation, sitePage } from './sitePages.ts';
import { pageStyles } from './styles.ts';

export interface PageContext {
  readonly database: DatabaseSync;
  /** The session of who asks, when the address is of a site. */
  readonly session: (() => Session) | undefined;
  /** Server-relative, of the web around the address. */
  readonly webUrl: string | undefined;
  /** A form digest for who asks. */
  digest(session: Session): string;
  /** Whether open pages reload when a package is installed. */
  readonly reloads: boolean;
}

interface Reply { readonly status: number; readonly type: string; readonly body: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> }

/** The cookie of the page's language. */
const languageCookie = 'PageLanguage';
const html = 'text/html; charset=utf-8';
const aDay = { 'Cache-Control': 'public, max-age=86400' };

/** Pages, their scripts and the packages' assets. Answers false for an address that is none of these. */
export async function pageRoutes(url: URL, request: IncomingMessage, response: ServerResponse, context: PageContext): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = unescaped(url.pathname);
  const reply = path === undefined ? undefined : await replyTo(path, url, request, context);
  if (!reply) return false;
  send(request, response, reply.status, { 'Content-Type': reply.type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...reply.headers }, reply.body);
  return true;
}

async function replyTo(path: string, url: URL, request: IncomingMessage, context: PageContext): Promise<Reply | undefined> {
  const inWeb = context.webUrl !== undefined && `${path}/`.toLowerCase().startsWith(`${context.webUrl}/`.toLowerCase()) ? path.slice(context.webUrl.length) : undefined;
  if (path === '/' || inWeb === '' || inWeb === '/') return redirect(`${inWeb === undefined ? '/sites/intranet' : context.webUrl ?? ''}/SitePages/Home.aspx${url.search}`);
  if (path.startsWith('/_local/spfx/')) return script(runtimeFile(path.slice('/_local/spfx/'.length)), aDay);
  if (path === '/_local/page/page.css') return { status: 200, type: 'text/css; charset=utf-8', body: pageStyles() };
  const own = /^\/_local\/page\/([\w-]+)(?:\.js)?$/.exec(path)?.[1];
  if (own === 'react' || own === 'react-dom') return script(reactFile(own), aDay);
  if (own === 'reload') return script(reloadWhenInstalled);
  if (own !== undefined) return script(await pageScript(own));
  if (/^(\/sites\/.+)?\/_layouts\/15\/images\/sitepagethumbnail\.png$/i.test(path)) return { status: 200, type: 'image/png', body: pageThumbnail, headers: aDay };
  if (path === '/favicon.ico') return { status: 200, type: 'image/svg+xml', body: favicon, headers: aDay };
  const page = /^\/SitePages\/([^/]+\.aspx)$/i.exec(inWeb ?? '')?.[1];
  return page !== undefined && context.session ? pageReply(page, url, request, context.session, context) : packageAsset(context.database, path);
}

function pageReply(file: string, url: URL, request: IncomingMessage, sessionOf: () => Session, context: PageContext): Reply {
  let session: Session;
  try {
    session = sessionOf();
  } catch (failure) {
    if (!(failure instanceof SharePointError) || failure.status !== 401 || request.headers.authorization !== undefined) throw failure;
    // Somebody who is gone, remembered by the browser: go on as the site owner.
    return redirect(url.pathname + url.search, { 'Set-Cookie': `${actAsCookie}=; Path=/; Max-Age=0; SameSite=Strict` });
  }
  const page = sitePage(session, file);
  const home = `${session.siteUrl}/SitePages/Home.aspx`;
  if (page === undefined) return { status: 404, type: html, body: errorPage('Not found', `There is no page ${file} on this site.`, home) };
  if (page === 'denied') return { status: 403, type: html, body: errorPage('You need permission', 'The owner of this site can let you see this page.', home) };
  const origin = `http://${request.headers.host ?? 'localhost'}`;
  const locale = localeOf(request);
  const nonce = randomBytes(16).toString('base64');
  const body = pageHtml({
    page, navigation: navigation(session, page.file), locale, nonce, reloads: context.reloads,
    context: pageContextInfo(session, origin, { url: url.pathname, itemId: page.id, listId: page.list.id }, locale, context.digest(session)),
    manifests: [...runtimeManifests(origin), ...installedComponents(session.database, origin).map(({ manifest }) => onThisRuntime(manifest))],
  });
  return { status: 200, type: html, body, headers: { 'Content-Security-Policy': scriptPolicy(nonce) } };
}

function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 302, type: 'text/plain', body: '', headers: { Location: location, ...headers } };
}

function script(body: string | Uint8Array | undefined, headers: Readonly<Record<string, string>> = {}): Reply {
  return body === undefined ? { status: 404, type: 'text/plain', body: 'There is no such script.' } : { status: 200, type: 'text/javascript; charset=utf-8', body, headers };
}

function localeOf(request: IncomingMessage): string {
  const wanted = new RegExp(`${languageCookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1];
  return locales.find((locale) => locale === wanted) ?? 'en-US';
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8', json: 'application/json', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif',
  woff: 'font/woff', woff2: 'font/woff2',
};

function packageAsset(database: DatabaseSync, path: string): Reply | undefined {
  for (const { file, assets } of installedPackages(database)) {
    const folder = decodeURIComponent(assetsUrl(file));
    const body = path.startsWith(folder) ? assets.get(path.slice(folder.length)) : undefined;
    if (body) return { status: 200, type: types[path.split('.').pop() ?? ''] ?? 'application/octet-stream', body, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } };
  }
  return undefined;
}

const reloadWhenInstalled = "new EventSource('/_local/events').addEventListener('installed', () => location.reload());";
const favicon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0f6cbd"/></svg>';
