import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { SharePointError } from '../model/sharePointError.ts';
import { speaksOData4 } from '../odata/format.ts';
import { writeError } from '../odata/writeError.ts';
import { downloadAttachment } from '../attachments/downloadAttachment.ts';
import { download } from '../files/download.ts';
import { foreignRequest } from '../page/foreignRequest.ts';
import { pageRoutes } from '../page/pageRoutes.ts';
import { photo } from '../people/photo.ts';
import type { Session } from '../session.ts';
import { webAround, type Web } from '../sites/web.ts';
import type { BatchPart, BatchPartAnswer } from './batch/batchPart.ts';
import { readBatch } from './batch/readBatch.ts';
import { runBatch } from './batch/runBatch.ts';
import { writeBatch } from './batch/writeBatch.ts';
import { tooLong, unreadable } from './addressLimits.ts';
import { Faults, type Fault } from './faults.ts';
import { bodyOf, send, serviceHeaders } from './httpAnswer.ts';
import { whoAsks } from './identity.ts';
import { localRoutes } from './localRoutes.ts';
import type { OpenPages } from './openPages.ts';
import { RequestDigests } from './requestDigest.ts';
import { RequestLog } from './requestLog.ts';
import { RestService } from './restService.ts';
import { rootResource } from './rootResource.ts';
import { sessionOf } from './session.ts';

interface Outcome { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer; readonly parts?: readonly string[] }

/** The HTTP side: who asks, what for, and what goes wrong on purpose. */
export class SharePointServer {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #faults = new Faults();
  readonly #log = new RequestLog();
  readonly #digests = new RequestDigests();
  readonly #service: RestService;
  readonly #pages: OpenPages | undefined;
  readonly http: Server;

