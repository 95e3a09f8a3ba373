import { XMLParser } from 'fast-xml-parser';
import { wrongArgument } from '../model/refusals.ts';
import { resultTypes } from './fieldAttributes.ts';

/** What `<Field …>` says, in SharePoint's property names. */
export interface FieldDescription {
  readonly type: string;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly displayName: string;
  /** As they were written. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The names of what stands between the tags. */
  readonly children: readonly string[];
  /** As the columns resource takes it from JSON. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: (name) => name === 'CHOICE', parseTagValue: false, parseAttributeValue: false, processEntities: true, htmlEntities: true });

const friendlyFormats: ReadonlyMap<string, number> = new Map([['Unspecified', 0], ['Disabled', 1], ['Relative', 2]]);
const behaviours: ReadonlyMap<string, number> = new Map([['cascade', 1], ['restrict', 2]]);

type Node = Readonly<Record<string, unknown>>;

/** Reads `<Field Type="…" Name="…" DisplayName="…" …/>`; refuses what is no such XML. `known` tells of a site column that is named by its id. */
export function readFieldXml(xml: string, known: (id: string | undefined) => Pick<FieldDescription, 'type' | 'name' | 'displayName'> | undefined = () => undefined): FieldDescription {
  const field = parsed(xml);
  const of: Of = (name) => {
    const value = field[`@${name}`];
    return typeof value === 'string' ? value : undefined;
  };
  const id = of('ID')?.replace(/[{}]/g, '').toLowerCase();
  const already = known(id);
  const type = of('Type') ?? already?.type;
  const displayName = of('DisplayName') ?? of('Name') ?? already?.displayName ?? '';
  if (type === undefined || displayName === '') throw wrongArgument();
  const full = isTrue(of('Mult')) && (type === 'Lookup' || type === 'User') ? `${type}Multi` : type;
  return {
    type: full, id, name: of('Name') ?? already?.name ?? of('StaticName'), displayName,
    attributes: Object.keys(field).filter((name) => name.startsWith('@')).map((name) => [name.slice(1), String(field[name])]),
    children: Object.keys(field).filter((name) => !name.startsWith('@') && name !== '#text'),
    properties: { ...common(of), ...typed(of, full), ...children(field) },
  };
}

type Of = (name: string) => string | undefined;

function common(of: Of): Record<string, unknown> {
  return {
    Description: of('Description') ?? '', Required: isTrue(of('Required')), Hidden: isTrue(of('Hidden')), ReadOnlyField: isTrue(of('ReadOnly')),
    Indexed: isTrue(of('Indexed')), EnforceUniqueValues: isTrue(of('EnforceUniqueValues')), ...text('JSLink', of('JSLink')), ...text('CustomFormatter', of('CustomFormatter')), ...text('Direction', of('Dir')),
    ...text('ClientSideComponentId', of('ClientSideComponentId')), ...text('ClientSideComponentProperties', of('ClientSideComponentProperties')),
    ...flag('Sealed', of('Sealed')),
    // An empty group is no group of its own, as recorded.
    ...present('Group', of('Group') === '' ? undefined : of('Group')),
  };
}

function typed(of: Of, type: string): Record<string, unknown> {
  return {
    ...number('MaxLength', of('MaxLength')), ...flag('RichText', of('RichText')), ...number('NumberOfLines', of('NumLines')), ...flag('AppendOnly', of('AppendOnly')), ...flag('AllowHyperlink', of('AllowHyperlink')),
    ...(of('RichTextMode') === undefined ? flag('RestrictedMode', of('RestrictedMode')) : { RestrictedMode: of('RichTextMode')?.toLowerCase() === 'compatible' }),
    ...flag('UnlimitedLengthInDocumentLibrary', of('UnlimitedLengthInDocumentLibrary')), ...number('MinimumValue', of('Min')), ...number('MaximumValue', of('Max')),
    ...number('DisplayFormat', of('Decimals')), ...flag('ShowAsPercentage', of('Percentage')), ...number('CurrencyLocaleId', of('LCID')), ...flag('FillInChoice', of('FillInChoice')), ...flag('CommaSeparator', of('CommaSeparator')),
    ...formats(of('Format'), type), ...number('DateTimeCalendarType', of('CalType')), ...present('FriendlyDisplayFormat', friendlyFormats.get(of('FriendlyDisplayFormat') ?? '')),
    ...(type.startsWith('Lookup') ? { ...present('LookupList', of('List')), ...relationship(of('RelationshipDeleteBehavior')), ...flag('CountRelated', of('CountRelated')), ...present('PrimaryFieldId', of('FieldRef')) } : {}),
    ...present('LookupField', of('ShowField')), ...flag('Presence', of('Presence')), ...(type === 'Calculated' ? { OutputType: resultTypeOf(of('ResultType')) } : {}),
    ...(of('UserSelectionMode') === undefined ? {} : { SelectionMode: of('UserSelectionMode') === 'PeopleOnly' || of('UserSelectionMode') === '0' ? 0 : 1 }),
    ...number('SelectionGroup', of('UserSelectionScope')),
  };
}

function formats(format: string | undefined, type: string): Record<string, unknown> {
  if (format === undefined) return {};
  if (type === 'Calculated') return { DateFormat: format === 'DateTime' ? 1 : 0 };
  return { DisplayFormat: format === 'DateOnly' || format === 'Hyperlink' ? 0 : 1, EditFormat: format === 'RadioButtons' ? 1 : 0 };
}

function resultTypeOf(name: string | undefined): number {
  return [...resultTypes].find(([, type]) => type.toLowerCase() === name?.toLowerCase())?.[0] ?? 2;
}

function children(field: Node): Record<string, unknown> {
  const choices = field['CHOICES'] as { CHOICE?: unknown[] } | string | undefined;
  const validation = field['Validation'];
  const message = typeof validation === 'object' && validation !== null ? (validation as Node)['@Message'] : undefined;
  return {
    ...present('DefaultValue', textOf(field['Default'])), ...present('DefaultFormula', textOf(field['DefaultFormula'])), ...present('ValidationFormula', textOf(validation)),
    ...present('Formula', textOf(field['Formula'])), ...(typeof message === 'string' ? { ValidationMessage: message } : {}),
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

function text(name: string, value: string | undefined): Record<string, unknown> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
