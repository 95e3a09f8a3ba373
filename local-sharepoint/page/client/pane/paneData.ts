/** What a web part says of its property pane (IPropertyPaneData and IPropertyPaneConfiguration of sp-property-pane). */
export interface PaneData {
  readonly title: string;
  readonly isReactive: boolean;
  readonly configuration: PaneConfiguration;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly onRendered?: () => void;
}
export interface PaneConfiguration { readonly pages?: readonly PanePage[]; readonly showLoadingIndicator?: boolean }
export interface PanePage {
  readonly header?: { readonly description?: string };
  readonly displayGroupsAsAccordion?: boolean;
  readonly groups: readonly (PaneGroup | ConditionalGroup)[];
}
export interface PaneGroup { readonly groupName?: string; readonly isGroupNameHidden?: boolean; readonly isCollapsed?: boolean; readonly groupFields: readonly GivenField[] }
export interface ConditionalGroup { readonly primaryGroup: PaneGroup; readonly secondaryGroup: PaneGroup; readonly showSecondaryGroup: boolean }
export interface PaneField { readonly type: number; readonly targetProperty: string | undefined; readonly properties: FieldProperties; readonly shouldFocus?: boolean }
/** As web parts give it: a rule, for one, has no properties. */
export type GivenField = Omit<PaneField, 'properties'> & { readonly properties?: FieldProperties };
export type FieldProperties = Readonly<Record<string, unknown>>;

/** SPFx's PropertyPaneFieldType. */
export const fieldTypes = {
  custom: 1, checkBox: 2, textField: 3, toggle: 5, dropdown: 6, label: 7, slider: 8, heading: 9, choiceGroup: 10, button: 11, horizontalRule: 12, link: 13, spinButton: 17,
} as const;

/** The group that is to be shown. */
export function shownGroup(group: PaneGroup | ConditionalGroup): PaneGroup {
  if (!('primaryGroup' in group)) return group;
  return group.showSecondaryGroup ? group.secondaryGroup : group.primaryGroup;
}

/** The value at `a.b.c` or `a[0].b`. */
export function valueAt(properties: Readonly<Record<string, unknown>>, path: unknown): unknown {
  const names = (typeof path === 'string' ? path : '').split(/[.[\]]+/).filter((name) => name !== '');
  return names.length === 0 ? undefined : names.reduce<unknown>((value, name) => typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined, properties);
}

/** A text among a field's properties; empty when there is none. */
export function textOf(properties: FieldProperties, name: string): string {
  const text = properties[name];
  return typeof text === 'string' ? text : '';
}

/** Whether a field is disabled, by today's name or one of the older ones that SPFx still reads. */
export function isDisabled({ disabled, isDisabled: older, enabled, isEnabled }: FieldProperties): boolean {
  if (disabled !== undefined) return disabled === true;
  if (older !== undefined) return older === true;
  return enabled === false || isEnabled === false;
}
