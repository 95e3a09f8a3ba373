import { XMLParser } from 'fast-xml-parser';
import { wrongArgument } from '../model/refusals.ts';

/** What `<Field …>` says, in SharePoint's property names. */
export interface FieldDescription {
  readonly type: string;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly displayName: string;
  /** As the columns resource takes it from JSON. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: (name) => name === 'CHOICE', parseTagValue: false, parseAttributeValue: false, processEntities: true, htmlEntities: true });

const friendlyFormats: ReadonlyMap<string, number> = new Map([['Unspecified', 0], ['Disabled', 1], ['Relative', 2]]);
const behaviours: ReadonlyMap<string, number> = new Map([['cascade', 1], ['restrict', 2]]);

type Node = Readonly<Record<string, unknown>>;

/** Reads `<Field Type="…" Name="…" DisplayName="…" …/>`; refuses what is no such XML. */
export function readFieldXml(xml: string): FieldDescription {
  const field = parsed(xml);
  const of = (name: string): string | undefined => {
    const value = field[`@${name}`];
    return typeof value === 'string' ? value : undefined;
  };
  const type = of('Type');
  const displayName = of('DisplayName') ?? of('Name') ?? '';
  if (type === undefined || displayName === '') throw wrongArgument();
  const multiple = isTrue(of('Mult')) && (type === 'Lookup' || type === 'User');
  return {
    type: multiple ? `${type}Multi` : type, id: of('ID')?.replace(/[{}]/g, '').toLowerCase(), name: of('Name') ?? of('StaticName'), displayName,
    properties: { ...common(of), ...typed(of), ...children(field) },
  };
}

type Of = (name: string) => string | undefined;

function common(of: Of): Record<string, unknown> {
  return {
    Description: of('Description') ?? '', Required: isTrue(of('Required')), Hidden: isTrue(of('Hidden')), ReadOnlyField: isTrue(of('ReadOnly')),
    Indexed: isTrue(of('Indexed')), EnforceUniqueValues: isTrue(of('EnforceUniqueValues')),
    // An empty group is no group of its own, as recorded.
    ...present('Group', of('Group') === '' ? undefined : of('Group')),
  };
}

function typed(of: Of): Record<string, unknown> {
  const format = of('Format');
  return {
    ...number('MaxLength', of('MaxLength')), ...flag('RichText', of('RichText')), ...number('NumberOfLines', of('NumLines')), ...flag('AppendOnly', of('AppendOnly')),
    ...flag('UnlimitedLengthInDocumentLibrary', of('UnlimitedLengthInDocumentLibrary')), ...number('MinimumValue', of('Min')), ...number('MaximumValue', of('Max')),
    ...number('DisplayFormat', of('Decimals')), ...flag('ShowAsPercentage', of('Percentage')), ...number('CurrencyLocaleId', of('LCID')), ...flag('FillInChoice', of('FillInChoice')),
    ...(format === undefined ? {} : { DisplayFormat: format === 'DateOnly' || format === 'Hyperlink' ? 0 : 1, EditFormat: format === 'RadioButtons' ? 1 : 0 }),
    ...present('FriendlyDisplayFormat', friendlyFormats.get(of('FriendlyDisplayFormat') ?? '')),
    ...present('LookupList', of('List')), ...present('LookupField', of('ShowField')), ...relationship(of('RelationshipDeleteBehavior')),
    ...(of('UserSelectionMode') === undefined ? {} : { SelectionMode: of('UserSelectionMode') === 'PeopleOnly' || of('UserSelectionMode') === '0' ? 0 : 1 }),
    ...number('SelectionGroup', of('UserSelectionScope')),
  };
}

function children(field: Node): Record<string, unknown> {
  const choices = field['CHOICES'] as { CHOICE?: unknown[] } | string | undefined;
  return {
    ...present('DefaultValue', textOf(field['Default'])), ...present('DefaultFormula', textOf(field['DefaultFormula'])), ...present('ValidationFormula', textOf(field['Validation'])),
    ...(typeof choices === 'object' ? { Choices: (choices.CHOICE ?? []).map((choice) => textOf(choice) ?? '') } : {}),
  };
}

function parsed(xml: string): Node {
  try {
    const { Field: field } = parser.parse(xml, true) as { Field?: unknown };
    if (typeof field === 'object' && field !== null && !Array.isArray(field)) return field as Node;
  } catch {
    // Refused below, like any other text that describes no field.
  }
  throw wrongArgument();
}

function textOf(node: unknown): string | undefined {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null) return undefined;
  const text = (node as Node)['#text'];
  return typeof text === 'string' ? text : '';
}

function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^(true|1|-1|yes)$/i.test(text);
}

function flag(name: string, text: string | undefined): Record<string, unknown> {
  return text === undefined ? {} : { [name]: isTrue(text) };
}

function number(name: string, text: string | undefined): Record<string, unknown> {
  if (text === undefined || text === '') return {};
  const value = Number(text);
  if (!Number.isFinite(value)) throw wrongArgument();
  return { [name]: value };
}

function relationship(text: string | undefined): Record<string, unknown> {
  return present('RelationshipDeleteBehavior', text === undefined ? undefined : behaviours.get(text.toLowerCase()) ?? 0);
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
