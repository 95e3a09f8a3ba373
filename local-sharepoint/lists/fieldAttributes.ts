import type { FieldSchema, FieldType } from '../model/list.ts';

/** The attributes of `<Field …/>` in their order: as they were given, then what SharePoint added. Columns of older data have none. */
export type Attributes = (readonly [name: string, value: string])[];

export function attributesOf({ properties }: FieldSchema): Attributes {
  const kept = properties['attributes'];
  return Array.isArray(kept) ? kept as Attributes : [];
}

/** Puts an attribute in its place, or behind all others. */
export function setAttribute(field: FieldSchema, name: string, value: string | undefined): void {
  const before = attributesOf(field);
  const known = before.some(([other]) => other === name);
  const changed = before.flatMap(([other, old]) => other !== name ? [[other, old] as const] : value === undefined ? [] : [[name, value] as const]);
  field.properties['attributes'] = known || value === undefined ? changed : [...changed, [name, value]];
}

/** SharePoint counts how often a column was changed; seen in recordings as `Version`. */
export function countChange(field: FieldSchema): void {
  const version = attributesOf(field).find(([name]) => name === 'Version')?.[1];
  setAttribute(field, 'Version', String(Number(version ?? 0) + 1));
}

const names: Readonly<Record<string, string>> = {
  Title: 'DisplayName', Description: 'Description', Group: 'Group', StaticName: 'StaticName', JSLink: 'JSLink', CustomFormatter: 'CustomFormatter', Direction: 'Dir', ClientSideComponentId: 'ClientSideComponentId',
  ClientSideComponentProperties: 'ClientSideComponentProperties', MaxLength: 'MaxLength', NumberOfLines: 'NumLines', LookupList: 'List', LookupField: 'ShowField', SelectionGroup: 'UserSelectionScope',
  CurrencyLocaleId: 'LCID', DateTimeCalendarType: 'CalType', Required: 'Required', Hidden: 'Hidden', ReadOnlyField: 'ReadOnly', Indexed: 'Indexed', EnforceUniqueValues: 'EnforceUniqueValues', RichText: 'RichText',
  AppendOnly: 'AppendOnly', AllowHyperlink: 'AllowHyperlink', UnlimitedLengthInDocumentLibrary: 'UnlimitedLengthInDocumentLibrary', ShowAsPercentage: 'Percentage', FillInChoice: 'FillInChoice',
  PinnedToFiltersPane: 'PinnedToFiltersPane', AllowMultipleValues: 'Mult', Presence: 'Presence', CommaSeparator: 'CommaSeparator', ShowInFiltersPane: 'ShowInFiltersPane', MinimumValue: 'Min', MaximumValue: 'Max',
};
const friendlyFormats = ['Unspecified', 'Disabled', 'Relative'];
const behaviours = ['None', 'Cascade', 'Restrict'];
/** SP.FieldType of what a calculated column results in. */
export const resultTypes: ReadonlyMap<number, string> = new Map([[2, 'Text'], [4, 'DateTime'], [8, 'Boolean'], [9, 'Number'], [10, 'Currency']]);

/** A property as an attribute; undefined for what stands between the tags, or nowhere. */
export function attributeOf(type: FieldType, property: string, value: unknown): readonly [name: string, value: string | undefined] | undefined {
  switch (property) {
    case 'DisplayFormat': return displayFormat(type, Number(value));
    case 'DateFormat': return type === 'Calculated' ? ['Format', Number(value) === 1 ? 'DateTime' : 'DateOnly'] : undefined;
    case 'EditFormat': return ['Format', Number(value) === 1 ? 'RadioButtons' : 'Dropdown'];
    case 'FriendlyDisplayFormat': return ['FriendlyDisplayFormat', friendlyFormats[Number(value)]];
    case 'RelationshipDeleteBehavior': return ['RelationshipDeleteBehavior', behaviours[Number(value)]];
    case 'RestrictedMode': return ['RichTextMode', value === false ? 'FullHtml' : 'Compatible'];
    case 'SelectionMode': return ['UserSelectionMode', Number(value) === 0 ? 'PeopleOnly' : 'PeopleAndGroups'];
    case 'OutputType': return ['ResultType', resultTypes.get(Number(value))];
    case 'MinimumValue': case 'MaximumValue': if (Math.abs(Number(value)) === Number.MAX_VALUE) return [names[property] ?? property, undefined]; break;
    default:
  }
  const name = names[property];
  return name === undefined ? undefined : [name, value === null || value === undefined ? undefined : typeof value === 'boolean' ? flag(value) : String(value)];
}

function displayFormat(type: FieldType, value: number): readonly [string, string | undefined] {
  switch (type) {
    case 'DateTime': return ['Format', value === 0 ? 'DateOnly' : 'DateTime'];
    case 'URL': return ['Format', value === 1 ? 'Image' : 'Hyperlink'];
    default: return ['Decimals', value < 0 ? undefined : String(value)];
  }
}

export function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}
