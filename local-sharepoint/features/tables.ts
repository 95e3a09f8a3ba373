import type { DatabaseSync } from 'node:sqlite';

/** Features that were activated or deactivated since their web (its id) or site collection (its id) was made; all else is as it begins. */
export function createFeatureTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS features (
      scope_id TEXT NOT NULL, feature_id TEXT NOT NULL, active INTEGER NOT NULL, PRIMARY KEY (scope_id, feature_id)
    ) WITHOUT ROWID;
  `);
}
