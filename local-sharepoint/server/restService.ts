import type { DatabaseSync } from 'node:sqlite';
import { forgetCatalogues } from '../lists/listCatalogue.ts';
import { MustWait } from '../model/mustWait.ts';
import { demand } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { writeAnswer, type WrittenAnswer } from '../odata/writeAnswer.ts';
import { writeError } from '../odata/writeError.ts';
import { forgetMasks } from '../permissions/maskCache.ts';
import { parsePath } from '../routing/parsePath.ts';
import type { Resource, ResourceRequest } from '../routing/resource.ts';
import { answerPath } from '../routing/walk.ts';
import type { Session } from '../session.ts';
import { isFileBody } from './fileBody.ts';
import { checkText, jsonBody } from './requestBody.ts';
import { storageRefusal } from './storageRefusal.ts';

/** A REST request, whether it came alone or in a batch. */
export interface RestCall {
  readonly method: string;
  /** What follows `_api/`, with its query, still encoded. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Answers REST calls: each write as one transaction, each refusal in SharePoint's words. */
export class RestService {
  readonly #database: DatabaseSync;
  readonly #root: Resource;
  /** Whether the parts of a batch are being dealt with. */
  #batch = false;

  constructor(database: DatabaseSync, root: Resource) {
    this.#database = database;
    this.#root = root;
  }

  answer(call: RestCall, session: Session, webUrl: string): WrittenAnswer {
    try {
      const request = resourceRequest(call, session, webUrl);
      demand(session.permissions.onWeb(), 'Open');
      const path = parsePath(pathOf(call.address), request.query);
      if (request.method === 'GET') return writeAnswer(answerPath(this.#root, path, request), request);
      return this.#together(() => writeAnswer(answerPath(this.#root, path, request), request));
    } catch (failure) {
      if (failure instanceof MustWait) throw failure;
      // A full disk may take back the whole batch: then no part of it may be answered as done.
      if (this.#batch && !this.#database.isTransaction) throw failure;
      return writeError(storageRefusal(failure), call.headers);
    }
  }

  /** Several calls with one write to disk at the end; each succeeds or fails alone. Throws when they cannot be kept; then none of them is. */
  batched<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    this.#batch = true;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (failure) {
      this.#takeBack('ROLLBACK');
      throw storageRefusal(failure);
    } finally {
      this.#batch = false;
    }
  }

  #together<Result>(work: () => Result): Result {
    this.#database.exec('SAVEPOINT call');
    try {
      const result = work();
      this.#database.exec('RELEASE call');
      return result;
    } catch (failure) {
      this.#takeBack('ROLLBACK TO call; RELEASE call');
      throw failure;
    }
  }

  /** Also what is remembered of the data is forgotten. SQLite has taken everything back itself when the disk failed. */
  #takeBack(how: string): void {
    if (this.#database.isTransaction) this.#database.exec(how);
    forgetCatalogues(this.#database);
    forgetMasks(this.#database);
  }
}

function resourceRequest(call: RestCall, session: Session, webUrl: string): ResourceRequest {
  const search = call.address.includes('?') ? call.address.slice(call.address.indexOf('?') + 1) : '';
  const query = new Map([...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]));
  checkQuery(query);
  return { method: methodOf(call), query, headers: call.headers, json: isFileBody(pathOf(call.address)) ? undefined : jsonBody(call.body, call.headers['content-type']), bytes: call.body, session, webUrl };
}

/** How many navigations `$expand` may name one below the other: each step multiplies what is read. */
const deepestExpand = 4;

function checkQuery(query: ReadonlyMap<string, string>): void {
  for (const value of query.values()) checkText(value);
  if ((query.get('$expand') ?? '').split(',').some((path) => path.split('/').length > deepestExpand)) {
    throw new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The $expand of the request goes deeper than ${deepestExpand} navigations.`);
  }
}

/** POST may stand for MERGE, PUT or DELETE; PATCH is MERGE. */
function methodOf({ method, headers }: RestCall): ResourceRequest['method'] {
  const said = (method === 'POST' ? headers['x-http-method'] ?? method : method).trim().toUpperCase();
  const meant = said === 'PATCH' ? 'MERGE' : said === 'HEAD' ? 'GET' : said;
  if (meant === 'GET' || meant === 'POST' || meant === 'MERGE' || meant === 'PUT' || meant === 'DELETE') return meant;
  throw new SharePointError(405, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The HTTP method '${said}' is not supported.`, { Allow: 'GET, HEAD, POST, PUT, PATCH, MERGE, DELETE' });
}

/** The decoded path; a bad escape or NUL is refused. */
function pathOf(address: string): string {
  try {
    const path = decodeURIComponent(address.split('?')[0] ?? '');
    checkText(path);
    return path;
  } catch (failure) {
    if (!(failure instanceof URIError)) throw failure;
    throw new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', 'The address of the request cannot be read.');
  }
}
