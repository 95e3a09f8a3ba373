import { seenTable } from '../files/seen.ts';
import { grants, overridesItemSecurity } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';
import { all, one } from '../storage/prepared.ts';
import type { ChangeQuery } from './changeQuery.ts';
import { ChangeKind } from './changeTypes.ts';

/** One change as the log has it; `object_id` of an item is its unique id. */
export interface ChangeRow {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly kind: number;
  readonly type: number;
  readonly web_id: string;
  readonly list_id: string | null;
  readonly item_id: number | null;
  readonly object_id: string | null;
}

/** Of what: a whole web, the whole site collection, one list, or one item. */
export interface ChangesOf { readonly wholeSite?: true; readonly list?: ListSchema; readonly itemId?: number }

const rowsAtOnce = 2000;
/** Changes that are told by an item's id. */
const ofItems: ReadonlySet<number> = new Set([ChangeKind.Item, ChangeKind.File, ChangeKind.Folder]);

/** The changes that a query wants, as far as this person may see what changed. */
export function readChanges(of: ChangesOf, query: ChangeQuery, session: Session): ChangeRow[] {
  const found: ChangeRow[] = [];
  let { after, until } = query;
  while (found.length < query.limit) {
    const rows = page(of, { ...query, after, until }, session);
    found.push(...trimmed(rows, session));
    const last = rows[rows.length - 1];
    if (last === undefined || rows.length < rowsAtOnce) break;
    if (query.latestFirst) until = last.id - 1;
    else after = last.id;
  }
  return found.slice(0, query.limit);
}

function page({ wholeSite, list, itemId }: ChangesOf, { kinds, types, after, until, latestFirst }: ChangeQuery, session: Session): ChangeRow[] {
  // Two statements, so that each has an index for its order.
  const [where, value] = wholeSite ? ['web_id IN (SELECT web_id FROM webs WHERE root_web_id = ?)', session.rootWebId] : list === undefined ? ['web_id = ?', session.webId] : [`list_id = ?${itemId === undefined ? '' : ` AND item_id = ${itemId}`}`, list.id];
  return all<ChangeRow>(session.database,
    `SELECT id, time, kind, type, web_id, list_id, item_id, object_id FROM change_log WHERE ${where} AND id > ? AND id <= ? AND kind IN (${kinds.join()}) AND type IN (${types.join()})
     ORDER BY id ${latestFirst ? 'DESC' : ''} LIMIT ${rowsAtOnce}`, value, after, until);
}

/** Leaves out what this person may not see. What is not an item shows no more than ids; of a list that is there they need to see the list. */
function trimmed(rows: readonly ChangeRow[], session: Session): ChangeRow[] {
  const seen = new Map<number, ChangeRow>();
  for (const webId of new Set(rows.map((row) => row.web_id))) {
    const there = webId === session.webId ? session : session.inWeb(webId);
    for (const row of trimmedOfWeb(rows.filter((candidate) => candidate.web_id === webId), there)) seen.set(row.id, row);
  }
  return rows.flatMap(({ id }) => seen.get(id) ?? []);
}

function trimmedOfWeb(rows: readonly ChangeRow[], session: Session): ChangeRow[] {
  if (!grants(session.permissions.onWeb(), 'Open')) return [];
  const ids = new Map<string, Map<number, string>>();
  for (const listId of new Set(rows.map((row) => row.list_id))) {
    const list = listId === null ? undefined : session.lists.byId(listId);
    if (list) ids.set(list.id, visibleItems(list, rows, session));
  }
  return rows.flatMap((row) => {
    if (row.list_id === null) return [row];
    const list = session.lists.byId(row.list_id);
    if (row.item_id === null) return !list || grants(session.permissions.onList(list), 'Open') ? [row] : [];
    const uniqueId = ids.get(row.list_id)?.get(row.item_id);
    return uniqueId === undefined ? [] : [{ ...row, object_id: uniqueId }];
  });
}

/** The items among the changed ones that this person may see, or might while they were there: ids and unique ids. */
function visibleItems(list: ListSchema, rows: readonly ChangeRow[], session: Session): Map<number, string> {
  const wanted = new Set(rows.flatMap((row) => ofItems.has(row.kind) && row.list_id === list.id && row.item_id !== null ? [row.item_id] : []));
  const found = new Map<number, string>();
  const there = new Set<number>();
  const visible = ['1', ...visibleSql(list, session, 'i')].join(' AND ');
  for (const { ID, GUID, visible: isVisible } of all<{ ID: number; GUID: string; visible: number }>(session.database,
    `SELECT i.ID, i.GUID, ${visible} AS visible FROM ${seenTable(list, session)} i WHERE i.ID IN (SELECT value FROM json_each(?))`, JSON.stringify([...wanted]))) {
    there.add(ID);
    if (isVisible === 1) found.set(ID, GUID);
  }
  for (const id of wanted) {
    const uniqueId = there.has(id) ? undefined : visibleRemoved(list, id, session);
    if (uniqueId !== undefined) found.set(id, uniqueId);
  }
  return found;
}

/** The unique id of a removed item when this person may know of it: one that had permissions of its own is told of to who is not bound by item-level security alone. */
function visibleRemoved(list: ListSchema, itemId: number, session: Session): string | undefined {
  const removal = one<{ object_id: string; author: number; own_scope: number }>(session.database,
    'SELECT object_id, author, own_scope FROM change_log WHERE list_id = ? AND item_id = ? AND type = 3 AND item_id IS NOT NULL ORDER BY id DESC LIMIT 1', list.id, itemId);
  const mask = session.permissions.onList(list);
  if (removal === undefined || !grants(mask, 'ViewListItems')) return undefined;
  if (overridesItemSecurity(mask)) return removal.object_id;
  return removal.own_scope === 0 && (list.readSecurity === 1 || removal.author === session.user.id) ? removal.object_id : undefined;
}
