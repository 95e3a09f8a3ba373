import type { DatabaseSync } from 'node:sqlite';

/**
 * What can be found: one row a document. `source` is `people`, the id of a list, or of a web; `item_id` is the item's, 0 for the list itself
 * and -1 for the web. `search_text` holds the words. `search_sources` tells how far each source was read, `search_changes` which of its rows
 * were changed or deleted since.
 */
export function createSearchTables(database: DatabaseSync): void {
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
      source TEXT NOT NULL, item_id INTEGER NOT NULL, PRIMARY KEY (source, item_id)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2');
  `);
}
