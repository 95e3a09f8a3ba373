import type { DatabaseSync } from 'node:sqlite';

/**
 * The webs of all site collections. A site collection is named by its root web (`root_web_id`, its own id in the root web's row): people, groups and
 * permission levels have that one as their `web_id`. Format 1 had one web a site collection, in a table `sites`.
 */
export function createWebTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS webs (
      web_id TEXT PRIMARY KEY, site_id TEXT NOT NULL, url TEXT NOT NULL UNIQUE COLLATE NOCASE, created TEXT NOT NULL, properties TEXT NOT NULL,
      root_web_id TEXT NOT NULL DEFAULT '', parent_id TEXT
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS webs_by_parent ON webs (parent_id);
    CREATE INDEX IF NOT EXISTS webs_by_root ON webs (root_web_id);
  `);
}
