import type { FieldSchema, FieldType } from '../model/list.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { calculatedFormula, checkDefaultFormula, validationFormula } from './columnFormulas.ts';
import { attributeOf, resultTypes, setAttribute } from './fieldAttributes.ts';
import type { FieldPlace } from './fieldPlace.ts';
import { fieldTypes } from './fieldTypes.ts';
import { appendNeedsVersions, listIdNotFound } from './listRefusals.ts';

/** What a client says of a column, in SharePoint's property names. */
export type FieldInput = Readonly<Record<string, unknown>>;

/** Documented. */
const longestMessage = 1024;

/** Properties of every column, with the type that a value has to have; kept under their own name unless `write` keeps them elsewhere. */
const common: ReadonlyMap<string, 'string' | 'boolean' | 'number'> = new Map([
  ['Title', 'string'], ['Description', 'string'], ['Required', 'boolean'], ['Hidden', 'boolean'], ['ReadOnlyField', 'boolean'], ['Indexed', 'boolean'],
  ['EnforceUniqueValues', 'boolean'], ['DefaultValue', 'string'], ['DefaultFormula', 'string'], ['Group', 'string'], ['StaticName', 'string'], ['Direction', 'string'],
  ['JSLink', 'string'], ['CustomFormatter', 'string'], ['ClientSideComponentId', 'string'], ['ClientSideComponentProperties', 'string'], ['PinnedToFiltersPane', 'boolean'],
  ['ShowInFiltersPane', 'number'], ['ValidationFormula', 'string'], ['ValidationMessage', 'string'], ['SchemaXml', 'string'], ['FieldTypeKind', 'number'], ['TypeAsString', 'string'],
]);
/** What a client sends back as it read it; SharePoint does not let it be changed. */
const unchangeable: ReadonlySet<string> = new Set([
  'Id', 'InternalName', 'EntityPropertyName', 'AutoIndexed', 'CanBeDeleted', 'Filterable', 'FromBaseType', 'IndexStatus', 'IsModern', 'Scope', 'Sealed', 'Sortable',
  'TypeDisplayName', 'TypeShortDescription', 'ClientValidationFormula', 'ClientValidationMessage', 'IsDependentLookup', 'DependentLookupInternalNames', 'LookupWebId', 'LookupWeb', 'PrimaryFieldId', 'IsRelationship',
]);

/** Puts what the client says into the column, and into its XML. Throws SharePoint's refusal of names and values, and 501 for what is not here yet. */
export function applyInput(place: FieldPlace, field: FieldSchema, input: FieldInput): void {
  for (const [name, value] of checkedInput(field, input)) {
    write(place, field, name, value);
    const attribute = attributeOf(field.type, name, value);
    if (attribute && !(name === 'Title' && String(value ?? '').trim() === '')) setAttribute(field, ...attribute);
  }
}

/** The same for what was read from XML, whose attributes are kept as they were written; it may say that a column is sealed. */
export function applyDescription(place: FieldPlace, field: FieldSchema, { Sealed: sealed, ...input }: FieldInput): void {
  if (typeof sealed === 'boolean') field.properties['Sealed'] = sealed;
  for (const [name, value] of checkedInput(field, fitting(field.type, input))) write(place, field, name, value);
}

/** What of a description a column of this type can have: XML may say more than fits the type, and is not refused for it. */
function fitting(type: FieldType, input: FieldInput): FieldInput {
  return Object.fromEntries(Object.entries(input).filter(([name]) => common.has(name) || Object.hasOwn(fieldTypes[type].properties, name)));
}

function checkedInput(field: FieldSchema, input: FieldInput): [string, unknown][] {
  return Object.entries(input).flatMap(([name, given]) => {
    if (unchangeable.has(name)) return [];
    const value = unwrapped(given);
    const type = common.get(name);
    if (type !== undefined && value !== null && typeof value !== type) throw wrongType(type === 'string' ? 'Edm.String' : type === 'boolean' ? 'Edm.Boolean' : 'Edm.Int32');
    if (type === undefined && !Object.hasOwn(fieldTypes[field.type].properties, name)) throw unknownProperty(name, fieldTypes[field.type].entityType);
    return [[name, value] satisfies [string, unknown]];
  });
}

function write(place: FieldPlace, field: FieldSchema, name: string, value: unknown): void {
  switch (name) {
    case 'Title': if (String(value ?? '').trim() !== '') field.title = String(value); return;
    case 'Description': field.description = String(value ?? ''); return;
    case 'Required': field.required = value === true; return;
    case 'Hidden': field.hidden = value === true; return;
    case 'ReadOnlyField': field.readOnly = value === true || (field.type === 'Calculated' && place.kind === 'list'); return;
    case 'Indexed': field.indexed = value === true; return;
    case 'EnforceUniqueValues': field.unique = value === true; return;
    case 'DefaultValue': field.defaultValue = value === null ? null : String(value); return;
    case 'FieldTypeKind': if (value !== null && value !== fieldTypes[field.type].kind) throw notHereYet('changing the type of a column'); return;
    case 'TypeAsString': if (value !== null && value !== field.type) throw notHereYet('changing the type of a column'); return;
    case 'LookupList': field.properties[name] = listNamed(place, String(value ?? '')); return;
    case 'AllowMultipleValues': if ((value === true) !== field.type.endsWith('Multi')) throw notHereYet('changing how many values a column allows'); return;
    default: field.properties[name] = checkedValue(place, field, name, value);
  }
}

function checkedValue(place: FieldPlace, field: FieldSchema, name: string, value: unknown): unknown {
  const text = typeof value === 'string' ? value : '';
  switch (name) {
    case 'DefaultFormula': if (text !== '') checkDefaultFormula(text); break;
    case 'ValidationFormula': return text === '' ? null : validationFormula(field, text);
    case 'ValidationMessage': if (text.length > longestMessage) throw wrongArgument(); break;
    case 'Formula': return calculatedFormula(place.fields, field, text);
    case 'OutputType': if (!resultTypes.has(Number(value))) throw wrongArgument(); break;
    case 'AppendOnly': if (value === true && place.list?.properties['EnableVersioning'] === false) throw appendNeedsVersions(); break;
    case 'RelationshipDeleteBehavior': if (![0, 1, 2].includes(Number(value ?? 0))) throw wrongArgument(); break;
    case 'Choices': if (!Array.isArray(value) || !value.every((choice) => typeof choice === 'string')) throw wrongType('Collection(Edm.String)'); break;
    case 'MaxLength': if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 255) throw wrongArgument(); break;
    default:
  }
  return value;
}

/** A list by its id, `Self`, or an address such as `Lists/Tasks`, as XML may name it; answers what SharePoint keeps. */
function listNamed({ session, list }: FieldPlace, name: string): string {
  if (name.toLowerCase() === 'self' && list !== undefined) return list.id;
  if (session.lists.byId(name)) return name;
  const byUrl = session.lists.byUrl(name.startsWith('/') ? name : `${session.siteUrl}/${name}`);
  if (!byUrl) throw listIdNotFound();
  return byUrl.id;
}

/** Verbose clients wrap arrays: `{results: […]}`. */
function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
}
