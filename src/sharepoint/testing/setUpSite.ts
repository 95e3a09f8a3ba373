import { allLists } from '../schema/allLists';
import type { ListSchema } from '../schema/listSchema';
import { schemaVersion } from '../schema/listSchema';
import { expectedAssignments, itemSecurityOf } from '../setup/expectedPermissions';
import { builtInRoles, permissionLevels } from '../setup/permissionLevels';
import type { Assignment, ListState, Role, SiteState } from '../setup/siteState';

export const participantRoleId = 1073741930;
/** The product's own levels as the site has them. */
export const levelsOfProduct: readonly Role[] = permissionLevels.map(({ name, mask }, at) => ({ id: participantRoleId + at, name, mask }));
/** Of SharePoint's Edit level. */
export const editRoleId = 1073741830;

export const owners: Assignment = { principalId: 3, title: 'Intranet Owners', roleIds: [builtInRoles.fullControl] };
export const visitors: Assignment = { principalId: 4, title: 'Intranet Visitors', roleIds: [builtInRoles.read] };
export const members: Assignment = { principalId: 5, title: 'Intranet Members', roleIds: [editRoleId] };

/** A site on which set-up did everything. */
export function setUpSite(more: Partial<SiteState> = {}): SiteState {
  const site = {
    mayManage: true, myId: 7, owners: [], roles: levelsOfProduct, assignments: [owners, visitors, members],
    ownerGroupId: owners.principalId, memberGroupId: members.principalId, version: { id: 1, value: schemaVersion },
  };
  return { ...site, lists: new Map(allLists.map((list) => [list.name, listAsSetUp(list, site)] as const)), ...more };
}

/** The same with one list otherwise. */
export function withList(name: string, change: (list: ListState) => Partial<ListState> | undefined, site: SiteState = setUpSite()): SiteState {
  const lists = new Map(site.lists);
  const list = lists.get(name) as ListState;
  const changed = change(list);
  if (changed) lists.set(name, { ...list, ...changed });
  else lists.delete(name);
  return { ...site, lists };
}

function listAsSetUp(schema: ListSchema, site: Omit<SiteState, 'lists'>): ListState {
  return {
    readSecurity: itemSecurityOf(schema)?.read ?? 1, writeSecurity: itemSecurityOf(schema)?.write ?? 1, hasOwnPermissions: true, viewColumns: schema.viewColumns,
    columns: new Map(schema.columns.map(({ name, type, indexed = false, unique = false }) => [name, { type, indexed, unique }] as const)),
    assignments: expectedAssignments(schema.use, site).map(({ principalId, title, roleId }) => ({ principalId, title, roleIds: [roleId] })),
  };
}
