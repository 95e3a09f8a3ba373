import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { all, change, insert, one } from '../storage/prepared.ts';

const tables = ['attachments', 'attachment_files'] as const;

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
export function saveAttachment(database: DatabaseSync, list: ListSchema, itemId: number, name: string, content: Buffer, now: string): void {
  change(database, 'INSERT INTO attachments VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content', list.id, itemId, name, content);
  change(database, 'INSERT INTO attachment_files VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET version = version + 1, modified = excluded.modified', randomUUID(), list.id, itemId, name, now, now);
}

/** An attachment as a file. */
export interface AttachmentFile { readonly id: string; readonly list_id: string; readonly item_id: number; readonly name: string; readonly version: number; readonly created: string; readonly modified: string }

/** What the file of an attachment is; one that older data has is given its id now, with the item's time. */
export function attachmentFile(database: DatabaseSync, list: ListSchema, itemId: number, name: string, modified: string): AttachmentFile {
  const find = (): AttachmentFile | undefined => one<AttachmentFile>(database, 'SELECT * FROM attachment_files WHERE list_id = ? AND item_id = ? AND name = ?', list.id, itemId, name);
  const found = find();
  if (found) return found;
  const file = { id: randomUUID(), list_id: list.id, item_id: itemId, name, version: 1, created: modified, modified };
  insert(database, 'attachment_files', new Map(Object.entries(file)));
  return file;
}

export function attachmentFileWithId(database: DatabaseSync, id: string): AttachmentFile | undefined {
  return one<AttachmentFile>(database, 'SELECT * FROM attachment_files WHERE id = ?', id);
}

export function removeAttachment(database: DatabaseSync, list: ListSchema, itemId: number, name: string): void {
  for (const table of tables) change(database, `DELETE FROM ${table} WHERE list_id = ? AND item_id = ? AND name = ?`, list.id, itemId, name);
}

/** To be called when an item is gone for good. */
export function removeAttachments(database: DatabaseSync, list: ListSchema, itemId: number): void {
  for (const table of tables) change(database, `DELETE FROM ${table} WHERE list_id = ? AND item_id = ?`, list.id, itemId);
}

/** To be called when a list is gone for good. */
export function forgetListAttachments(database: DatabaseSync, listId: string): void {
  for (const table of tables) change(database, `DELETE FROM ${table} WHERE list_id = ?`, listId);
}

/** Item tables get the column that says whether there are attachments (1 or 0) with the first one: most lists never need it. */
export function addAttachmentsColumn(database: DatabaseSync, list: ListSchema): void {
  if (one(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = '_attachments'", list.table) === undefined) database.exec(`ALTER TABLE "${list.table}" ADD COLUMN _attachments INTEGER`);
}
