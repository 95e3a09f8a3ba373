import { maskFor, permissionKinds as kinds, type PermissionMask } from '../permissionMask';

/** The name of the permission level of who takes part. It is given on the product's own lists and nowhere else. */
export const participantRoleName = 'Schil participant';
export const participantRoleDescription = 'Can read, add, and change and delete their own posts, replies and reactions of Schil.';

/**
 * What SharePoint's *Read* level has, with adding, changing and deleting rows. Item-level security of the lists (write own) keeps
 * everybody else's rows as they are. It has no ManageLists, which would lift that security, and none of the rights on the site that
 * *Contribute* and *Edit* have. Recorded: Read is High 176, Low 138612833 (PnP Core SDK, RoleDefinitions tests).
 */
export const participantMask: PermissionMask = union({ high: 176, low: 138612833 }, maskFor([kinds.viewListItems, kinds.addListItems, kinds.editListItems, kinds.deleteListItems]));

function union(left: PermissionMask, right: PermissionMask): PermissionMask {
  return { high: (left.high | right.high) >>> 0, low: (left.low | right.low) >>> 0 };
}

/** SharePoint's own levels are the same on every site. Recorded: exemplar of the built-in role definitions. */
export const builtInRoles = { fullControl: 1073741829, contribute: 1073741827, read: 1073741826, limitedAccess: 1073741825, webOnlyLimitedAccess: 1073741833 } as const;
