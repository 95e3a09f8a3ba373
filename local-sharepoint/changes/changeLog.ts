import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { clockOf } from '../model/clock.ts';
import type { ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { change, one, statement } from '../storage/prepared.ts';
import { ChangeKind, ChangeType, type ChangeKindName, type ChangeTypeName } from './changeTypes.ts';

/** A change of anything but an item. `objectId`: of a column, a view or a web that is gone. */
export interface LoggedChange {
  readonly kind: Exclude<ChangeKindName, 'Item' | 'File' | 'Folder'>;
  readonly type: ChangeTypeName;
  readonly webId: string;
  readonly listId?: string;
  readonly objectId?: string;
}

const insert = 'INSERT INTO change_log (time, kind, type, web_id, list_id, item_id, object_id, author, own_scope) VALUES (?,?,?,?,?,?,?,?,?)';

/** Writes down a change; to be called within the transaction that makes it. */
export function logChange(database: DatabaseSync, { kind, type, webId, listId, objectId }: LoggedChange, at: Date = clockOf(database).now()): void {
  log(database, at.getTime(), ChangeKind[kind], ChangeType[type], webId, listId ?? null, null, objectId ?? null, null, null);
}

/** Writes down what happened to an item that is still there. */
export function logItemChange(session: Session, list: ListSchema, itemId: number, type: ChangeTypeName): void {
  const row = [ChangeType[type], list.webId, list.id, itemId, null, null, null] as const;
  log(session.database, session.now().getTime(), ChangeKind.Item, ...row);
  if (list.baseType === 1) log(session.database, session.now().getTime(), kindOfFile(session.database, list, itemId), ...row);
}

/** Items of libraries are files and folders too, and are logged as both (recorded: exemplar "web-changes-verbose"). */
function kindOfFile(database: DatabaseSync, list: ListSchema, itemId: number): number {
  return one<{ FSObjType: number }>(database, `SELECT FSObjType FROM "${list.table}" WHERE ID = ?`, itemId)?.FSObjType === 1 ? ChangeKind.Folder : ChangeKind.File;
}

/** Writes down that an item is gone, and who was allowed to see it. */
export function logItemRemoval(session: Session, list: ListSchema, item: { readonly ID: number; readonly GUID: string; readonly Author: number; readonly _scope: string | null; readonly FSObjType?: unknown }): void {
  const row = [ChangeType.DeleteObject, list.webId, list.id, item.ID, item.GUID, item.Author, item._scope === null ? 0 : 1] as const;
  log(session.database, session.now().getTime(), ChangeKind.Item, ...row);
  if (list.baseType === 1) log(session.database, session.now().getTime(), item.FSObjType === 1 ? ChangeKind.Folder : ChangeKind.File, ...row);
}

/** Writes down a change of the permissions of whatever has this scope. */
export function logScopeChange(database: DatabaseSync, scopeId: string, type: ChangeTypeName): void {
  change(database, `INSERT INTO change_log (time, kind, type, web_id, list_id, item_id)
    SELECT ?, CASE kind WHEN 'item' THEN ${ChangeKind.Item} WHEN 'list' THEN ${ChangeKind.List} ELSE ${ChangeKind.Web} END, ?, web_id, list_id, item_id
    FROM permission_scopes WHERE id = ?`, clockOf(database).now().getTime(), ChangeType[type], scopeId);
}

/** Drops what is known of a deleted list but its own changes: the web still tells that it came and went. */
export function forgetListChanges(database: DatabaseSync, listId: string): void {
  change(database, `DELETE FROM change_log WHERE list_id = ? AND kind <> ${ChangeKind.List}`, listId);
}

/** Drops what is known of a deleted web. */
export function forgetWebChanges(database: DatabaseSync, webId: string): void {
  change(database, 'DELETE FROM change_log WHERE web_id = ?', webId);
}

export interface LogPlace { readonly id: number; /** Milliseconds since 1970. */ readonly time: number }

/** The newest change of a list or, without one, of all. Numbers of changes are shared by everything, as in SharePoint's event log. */
export function lastChange(database: DatabaseSync, listId?: string): LogPlace | undefined {
  return listId === undefined
    ? one<LogPlace>(database, 'SELECT id, time FROM change_log ORDER BY id DESC LIMIT 1')
    : one<LogPlace>(database, 'SELECT id, time FROM change_log WHERE list_id = ? ORDER BY id DESC LIMIT 1', listId);
}

/** The number of the last change that happened before or at this moment; 0 when there is none. */
export function lastChangeAt(database: DatabaseSync, milliseconds: number): number {
  let [low, high] = [0, lastChange(database)?.id ?? 0];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const found = one<LogPlace>(database, 'SELECT id, time FROM change_log WHERE id <= ? ORDER BY id DESC LIMIT 1', middle);
    if (found === undefined || found.time <= milliseconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

function log(database: DatabaseSync, ...row: readonly SQLInputValue[]): void {
  statement(database, insert).run(...row);
}
