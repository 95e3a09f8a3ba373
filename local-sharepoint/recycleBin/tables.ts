import type { DatabaseSync } from 'node:sqlite';

/**
 * What was recycled. `content`: as JSON, the rows of the item (of a folder, also of what it holds), or the list's row and its views. All else that belongs to an item or a list stays where it
 * is until the entry is deleted. `item_id` is 0 for a list.
 */
export function createRecycleBinTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS recycle_bin (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, web_id TEXT NOT NULL, list_id TEXT NOT NULL, item_id INTEGER NOT NULL,
      type INTEGER NOT NULL, stage INTEGER NOT NULL, title TEXT NOT NULL, directory TEXT NOT NULL, leaf TEXT NOT NULL, size INTEGER NOT NULL,
      author INTEGER NOT NULL, deleted_by INTEGER NOT NULL, deleted TEXT NOT NULL, content TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS recycle_bin_by_list ON recycle_bin (list_id);
  `);
}
