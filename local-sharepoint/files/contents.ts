import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { change, one } from '../storage/prepared.ts';

/** What a file holds. */
export function readContent(database: DatabaseSync, list: ListSchema, itemId: number): Buffer {
  const row = one<{ content: Uint8Array }>(database, 'SELECT content FROM file_contents WHERE list_id = ? AND item_id = ?', list.id, itemId);
  return row ? Buffer.from(row.content.buffer, row.content.byteOffset, row.content.byteLength) : Buffer.alloc(0);
}

/** How many bytes a file has. */
export function contentLength(database: DatabaseSync, list: ListSchema, itemId: number): number {
  return one<{ bytes: number }>(database, 'SELECT length(content) AS bytes FROM file_contents WHERE list_id = ? AND item_id = ?', list.id, itemId)?.bytes ?? 0;
}

export function writeContent(database: DatabaseSync, list: ListSchema, itemId: number, content: Uint8Array): void {
  change(database, 'INSERT INTO file_contents (list_id, item_id, content) VALUES (?, ?, coalesce(?, zeroblob(0))) ON CONFLICT DO UPDATE SET content = excluded.content', list.id, itemId, content);
}

/** To be called when an item is gone for good. */
export function forgetContent(database: DatabaseSync, list: ListSchema, itemId: number): void {
  if (list.baseType !== 1) return;
  change(database, 'DELETE FROM file_contents WHERE list_id = ? AND item_id = ?', list.id, itemId);
  change(database, 'DELETE FROM file_uploads WHERE list_id = ? AND item_id = ?', list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetContents(database: DatabaseSync, list: ListSchema): void {
  change(database, 'DELETE FROM file_contents WHERE list_id = ?', list.id);
  change(database, 'DELETE FROM file_uploads WHERE list_id = ?', list.id);
}
