import type { ListUse } from '../schema/listSchema';
import { adderLevel, builtInRoles, moderatorLevel, participantLevel, type PermissionLevel } from './permissionLevels';
import type { Assignment, SiteState } from './siteState';

/** Who shall have which permission level on a list. `roleId` 0 stands for a level of the product's own while the site does not have it. */
export interface ExpectedAssignment { readonly principalId: number; readonly title: string; readonly roleId: number }

type Known = Pick<SiteState, 'assignments' | 'ownerGroupId' | 'memberGroupId' | 'roles'>;

/**
 * Owners keep full control; editors (the site's members) write what is theirs; everyone else who can read the site takes part, or reads. Nobody
 * but owners keeps *Edit*: it holds ManageLists, and who manages a list can lift its item-level security.
 */
export function expectedAssignments(use: ListUse, state: Known): ExpectedAssignment[] {
  return state.assignments.filter(canRead).reduce<ExpectedAssignment[]>((all, assignment) => {
    const roleId = isOwner(assignment, state) ? builtInRoles.fullControl : roleFor(use, assignment.principalId === state.memberGroupId, state);
    return roleId === undefined ? all : all.concat({ principalId: assignment.principalId, title: assignment.title, roleId });
  }, []);
}

/** Undefined: none at all. */
function roleFor(use: ListUse, isEditor: boolean, { roles }: Known): number | undefined {
  const idOf = ({ name }: PermissionLevel): number => roles.find((role) => role.name === name)?.id ?? 0;
  switch (use) {
    case 'participantsWrite': case 'participantsPrivate': return idOf(participantLevel);
    case 'participantsReport': return idOf(isEditor ? moderatorLevel : participantLevel);
    case 'participantsAdd': return isEditor ? builtInRoles.contribute : idOf(adderLevel);
    case 'editorsWrite': return isEditor ? builtInRoles.contribute : builtInRoles.read;
    case 'editorsOnly': return isEditor ? builtInRoles.contribute : undefined;
    default: return builtInRoles.read;
  }
}

/** Participants change only their own rows, of some lists they read only their own; SharePoint has no such security for libraries. */
export function itemSecurityOf({ use, isLibrary }: { readonly use: ListUse; readonly isLibrary?: true }): { readonly read: 1 | 2; readonly write: 1 | 2 } | undefined {
  if (isLibrary) return undefined;
  const isPrivate = use === 'participantsPrivate' || use === 'participantsReport';
  return { read: isPrivate ? 2 : 1, write: isPrivate || use === 'participantsWrite' ? 2 : 1 };
}

function isOwner({ principalId, roleIds }: Assignment, { ownerGroupId }: Known): boolean {
  return principalId === ownerGroupId || roleIds.indexOf(builtInRoles.fullControl) >= 0;
}

/** Limited Access alone comes from something below the site and reads nothing. */
function canRead({ roleIds }: Assignment): boolean {
  return roleIds.some((id) => !isLimited(id));
}

export function isLimited(roleId: number): boolean {
  return roleId === builtInRoles.limitedAccess || roleId === builtInRoles.webOnlyLimitedAccess;
}
