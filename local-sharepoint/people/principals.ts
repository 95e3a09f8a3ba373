import type { DatabaseSync } from 'node:sqlite';
import { forgetMasks } from '../permissions/maskCache.ts';
import { everyoneLogin, findPerson } from './organisation.ts';
import { all, change, one } from '../storage/prepared.ts';
import { logonNotFound, userNotFound } from './refusals.ts';

/** A row of `principals`: somebody or something a site knows. */
export interface PrincipalRow {
  readonly web_id: string;
  readonly id: number;
  readonly type: 1 | 4 | 8;
  readonly login_name: string;
  readonly title: string;
  readonly email: string;
  readonly site_admin: 0 | 1;
  readonly active: 0 | 1;
}

export const systemAccountId = 1073741823;

/** By id, also when removed from the site since: items go on naming their author. */
export function principalById(database: DatabaseSync, webId: string, id: number): PrincipalRow | undefined {
  return one<PrincipalRow>(database, 'SELECT * FROM principals WHERE web_id = ? AND id = ?', webId, id);
}

/** A person or claim that is a site user now. Recorded refusal otherwise. */
export function siteUserById(database: DatabaseSync, webId: string, id: number): PrincipalRow {
  const row = principalById(database, webId, id);
  if (row === undefined || row.type === 8 || row.active === 0) {
    throw userNotFound();
  }
  return row;
}

export function principalByLogin(database: DatabaseSync, webId: string, login: string): PrincipalRow | undefined {
  return one<PrincipalRow>(database, 'SELECT * FROM principals WHERE web_id = ? AND login_name = ? AND active = 1', webId, login);
}

export function siteUserByEmail(database: DatabaseSync, webId: string, email: string): PrincipalRow | undefined {
  return one<PrincipalRow>(database, "SELECT * FROM principals WHERE web_id = ? AND email = ? AND email <> '' AND active = 1 AND type <> 8", webId, email);
}

/** People and claims, not groups, by id. */
export function siteUsers(database: DatabaseSync, webId: string): PrincipalRow[] {
  return all<PrincipalRow>(database, 'SELECT * FROM principals WHERE web_id = ? AND type <> 8 AND active = 1 ORDER BY id', webId);
}

/** Ids of people, claims and groups come from one series. The system account stands outside it. */
export function addPrincipal(database: DatabaseSync, row: Omit<PrincipalRow, 'id' | 'active'>, id?: number): PrincipalRow {
  const next = id ?? one<{ next: number }>(database, 'SELECT COALESCE(MAX(id), 5) + 1 AS next FROM principals WHERE web_id = ? AND id < ?', row.web_id, systemAccountId)?.next ?? 6;
  change(database, 'INSERT INTO principals (web_id, id, type, login_name, title, email, site_admin, active) VALUES (?,?,?,?,?,?,?,1)',
    row.web_id, next, row.type, row.login_name, row.title, row.email, row.site_admin);
  return { ...row, id: next, active: 1 };
}

/** Finds a site user by login name or e-mail address; somebody of the organisation the site does not know yet becomes one. */
export function ensureUser(database: DatabaseSync, webId: string, logonName: string): PrincipalRow {
  const known = principalByLogin(database, webId, logonName) ?? siteUserByEmail(database, webId, logonName);
  if (known !== undefined && known.type !== 8) {
    return known;
  }
  if (logonName.toLowerCase() === everyoneLogin) {
    return revive(database, webId, everyoneLogin)
      ?? addPrincipal(database, { web_id: webId, type: 4, login_name: everyoneLogin, title: 'Everyone except external users', email: '', site_admin: 0 });
  }
  const person = findPerson(database, logonName);
  if (person === undefined) {
    throw logonNotFound(logonName);
  }
  return principalByLogin(database, webId, person.login_name) ?? revive(database, webId, person.login_name)
    ?? addPrincipal(database, { web_id: webId, type: 1, login_name: person.login_name, title: person.title, email: person.email, site_admin: 0 });
}

/** Takes a user off the site: out of its groups and off every permission. */
export function removeUser(database: DatabaseSync, webId: string, id: number): void {
  siteUserById(database, webId, id);
  change(database, 'UPDATE principals SET active = 0, site_admin = 0 WHERE web_id = ? AND id = ?', webId, id);
  change(database, 'DELETE FROM group_members WHERE web_id = ? AND member_id = ?', webId, id);
  change(database, 'DELETE FROM role_assignments WHERE principal_id = ?1 AND scope_id IN (SELECT id FROM permission_scopes WHERE web_id = ?2 OR web_id IN (SELECT web_id FROM webs WHERE root_web_id = ?2))', id, webId);
  forgetMasks(database);
}

function revive(database: DatabaseSync, webId: string, login: string): PrincipalRow | undefined {
  const removed = one<{ id: number }>(database, 'SELECT id FROM principals WHERE web_id = ? AND login_name = ? AND active = 0 AND type <> 8', webId, login);
  if (removed === undefined) {
    return undefined;
  }
  change(database, 'UPDATE principals SET active = 1 WHERE web_id = ? AND id = ?', webId, removed.id);
  forgetMasks(database);
  return principalById(database, webId, removed.id);
}
