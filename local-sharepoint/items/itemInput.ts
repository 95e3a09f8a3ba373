import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { entityName } from '../lists/fieldEntity.ts';
import { itemEntityType } from '../lists/listEntity.ts';
import { formatOf } from '../odata/format.ts';
import { notHereYet } from '../people/refusals.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { isReference } from '../query/queryColumn.ts';
import { isStored } from '../storage/itemTables.ts';
import { toStoredDate } from './dates.ts';
import { collectionWithoutResults, invalidText, unknownProperty, wrongType } from './itemRefusals.ts';

/** Values by column, in the form the table keeps. */
export type StoredValues = Map<string, SQLInputValue>;

/** Columns that only the server fills. */
const servers = new Set(['author', 'editor', 'created', 'modified', 'authorid', 'editorid']);
/** What a Note column holds at most in a list (documented). */
const longestNote = 63_999;

/** What a POST or MERGE body sets. Throws SharePoint's refusal of unknown names and wrong types. */
export function itemInput(list: ListSchema, request: ResourceRequest): StoredValues {
  const body = typeof request.json === 'object' && request.json !== null ? request.json as Record<string, unknown> : {};
  const verbose = formatOf(request.headers['content-type']) === 'verbose';
  const values: StoredValues = new Map();
  for (const [name, value] of Object.entries(body)) {
    if (name === '__metadata' || name.startsWith('odata.') || name.startsWith('@odata.')) continue;
    const lower = name.toLowerCase();
    if (servers.has(lower)) throw notHereYet(`setting ${name} by adding or changing an item: use ValidateUpdateListItem or AddValidateUpdateItemUsingPath`);
    if (lower === 'contenttypeid') continue;
    const field = fieldOf(list, name);
    if (!field) throw unknownProperty(name, itemEntityType(list));
    values.set(field.internalName, toStored(field, value, verbose, name));
  }
  return values;
}

function fieldOf(list: ListSchema, name: string): FieldSchema | undefined {
  return list.fields.find((field) => isStored(field) && (!field.readOnly || !field.fromBaseType)
    && (isReference(field) ? name === `${entityName(field)}Id` || name === `${entityName(field)}StringId` : name === entityName(field)));
}

function toStored(field: FieldSchema, given: unknown, verbose: boolean, name: string): SQLInputValue {
  if (given === null || given === undefined) return null;
  const value = several(field) ? array(given, verbose) : given;
  switch (field.type) {
    case 'Text': case 'Choice': case 'Guid': case 'File': return checkedText(value, Number(field.properties['MaxLength'] ?? 255));
    case 'Note': return checkedText(value, field.properties['UnlimitedLengthInDocumentLibrary'] === true ? Infinity : longestNote);
    case 'Number': case 'Currency': case 'Integer': return number(value, field);
    case 'Boolean': if (typeof value !== 'boolean') throw wrongType('Edm.Boolean'); return value ? 1 : 0;
    case 'DateTime': {
      const date = typeof value === 'string' ? toStoredDate(value) : undefined;
      if (date === undefined) throw wrongType('Edm.DateTime');
      return date;
    }
    case 'User': case 'Lookup': return id(value, name.endsWith('StringId'));
    case 'UserMulti': case 'LookupMulti': return JSON.stringify((value as unknown[]).map((one) => id(one, name.endsWith('StringId'))));
    case 'MultiChoice': return JSON.stringify((value as unknown[]).map(String));
    case 'URL': return url(value);
    default: throw notHereYet(`setting a column of type ${field.type}`);
  }
}

function several(field: FieldSchema): boolean {
  return field.type === 'MultiChoice' || field.type === 'UserMulti' || field.type === 'LookupMulti';
}

function array(value: unknown, verbose: boolean): unknown[] {
  const inner = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
  if (Array.isArray(value) && verbose) throw collectionWithoutResults();
  if (!Array.isArray(inner)) throw collectionWithoutResults();
  return inner;
}

export function checkedText(value: unknown, longest: number): string {
  if (typeof value !== 'string') throw wrongType('Edm.String');
  if (value.length > longest) throw invalidText();
  return value;
}

function number(value: unknown, field: FieldSchema): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType('Edm.Double');
  if (value < Number(field.properties['MinimumValue'] ?? -Infinity) || value > Number(field.properties['MaximumValue'] ?? Infinity)) throw invalidText();
  return value;
}

function id(value: unknown, asText: boolean): number | null {
  const found = asText ? Number(value) : value;
  if (typeof found !== 'number' || !Number.isInteger(found)) throw wrongType('Edm.Int32');
  // A person or lookup is emptied with 0 as well as with null.
  return found === 0 ? null : found;
}

function url(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('Url' in value) || typeof value.Url !== 'string') throw wrongType('SP.FieldUrlValue');
  const description = 'Description' in value && typeof value.Description === 'string' ? value.Description : value.Url;
  return JSON.stringify({ Url: checkedText(value.Url, 2048), Description: checkedText(description, 255) });
}
