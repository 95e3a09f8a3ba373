import type { DatabaseSync } from 'node:sqlite';
import { createSocialTables } from '../social/tables.ts';
import { createProfileTables } from './profiles/tables.ts';

/**
 * `people` is the organisation (one for all sites); `principals` are those a site knows: people, the everyone claim and groups
 * share one series of ids, as in SharePoint; `web_id` is the root web's. Removed principals keep their row (`active` 0), so that items still name their author.
 */
export function createPeopleTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS people (
      email TEXT PRIMARY KEY COLLATE NOCASE, login_name TEXT NOT NULL UNIQUE COLLATE NOCASE, title TEXT NOT NULL,
      given_name TEXT NOT NULL, family_name TEXT NOT NULL, job_title TEXT NOT NULL, department TEXT NOT NULL, office TEXT NOT NULL,
      phone TEXT NOT NULL, manager TEXT COLLATE NOCASE, about TEXT NOT NULL, skills TEXT NOT NULL, interests TEXT NOT NULL,
      photo INTEGER NOT NULL, look TEXT, search_text TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS people_by_manager ON people (manager);
    CREATE TABLE IF NOT EXISTS principals (
      web_id TEXT NOT NULL, id INTEGER NOT NULL, type INTEGER NOT NULL, login_name TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL,
      email TEXT NOT NULL COLLATE NOCASE, site_admin INTEGER NOT NULL DEFAULT 0, active INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (web_id, id)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX IF NOT EXISTS principals_by_login ON principals (web_id, login_name) WHERE active = 1;
    CREATE INDEX IF NOT EXISTS principals_by_email ON principals (web_id, email);
    CREATE TABLE IF NOT EXISTS site_groups (
      web_id TEXT NOT NULL, id INTEGER NOT NULL, description TEXT, owner_id INTEGER NOT NULL, associated_as TEXT,
      members_edit INTEGER NOT NULL DEFAULT 0, request_to_join INTEGER NOT NULL DEFAULT 0, auto_accept INTEGER NOT NULL DEFAULT 0,
      members_only_view INTEGER NOT NULL DEFAULT 1, request_email TEXT,
      PRIMARY KEY (web_id, id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS group_members (
      web_id TEXT NOT NULL, group_id INTEGER NOT NULL, member_id INTEGER NOT NULL, PRIMARY KEY (web_id, group_id, member_id)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS group_members_by_member ON group_members (web_id, member_id);
  `);
  createProfileTables(database);
  createSocialTables(database);
}
