import type { DatabaseSync } from 'node:sqlite';

/**
 * What files hold, beside the items that describe them: a file without a row here is empty (pages that were added as items). `file_version_contents`: what
 * former versions held, with the last version that held it. `file_uploads` are the pieces of uploads under way.
 */
export function createFileTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS file_contents (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (list_id, item_id)
    );
    CREATE TABLE IF NOT EXISTS file_version_contents (
      list_id TEXT NOT NULL, item_id INTEGER NOT NULL, version INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (list_id, item_id, version)
    );
    CREATE TABLE IF NOT EXISTS file_uploads (
      upload_id TEXT NOT NULL, list_id TEXT NOT NULL, item_id INTEGER NOT NULL, user_id INTEGER NOT NULL, from_byte INTEGER NOT NULL, started TEXT NOT NULL,
      content BLOB NOT NULL, PRIMARY KEY (upload_id, list_id, item_id, from_byte)
    );
  `);
}
