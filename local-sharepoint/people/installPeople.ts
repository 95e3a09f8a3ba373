import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { builtInRoles } from '../permissions/builtInRoles.ts';
import { assignRole, createScope } from '../permissions/roleAssignments.ts';
import { addRoleDefinition } from '../permissions/roleDefinitions.ts';
import { createPermissionTables } from '../permissions/tables.ts';
import { addGroup, addMember, type Association } from './groups.ts';
import { addPeople, everyoneLogin, findPerson, type PersonInput } from './organisation.ts';
import { addPrincipal, ensureUser, principalById, systemAccountId } from './principals.ts';
import { one, together } from '../storage/prepared.ts';
import { createPeopleTables } from './tables.ts';

interface SamplePerson extends PersonInput {
  readonly role: 'owner' | 'editor' | 'member' | 'visitor';
}

/** Ids as a communication site hands them out: the three groups first, then the owner. */
const groups: readonly { id: number; association: Association; suffix: string; role: string; description: (site: string) => string }[] = [
  { id: 3, association: 'owner', suffix: 'Owners', role: 'Full Control', description: (site) => `Use this group to grant people full control permissions to the SharePoint site: ${site}` },
  { id: 4, association: 'visitor', suffix: 'Visitors', role: 'Read', description: (site) => `Use this group to grant people read permissions to the SharePoint site: ${site}` },
  { id: 5, association: 'member', suffix: 'Members', role: 'Edit', description: (site) => `Use this group to grant people edit permissions to the SharePoint site: ${site}` },
];

/** Makes the tables, and gives a new site its people, groups, permission levels and first permissions. A site that has them is left alone. */
export function installPeople(database: DatabaseSync, webId: string, site: { url: string; title: string }): void {
  createPeopleTables(database);
  createPermissionTables(database);
  if (principalById(database, webId, systemAccountId) !== undefined) {
    return;
  }
  together(database, () => installSite(database, webId, site.title));
}

function installSite(database: DatabaseSync, webId: string, title: string): void {
  const sample = samplePeople();
  if (one(database, 'SELECT 1 FROM people LIMIT 1') === undefined) {
    addPeople(database, sample);
  }
  addPrincipal(database, { web_id: webId, type: 1, login_name: 'SHAREPOINT\\system', title: 'System Account', email: '', site_admin: 0 }, systemAccountId);
  for (const role of builtInRoles) {
    addRoleDefinition(database, webId, role);
  }
  createScope(database, { id: webId, webId, kind: 'web', listId: null, itemId: null }, true);
  for (const group of groups) {
    addGroup(database, {
      webId, id: group.id, title: `${title} ${group.suffix}`, ownerId: 3, description: group.description(title),
      association: group.association, membersOnlyView: false,
    });
    assignRole(database, webId, group.id, builtInRoles.find((role) => role.name === group.role)?.id ?? 0);
  }
  for (const person of sample) {
    if (findPerson(database, person.email) === undefined) {
      continue;
    }
    const { id } = ensureUser(database, webId, person.email);
    if (person.role === 'owner') {
      database.prepare('UPDATE principals SET site_admin = 1 WHERE web_id = ? AND id = ?').run(webId, id);
      addMember(database, webId, 3, id);
    } else if (person.role !== 'visitor') {
      addMember(database, webId, 5, id);
    }
  }
  addMember(database, webId, 4, ensureUser(database, webId, everyoneLogin).id);
}

function samplePeople(): SamplePerson[] {
  return JSON.parse(readFileSync(new URL('./sample/people.json', import.meta.url), 'utf8')) as SamplePerson[];
}
