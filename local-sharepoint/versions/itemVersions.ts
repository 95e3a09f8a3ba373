import type { DatabaseSync } from 'node:sqlite';
import { forgetVersionContent, forgetVersionContents } from '../files/contents.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { all, change, one } from '../storage/prepared.ts';
import { isVersioned, uiVersion } from './versionNumber.ts';

/** Versions kept when nobody said how many: of a list 50, of a library 500 (recorded). */
export function majorVersionLimit(list: ListSchema): number {
  return Number(list.properties['MajorVersionLimit'] ?? (list.baseType === 1 ? 500 : 50));
}

/** Under which number a version is kept: files may have drafts between their versions. */
function keyOf(list: ListSchema, row: ItemRow): number {
  return list.baseType === 1 ? uiVersion(row) : row._version;
}

/**
 * Keeps an item as it is before a change, when its list has versions; what exceeds the list's limit, which counts the current version too, goes.
 * An item that nobody changes costs nothing.
 */
export function keepVersion(database: DatabaseSync, list: ListSchema, row: ItemRow): void {
  if (!isVersioned(list)) return;
  change(database, 'INSERT OR REPLACE INTO item_versions VALUES (?, ?, ?, ?)', list.id, row.ID, keyOf(list, row), JSON.stringify(row));
  const limit = majorVersionLimit(list);
  if (limit < 1 || row._version < limit) return;
  change(database, `DELETE FROM item_versions WHERE list_id = ?1 AND item_id = ?2 AND version <= coalesce(
    (SELECT version FROM item_versions WHERE list_id = ?1 AND item_id = ?2 ORDER BY version DESC LIMIT 1 OFFSET ?3), -1)`, list.id, row.ID, limit - 1);
}

/** An item's versions, newest first; the first one is the item as it is. */
export function versionsOf(database: DatabaseSync, list: ListSchema, current: ItemRow): readonly ItemRow[] {
  const former = all<{ row: string }>(database, 'SELECT row FROM item_versions WHERE list_id = ? AND item_id = ? AND version <> ? ORDER BY version DESC', list.id, current.ID, keyOf(list, current));
  return [current, ...former.map(({ row }) => JSON.parse(row) as ItemRow)];
}

/** The newest of an item's former versions. */
export function lastVersion(database: DatabaseSync, list: ListSchema, itemId: number): ItemRow | undefined {
  const found = one<{ row: string }>(database, 'SELECT row FROM item_versions WHERE list_id = ? AND item_id = ? ORDER BY version DESC LIMIT 1', list.id, itemId);
  return found && JSON.parse(found.row) as ItemRow;
}

export function deleteVersion(database: DatabaseSync, list: ListSchema, version: ItemRow): void {
  if (list.baseType === 1) {
    const older = one<{ version: number }>(database, 'SELECT version FROM item_versions WHERE list_id = ? AND item_id = ? AND version < ? ORDER BY version DESC LIMIT 1', list.id, version.ID, keyOf(list, version));
    forgetVersionContent(database, list, version, older?.version);
  }
  change(database, 'DELETE FROM item_versions WHERE list_id = ? AND item_id = ? AND version = ?', list.id, version.ID, keyOf(list, version));
}

/** To be called when an item is gone for good. Its current version is no row here. */
export function deleteVersions(database: DatabaseSync, list: ListSchema, itemId: number): void {
  if (list.baseType === 1) forgetVersionContents(database, list, itemId);
  change(database, 'DELETE FROM item_versions WHERE list_id = ? AND item_id = ?', list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetListVersions(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM item_versions WHERE list_id = ?', listId);
}
