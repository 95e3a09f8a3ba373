import type { DatabaseSync } from 'node:sqlite';
import { createChangeTables } from '../changes/tables.ts';

/**
 * A scope is an object with permissions of its own: a web (its id; a root web always), a list (its id) or an item (an id of its own, in the item's
 * `_scope` column). Everything else takes those of the nearest scope above.
 */
export function createPermissionTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS role_definitions (
      web_id TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, description TEXT, mask TEXT NOT NULL,
      hidden INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (web_id, id), UNIQUE (web_id, name)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS permission_scopes (
      id TEXT PRIMARY KEY, web_id TEXT NOT NULL, kind TEXT NOT NULL, list_id TEXT, item_id INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS permission_scopes_by_list ON permission_scopes (list_id, kind);
    CREATE TABLE IF NOT EXISTS role_assignments (
      scope_id TEXT NOT NULL, principal_id INTEGER NOT NULL, role_id INTEGER NOT NULL, PRIMARY KEY (scope_id, principal_id, role_id)
    ) WITHOUT ROWID;
  `);
  createChangeTables(database);
}
