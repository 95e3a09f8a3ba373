import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { all, change } from '../storage/prepared.ts';

/** Versions kept when nobody said how many: of a list 50, of a library 500 (recorded). */
export function majorVersionLimit(list: ListSchema): number {
  return Number(list.properties['MajorVersionLimit'] ?? (list.baseType === 1 ? 500 : 50));
}

/**
 * Keeps an item as it is before a change, when its list has versions; what exceeds the list's limit, which counts the current version too, goes.
 * An item that nobody changes costs nothing.
 */
export function keepVersion(database: DatabaseSync, list: ListSchema, row: ItemRow): void {
  if (list.properties['EnableVersioning'] === false) return;
  change(database, 'INSERT OR REPLACE INTO item_versions VALUES (?, ?, ?, ?)', list.id, row.ID, row._version, JSON.stringify(row));
  const limit = majorVersionLimit(list);
  if (limit < 1 || row._version < limit) return;
  change(database, `DELETE FROM item_versions WHERE list_id = ?1 AND item_id = ?2 AND version <= coalesce(
    (SELECT version FROM item_versions WHERE list_id = ?1 AND item_id = ?2 ORDER BY version DESC LIMIT 1 OFFSET ?3), -1)`, list.id, row.ID, limit - 1);
}

/** An item's versions, newest first; the first one is the item as it is. */
export function versionsOf(database: DatabaseSync, list: ListSchema, current: ItemRow): readonly ItemRow[] {
  const former = all<{ row: string }>(database, 'SELECT row FROM item_versions WHERE list_id = ? AND item_id = ? ORDER BY version DESC', list.id, current.ID);
  return [current, ...former.map(({ row }) => JSON.parse(row) as ItemRow)];
}

export function deleteVersion(database: DatabaseSync, list: ListSchema, itemId: number, version: number): void {
  change(database, 'DELETE FROM item_versions WHERE list_id = ? AND item_id = ? AND version = ?', list.id, itemId, version);
}

/** To be called when an item is gone for good. Its current version is no row here. */
export function deleteVersions(database: DatabaseSync, list: ListSchema, itemId: number): void {
  change(database, 'DELETE FROM item_versions WHERE list_id = ? AND item_id = ?', list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetListVersions(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM item_versions WHERE list_id = ?', listId);
}
