import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { all, change, one } from '../storage/prepared.ts';

/** The names of an item's attachments, in alphabetical order. */
export function attachmentNames(database: DatabaseSync, list: ListSchema, itemId: number): string[] {
  return all<{ name: string }>(database, 'SELECT name FROM attachments WHERE list_id = ? AND item_id = ? ORDER BY name', list.id, itemId).map(({ name }) => name);
}

/** The name as it is kept, whatever the case it is asked in. */
export function attachmentNamed(database: DatabaseSync, list: ListSchema, itemId: number, name: string): string | undefined {
  return one<{ name: string }>(database, 'SELECT name FROM attachments WHERE list_id = ? AND item_id = ? AND name = ?', list.id, itemId, name)?.name;
}

export function attachmentContent(database: DatabaseSync, list: ListSchema, itemId: number, name: string): Buffer {
  return Buffer.from(one<{ content: Uint8Array }>(database, 'SELECT content FROM attachments WHERE list_id = ? AND item_id = ? AND name = ?', list.id, itemId, name)?.content ?? []);
}

/** Adds a file, or puts other content into the one of this name. */
export function saveAttachment(database: DatabaseSync, list: ListSchema, itemId: number, name: string, content: Buffer): void {
  change(database, 'INSERT INTO attachments VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content', list.id, itemId, name, content);
}

export function removeAttachment(database: DatabaseSync, list: ListSchema, itemId: number, name: string): void {
  change(database, 'DELETE FROM attachments WHERE list_id = ? AND item_id = ? AND name = ?', list.id, itemId, name);
}

/** To be called when an item is gone for good. */
export function removeAttachments(database: DatabaseSync, list: ListSchema, itemId: number): void {
  change(database, 'DELETE FROM attachments WHERE list_id = ? AND item_id = ?', list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetListAttachments(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM attachments WHERE list_id = ?', listId);
}

/** Item tables get the column that says whether there are attachments (1 or 0) with the first one: most lists never need it. */
export function addAttachmentsColumn(database: DatabaseSync, list: ListSchema): void {
  if (one(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = '_attachments'", list.table) === undefined) database.exec(`ALTER TABLE "${list.table}" ADD COLUMN _attachments INTEGER`);
}
