import type { DatabaseSync } from 'node:sqlite';

/** Files attached to list items; names differ in more than case. */
export function createAttachmentTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS attachments (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, content BLOB NOT NULL, PRIMARY KEY (list_id, item_id, name)
    );
  `);
}
