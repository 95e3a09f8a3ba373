import type { DatabaseSync } from 'node:sqlite';

/** Pages that are to be published at a moment (UTC, whole seconds), and in whose name. */
export function createSitePagesTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS scheduled_pages (list_id TEXT NOT NULL, item_id INTEGER NOT NULL, at TEXT NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (list_id, item_id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS scheduled_pages_by_time ON scheduled_pages (at);
  `);
}
