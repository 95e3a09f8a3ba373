import { maskFor, permissionKinds as kinds, type PermissionMask } from '../permissionMask';

/** A permission level that set-up makes on the site and gives on the product's own lists, nowhere else. */
export interface PermissionLevel { readonly name: string; readonly description: string; readonly mask: PermissionMask }

/** Recorded: SharePoint's *Read* level is High 176, Low 138612833 (PnP Core SDK, RoleDefinitions tests). */
const read: PermissionMask = { high: 176, low: 138612833 };

/**
 * What *Read* has, with adding, changing and deleting rows. Item-level security of the lists (write own) keeps everybody else's rows as they
 * are. None of these levels has ManageLists, nor any of the rights on the site that *Contribute* and *Edit* have.
 */
export const participantLevel: PermissionLevel = {
  name: 'Schil participant', description: 'Can read, add, and change and delete their own posts, replies and reactions of Schil.',
  mask: union(read, maskFor([kinds.viewListItems, kinds.addListItems, kinds.editListItems, kinds.deleteListItems])),
};

/** For a library, which has no item-level security: who may only add cannot write over what somebody else added. */
export const adderLevel: PermissionLevel = {
  name: 'Schil adder', description: 'Can read and add pictures of Schil, and change and delete none.', mask: union(read, maskFor([kinds.viewListItems, kinds.addListItems])),
};

/**
 * Editors handle what each reporter alone can read. SharePoint's note on item-level permissions: "Users with the Cancel Checkout permission
 * can read and edit all items."
 */
export const moderatorLevel: PermissionLevel = {
  name: 'Schil moderator', description: 'Can read and handle the reports to the editors of Schil.', mask: union(participantLevel.mask, maskFor([kinds.cancelCheckout])),
};

export const permissionLevels: readonly PermissionLevel[] = [participantLevel, adderLevel, moderatorLevel];

function union(left: PermissionMask, right: PermissionMask): PermissionMask {
  return { high: (left.high | right.high) >>> 0, low: (left.low | right.low) >>> 0 };
}

/** SharePoint's own levels are the same on every site. Recorded: exemplar of the built-in role definitions. */
export const builtInRoles = { fullControl: 1073741829, contribute: 1073741827, read: 1073741826, limitedAccess: 1073741825, webOnlyLimitedAccess: 1073741833 } as const;
