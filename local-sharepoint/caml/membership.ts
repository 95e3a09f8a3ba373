import { badCaml, attribute, attributeOr, type Node } from './xml.ts';
import { maySeeMembers } from '../people/groupRights.ts';
import { groupById, membersOf, siteGroups } from '../people/groups.ts';
import { assignedPrincipals } from '../permissions/roleAssignments.ts';
import { webScope } from '../permissions/sessionPermissions.ts';
import type { Condition, QueryColumn } from '../query/condition.ts';
import type { Session } from '../session.ts';
import { all } from '../storage/prepared.ts';

/**
 * `<Membership Type="CurrentUserGroups"><FieldRef Name="Helper"/></Membership>`: a person column that holds one of certain people or groups. Types: Microsoft's
 * documentation of the element. Somebody who may not see the members of a group finds nothing by them.
 */
export function membership(node: Node, column: QueryColumn, session: Session): Condition {
  if (column.field?.type !== 'User' && column.field?.type !== 'UserMulti') throw badCaml();
  return { kind: 'in', column, values: [...principals(node, session)] };
}

function principals(node: Node, session: Session): readonly number[] {
  const { database, rootWebId, user, directory } = session;
  switch (attribute(node, 'Type')) {
    case 'CurrentUserGroups': return directory.groupIdsOf(user.id);
    case 'SPGroup': return membersOfGroup(Number(attributeOr(node, 'ID', '')), session);
    case 'SPWeb.Groups': return siteGroups(database, rootWebId).map(({ id }) => id);
    case 'SPWeb.Users': return assignedPrincipals(database, webScope(database, session.webId)).filter((id) => directory.user(id) !== undefined);
    case 'SPWeb.AllUsers': return all<{ id: number }>(database, 'SELECT id FROM principals WHERE web_id = ? AND type = 1 AND active = 1', rootWebId).map(({ id }) => id);
    default: throw badCaml();
  }
}

function membersOfGroup(id: number, session: Session): readonly number[] {
  if (!Number.isSafeInteger(id) || id < 1) throw badCaml();
  const group = groupById(session.database, session.rootWebId, id);
  return group && maySeeMembers(group, { session }) ? membersOf(session.database, session.rootWebId, id).map((member) => member.id) : [];
}
