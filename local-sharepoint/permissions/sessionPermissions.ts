import type { DatabaseSync } from 'node:sqlite';
import { PermissionKind, fromHighLow, type PermissionMask } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import type { SiteUser } from '../model/principal.ts';
import { groupIdsOf } from '../people/directory.ts';
import { isGuest } from '../people/organisation.ts';
import { all, one } from '../storage/prepared.ts';
import type { SessionPermissions } from '../session.ts';
import { remembered } from './maskCache.ts';
import { hasUniqueRoleAssignments } from './roleAssignments.ts';

const fullMask = fromHighLow(2147483647, 4294967295);
/**
 * Custom script is off on SharePoint Online's modern sites, which takes "add and customize pages" from everybody. Recorded: the
 * owner's EffectiveBasePermissions are High 2147483647, Low 4294705151 (PnP Core SDK, IsNoScriptTest).
 */
const allowedByScriptPolicy = fullMask & ~(1n << BigInt(PermissionKind.AddAndCustomizePages - 1));

/**
 * What a person may do on each object of a web. Worked out once for each person and scope until permissions change. People and levels are those of
 * the site collection.
 */
export function sessionPermissions(database: DatabaseSync, user: SiteUser, { webId, rootWebId }: { webId: string; rootWebId: string }): SessionPermissions {
  const onList = (list: ListSchema): PermissionMask => effectiveMask(database, user, rootWebId, listScope(database, webId, list.id));
  return {
    onWeb: () => effectiveMask(database, user, rootWebId, webScope(database, webId)),
    onList,
    onItem: (list, scope) => scope === null ? onList(list) : effectiveMask(database, user, rootWebId, scope),
    hiddenScopes: (list) => remembered(database, `hidden ${rootWebId} ${user.id} ${list.id}`, () => hiddenScopes(database, user, rootWebId, list)),
  };
}

/** The scope whose permissions a list has: its own, or that of its web. */
export function listScope(database: DatabaseSync, webId: string, listId: string): string {
  return remembered(database, `unique ${listId}`, () => hasUniqueRoleAssignments(database, listId)) ? listId : webScope(database, webId);
}

/** The scope whose permissions a web has: its own, or that of the web above it. A root web has its own. */
export function webScope(database: DatabaseSync, webId: string): string {
  return remembered(database, `web ${webId}`, () => {
    const parent = hasUniqueRoleAssignments(database, webId) ? undefined : one<{ parent_id: string | null }>(database, 'SELECT parent_id FROM webs WHERE web_id = ?', webId)?.parent_id;
    return parent === undefined || parent === null ? webId : webScope(database, parent);
  });
}

/** The levels of a person, of their groups and of the everyone claim on one scope, put together. */
export function effectiveMask(database: DatabaseSync, user: SiteUser, webId: string, scopeId: string): PermissionMask {
  return remembered(database, `mask ${webId} ${user.id} ${scopeId}`, () => {
    if (user.isSiteAdmin) {
      return allowedByScriptPolicy;
    }
    const identities = new Set(identitiesOf(database, user, webId));
    return all<{ principal_id: number; mask: string }>(database,
      'SELECT a.principal_id, d.mask FROM role_assignments a JOIN role_definitions d ON d.web_id = ? AND d.id = a.role_id WHERE a.scope_id = ?', webId, scopeId)
      .reduce((mask, row) => identities.has(row.principal_id) ? mask | BigInt(row.mask) : mask, 0n) & allowedByScriptPolicy;
  });
}

function identitiesOf(database: DatabaseSync, user: SiteUser, webId: string): readonly number[] {
  return remembered(database, `identities ${webId} ${user.id}`, () => [
    user.id, ...groupIdsOf(database, webId, user.id),
    ...isGuest(user.loginName) ? [] : all<{ id: number }>(database, 'SELECT id FROM principals WHERE web_id = ? AND type = 4 AND active = 1', webId).map((row) => row.id),
  ]);
}

function hiddenScopes(database: DatabaseSync, user: SiteUser, webId: string, list: ListSchema): readonly string[] {
  if (user.isSiteAdmin) {
    return [];
  }
  const identities = JSON.stringify(identitiesOf(database, user, webId));
  const viewing = JSON.stringify(all<{ id: number; mask: string }>(database, 'SELECT id, mask FROM role_definitions WHERE web_id = ?', webId)
    .filter((role) => (BigInt(role.mask) & 1n) === 1n).map((role) => role.id));
  return all<{ id: string }>(database, `SELECT s.id FROM permission_scopes s WHERE s.list_id = ? AND s.kind = 'item' AND NOT EXISTS (
      SELECT 1 FROM role_assignments a WHERE a.scope_id = s.id
      AND a.principal_id IN (SELECT value FROM json_each(?)) AND a.role_id IN (SELECT value FROM json_each(?)))`,
  list.id, identities, viewing).map((row) => row.id);
}