  /** `pages`: given in development, when open pages shall reload after a package was installed. */
  constructor(database: DatabaseSync, now: () => Date = () => new Date(), pages?: OpenPages) {
    this.#database = database;
    this.#now = now;
    this.#pages = pages;
    this.#service = new RestService(database, rootResource(this.#digests));
    this.http = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
      this.#handle(request, response).catch((failure: unknown) => {
        const { status, headers, body } = writeError(failure, headersOf(request));
        if (!response.headersSent) send(request, response, status, headers, body);
      });
    });
    this.http.on('clientError', (failure: NodeJS.ErrnoException, socket) => {
      if (socket.writable) socket.end(unreadable(failure));
      else socket.destroy();
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    const foreign = foreignRequest(request);
    if (foreign !== undefined) {
      send(request, response, 403, { 'Content-Type': 'text/plain; charset=utf-8' }, `${foreign}\n`);
      return;
    }
    if (url.pathname.startsWith('/_local') && await localRoutes(url, request, response, { database: this.#database, faults: this.#faults, log: this.#log, pages: this.#pages })) return;
    const found = webAround(this.#database, url.pathname);
    const api = found && apiAddress(url.pathname.slice(found.url.length));
    if (found && api !== undefined) return this.#rest(found, api + url.search, request, response);
    if (/^(\/sites(\/[^/]+)+)?\/_layouts\/15\/userphoto\.aspx$/i.test(url.pathname)) {
      const answer = photo(url, { database: this.#database }, request.headers);
      send(request, response, answer.status, answer.headers, answer.body);
      return;
    }
    if (await pageRoutes(url, request, response, {
      database: this.#database, session: found && (() => this.#session(found, request)), webUrl: found?.url, digest: ({ webId, user }) => this.#digests.issue(webId, user.id, this.#now()), reloads: this.#pages !== undefined,
    })) return;
    if (found && download(url, request, response, () => this.#session(found, request))) return;
    if (found && downloadAttachment(url, request, response, () => this.#session(found, request))) return;
    if (api === undefined && /^\/_api\//i.test(url.pathname)) {
      const { status, headers, body } = writeError(new SharePointError(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', 'There is no root site here: its REST service is under /sites/<name>/_api.'), headersOf(request));
      send(request, response, status, headers, body);
      return;
    }
    send(request, response, 404, { 'Content-Type': 'text/plain; charset=utf-8' }, `404 FILE NOT FOUND: there is nothing at ${url.pathname}. The intranet is at /sites/intranet.\n`);
  }

  async #rest(web: Web, address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const method = request.method ?? 'GET';
    const path = request.url ?? '';
    let user = '';
    let fault: Fault | undefined;
    let outcome: Outcome;
    try {
      const body = await bodyOf(request);
      user = whoAsks(this.#database, web.rootWebId, request.headers).email;
      fault = this.#faults.take({ method, path, user }, false);
      if (fault?.delayMs !== undefined) await wait(fault.delayMs);
      // A session is made when its request is dealt with: what it knows of lists must not be older than that.
      outcome = fault?.status === undefined ? this.#answer(web, this.#session(web, request), method, address, request, body) : broken(fault);
    } catch (failure) {
      outcome = writeError(failure, headersOf(request));
    }
    const milliseconds = performance.now() - started;
    const bytes = Buffer.byteLength(outcome.body);
    this.#log.add({ method, path, status: outcome.status, bytes, milliseconds: Math.round(milliseconds * 10) / 10, user, ...(outcome.parts ? { parts: outcome.parts } : {}) });
    if (fault?.lose === true) request.socket.destroy();
    else send(request, response, outcome.status, { ...serviceHeaders(milliseconds, speaksOData4(headersOf(request))), ...outcome.headers }, outcome.body);
  }

  #answer(web: Web, session: Session, method: string, address: string, request: IncomingMessage, body: Buffer): Outcome {
    const webUrl = `http://${request.headers.host ?? 'localhost'}${web.url}`;
    const refused = tooLong(request.url ?? '');
    if (refused) return refused;
    const isContextInfo = /^contextinfo\/?(\?|$)/i.test(address);
    if (/^(POST|PUT|PATCH|MERGE|DELETE)$/.test(method) && !isContextInfo && request.headers.authorization === undefined) {
      this.#digests.check(header(request, 'x-requestdigest'), session.webId, session.user.id, this.#now());
    }
    if (/^\$batch\/?(\?|$)/i.test(address)) return this.#batch(web, session, webUrl, request, body);
    return this.#service.answer({ method, address, headers: headersOf(request), body }, session, webUrl);
  }

  #batch(web: Web, session: Session, webUrl: string, request: IncomingMessage, body: Buffer): Outcome {
    const parts = readBatch(header(request, 'content-type'), body, speaksOData4(headersOf(request)));
    const answers = this.#service.batched(() => runBatch(parts, (part) => this.#part(web, session, webUrl, part)));
    const { contentType, body: written } = writeBatch(answers);
    return { status: 200, headers: { 'Content-Type': contentType }, body: written, parts: parts.map((part) => `${part.method} ${part.url}`) };
  }

  #part(web: Web, session: Session, webUrl: string, part: BatchPart): BatchPartAnswer {
    const fault = this.#faults.take({ method: part.method, path: part.url, user: session.user.email }, true);
    if (fault?.status !== undefined) return text(broken(fault));
    if (!URL.canParse(part.url, `${webUrl}/_api/`)) return text(writeError(badAddress(), part.headers));
    const url = new URL(part.url, `${webUrl}/_api/`);
    const address = url.pathname.toLowerCase().startsWith(`${web.url.toLowerCase()}/`) ? apiAddress(url.pathname.slice(web.url.length)) : undefined;
    if (address === undefined) return text(writeError(new SharePointError(400, '-2147024809, System.ArgumentException', 'Server relative urls must start with SPWeb.ServerRelativeUrl'), part.headers));
    return text(this.#service.answer({ method: part.method, address: address + url.search, headers: part.headers, body: Buffer.from(part.body) }, session, webUrl));
  }

  #session(web: Web, request: IncomingMessage): Session {
    return sessionOf(this.#database, web, whoAsks(this.#database, web.rootWebId, request.headers), this.#now);
  }
}

/** The address asked for. Refuses one, or a host, that cannot be read. */
function addressOf(request: IncomingMessage): URL {
  const host = request.headers.host ?? 'localhost';
  const path = request.url ?? '/';
  const address = path.startsWith('/') ? `http://${host}${path}` : path;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(address)) throw badAddress();
  return new URL(address);
}

function badAddress(): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', 'The address of the request cannot be read.');
}

/** What follows `_api/` (or its old name `_vti_bin/client.svc/`). */
function apiAddress(path: string): string | undefined {
  return /^\/(?:_api|_vti_bin\/client\.svc)(?:\/(.*))?$/is.exec(path)?.slice(1).map((address) => address ?? '')[0];
}

function broken(fault: Fault): Outcome {
  const status = fault.status ?? 500;
  return {
    status, headers: { 'CONTENT-TYPE': 'text/html; charset=utf-8', ...(fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }) },
    body: status === 429 ? '<html><body><h1>429 TOO MANY REQUESTS</h1></body></html>' : status === 503 ? 'The server is busy now. Try again later.' : 'Something went wrong.',
  };
}

function text({ status, headers, body }: Outcome): BatchPartAnswer {
  return { status, headers, body: String(body) };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function headersOf(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
}
