/** What happened (SP.ChangeType). Source: Microsoft's enumeration; 1, 2, 11, 15, 16 and 17 are seen in recordings. */
export const ChangeType = {
  Add: 1, Update: 2, DeleteObject: 3, Rename: 4, MoveAway: 5, MoveInto: 6, Restore: 7, RoleAdd: 8, RoleDelete: 9, RoleUpdate: 10,
  AssignmentAdd: 11, AssignmentDelete: 12, MemberAdd: 13, MemberDelete: 14, SystemUpdate: 15, Navigation: 16, ScopeAdd: 17, ScopeDelete: 18,
} as const;
export type ChangeTypeName = keyof typeof ChangeType;

/** To what it happened: the numbers are this service's own, as kept in the log. */
export const ChangeKind = { Item: 1, List: 2, Web: 3, Field: 4, View: 5, File: 6, Folder: 7 } as const;
export type ChangeKindName = keyof typeof ChangeKind;

/** The flags of a ChangeQuery that name what happened, and what each asks for. */
export const typeFlags: Readonly<Record<string, readonly ChangeTypeName[]>> = {
  Add: ['Add'], Update: ['Update'], DeleteObject: ['DeleteObject'], Rename: ['Rename'], Move: ['MoveAway', 'MoveInto'], Restore: ['Restore'],
  RoleDefinitionAdd: ['RoleAdd'], RoleDefinitionDelete: ['RoleDelete'], RoleDefinitionUpdate: ['RoleUpdate'],
  RoleAssignmentAdd: ['AssignmentAdd', 'ScopeAdd'], RoleAssignmentDelete: ['AssignmentDelete', 'ScopeDelete'],
  GroupMembershipAdd: ['MemberAdd'], GroupMembershipDelete: ['MemberDelete'], SystemUpdate: ['SystemUpdate'], Navigation: ['Navigation'],
};

/** The flags that name to what it happened; `undefined`: SharePoint logs these, this service does not. */
export const kindFlags: Readonly<Record<string, ChangeKindName | undefined>> = {
  Item: 'Item', List: 'List', Web: 'Web', Field: 'Field', View: 'View', File: 'File', Folder: 'Folder',
  Site: undefined, ContentType: undefined, Group: undefined, User: undefined, Alert: undefined, SecurityPolicy: undefined, Activity: undefined,
};
