import { fullControlId } from '../permissions/builtInRoles.ts';
import { assignRole } from '../permissions/roleAssignments.ts';
import { roleDefinition } from '../permissions/roleDefinitions.ts';
import { webScope } from '../permissions/sessionPermissions.ts';
import type { Session } from '../session.ts';
import { findWeb, saveWeb, type Web } from '../sites/web.ts';
import { addGroup, addMember, associatedGroup, groupByName, groupById, type Association, type GroupRow } from './groups.ts';
import { ensureUser } from './principals.ts';

const kinds: readonly { readonly association: Association; readonly suffix: string; readonly level: string }[] = [
  { association: 'owner', suffix: 'Owners', level: 'Full Control' }, { association: 'visitor', suffix: 'Visitors', level: 'Read' }, { association: 'member', suffix: 'Members', level: 'Edit' },
];

/** The owners, members or visitors of the session's web: its own, those of the web above, or those of the site collection. */
export function associatedGroupOf(session: Session, association: Association): GroupRow | undefined {
  const { database, rootWebId, webId } = session;
  const web = findWeb(database, webId);
  const own = web && groupIds(web)[association];
  if (own !== undefined) return groupById(database, rootWebId, own);
  return web?.parentId === undefined ? associatedGroup(database, rootWebId, association) : associatedGroupOf(session.inWeb(web.parentId), association);
}

/**
 * Gives a web with permissions of its own the three groups it doesn't have yet, named after the seed or its title, with their levels. The owners begin with the
 * named people, or with who asks (remembered). The root web has them from the start.
 */
export function createAssociatedGroups(session: Session, { seed, owners }: { seed: string; owners: readonly string[] }): void {
  const { database, rootWebId, webId, user } = session;
  const web = findWeb(database, webId);
  if (!web || web.parentId === undefined) return;
  const ids = { ...groupIds(web) };
  for (const { association, suffix, level } of kinds) {
    if (ids[association] !== undefined) continue;
    const title = `${seed === '' ? web.properties.Title : seed} ${suffix}`;
    const group = groupByName(database, rootWebId, title) ?? addGroup(database, { webId: rootWebId, title, ownerId: ids.owner ?? user.id, membersOnlyView: false });
    ids[association] = group.id;
    if (webScope(database, webId) === webId) assignRole(database, webId, group.id, roleDefinition(database, rootWebId, 'name', level)?.id ?? fullControlId);
  }
  for (const login of owners) if (ids.owner !== undefined) addMember(database, rootWebId, ids.owner, ensureUser(database, rootWebId, login).id);
  if (owners.length === 0 && ids.owner !== undefined) addMember(database, rootWebId, ids.owner, user.id);
  web.properties['AssociatedGroups'] = ids;
  saveWeb(database, web);
}

function groupIds({ properties: { AssociatedGroups } }: Web): Partial<Record<Association, number>> {
  return typeof AssociatedGroups === 'object' && AssociatedGroups !== null ? AssociatedGroups : {};
}
