import type { ListUse } from '../schema/listSchema';
import { builtInRoles, participantRoleName } from './participantRole';
import type { Assignment, SiteState } from './siteState';

/** Who shall have which permission level on a list. `roleId` 0 stands for the participants' level while the site does not have it. */
export interface ExpectedAssignment { readonly principalId: number; readonly title: string; readonly roleId: number }

/**
 * Owners keep full control; editors (the site's members) write themes; everyone else who can read the site takes part, or reads. Nobody but owners
 * keeps *Edit*: it holds ManageLists, and who manages a list is not bound by its item-level security.
 */
export function expectedAssignments(use: ListUse, state: Pick<SiteState, 'assignments' | 'ownerGroupId' | 'memberGroupId' | 'roles'>): ExpectedAssignment[] {
  const participant = state.roles.find((role) => role.name === participantRoleName)?.id ?? 0;
  return state.assignments.filter(canRead).map((assignment) => ({
    principalId: assignment.principalId, title: assignment.title, roleId: isOwner(assignment, state) ? builtInRoles.fullControl : roleFor(use, assignment, state, participant),
  }));
}

function roleFor(use: ListUse, { principalId }: Assignment, { memberGroupId }: Pick<SiteState, 'memberGroupId'>, participant: number): number {
  if (use === 'participantsWrite') return participant;
  return use === 'editorsWrite' && principalId === memberGroupId ? builtInRoles.contribute : builtInRoles.read;
}

function isOwner({ principalId, roleIds }: Assignment, { ownerGroupId }: Pick<SiteState, 'ownerGroupId'>): boolean {
  return principalId === ownerGroupId || roleIds.indexOf(builtInRoles.fullControl) >= 0;
}

/** Limited Access alone comes from something below the site and reads nothing. */
function canRead({ roleIds }: Assignment): boolean {
  return roleIds.some((id) => !isLimited(id));
}

export function isLimited(roleId: number): boolean {
  return roleId === builtInRoles.limitedAccess || roleId === builtInRoles.webOnlyLimitedAccess;
}
