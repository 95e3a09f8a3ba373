import type { DatabaseSync } from 'node:sqlite';
import { all, change, one } from '../storage/prepared.ts';

/** The shape of what is kept here. All of it is read again from the lists when an older shape is found. */
const shape = 5;
const tables = ['search_documents', 'search_sources', 'search_changes', 'search_text', 'search_clock'];

/**
 * What can be found: one row a document. `source` is `people`, the id of a list, or of a web; `item_id` is the item's, 0 for the list itself
 * and -1 for the web; `properties` holds further values by name (of items, in lower case). `search_text` holds the words. `search_sources` tells
 * how far each source was read, `search_changes` which of its rows were changed or deleted since, and when: by the service's clock, which
 * `search_clock` says to be so many seconds ahead of this machine's.
 */
export function createSearchTables(database: DatabaseSync): void {
  // Looked up each time: a call that was refused took its tables back.
  if (one(database, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", `search_shape_${shape}`)) return;
  forgetOlderShape(database);
  database.exec(`
    CREATE TABLE IF NOT EXISTS search_documents (
      doc_id INTEGER PRIMARY KEY, source TEXT NOT NULL, item_id INTEGER NOT NULL, web_id TEXT, class TEXT NOT NULL, title TEXT NOT NULL,
      path TEXT NOT NULL, filename TEXT, filetype TEXT, content_type TEXT, unique_id TEXT NOT NULL, author INTEGER, editor INTEGER,
      created TEXT, modified TEXT, properties TEXT
    );
    CREATE UNIQUE INDEX IF NOT EXISTS search_documents_by_item ON search_documents (source, item_id);
    CREATE TABLE IF NOT EXISTS search_sources (
      source TEXT PRIMARY KEY, read_to INTEGER NOT NULL, columns TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS search_changes (
      source TEXT NOT NULL, item_id INTEGER NOT NULL, noticed TEXT NOT NULL, PRIMARY KEY (source, item_id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS search_clock (ahead INTEGER NOT NULL);
    CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE IF NOT EXISTS search_shape_${shape} (shape INTEGER);
  `);
}

/** SQL of a trigger that notes a change of a row. */
export function noteChange(source: string, id: string): string {
  return `BEGIN INSERT OR IGNORE INTO search_changes VALUES ('${source}', ${id}, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', COALESCE((SELECT ahead FROM search_clock), 0) || ' seconds')); END`;
}

/** Remembers how far the service's clock is ahead, for changes that are noted from now on. */
export function noteClock(database: DatabaseSync, now: Date): void {
  const ahead = Math.round((now.getTime() - Date.now()) / 1000);
  const noted = one<{ ahead: number }>(database, 'SELECT ahead FROM search_clock')?.ahead ?? 0;
  if (Math.abs(ahead - noted) < 2) return;
  change(database, 'DELETE FROM search_clock');
  change(database, 'INSERT INTO search_clock VALUES (?)', ahead);
}

function forgetOlderShape(database: DatabaseSync): void {
  const names = (type: string): string[] => all<{ name: string }>(database, "SELECT name FROM sqlite_schema WHERE type = ? AND name LIKE 'search\\_%' ESCAPE '\\'", type).map(({ name }) => name);
  const there = names('table');
  if (there.length === 0) return;
  for (const name of names('trigger')) database.exec(`DROP TRIGGER "${name}"`);
  for (const name of [...tables, ...there.filter((table) => table.startsWith('search_shape_'))]) database.exec(`DROP TABLE IF EXISTS "${name}"`);
}
