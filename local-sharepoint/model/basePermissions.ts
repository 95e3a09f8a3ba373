/**
 * SharePoint's permission mask (SP.BasePermissions), as one bigint: High in the upper 32 bits, Low in the lower.
 * Source: Microsoft's PermissionKind enumeration; bit = kind - 1.
 */
export type PermissionMask = bigint;

export const PermissionKind = {
  ViewListItems: 1, AddListItems: 2, EditListItems: 3, DeleteListItems: 4, ApproveItems: 5, OpenItems: 6, ViewVersions: 7,
  DeleteVersions: 8, CancelCheckout: 9, ManagePersonalViews: 10, ManageLists: 12, ViewFormPages: 13, AnonymousSearchAccessList: 14,
  Open: 17, ViewPages: 18, AddAndCustomizePages: 19, ApplyThemeAndBorder: 20, ApplyStyleSheets: 21, ViewUsageData: 22,
  CreateSSCSite: 23, ManageSubwebs: 24, CreateGroups: 25, ManagePermissions: 26, BrowseDirectories: 27, BrowseUserInfo: 28,
  AddDelPrivateWebParts: 29, UpdatePersonalWebParts: 30, ManageWeb: 31, AnonymousSearchAccessWebLists: 32,
  UseClientIntegration: 37, UseRemoteAPIs: 38, ManageAlerts: 39, CreateAlerts: 40, EditMyUserInfo: 41, EnumeratePermissions: 63,
} as const;
export type PermissionKindName = keyof typeof PermissionKind;

/** Whether `mask` grants every one of the named kinds. */
export function grants(mask: PermissionMask, ...kinds: readonly PermissionKindName[]): boolean {
  return kinds.every((kind) => (mask >> BigInt(PermissionKind[kind] - 1)) & 1n);
}

/** The two unsigned 32-bit halves, as SharePoint writes them: `{High:"2147483647", Low:"4294705151"}`. */
export function toHighLow(mask: PermissionMask): { High: string; Low: string } {
  return { High: String(mask >> 32n), Low: String(mask & 0xffffffffn) };
}

export function fromHighLow(high: string | number, low: string | number): PermissionMask {
  return (BigInt(high) << 32n) | BigInt(low);
}

/**
 * Whether a list's item-level security (read own, edit own) does not bind this person. SharePoint says beside that setting: "Users with the Cancel
 * Checkout permission can read and edit all items"; of its own levels Design and Full Control have it, Edit has not.
 */
export function overridesItemSecurity(mask: bigint): boolean {
  return grants(mask, 'CancelCheckout');
}
