import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCommentTables } from '../comments/tables.ts';
import { createAttachmentTables } from '../attachments/tables.ts';
import { createFileTables } from '../files/tables.ts';
import { createRecycleBinTables } from '../recycleBin/tables.ts';
import { createVersionTables } from '../versions/tables.ts';

/** Opens the database under `folder`, making both when they are not there. `:memory:` keeps nothing. */
export function openDatabase(folder: string): DatabaseSync {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(folder === ':memory:' ? folder : join(folder, 'sharepoint.db'));
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS sites (
      web_id TEXT PRIMARY KEY, site_id TEXT NOT NULL, url TEXT NOT NULL UNIQUE COLLATE NOCASE, created TEXT NOT NULL, properties TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS lists (
      id TEXT PRIMARY KEY, web_id TEXT NOT NULL, position INTEGER NOT NULL, schema TEXT NOT NULL, item_count INTEGER NOT NULL DEFAULT 0,
      changes INTEGER NOT NULL DEFAULT 0, created TEXT NOT NULL, last_modified TEXT NOT NULL, last_deleted TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS views (
      id TEXT PRIMARY KEY, list_id TEXT NOT NULL, position INTEGER NOT NULL, schema TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS views_by_list ON views (list_id, position);
    CREATE TABLE IF NOT EXISTS app_catalog (
      file TEXT PRIMARY KEY, installed TEXT NOT NULL, package BLOB NOT NULL
    ) WITHOUT ROWID;
  `);
  createCommentTables(database);
  createFileTables(database);
  createVersionTables(database);
  createRecycleBinTables(database);
  createAttachmentTables(database);
  return database;
}
