import type { DatabaseSync } from 'node:sqlite';

/** Content types that were added to webs; those of lists are kept with the list, those that every site collection has are not kept. */
export function createContentTypeTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS content_types (
      web_id TEXT NOT NULL, id TEXT NOT NULL, schema TEXT NOT NULL, PRIMARY KEY (web_id, id)
    ) WITHOUT ROWID;
  `);
}
