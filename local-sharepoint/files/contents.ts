import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { change, one } from '../storage/prepared.ts';
import { uiVersion } from '../versions/versionNumber.ts';
import { imageSize } from './imageSize.ts';

/** SP.ListTemplateType */
const pictures = 109;

/**
 * What a version of a file holds. Content is kept once for all versions that hold the same: with the last of them, or as the current content when that is the
 * current one.
 */
export function readContent(database: DatabaseSync, list: ListSchema, row: ItemRow): Buffer {
  const found = one<{ content: Uint8Array }>(database, `SELECT content FROM ${heldBy('content')}`, list.id, row.ID, uiVersion(row));
  return found ? Buffer.from(found.content.buffer, found.content.byteOffset, found.content.byteLength) : Buffer.alloc(0);
}

/** How many bytes a version of a file has. */
export function contentLength(database: DatabaseSync, list: ListSchema, row: ItemRow): number {
  return one<{ bytes: number }>(database, `SELECT bytes FROM ${heldBy('length(content) AS bytes')}`, list.id, row.ID, uiVersion(row))?.bytes ?? 0;
}

/** The first of the contents that were kept with this version or a later one; else the current content. */
function heldBy(column: string): string {
  return `(SELECT ${column}, version FROM file_version_contents WHERE list_id = ?1 AND item_id = ?2 AND version >= ?3
    UNION ALL SELECT ${column}, 9e99 FROM file_contents WHERE list_id = ?1 AND item_id = ?2 ORDER BY version LIMIT 1)`;
}

/** Makes this the current content of a file; a library of pictures learns how large a picture is. What it replaces is kept with the newest former version, when that holds the same. */
export function writeContent(database: DatabaseSync, list: ListSchema, row: ItemRow, content: Uint8Array): void {
  const former = one<{ version: number }>(database, 'SELECT version FROM item_versions WHERE list_id = ? AND item_id = ? AND version < ? ORDER BY version DESC LIMIT 1', list.id, row.ID, uiVersion(row));
  if (former) {
    change(database, `INSERT INTO file_version_contents SELECT list_id, item_id, ?3, content FROM file_contents WHERE list_id = ?1 AND item_id = ?2
      AND NOT EXISTS (SELECT 1 FROM file_version_contents WHERE list_id = ?1 AND item_id = ?2 AND version >= ?3)`, list.id, row.ID, former.version);
    // Versions beyond the list's limit are gone by now.
    change(database, 'DELETE FROM file_version_contents WHERE list_id = ?1 AND item_id = ?2 AND version < (SELECT min(version) FROM item_versions WHERE list_id = ?1 AND item_id = ?2)', list.id, row.ID);
  }
  change(database, 'INSERT INTO file_contents (list_id, item_id, content) VALUES (?, ?, coalesce(?, zeroblob(0))) ON CONFLICT DO UPDATE SET content = excluded.content', list.id, row.ID, content);
  const size = list.baseTemplate === pictures ? imageSize(content) : undefined;
  if (size) change(database, `UPDATE "${list.table}" SET ImageWidth = ?, ImageHeight = ? WHERE ID = ?`, size.width, size.height, row.ID);
}

/** To be called before a former version goes: what it holds stays while an older version holds the same. `older`: the number of the version before it. */
export function forgetVersionContent(database: DatabaseSync, list: ListSchema, version: ItemRow, older: number | undefined): void {
  const place = [list.id, version.ID, uiVersion(version)] as const;
  if (older !== undefined) change(database, 'UPDATE OR IGNORE file_version_contents SET version = ? WHERE list_id = ? AND item_id = ? AND version = ?', older, ...place);
  change(database, 'DELETE FROM file_version_contents WHERE list_id = ? AND item_id = ? AND version = ?', ...place);
}

/** To be called when all former versions of a file are gone. */
export function forgetVersionContents(database: DatabaseSync, list: ListSchema, itemId: number): void {
  change(database, 'DELETE FROM file_version_contents WHERE list_id = ? AND item_id = ?', list.id, itemId);
}

/** To be called when an item is gone for good. */
export function forgetContent(database: DatabaseSync, list: ListSchema, itemId: number): void {
  if (list.baseType !== 1) return;
  for (const table of ['file_contents', 'file_version_contents', 'file_uploads']) change(database, `DELETE FROM ${table} WHERE list_id = ? AND item_id = ?`, list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetContents(database: DatabaseSync, list: ListSchema): void {
  for (const table of ['file_contents', 'file_version_contents', 'file_uploads']) change(database, `DELETE FROM ${table} WHERE list_id = ?`, list.id);
}
