import type { DatabaseSync } from 'node:sqlite';

/** Files attached to list items; names differ in more than case. As a file an attachment has an id, a version and times of its own. */
export function createAttachmentTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS attachments (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, content BLOB NOT NULL, PRIMARY KEY (list_id, item_id, name)
    );
    CREATE TABLE IF NOT EXISTS attachment_files (
      id TEXT PRIMARY KEY, list_id TEXT NOT NULL, item_id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, version INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
      UNIQUE (list_id, item_id, name)
    ) WITHOUT ROWID;
  `);
}
