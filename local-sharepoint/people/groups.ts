import type { DatabaseSync } from 'node:sqlite';
import { wrongType } from '../odata/invalidQuery.ts';
import { forgetMasks } from '../permissions/maskCache.ts';
import { addPrincipal, principalById, type PrincipalRow } from './principals.ts';
import { all, change, one } from '../storage/prepared.ts';

export interface GroupRow extends PrincipalRow {
  readonly description: string | null;
  readonly owner_id: number;
  readonly members_edit: 0 | 1;
  readonly request_to_join: 0 | 1;
  readonly auto_accept: 0 | 1;
  readonly members_only_view: 0 | 1;
  readonly request_email: string | null;
}
export type Association = 'owner' | 'member' | 'visitor';

const selectGroup = 'SELECT p.*, g.description, g.owner_id, g.members_edit, g.request_to_join, g.auto_accept, g.members_only_view, g.request_email'
  + ' FROM principals p JOIN site_groups g ON g.web_id = p.web_id AND g.id = p.id WHERE p.web_id = ? AND p.active = 1';

/** All groups of a site, by title as SharePoint lists them. */
export function siteGroups(database: DatabaseSync, webId: string): GroupRow[] {
  return all<GroupRow>(database, `${selectGroup} ORDER BY p.title COLLATE NOCASE`, webId);
}

export function groupById(database: DatabaseSync, webId: string, id: number): GroupRow | undefined {
  return one<GroupRow>(database, `${selectGroup} AND p.id = ?`, webId, id);
}

export function groupByName(database: DatabaseSync, webId: string, name: string): GroupRow | undefined {
  return one<GroupRow>(database, `${selectGroup} AND p.login_name = ?`, webId, name);
}

/** The site's owners, members or visitors. */
export function associatedGroup(database: DatabaseSync, webId: string, association: Association): GroupRow | undefined {
  return one<GroupRow>(database, `${selectGroup} AND g.associated_as = ?`, webId, association);
}

/** The groups somebody is a direct member of. */
export function groupsOf(database: DatabaseSync, webId: string, memberId: number): GroupRow[] {
  return all<GroupRow>(database, `${selectGroup} AND p.id IN (SELECT group_id FROM group_members WHERE web_id = ? AND member_id = ?) ORDER BY p.title COLLATE NOCASE`, webId, webId, memberId);
}

export function membersOf(database: DatabaseSync, webId: string, groupId: number): PrincipalRow[] {
  return all<PrincipalRow>(database,
    'SELECT p.* FROM group_members m JOIN principals p ON p.web_id = m.web_id AND p.id = m.member_id WHERE m.web_id = ? AND m.group_id = ? AND p.active = 1 ORDER BY p.id', webId, groupId);
}

export function isMember(database: DatabaseSync, webId: string, groupId: number, memberId: number): boolean {
  return one(database, 'SELECT 1 FROM group_members WHERE web_id = ? AND group_id = ? AND member_id = ?', webId, groupId, memberId) !== undefined;
}

export interface NewGroup {
  readonly webId: string;
  readonly title: string;
  readonly ownerId: number;
  readonly description?: string | null;
  readonly id?: number;
  readonly association?: Association;
  readonly membersOnlyView?: boolean;
}

/** A new group without members. Recorded defaults: only members see the membership, only the owner changes it. */
export function addGroup(database: DatabaseSync, group: NewGroup): GroupRow {
  const row = addPrincipal(database, { web_id: group.webId, type: 8, login_name: group.title, title: group.title, email: '', site_admin: 0 }, group.id);
  change(database, 'INSERT INTO site_groups (web_id, id, description, owner_id, associated_as, members_only_view) VALUES (?,?,?,?,?,?)',
    group.webId, row.id, group.description ?? null, group.ownerId, group.association ?? null, group.membersOnlyView === false ? 0 : 1);
  return groupById(database, group.webId, row.id) as GroupRow;
}

export function addMember(database: DatabaseSync, webId: string, groupId: number, memberId: number): void {
  change(database, 'INSERT OR IGNORE INTO group_members VALUES (?,?,?)', webId, groupId, memberId);
  forgetMasks(database);
}

export function removeMember(database: DatabaseSync, webId: string, groupId: number, memberId: number): void {
  change(database, 'DELETE FROM group_members WHERE web_id = ? AND group_id = ? AND member_id = ?', webId, groupId, memberId);
  forgetMasks(database);
}

/** Deletes a group; what it was allowed to do goes with it. */
export function removeGroup(database: DatabaseSync, webId: string, id: number): void {
  change(database, 'DELETE FROM group_members WHERE web_id = ? AND group_id = ?', webId, id);
  change(database, 'DELETE FROM role_assignments WHERE principal_id = ?1 AND scope_id IN (SELECT id FROM permission_scopes WHERE web_id = ?2 OR web_id IN (SELECT web_id FROM webs WHERE root_web_id = ?2))', id, webId);
  change(database, 'UPDATE principals SET active = 0 WHERE web_id = ? AND id = ?', webId, id);
  change(database, 'UPDATE site_groups SET associated_as = NULL WHERE web_id = ? AND id = ?', webId, id);
  forgetMasks(database);
}

/** Columns a client may change, under SharePoint's names. */
const changeable: Readonly<Record<string, string>> = {
  Description: 'description', AllowMembersEditMembership: 'members_edit', AllowRequestToJoinLeave: 'request_to_join',
  AutoAcceptRequestToJoinLeave: 'auto_accept', OnlyAllowMembersViewMembership: 'members_only_view', RequestToJoinLeaveEmailSetting: 'request_email',
};

/** Whether a group has a property of this name that a client may set. */
export function isGroupProperty(name: string): boolean {
  return name === 'Title' || Object.hasOwn(changeable, name);
}

/** Sets properties of a group under SharePoint's names. Throws for values of a wrong type. */
export function updateGroup(database: DatabaseSync, webId: string, id: number, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'Title') {
      if (typeof value !== 'string') throw wrongType('Edm.String');
      change(database, 'UPDATE principals SET title = ?1, login_name = ?1 WHERE web_id = ?2 AND id = ?3', value, webId, id);
    } else if (Object.hasOwn(changeable, name)) {
      change(database, `UPDATE site_groups SET ${changeable[name]} = ? WHERE web_id = ? AND id = ?`, stored(name, value), webId, id);
    }
  }
}

function stored(name: string, value: unknown): string | number | null {
  const text = name === 'Description' || name === 'RequestToJoinLeaveEmailSetting';
  if (text && (value === null || typeof value === 'string')) return value;
  if (text || typeof value !== 'boolean') throw wrongType(text ? 'Edm.String' : 'Edm.Boolean');
  return Number(value);
}

/** Makes a person or another group the owner of a group. */
export function setGroupOwner(database: DatabaseSync, webId: string, id: number, ownerId: number): void {
  if (principalById(database, webId, ownerId) !== undefined) {
    change(database, 'UPDATE site_groups SET owner_id = ? WHERE web_id = ? AND id = ?', ownerId, webId, id);
  }
}
