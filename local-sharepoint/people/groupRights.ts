import { grants } from '../model/basePermissions.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { GroupRow } from './groups.ts';
import { accessDenied } from '../model/refusals.ts';

/** Owners of a group (a person, or everybody in an owning group) and those who manage the site's permissions. */
function isOwner(group: GroupRow, request: Pick<ResourceRequest, 'session'>): boolean {
  const { user, directory, permissions } = request.session;
  return grants(permissions.onWeb(), 'ManagePermissions') || group.owner_id === user.id || directory.groupIdsOf(user.id).includes(group.owner_id);
}

export function maySeeMembers(group: GroupRow, request: Pick<ResourceRequest, 'session'>): boolean {
  const { user, directory } = request.session;
  return group.members_only_view === 0 || isOwner(group, request) || directory.groupIdsOf(user.id).includes(group.id);
}

export function demandView(group: GroupRow, request: ResourceRequest): void {
  if (!maySeeMembers(group, request)) {
    throw accessDenied();
  }
}

export function demandOwnership(group: GroupRow, request: ResourceRequest): void {
  if (!isOwner(group, request)) {
    throw accessDenied();
  }
}

/** Changing who is in a group: its owners, or its members where the group says so. */
export function demandMembership(group: GroupRow, request: ResourceRequest): void {
  const { user, directory } = request.session;
  if (!isOwner(group, request) && !(group.members_edit === 1 && directory.groupIdsOf(user.id).includes(group.id))) {
    throw accessDenied();
  }
}
