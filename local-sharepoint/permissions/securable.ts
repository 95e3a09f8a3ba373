import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PermissionMask } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { change, one } from '../storage/prepared.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Session } from '../session.ts';
import { fullControlId, limitedAccessId } from './builtInRoles.ts';
import { forgetMasks } from './maskCache.ts';
import { assignedPrincipals, assignRole, copyAssignments, createScope, removeScope } from './roleAssignments.ts';
import { findWeb, websBelow } from '../sites/web.ts';
import { listScope, webScope } from './sessionPermissions.ts';

/** Something that can have permissions of its own. */
export type Securable =
  | { readonly kind: 'web' }
  | { readonly kind: 'list'; readonly list: ListSchema }
  | { readonly kind: 'item'; readonly list: ListSchema; readonly itemId: number };

/** The scope an object has itself, if it does. */
export function ownScope(securable: Securable, session: Session): string | undefined {
  const { database, webId } = session;
  switch (securable.kind) {
    case 'web': return webScope(database, webId) === webId ? webId : undefined;
    case 'list': return listScope(database, webId, securable.list.id) === securable.list.id ? securable.list.id : undefined;
    case 'item': return one<{ _scope: string | null }>(database, `SELECT _scope FROM "${securable.list.table}" WHERE ID = ?`, securable.itemId)?._scope ?? undefined;
  }
}

/** The object of this web whose permissions this one has: itself, its list, or the web, which may have those of one above. */
export function scopeHolder(securable: Securable, session: Session): Securable {
  if (ownScope(securable, session) !== undefined) {
    return securable;
  }
  return securable.kind === 'item' ? scopeHolder({ kind: 'list', list: securable.list }, session) : { kind: 'web' };
}

/** The scope whose permissions hold for an object. */
export function scopeOf(securable: Securable, session: Session): string {
  return ownScope(scopeHolder(securable, session), session) ?? webScope(session.database, session.webId);
}

/** What the session's person may do with an object. */
export function maskOn(securable: Securable, session: Session): PermissionMask {
  switch (securable.kind) {
    case 'web': return session.permissions.onWeb();
    case 'list': return session.permissions.onList(securable.list);
    case 'item': return session.permissions.onItem(securable.list, ownScope(securable, session) ?? null);
  }
}

/** `_api/`-relative address of an object. */
export function linkOf(securable: Securable): string {
  const list = securable.kind === 'web' ? '' : `/Lists(guid'${securable.list.id}')`;
  return `Web${list}${securable.kind === 'item' ? `/Items(${securable.itemId})` : ''}`;
}

/**
 * Gives an object permissions of its own: those it had until now, or Full Control for the current user alone. An object that has
 * them keeps them. `clearSubscopes`: everything below takes its permissions from here again.
 */
export function breakInheritance(securable: Securable, session: Session, copy: boolean, clearSubscopes: boolean): void {
  const { database, webId, user } = session;
  if (securable.kind === 'item' && isFolder(database, securable)) {
    throw notHereYet('permissions of a folder');
  }
  if (ownScope(securable, session) === undefined) {
    const parent = scopeOf(securable, session);
    const id = securable.kind === 'web' ? webId : securable.kind === 'list' ? securable.list.id : randomUUID();
    createScope(database, { id, webId, kind: securable.kind, listId: securable.kind === 'web' ? null : securable.list.id, itemId: securable.kind === 'item' ? securable.itemId : null });
    if (securable.kind === 'item') {
      setItemScope(database, securable, id);
    } else if (securable.kind === 'list') {
      securable.list.hasUniqueRoleAssignments = true;
    }
    if (copy) {
      copyAssignments(database, parent, id);
    } else {
      assignRole(database, id, user.id, fullControlId);
    }
    for (const principal of assignedPrincipals(database, id)) {
      grantLimitedAccess(securable, session, principal);
    }
  }
  if (clearSubscopes) {
    clearScopesBelow(securable, session);
  }
}

/** Gives up an object's own permissions. */
export function resetInheritance(securable: Securable, session: Session): void {
  const { database } = session;
  const scope = ownScope(securable, session);
  if (securable.kind === 'web' && session.webId === session.rootWebId) {
    throw notHereYet('resetroleinheritance of the root web of a site collection');
  }
  if (scope === undefined) {
    return;
  }
  removeScope(database, scope);
  if (securable.kind === 'item') {
    setItemScope(database, securable, null);
  } else if (securable.kind === 'list') {
    securable.list.hasUniqueRoleAssignments = false;
  }
}

/**
 * Who is given something below an object must be able to reach it: SharePoint gives them Limited Access on what lies above, unless
 * they have a level there already (remembered, not recorded).
 */
export function grantLimitedAccess(securable: Securable, session: Session, principalId: number): void {
  const { database } = session;
  const ofList = securable.kind === 'item' ? ownScope({ kind: 'list', list: securable.list }, session) : undefined;
  const web = securable.kind === 'web' ? scopeAbove(database, session.webId) : webScope(database, session.webId);
  for (const scope of [...ofList === undefined ? [] : [ofList], ...web === undefined ? [] : [web, ...scopesAbove(database, web)]]) {
    if (!assignedPrincipals(database, scope).includes(principalId)) {
      assignRole(database, scope, principalId, limitedAccessId);
    }
  }
}

/** The scopes of the webs above one that has its own, nearest first. */
function scopesAbove(database: DatabaseSync, webId: string): string[] {
  const above = scopeAbove(database, webId);
  return above === undefined ? [] : [above, ...scopesAbove(database, above)];
}

function scopeAbove(database: DatabaseSync, webId: string): string | undefined {
  const parent = findWeb(database, webId)?.parentId;
  return parent === undefined ? undefined : webScope(database, parent);
}

/** Below a web are its lists, and webs that have its permissions, with theirs ([MS-CSOM], BreakRoleInheritance). */
function clearScopesBelow(securable: Securable, session: Session): void {
  const { database, webId, lists } = session;
  if (securable.kind === 'item') {
    return;
  }
  if (securable.kind === 'web') {
    websBelow(database, webId).filter((web) => webScope(database, web.webId) !== web.webId).forEach((web) => clearScopesBelow(securable, session.inWeb(web.webId)));
  }
  const below = securable.kind === 'list' ? [securable.list] : lists.all();
  for (const list of below) {
    change(database, `UPDATE "${list.table}" SET _scope = NULL WHERE _scope IS NOT NULL`);
    change(database, "DELETE FROM role_assignments WHERE scope_id IN (SELECT id FROM permission_scopes WHERE list_id = ? AND kind = 'item')", list.id);
    change(database, "DELETE FROM permission_scopes WHERE list_id = ? AND kind = 'item'", list.id);
    if (securable.kind === 'web' && listScope(database, webId, list.id) === list.id) {
      removeScope(database, list.id);
      list.hasUniqueRoleAssignments = false;
    }
  }
  forgetMasks(database);
}

function setItemScope(database: DatabaseSync, item: Extract<Securable, { kind: 'item' }>, scope: string | null): void {
  change(database, `UPDATE "${item.list.table}" SET _scope = ? WHERE ID = ?`, scope, item.itemId);
  forgetMasks(database);
}

function isFolder(database: DatabaseSync, item: Extract<Securable, { kind: 'item' }>): boolean {
  return one<{ FSObjType: number }>(database, `SELECT FSObjType FROM "${item.list.table}" WHERE ID = ?`, item.itemId)?.FSObjType === 1;
}
