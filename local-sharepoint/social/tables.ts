import type { DatabaseSync } from 'node:sqlite';

/**
 * Whom and what people follow. `target` is a login name (kind 0), the UniqueId of a file (1, with its list and item), the id of a web (2) or
 * the GUID of a tag (3). `hidden_suggestions` are people somebody does not want to be told of.
 */
export function createSocialTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS follows (
      follower TEXT NOT NULL COLLATE NOCASE, kind INTEGER NOT NULL, target TEXT NOT NULL COLLATE NOCASE, web_id TEXT, list_id TEXT, item_id INTEGER,
      since TEXT NOT NULL, PRIMARY KEY (follower, kind, target)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS follows_by_target ON follows (kind, target);
    CREATE TABLE IF NOT EXISTS hidden_suggestions (
      login_name TEXT NOT NULL COLLATE NOCASE, hidden TEXT NOT NULL COLLATE NOCASE, PRIMARY KEY (login_name, hidden)
    ) WITHOUT ROWID;
  `);
}
