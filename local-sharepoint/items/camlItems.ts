import type { ListSchema } from '../model/list.ts';
import { parseView } from '../caml/parseView.ts';
import { both, folderScope } from '../files/scope.ts';
import { bodyProperties } from '../routing/arguments.ts';
import { wrongArgument } from '../model/refusals.ts';
import { pagePlace } from '../query/pageToken.ts';
import { runQuery } from '../query/runQuery.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import { rowEntity } from './itemEntity.ts';
import { selectionOf } from './selection.ts';

const largestPage = 5000;

/**
 * `GetItems` with `{query: {ViewXml, ListItemCollectionPosition: {PagingInfo}, FolderServerRelativeUrl}}`: without a row limit all items, as CSOM has it.
 * `ViewFields` do not change which properties come: `$select` does (remembered).
 */
export function camlItems(list: ListSchema, request: ResourceRequest): Answer {
  const query = camlQuery(request);
  const xml = textAt(query, 'ViewXml') ?? '';
  const view = parseView(xml, list, request.session);
  const where = both(view.where, folderScope(list, xml, textAt(query, 'FolderServerRelativeUrl'), request.session));
  const selection = selectionOf(list, request);
  const place = pagePlace(textAt(query['ListItemCollectionPosition'], 'PagingInfo'), view.order);
  const limit = view.rowLimit === undefined ? undefined : Math.min(view.rowLimit, largestPage);
  const { rows } = runQuery(list, request.session, { where, order: view.order, limit, after: place, lookupsRead: selection.lookups });
  return { kind: 'collection', entities: rows.map((row) => rowEntity(list, row, selection)) };
}

function camlQuery(request: ResourceRequest): Readonly<Record<string, unknown>> {
  const query = bodyProperties(request)['query'];
  if (typeof query !== 'object' || query === null || Array.isArray(query)) throw wrongArgument();
  return query as Record<string, unknown>;
}

function textAt(of: unknown, name: string): string | undefined {
  const value = typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
