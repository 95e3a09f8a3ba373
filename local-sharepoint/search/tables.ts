import type { DatabaseSync } from 'node:sqlite';
import { all, one } from '../storage/prepared.ts';

/** The shape of what is kept here. All of it is read again from the lists when an older shape is found. */
const shape = 6;
const tables = ['search_documents', 'search_sources', 'search_changes', 'search_text', 'search_clock'];

/**
 * What can be found: one row a document. `source` is `people`, the id of a list, or of a web; `item_id` is the item's, 0 for the list itself
 * and -1 for the web; `properties` holds further values by name (of items, in lower case). `search_text` holds the words. `search_sources` tells
 * how far each source was read, `search_changes` which of its rows were changed or deleted since, and when: by the service's clock,
 * of which `search_clock` tells (`indexing/noteChange.ts`).
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
    CREATE TABLE IF NOT EXISTS search_clock (fixed TEXT, ahead REAL NOT NULL);
    CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE IF NOT EXISTS search_shape_${shape} (shape INTEGER);
  `);
}

function forgetOlderShape(database: DatabaseSync): void {
  const names = (type: string): string[] => all<{ name: string }>(database, "SELECT name FROM sqlite_schema WHERE type = ? AND name LIKE 'search\\_%' ESCAPE '\\'", type).map(({ name }) => name);
  const there = names('table');
  if (there.length === 0) return;
  for (const name of names('trigger')) database.exec(`DROP TRIGGER "${name}"`);
  for (const name of [...tables, ...there.filter((table) => table.startsWith('search_shape_'))]) database.exec(`DROP TABLE IF EXISTS "${name}"`);
}
