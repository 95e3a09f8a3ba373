import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { Clock, clockOf, setClock } from '../model/clock.ts';
import { settled } from '../model/mustWait.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { speaksOData4 } from '../odata/format.ts';
import { writeError } from '../odata/writeError.ts';
import { downloadAttachment } from '../attachments/downloadAttachment.ts';
import { download } from '../files/download.ts';
import { foreignRequest } from '../page/foreignRequest.ts';
import { pageRoutes } from '../page/pageRoutes.ts';
import { photo } from '../people/photo.ts';
import type { Session } from '../session.ts';
import { pathBelow, webAround, type Web } from '../sites/web.ts';
import { Deliveries } from '../subscriptions/deliveries.ts';
import type { BatchPart, BatchPartAnswer } from './batch/batchPart.ts';
import { readBatch } from './batch/readBatch.ts';
import { runBatch } from './batch/runBatch.ts';
import { writeBatch } from './batch/writeBatch.ts';
import { tooLong, unreadable } from './addressLimits.ts';
import type { Fault } from './faults/fault.ts';
import { Faults } from './faults/faults.ts';
import { refusalOf, spoilt, tooManyRequests } from './faults/strike.ts';
import { bodyOf, send, serviceHeaders } from './httpAnswer.ts';
import { whoAsks } from './identity.ts';
import { localRoutes } from './localRoutes.ts';
import type { OpenPages } from './openPages.ts';
import { Quotas } from './quota/quotas.ts';
import { RequestDigests } from './requestDigest.ts';
import { RequestLog } from './requestLog.ts';
import { RestService } from './restService.ts';
import { rootResource } from './rootResource.ts';
import { publishDuePages } from '../sitePages/schedule.ts';
import { sessionOf } from './session.ts';

interface Outcome { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer; readonly parts?: readonly string[] }

/** The HTTP side: who asks, what for, and what goes wrong on purpose. */
export class SharePointServer {
  readonly #database: DatabaseSync;
  readonly #now: () => Date;
  readonly #faults: Faults;
  readonly quotas: Quotas;
  readonly #deliveries: Deliveries;
  readonly #log = new RequestLog();
  readonly #digests = new RequestDigests();
  readonly #service: RestService;
  readonly #pages: OpenPages | undefined;
  readonly http: Server;

  /** `now`: given by tests. `pages`: given in development, when open pages shall reload after a package was installed. */
  constructor(database: DatabaseSync, now?: () => Date, pages?: OpenPages) {
    this.#database = database;
    if (now) setClock(database, new Clock(() => now().getTime()));
    const clock = clockOf(database);
    this.#now = () => clock.now();
    this.#faults = new Faults(this.#now);
    this.quotas = new Quotas(this.#now);
    this.#deliveries = new Deliveries(database);
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
    this.http.on('close', () => { this.#deliveries.stop(); });
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    const foreign = foreignRequest(request);
    if (foreign !== undefined) {
      send(request, response, 403, { 'Content-Type': 'text/plain; charset=utf-8' }, `${foreign}\n`);
      return;
    }
    if (url.pathname.startsWith('/_local') && await localRoutes(url, request, response, { database: this.#database, faults: this.#faults, quotas: this.quotas, log: this.#log, pages: this.#pages })) return;
    const found = webAround(this.#database, url.pathname);
    const api = found && apiAddress(pathBelow(found, url.pathname) ?? '');
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
      const asked = { method, path, user, body: () => body.toString('utf8') };
      const { retryAfter, headers } = this.quotas.take(asked);
      fault = this.#faults.take(asked, false);
      if (fault?.delayMs !== undefined) await wait(fault.delayMs);
      // A session is made when its request is dealt with: what it knows of lists must not be older than that.
      const waited = new Map<string, boolean>();
      const answer = (): Outcome => retryAfter === undefined ? this.#answer(web, this.#session(web, request, waited), method, address, request, body) : tooManyRequests(retryAfter);
      outcome = fault?.cut === 'before' ? unanswered : await settled(() => struck(fault, answer, headersOf(request)));
      outcome = { ...outcome, headers: { ...headers, ...outcome.headers } };
    } catch (failure) {
      outcome = writeError(failure, headersOf(request));
    }
    if (method !== 'GET' && method !== 'HEAD') this.#deliveries.wake();
    const milliseconds = performance.now() - started;
    const bytes = Buffer.byteLength(outcome.body);
    this.#log.add({ method, path, status: outcome.status, bytes, milliseconds: Math.round(milliseconds * 10) / 10, user, ...(outcome.parts ? { parts: outcome.parts } : {}) });
    if (fault?.cut !== undefined) request.socket.destroy();
    else send(request, response, outcome.status, { ...serviceHeaders(milliseconds, speaksOData4(headersOf(request)), this.#now()), ...outcome.headers }, outcome.body);
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
    const fault = this.#faults.take({ method: part.method, path: part.url, user: session.user.email, body: () => part.body }, true);
    return text(struck(fault, () => this.#partAnswer(web, session, webUrl, part), part.headers));
  }

  #partAnswer(web: Web, session: Session, webUrl: string, part: BatchPart): Outcome {
    if (!URL.canParse(part.url, `${webUrl}/_api/`)) return writeError(badAddress(), part.headers);
    const url = new URL(part.url, `${webUrl}/_api/`);
    const address = apiAddress(pathBelow(web, url.pathname) ?? '');
    if (address === undefined) return writeError(new SharePointError(400, '-2147024809, System.ArgumentException', 'Server relative urls must start with SPWeb.ServerRelativeUrl'), part.headers);
    return this.#service.answer({ method: part.method, address: address + url.search, headers: part.headers, body: Buffer.from(part.body) }, session, webUrl);
  }

  #session(web: Web, request: IncomingMessage, waited?: Map<string, boolean>): Session {
    const session = sessionOf(this.#database, web, whoAsks(this.#database, web.rootWebId, request.headers), this.#now, waited);
    publishDuePages(this.#database, session, (id) => {
      const user = session.directory.user(id);
      return user && sessionOf(this.#database, web, user, this.#now);
    });
    return session;
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

/** For the log alone: the connection was cut before anything was done. */
const unanswered: Outcome = { status: 0, headers: {}, body: '' };

/** An answer as a fault leaves it. */
function struck(fault: Fault | undefined, answer: () => Outcome, asked: Readonly<Record<string, string | undefined>>): Outcome {
  if (!fault) return answer();
  return fault.status === undefined ? spoilt(answer(), fault) : refusalOf({ ...fault, status: fault.status }, asked);
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
