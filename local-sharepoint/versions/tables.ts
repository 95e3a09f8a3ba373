import type { DatabaseSync } from 'node:sqlite';

/** `row`: what the item's table held of it in that version, as JSON. The current version is the item itself. */
export function createVersionTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS item_versions (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, version INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (list_id, item_id, version)
    ) WITHOUT ROWID;
  `);
}
