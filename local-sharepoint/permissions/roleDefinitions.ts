import type { DatabaseSync } from 'node:sqlite';
import type { PermissionMask } from '../model/basePermissions.ts';
import { all, change, one } from '../storage/prepared.ts';
import { forgetMasks } from './maskCache.ts';

/** A permission level. */
export interface RoleDefinition {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly mask: PermissionMask;
  readonly hidden: boolean;
  readonly position: number;
  /** SP.RoleType; 0 for those a site made itself. */
  readonly kind: number;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly mask: string;
  readonly hidden: 0 | 1;
  readonly position: number;
  readonly kind: number;
}

const fromRow = (row: Row): RoleDefinition => ({ ...row, mask: BigInt(row.mask), hidden: row.hidden === 1 });
const select = 'SELECT id, name, description, mask, hidden, position, kind FROM role_definitions WHERE web_id = ?';

/** In SharePoint's order. */
export function roleDefinitions(database: DatabaseSync, webId: string): RoleDefinition[] {
  return all<Row>(database, `${select} ORDER BY position, id`, webId).map(fromRow);
}

export function roleDefinition(database: DatabaseSync, webId: string, by: 'id' | 'name' | 'kind', value: number | string): RoleDefinition | undefined {
  const row = one<Row>(database, `${select} AND ${by} = ?`, webId, value);
  return row === undefined ? undefined : fromRow(row);
}

export function addRoleDefinition(database: DatabaseSync, webId: string, role: RoleDefinition): void {
  change(database, 'INSERT INTO role_definitions VALUES (?,?,?,?,?,?,?,?)',
    webId, role.id, role.name, role.description, String(role.mask), Number(role.hidden), role.position, role.kind);
}

/** Ids of a site's own levels follow those of the built-in ones. */
export function nextRoleId(database: DatabaseSync, webId: string): number {
  return one<{ next: number }>(database, 'SELECT MAX(1073741924, MAX(id) + 1) AS next FROM role_definitions WHERE web_id = ?', webId)?.next ?? 1073741924;
}

export function updateRoleDefinition(database: DatabaseSync, webId: string, role: RoleDefinition): void {
  change(database, 'UPDATE role_definitions SET name = ?, description = ?, mask = ?, position = ? WHERE web_id = ? AND id = ?',
    role.name, role.description, String(role.mask), role.position, webId, role.id);
  forgetMasks(database);
}

/** Deletes a level; whoever was given it no longer has it. */
export function removeRoleDefinition(database: DatabaseSync, webId: string, id: number): void {
  change(database, 'DELETE FROM role_assignments WHERE role_id = ?1 AND scope_id IN (SELECT id FROM permission_scopes WHERE web_id = ?2 OR web_id IN (SELECT web_id FROM webs WHERE root_web_id = ?2))', id, webId);
  change(database, 'DELETE FROM role_definitions WHERE web_id = ? AND id = ?', webId, id);
  forgetMasks(database);
}
