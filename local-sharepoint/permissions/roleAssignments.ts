import type { DatabaseSync } from 'node:sqlite';
import { logScopeChange } from '../changes/changeLog.ts';
import { all, change, one } from '../storage/prepared.ts';
import { limitedAccessId } from './builtInRoles.ts';
import { forgetMasks } from './maskCache.ts';
import type { RoleDefinition } from './roleDefinitions.ts';

/** An object with permissions of its own. */
export interface PermissionScope {
  readonly id: string;
  readonly webId: string;
  readonly kind: 'web' | 'list' | 'item';
  readonly listId: string | null;
  readonly itemId: number | null;
}

/** Whether a list or a web has permissions of its own. */
export function hasUniqueRoleAssignments(database: DatabaseSync, id: string): boolean {
  return one(database, 'SELECT 1 FROM permission_scopes WHERE id = ?', id) !== undefined;
}

/** `newSite`: of a site collection that is just being made, of which nobody is told. */
export function createScope(database: DatabaseSync, scope: PermissionScope, newSite = false): void {
  change(database, 'INSERT OR IGNORE INTO permission_scopes VALUES (?,?,?,?,?)', scope.id, scope.webId, scope.kind, scope.listId, scope.itemId);
  if (!newSite) logScopeChange(database, scope.id, 'ScopeAdd');
  forgetMasks(database);
}

export function removeScope(database: DatabaseSync, scopeId: string): void {
  logScopeChange(database, scopeId, 'ScopeDelete');
  change(database, 'DELETE FROM role_assignments WHERE scope_id = ?', scopeId);
  change(database, 'DELETE FROM permission_scopes WHERE id = ?', scopeId);
  forgetMasks(database);
}

/** Drops everything kept about a list; to be called when it is deleted. */
export function forgetListPermissions(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM role_assignments WHERE scope_id IN (SELECT id FROM permission_scopes WHERE list_id = ?)', listId);
  change(database, 'DELETE FROM permission_scopes WHERE list_id = ?', listId);
  forgetMasks(database);
}

/** Drops the permissions of a web itself; to be called when it is deleted. */
export function forgetWebPermissions(database: DatabaseSync, webId: string): void {
  change(database, 'DELETE FROM role_assignments WHERE scope_id = ?', webId);
  change(database, 'DELETE FROM permission_scopes WHERE id = ?', webId);
  forgetMasks(database);
}

export function assignRole(database: DatabaseSync, scopeId: string, principalId: number, roleId: number): void {
  const added = change(database, 'INSERT OR IGNORE INTO role_assignments VALUES (?,?,?)', scopeId, principalId, roleId);
  if (added > 0) logScopeChange(database, scopeId, 'AssignmentAdd');
  forgetMasks(database);
}

/** Takes one permission level, or all of them, from somebody. */
export function unassignRole(database: DatabaseSync, scopeId: string, principalId: number, roleId?: number): void {
  const removed = change(database, 'DELETE FROM role_assignments WHERE scope_id = ?1 AND principal_id = ?2 AND (?3 IS NULL OR role_id = ?3)', scopeId, principalId, roleId ?? null);
  if (removed > 0) logScopeChange(database, scopeId, 'AssignmentDelete');
  forgetMasks(database);
}

/** Gives a scope what another one has, without Limited Access: that belongs to what lies below the other one. */
export function copyAssignments(database: DatabaseSync, from: string, to: string): void {
  change(database, 'INSERT OR IGNORE INTO role_assignments SELECT ?, principal_id, role_id FROM role_assignments WHERE scope_id = ? AND role_id <> ?', to, from, limitedAccessId);
  forgetMasks(database);
}

export function assignedPrincipals(database: DatabaseSync, scopeId: string): number[] {
  return all<{ principal_id: number }>(database, 'SELECT DISTINCT principal_id FROM role_assignments WHERE scope_id = ? ORDER BY principal_id', scopeId).map((row) => row.principal_id);
}

export function assignedRoles(database: DatabaseSync, webId: string, scopeId: string, principalId: number): RoleDefinition[] {
  return all<Omit<RoleDefinition, 'mask' | 'hidden'> & { mask: string; hidden: number }>(database,
    'SELECT d.id, d.name, d.description, d.mask, d.hidden, d.position, d.kind FROM role_assignments a JOIN role_definitions d ON d.web_id = ? AND d.id = a.role_id WHERE a.scope_id = ? AND a.principal_id = ? ORDER BY d.position, d.id',
    webId, scopeId, principalId).map((row) => ({ ...row, mask: BigInt(row.mask), hidden: row.hidden === 1 }));
}
