import type { FieldSchema, ListSchema } from '../model/list.ts';
import { escapedAttribute } from '../model/markup.ts';

/** A column as `<Field …/>`. Recorded: PnP Core SDK, ListFieldTests: what was given first, then what SharePoint adds (without its ColName). */
export function schemaXml(list: ListSchema, field: FieldSchema): string {
  const attributes = new Map<string, string>([
    ['Type', field.type], ['Name', field.internalName], ['DisplayName', field.title], ['ID', `{${field.id}}`], ...given(field),
    ['Required', flag(field.required)], ['EnforceUniqueValues', flag(field.unique)], ['Indexed', flag(field.indexed)], ...specific(field),
    ['SourceID', field.fromBaseType ? 'http://schemas.microsoft.com/sharepoint/v3' : `{${list.id}}`], ['StaticName', field.internalName],
  ]);
  if (field.description !== '') attributes.set('Description', field.description);
  if (field.hidden) attributes.set('Hidden', 'TRUE');
  if (field.readOnly) attributes.set('ReadOnly', 'TRUE');
  if (field.fromBaseType) attributes.set('FromBaseType', 'TRUE');
  const text = [...attributes].map(([name, value]) => `${name}="${escapedAttribute(value)}"`).join(' ');
  const inside = insideOf(field);
  return inside === '' ? `<Field ${text} />` : `<Field ${text}>${inside}</Field>`;
}

function given({ properties }: FieldSchema): [string, string][] {
  return typeof properties['Group'] === 'string' ? [['Group', properties['Group']]] : [];
}

function insideOf({ defaultValue, properties }: FieldSchema): string {
  return [
    defaultValue === null ? '' : `<Default>${escapedAttribute(defaultValue)}</Default>`,
    typeof properties['DefaultFormula'] === 'string' ? `<DefaultFormula>${escapedAttribute(properties['DefaultFormula'])}</DefaultFormula>` : '',
    Array.isArray(properties['Choices']) ? `<CHOICES>${properties['Choices'].map((choice) => `<CHOICE>${escapedAttribute(String(choice))}</CHOICE>`).join('')}</CHOICES>` : '',
  ].join('');
}

function specific({ type, properties }: FieldSchema): [string, string][] {
  const of = (name: string): string => String(properties[name]);
  switch (type) {
    case 'Text': return [['MaxLength', of('MaxLength')]];
    case 'Note': return [['RichText', flag(properties['RichText'] === true)], ['NumLines', of('NumberOfLines')]];
    case 'DateTime': return [['Format', properties['DisplayFormat'] === 0 ? 'DateOnly' : 'DateTime'], ['FriendlyDisplayFormat', ['Unspecified', 'Disabled', 'Relative'][Number(properties['FriendlyDisplayFormat'])] ?? 'Unspecified']];
    case 'Choice': return [['Format', properties['EditFormat'] === 1 ? 'RadioButtons' : 'Dropdown'], ['FillInChoice', flag(properties['FillInChoice'] === true)]];
    case 'MultiChoice': return [['FillInChoice', flag(properties['FillInChoice'] === true)]];
    case 'URL': return [['Format', properties['DisplayFormat'] === 1 ? 'Image' : 'Hyperlink']];
    case 'Number': case 'Currency': return [...limit('Min', properties['MinimumValue']), ...limit('Max', properties['MaximumValue'])];
    case 'Lookup': case 'LookupMulti': return [['List', of('LookupList')], ['ShowField', of('LookupField')], ...type === 'LookupMulti' ? [['Mult', 'TRUE'] as [string, string]] : []];
    case 'User': case 'UserMulti': return [['UserSelectionMode', of('SelectionMode')], ['UserSelectionScope', of('SelectionGroup')], ...type === 'UserMulti' ? [['Mult', 'TRUE'] as [string, string]] : []];
    default: return [];
  }
}

function limit(name: string, value: unknown): [string, string][] {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_VALUE ? [[name, String(value)]] : [];
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}
