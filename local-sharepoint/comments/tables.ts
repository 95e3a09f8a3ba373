import type { DatabaseSync } from 'node:sqlite';
import { change } from '../storage/prepared.ts';

/**
 * Comments, likes and ratings are kept beside the items, as SharePoint does: they change neither an item's version nor its date. `item_commenting`
 * holds the last id that an item gave to a comment or reply, so that none is given twice, and whether its comments are turned off.
 */
export function createCommentTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS item_commenting (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, last_comment_id INTEGER NOT NULL DEFAULT 0, disabled INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (list_id, item_id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS item_comments (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, id INTEGER NOT NULL, parent_id INTEGER NOT NULL, author INTEGER NOT NULL, created TEXT NOT NULL,
      text TEXT NOT NULL, mentions TEXT NOT NULL, PRIMARY KEY (list_id, item_id, id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS item_comments_by_parent ON item_comments (list_id, item_id, parent_id, id);
    CREATE TABLE IF NOT EXISTS item_likes (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, comment_id INTEGER NOT NULL, user_id INTEGER NOT NULL, created TEXT NOT NULL,
      PRIMARY KEY (list_id, item_id, comment_id, user_id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS item_ratings (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, user_id INTEGER NOT NULL, rating INTEGER NOT NULL, PRIMARY KEY (list_id, item_id, user_id)
    ) WITHOUT ROWID;
  `);
}

const tables = ['item_commenting', 'item_comments', 'item_likes', 'item_ratings'];

/** Drops what was said of an item; to be called when it is deleted. */
export function forgetItemComments(database: DatabaseSync, listId: string, itemId: number): void {
  for (const table of tables) change(database, `DELETE FROM ${table} WHERE list_id = ? AND item_id = ?`, listId, itemId);
}

/** Drops what was said of all items of a list; to be called when it is deleted. */
export function forgetListComments(database: DatabaseSync, listId: string): void {
  for (const table of tables) change(database, `DELETE FROM ${table} WHERE list_id = ?`, listId);
}
