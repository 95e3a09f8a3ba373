import type { DatabaseSync } from 'node:sqlite';

/** Links of webs: `parent_id` is another node's id, or that of the quick launch (1025) or the top navigation bar (1002) of the web. Ids are never given twice. */
export function createNavigationTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS navigation_nodes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, web_id TEXT NOT NULL, parent_id INTEGER NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
      external INTEGER NOT NULL, visible INTEGER NOT NULL, audiences TEXT, changed TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS navigation_nodes_by_parent ON navigation_nodes (web_id, parent_id, position);
    INSERT INTO sqlite_sequence (name, seq) SELECT 'navigation_nodes', 2000 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'navigation_nodes');
  `);
}
