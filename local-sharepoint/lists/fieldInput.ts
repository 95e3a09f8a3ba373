import type { FieldSchema, FieldType, ListSchema } from '../model/list.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import type { Session } from '../session.ts';
import { isFormula } from './defaultValue.ts';
import { fieldTypes } from './fieldTypes.ts';
import { listIdNotFound } from './listRefusals.ts';

/** What a client says of a column, in SharePoint's property names. */
export type FieldInput = Readonly<Record<string, unknown>>;

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

/** What of a description a column of this type can have: XML may say more than fits the type, and is not refused for it. */
export function fitting(type: FieldType, input: FieldInput): FieldInput {
  return Object.fromEntries(Object.entries(input).filter(([name]) => common.has(name) || Object.hasOwn(fieldTypes[type].properties, name)));
}

/** Puts what the client says into the column. Throws SharePoint's refusal of names and values, and 501 for what is not here yet. */
export function applyInput(session: Session, list: ListSchema, field: FieldSchema, input: FieldInput): void {
  for (const [name, given] of Object.entries(input)) {
    if (unchangeable.has(name)) continue;
    const value = unwrapped(given);
    const type = common.get(name);
    if (type !== undefined && value !== null && typeof value !== type) throw wrongType(type === 'string' ? 'Edm.String' : type === 'boolean' ? 'Edm.Boolean' : 'Edm.Int32');
    if (type === undefined && !Object.hasOwn(fieldTypes[field.type].properties, name)) throw unknownProperty(name, fieldTypes[field.type].entityType);
    write(session, list, field, name, value);
  }
}

function write(session: Session, list: ListSchema, field: FieldSchema, name: string, value: unknown): void {
  switch (name) {
    case 'Title': if (String(value ?? '').trim() !== '') field.title = String(value); return;
    case 'Description': field.description = String(value ?? ''); return;
    case 'Required': field.required = value === true; return;
    case 'Hidden': field.hidden = value === true; return;
    case 'ReadOnlyField': field.readOnly = value === true; return;
    case 'Indexed': field.indexed = value === true; return;
    case 'EnforceUniqueValues': field.unique = value === true; return;
    case 'DefaultValue': field.defaultValue = value === null ? null : String(value); return;
    case 'FieldTypeKind': case 'TypeAsString': return;
    case 'DefaultFormula':
      if (typeof value === 'string' && value !== '' && !isFormula(value)) throw notHereYet(`the default formula ${value}`);
      break;
    case 'ValidationFormula': if (value !== null && value !== '') throw notHereYet('validation formulas of columns'); return;
    case 'AppendOnly': if (value === true) throw notHereYet('columns that append changes to existing text'); break;
    case 'RelationshipDeleteBehavior': if (value !== 0 && value !== null) throw notHereYet('lookups that cascade or restrict deletion'); break;
    case 'SchemaXml': throw notHereYet('changing the schema XML of a column');
    case 'LookupList': field.properties[name] = listNamed(session, list, String(value ?? '')); return;
    case 'Choices': if (!Array.isArray(value) || !value.every((choice) => typeof choice === 'string')) throw wrongType('Collection(Edm.String)'); break;
    case 'MaxLength': if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 255) throw wrongArgument(); break;
    case 'AllowMultipleValues': if ((value === true) !== field.type.endsWith('Multi')) throw notHereYet('changing how many values a column allows'); return;
    default:
  }
  field.properties[name] = value;
}

/** A list by its id, `Self`, or an address such as `Lists/Tasks`, as XML may name it; answers what SharePoint keeps. */
function listNamed(session: Session, list: ListSchema, name: string): string {
  if (name.toLowerCase() === 'self') return list.id;
  if (session.lists.byId(name)) return name;
  const byUrl = session.lists.byUrl(name.startsWith('/') ? name : `${session.siteUrl}/${name}`);
  if (!byUrl) throw listIdNotFound();
  return byUrl.id;
}

/** Verbose clients wrap arrays: `{results: […]}`. */
function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
}
