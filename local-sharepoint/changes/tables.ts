import type { DatabaseSync } from 'node:sqlite';

/**
 * The change log: one row a change, in the order in which they happened. `item_id`: of an item; `object_id`: of a column, a view or a removed item.
 * `author` and `own_scope` tell of a removed item who might see it. A row costs one write and one index, so that adding items stays cheap; removed
 * items are found by an index of theirs.
 */
export function createChangeTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS change_log (
      id INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind INTEGER NOT NULL, type INTEGER NOT NULL, web_id TEXT NOT NULL, list_id TEXT,
      item_id INTEGER, object_id TEXT, author INTEGER, own_scope INTEGER
    );
    CREATE INDEX IF NOT EXISTS change_log_by_list ON change_log (list_id, id, item_id) WHERE list_id IS NOT NULL;
    CREATE INDEX IF NOT EXISTS change_log_of_removed_items ON change_log (list_id, item_id) WHERE type = 3 AND item_id IS NOT NULL;
  `);
}
