import { recordOf, textOr, optionalNumber } from './connection/parse';

/** SP.BasePermissions: 64 bits in two halves. */
export interface PermissionMask { readonly high: number; readonly low: number }

/** Bits of SP.PermissionKind that this product asks for: the number of a kind is its bit plus one. */
export const permissionKinds = {
  viewListItems: 1, addListItems: 2, editListItems: 3, deleteListItems: 4, openItems: 6, viewVersions: 7, cancelCheckout: 9, manageLists: 12, viewFormPages: 13, open: 17, viewPages: 18,
  managePermissions: 26, browseUserInfo: 28, useClientIntegration: 37, useRemoteAPIs: 38, createAlerts: 40,
} as const;
export type PermissionKind = (typeof permissionKinds)[keyof typeof permissionKinds];

/** Reads `{High, Low}`; SharePoint writes both as text. */
export function maskOf(value: unknown): PermissionMask {
  const row = recordOf(value);
  const half = (name: string): number => optionalNumber(row, name) ?? Number(textOr(row, name, '0'));
  return { high: half('High'), low: half('Low') };
}

/** The mask of these kinds together. */
export function maskFor(kinds: readonly PermissionKind[]): PermissionMask {
  return kinds.reduce((mask, kind) => kind > 32
    ? { ...mask, high: (mask.high | (1 << (kind - 33))) >>> 0 }
    : { ...mask, low: (mask.low | (1 << (kind - 1))) >>> 0 }, { high: 0, low: 0 });
}

export function has(mask: PermissionMask, kind: PermissionKind): boolean {
  return kind > 32 ? ((mask.high >>> (kind - 33)) & 1) === 1 : ((mask.low >>> (kind - 1)) & 1) === 1;
}

/** May add rows, and change and delete their own. */
export function mayParticipate(mask: PermissionMask): boolean {
  return [permissionKinds.addListItems, permissionKinds.editListItems, permissionKinds.deleteListItems].every((kind) => has(mask, kind));
}

/** May make lists and say who may use them. */
export function mayManage(mask: PermissionMask): boolean {
  return has(mask, permissionKinds.manageLists) && has(mask, permissionKinds.managePermissions);
}
