import { isComplex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';

/** What a property is called beside its value, when the value alone does not tell: `Edm.Guid`, `Edm.Double` … */
export type EdmTypeOf = (name: string) => string | undefined;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/;
/** Numbers whose width SharePoint's `$metadata` names (published by pnp/pnpcore and vgrem/Office365-REST-Python-Client). */
const widths: ReadonlyMap<string, string> = new Map([
  ...['High', 'Low', 'Length', 'FetchLimit', 'TotalSize', 'TotalFileCount', 'TotalFileStreamSize', 'AdditionalFileStreamSize', 'VersionCount', 'VersionSize'].map((name) => [name, 'Edm.Int64'] as const),
  ...['MaximumValue', 'MinimumValue', 'Latitude', 'Longitude', 'Altitude'].map((name) => [name, 'Edm.Double'] as const),
  ...['AlternateCalendarType', 'Collation', 'FirstWeekOfYear', 'AdjustHijriDays', 'CalendarType', 'WorkDays', 'WorkDayEndHour', 'WorkDayStartHour', 'Configuration'].map((name) => [name, 'Edm.Int16'] as const),
  ['Level', 'Edm.Byte'],
]);

/**
 * The type of a property's value as `$metadata` names it: of its name where several types look alike in JSON (guids and dates are texts there,
 * 64-bit numbers too), else of the value.
 */
export function edmType(name: string, value: unknown): string {
  if (value === null || value === undefined) return 'Edm.Null';
  if (isComplex(value)) return value.complexType;
  if (isEntity(value)) return value.type;
  if (Array.isArray(value)) return `Collection(${value.length === 0 ? 'Edm.String' : edmType(name, value[0])})`;
  switch (typeof value) {
    case 'boolean': return 'Edm.Boolean';
    case 'number': return widths.get(name) ?? (Number.isInteger(value) ? 'Edm.Int32' : 'Edm.Double');
    case 'string': return typeOfText(name, value);
    default: return 'Edm.String';
  }
}

function typeOfText(name: string, value: string): string {
  if (/^-?\d+$/.test(value) && widths.get(name) === 'Edm.Int64') return 'Edm.Int64';
  if (/(?:id|guid)$/i.test(name) && name !== 'StringId' && guid.test(value)) return 'Edm.Guid';
  if (/(?:date|time|created|modified|lastmodified)$/i.test(name) && moment.test(value)) return 'Edm.DateTime';
  return 'Edm.String';
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'properties' in value && 'editLink' in value && 'type' in value;
}
