import type { DatabaseSync } from 'node:sqlite';

/** Custom actions of a site collection (`scope_id`: its id), a web or a list. */
export function createCustomActionTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS user_custom_actions (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, scope_id TEXT NOT NULL, version INTEGER NOT NULL, properties TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS user_custom_actions_by_scope ON user_custom_actions (scope_id);
  `);
}
