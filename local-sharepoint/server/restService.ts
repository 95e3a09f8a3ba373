import type { DatabaseSync } from 'node:sqlite';
import { forgetCatalogues } from '../lists/listCatalogue.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { writeAnswer, type WrittenAnswer } from '../odata/writeAnswer.ts';
import { writeError } from '../odata/writeError.ts';
import { forgetMasks } from '../permissions/maskCache.ts';
import { parsePath } from '../routing/parsePath.ts';
import type { Resource, ResourceRequest } from '../routing/resource.ts';
import { answerPath } from '../routing/walk.ts';
import type { Session } from '../session.ts';

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

  constructor(database: DatabaseSync, root: Resource) {
    this.#database = database;
    this.#root = root;
  }

  answer(call: RestCall, session: Session, webUrl: string): WrittenAnswer {
    try {
      const request = resourceRequest(call, session, webUrl);
      const path = parsePath(decodeURIComponent(call.address.split('?')[0] ?? ''), request.query);
      if (request.method === 'GET') return writeAnswer(answerPath(this.#root, path, request), request);
      return this.#together(() => writeAnswer(answerPath(this.#root, path, request), request));
    } catch (failure) {
      return writeError(failure instanceof URIError ? badUrl() : failure, call.headers['accept']);
    }
  }

  /** Several calls with one write to disk at the end; each succeeds or fails alone. */
  batched<Result>(work: () => Result): Result {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      return work();
    } finally {
      this.#database.exec('COMMIT');
    }
  }

  #together<Result>(work: () => Result): Result {
    this.#database.exec('SAVEPOINT call');
    try {
      const result = work();
      this.#database.exec('RELEASE call');
      return result;
    } catch (failure) {
      this.#database.exec('ROLLBACK TO call; RELEASE call');
      forgetCatalogues(this.#database);
      forgetMasks(this.#database);
      throw failure;
    }
  }
}

function resourceRequest(call: RestCall, session: Session, webUrl: string): ResourceRequest {
  const search = call.address.includes('?') ? call.address.slice(call.address.indexOf('?') + 1) : '';
  const query = new Map([...new URLSearchParams(search)].map(([name, value]) => [name.toLowerCase(), value]));
  return { method: methodOf(call), query, headers: call.headers, json: jsonOf(call), bytes: call.body, session, webUrl };
}

/** POST may stand for MERGE, PUT or DELETE; PATCH is MERGE. */
function methodOf({ method, headers }: RestCall): ResourceRequest['method'] {
  const said = (method === 'POST' ? headers['x-http-method'] ?? method : method).toUpperCase();
  const meant = said === 'PATCH' ? 'MERGE' : said === 'HEAD' ? 'GET' : said;
  if (meant === 'GET' || meant === 'POST' || meant === 'MERGE' || meant === 'PUT' || meant === 'DELETE') return meant;
  throw new SharePointError(405, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The HTTP method '${said}' is not supported.`);
}

function jsonOf({ body, headers }: RestCall): unknown {
  if (body.length === 0 || (headers['content-type'] !== undefined && !/json/i.test(headers['content-type']))) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', 'Invalid JSON. The body of the request cannot be read.');
  }
}

function badUrl(): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', 'The address of the request cannot be read.');
}
