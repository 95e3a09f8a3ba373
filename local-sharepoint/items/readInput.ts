import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';
import { wrongType } from '../odata/invalidQuery.ts';
import { wholeNumber } from '../routing/arguments.ts';
import { notHereYet } from '../model/refusals.ts';
import { inRange, toStoredDate } from './dates.ts';
import { objectIn } from './locationValues.ts';
import { collectionWithoutResults, invalidDate, invalidNumber, invalidText, unexpectedNode } from './itemRefusals.ts';

/** What a Note column holds at most in a list (documented). */
const longestNote = 63_999;
const longestUrl = 2048;
const longestDescription = 255;

/**
 * A value of a body in the form the table keeps. Numbers, ids and yes/no may come as text, as the OData library that SharePoint uses reads them
 * (remembered); everything else that is not of the column's type is refused. `asText`: a `…StringId`.
 */
export function readInput(field: FieldSchema, given: unknown, verbose: boolean, asText: boolean): SQLInputValue {
  if (given === null || given === undefined) return null;
  switch (field.type) {
    case 'Text': case 'Choice': case 'Guid': case 'File': return text(given, Number(field.properties['MaxLength'] ?? 255));
    case 'Note': return text(given, field.properties['UnlimitedLengthInDocumentLibrary'] === true ? Infinity : longestNote);
    case 'Number': case 'Currency': case 'Integer': return number(given, field);
    case 'Boolean': return yesNo(given);
    case 'DateTime': return date(given);
    case 'User': case 'Lookup': return id(given);
    case 'UserMulti': case 'LookupMulti': return several(array(given, verbose).flatMap((one) => id(one) ?? []));
    case 'MultiChoice': return several(array(given, verbose).map((choice) => text(choice, longestDescription)));
    case 'Location': case 'Thumbnail': return json(given);
    case 'Geolocation': return coordinates(given);
    case 'URL': return url(given);
    default: throw notHereYet(`setting a column of type ${field.type}${asText ? ' by its text' : ''}`);
  }
}

function several(values: readonly (string | number)[]): string | null {
  return values.length === 0 ? null : JSON.stringify(values);
}

function array(value: unknown, verbose: boolean): unknown[] {
  const wrapped = typeof value === 'object' && value !== null && 'results' in value ? value.results : undefined;
  if (verbose) {
    if (!Array.isArray(wrapped)) throw collectionWithoutResults();
    return wrapped;
  }
  if (Array.isArray(value)) return value;
  throw unexpectedNode(typeof value === 'object' ? 'StartObject' : 'PrimitiveValue', 'StartArray');
}

function text(value: unknown, longest: number): string {
  if (typeof value !== 'string') throw wrongType('Edm.String');
  if (value.length > longest) throw invalidText();
  return value;
}

/** What is kept as JSON is sent as text. */
function json(value: unknown): string | null {
  const found = text(value, longestNote);
  if (found === '') return null;
  objectIn(found);
  return found;
}

function coordinates(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('Latitude' in value) || !('Longitude' in value)) throw unexpectedNode('PrimitiveValue', 'StartObject');
  const of = (name: string): number => number((value as Record<string, unknown>)[name] ?? 0, { properties: {}, type: 'Number' });
  const [latitude, longitude] = [of('Latitude'), of('Longitude')];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw invalidNumber();
  return JSON.stringify({ Altitude: of('Altitude'), Latitude: latitude, Longitude: longitude, Measure: of('Measure') });
}

function number(value: unknown, { type, properties }: Pick<FieldSchema, 'type' | 'properties'>): number {
  const found = typeof value === 'string' && /^\s*-?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : value;
  if (typeof found !== 'number' || !Number.isFinite(found) || (type === 'Integer' && !Number.isInteger(found))) throw wrongType(type === 'Integer' ? 'Edm.Int32' : 'Edm.Double');
  if (found < Number(properties['MinimumValue'] ?? -Infinity) || found > Number(properties['MaximumValue'] ?? Infinity)) throw invalidNumber();
  return found;
}

function yesNo(value: unknown): number {
  const found = typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;
  if (typeof found !== 'boolean') throw wrongType('Edm.Boolean');
  return found ? 1 : 0;
}

function date(value: unknown): string {
  const found = typeof value === 'string' ? toStoredDate(value) : undefined;
  if (found === undefined) throw wrongType('Edm.DateTime');
  if (!inRange(found)) throw invalidDate();
  return found;
}

/** A person or lookup is emptied with 0 as well as with null. */
function id(value: unknown): number | null {
  const found = wholeNumber(value);
  if (found === undefined || Math.abs(found) > 0x7fffffff) throw wrongType('Edm.Int32');
  return found === 0 ? null : found;
}

function url(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpectedNode(Array.isArray(value) ? 'StartArray' : 'PrimitiveValue', 'StartObject');
  const address = 'Url' in value ? value.Url : undefined;
  if (typeof address !== 'string') throw wrongType('Edm.String');
  const description = 'Description' in value && typeof value.Description === 'string' && value.Description !== '' ? value.Description : address;
  return JSON.stringify({ Url: text(address, longestUrl), Description: description === address ? address : text(description, longestDescription) });
}
