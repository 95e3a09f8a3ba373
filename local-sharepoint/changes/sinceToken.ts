import { listCatalogue } from '../lists/listCatalogue.ts';
import { holderOf } from '../lists/fieldHolder.ts';
import { schemaXml } from '../lists/schemaXml.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { pagePlace, pageToken } from '../query/pageToken.ts';
import { queryColumn } from '../query/queryColumn.ts';
import { runQuery, type Page } from '../query/runQuery.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { changeToken, currentChangeToken, placeOf } from './changeToken.ts';
import { ChangeKind, ChangeType } from './changeTypes.ts';
import { readChanges, type ChangeRow } from './readChanges.ts';
import { escaped, rowXml } from './rowsetXml.ts';
import { sinceTokenQuery, type SinceTokenQuery } from './sinceTokenQuery.ts';

/** Changes of which one call tells. */
const mostChanges = 1000;

/**
 * `getlistitemchangessincetoken`: the items that changed since a token as an ADO rowset, and the ids of those that are gone. Without a token, or when columns
 * were changed since, all items and the columns. Shape: [MS-LISTSWS] 3.1.4.22, pnp/pnpjs#51 and #269.
 */
export function changesSinceToken(list: ListSchema): Resource {
  return { post: (request) => answer(list, request) };
}

function answer(list: ListSchema, request: ResourceRequest): Answer {
  const { session } = request;
  const query = sinceTokenQuery(list, request);
  const changes = query.token === undefined ? undefined : changesAfter(list, placeOf(session.database, { level: 3, id: list.id }, query.token), session);
  const whole = changes === undefined || changes.some(({ kind }) => kind === ChangeKind.Field);
  const page = itemsOf(list, query, whole ? undefined : changes, session);
  const more = !whole && changes.length === mostChanges;
  const body = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult><listitems MinTimeBetweenSyncs="0" RecommendedTimeBetweenSyncs="180" MaxBulkDocumentSyncSize="500" MaxRecommendedEmbeddedFileSize="500" xmlns:s="uuid:BDC6E3F0-6DA3-11d1-A2A3-00AA00C14882" xmlns:dt="uuid:C2F41010-65B3-11d1-A29F-00AA00C14882" xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema">`
    + `<Changes LastChangeToken="${lastToken(list, more ? changes[changes.length - 1] : undefined, session)}"${more ? ' MoreChanges="TRUE"' : ''}>${whole ? listXml(list) : removed(changes, page)}</Changes>`
    + `${rows(list, query, page, session)}</listitems></GetListItemChangesSinceTokenResult>`;
  return { kind: 'raw', status: 200, contentType: 'text/xml; charset=utf-8', body };
}

function changesAfter(list: ListSchema, after: number, session: Session): ChangeRow[] {
  return readChanges({ list }, { kinds: [ChangeKind.Item, ChangeKind.Field], types: Object.values(ChangeType), after, until: Number.MAX_SAFE_INTEGER, limit: mostChanges, latestFirst: false }, session);
}

function itemsOf(list: ListSchema, { view, position }: SinceTokenQuery, changes: readonly ChangeRow[] | undefined, session: Session): Page {
  const ids = changes && [...new Set(changes.flatMap(({ item_id: id }) => id ?? []))];
  const changed = ids === undefined ? [] : [{ kind: 'in' as const, column: queryColumn('ID', list, session, 'caml'), values: ids }];
  return runQuery(list, session, { where: { kind: 'and', conditions: [...changed, ...view.where ? [view.where] : []] }, order: view.order, limit: view.rowLimit, after: pagePlace(position, view.order) });
}

function rows(list: ListSchema, { view, mandatoryColumns }: SinceTokenQuery, { rows: found, more }: Page, session: Session): string {
  const fields = view.viewFields.length === 0 ? list.fields.filter((field) => !field.hidden)
    : view.viewFields.flatMap((name): FieldSchema[] => list.fields.filter((field) => field.internalName === name));
  const last = found[found.length - 1];
  const next = more && last ? ` ListItemCollectionPositionNext="${escaped(pageToken(view.order, last))}"` : '';
  return `<rs:data ItemCount="${found.length}"${next}>${found.map((row) => rowXml(list, row, fields, mandatoryColumns, session)).join('')}</rs:data>`;
}

/** The ids of items that are gone; one that came back is among the rows. */
function removed(changes: readonly ChangeRow[], { rows: found }: Page): string {
  const gone = new Set(changes.filter(({ kind, type }) => kind === ChangeKind.Item && type === ChangeType.DeleteObject).map(({ item_id: id }) => id));
  for (const { ID } of found) gone.delete(ID);
  return [...gone].map((id) => `<Id ChangeType="Delete">${String(id)}</Id>`).join('');
}

function lastToken(list: ListSchema, last: ChangeRow | undefined, session: Session): string {
  const scope = { level: 3, id: list.id } as const;
  const token = last === undefined ? currentChangeToken(session.database, scope, listCatalogue(session.database, session.webId).activity(list).lastModified) : changeToken(scope, last);
  return String(token.properties['StringValue']);
}

function listXml(list: ListSchema): string {
  return `<List DefaultViewUrl="" ID="{${list.id.toUpperCase()}}" Title="${escaped(list.title)}" BaseType="${list.baseType}" ServerTemplate="${list.baseTemplate}" ItemCount="${list.itemCount}">`
    + `<Fields>${list.fields.map((field) => schemaXml(holderOf(list), field)).join('')}</Fields></List>`;
}
