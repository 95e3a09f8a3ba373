import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createCommentTables } from '../comments/tables.ts';
import { createAttachmentTables } from '../attachments/tables.ts';
import { createContentTypeTables } from '../contentTypes/tables.ts';
import { createCustomActionTables } from '../customActions/tables.ts';
import { createFeatureTables } from '../features/tables.ts';
import { createFileTables } from '../files/tables.ts';
import { createNavigationTables } from '../navigation/tables.ts';
import { createSiteColumnTable } from '../lists/siteColumns.ts';
import { createRecycleBinTables } from '../recycleBin/tables.ts';
import { createWebTables } from '../sites/tables.ts';
import { createMailTable } from '../utilities/tables.ts';
import { createSubscriptionTables } from '../subscriptions/tables.ts';
import { createSitePagesTables } from '../sitePages/tables.ts';
import { createVersionTables } from '../versions/tables.ts';
import { upgradeData } from './dataFormat.ts';
import { dataUnusable } from './dataUnusable.ts';

/**
 * Opens the database under `folder`, making both when they are not there, and brings older data up to date. `:memory:` keeps nothing. One program at
 * a time: what is known of lists and permissions is kept in memory. Throws `DataUnusable`.
 *
 * With a write-ahead log and `synchronous = NORMAL` what was written survives the death of this program at any moment; what the machine's own
 * power loss may cost are the last moments, never the whole (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(folder: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (folder !== ':memory:') mkdirSync(folder, { recursive: true });
    database = new DatabaseSync(folder === ':memory:' ? folder : join(folder, 'sharepoint.db'));
    // A predecessor that is still stopping gets two seconds.
    database.exec(`
      PRAGMA busy_timeout = 2000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;
      BEGIN IMMEDIATE;
    `);
    upgradeData(database, folder);
    createTables(database);
    database.exec('COMMIT');
    return database;
  } catch (failure) {
    database?.close();
    throw dataUnusable(folder, failure);
  }
}

function createTables(database: DatabaseSync): void {
  database.exec(`
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
  createWebTables(database);
  createNavigationTables(database);
  createContentTypeTables(database);
  createFeatureTables(database);
  createCustomActionTables(database);
  createCommentTables(database);
  createFileTables(database);
  createSiteColumnTable(database);
  createVersionTables(database);
  createRecycleBinTables(database);
  createAttachmentTables(database);
  createSitePagesTables(database);
  createMailTable(database);
  createSubscriptionTables(database);
}
