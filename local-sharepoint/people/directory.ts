import type { DatabaseSync } from 'node:sqlite';
import type { Principal, SiteUser } from '../model/principal.ts';
import type { SessionDirectory } from '../session.ts';
import { findPerson, userPrincipalNameOf } from './organisation.ts';
import { all, one } from '../storage/prepared.ts';
import { ensureUser, principalById, principalByLogin, siteUserByEmail, type PrincipalRow } from './principals.ts';

/** People and groups of a site by id, looked up once for each session. */
export function sessionDirectory(database: DatabaseSync, webId: string): SessionDirectory {
  const known = new Map<number, Principal | undefined>();
  const principal = (id: number): Principal | undefined => {
    if (!known.has(id)) {
      const row = principalById(database, webId, id);
      if (row === undefined) {
        return undefined;
      }
      known.set(id, toPrincipal(database, row));
    }
    return known.get(id);
  };
  return {
    principal,
    user: (id) => {
      const found = principal(id);
      return found?.principalType === 1 ? found as SiteUser : undefined;
    },
    groupIdsOf: (userId) => groupIdsOf(database, webId, userId),
  };
}

/** The groups a person belongs to, also by the everyone claim, which guests don't have. */
export function groupIdsOf(database: DatabaseSync, webId: string, userId: number): readonly number[] {
  return all<{ group_id: number }>(database,
    `SELECT DISTINCT group_id FROM group_members WHERE web_id = ?1 AND (member_id = ?2 OR (member_id IN (SELECT id FROM principals WHERE web_id = ?1 AND type = 4 AND active = 1)
      AND NOT EXISTS (SELECT 1 FROM principals WHERE web_id = ?1 AND id = ?2 AND login_name LIKE '%#ext#%'))) ORDER BY group_id`,
    webId, userId).map((row) => row.group_id);
}

/** Somebody of the organisation as a user of this site; one who comes for the first time becomes a site user, as in SharePoint. */
export function findUser(database: DatabaseSync, webId: string, emailOrLogin: string): SiteUser | undefined {
  const row = principalByLogin(database, webId, emailOrLogin) ?? siteUserByEmail(database, webId, emailOrLogin)
    ?? (findPerson(database, emailOrLogin) === undefined ? undefined : ensureUser(database, webId, emailOrLogin));
  return row?.type === 1 ? toSiteUser(database, row) : undefined;
}

/** The site's first administrator, for whom requests without a name are answered. */
export function owner(database: DatabaseSync, webId: string): SiteUser {
  const row = one<PrincipalRow>(database, 'SELECT * FROM principals WHERE web_id = ? AND type = 1 AND site_admin = 1 AND active = 1 AND email <> \'\' ORDER BY id LIMIT 1', webId);
  if (row === undefined) {
    throw new Error(`The site ${webId} has no owner.`);
  }
  return toSiteUser(database, row);
}

function toPrincipal(database: DatabaseSync, row: PrincipalRow): Principal {
  return row.type === 1 ? toSiteUser(database, row) : { id: row.id, principalType: row.type, loginName: row.login_name, title: row.title };
}

/** A row with what the organisation knows of the person. */
export function toSiteUser(database: DatabaseSync, row: PrincipalRow): SiteUser {
  const person = findPerson(database, row.login_name);
  return {
    id: row.id, principalType: 1, loginName: row.login_name, title: row.title, email: row.email, userPrincipalName: userPrincipalNameOf(row),
    jobTitle: person?.job_title ?? '', department: person?.department ?? '', isSiteAdmin: row.site_admin === 1,
  };
}
