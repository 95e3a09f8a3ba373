import type { DatabaseSync } from 'node:sqlite';

/** What people set of their own profiles (beside what the organisation knows), and pictures they uploaded. */
export function createProfileTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS profile_values (
      login_name TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (login_name, name)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS profile_pictures (
      login_name TEXT PRIMARY KEY COLLATE NOCASE, content_type TEXT NOT NULL, bytes BLOB NOT NULL, changed TEXT NOT NULL
    );
  `);
}
