import type { ListSchema } from '../model/list.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import { changeEntity } from './changeEntity.ts';
import { changeQuery } from './changeQuery.ts';
import type { TokenScope } from './changeToken.ts';
import { readChanges, type ChangesOf } from './readChanges.ts';

/** `web/getchanges`. */
export function webChanges(): Resource {
  return { post: (request) => changes(request, { level: 2, id: request.session.webId }, {}) };
}

/** `site/getchanges`: those of all webs of the site collection. */
export function siteChanges(): Resource {
  return { post: (request) => changes(request, { level: 1, id: webById(request.session.database, request.session.webId).siteId }, { wholeSite: true }) };
}

/** `getchanges` of a list or, with an id, of one item. */
export function listChanges(list: ListSchema, itemId?: number): Resource {
  return { post: (request) => changes(request, { level: 3, id: list.id }, { list, ...(itemId === undefined ? {} : { itemId }) }) };
}

function changes(request: ResourceRequest, scope: TokenScope, of: ChangesOf): Answer {
  const { session } = request;
  const { siteId } = webById(session.database, session.webId);
  const rows = readChanges(of, changeQuery(request, scope), session);
  return { kind: 'collection', entities: rows.map((row) => changeEntity(row, siteId, scope)), type: 'SP.ApiData.Changes' };
}
