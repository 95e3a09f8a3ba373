import { RefusedError } from '../../domain/refusedError';

/** What came from outside, as an object whose values are not yet known. */
export type Row = Readonly<Record<string, unknown>>;

/** Everything below throws a `RefusedError('unexpected')` that names what was not as SharePoint answers it. */
export function recordOf(value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unexpected('an object', value);
  return value as Row;
}

/** The rows of a collection, whichever way it was unwrapped. */
export function rowsOf(value: unknown): Row[] {
  const rows = Array.isArray(value) ? value : recordOf(value).value;
  if (!Array.isArray(rows)) throw unexpected('rows', value);
  return rows.map(recordOf);
}

export function numberIn(row: Row, name: string): number {
  const value = row[name];
  if (typeof value !== 'number' || !isFinite(value)) throw unexpected(`a number in ${name}`, value);
  return value;
}

export function textIn(row: Row, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw unexpected(`a text in ${name}`, value);
  return value;
}

/** A text that may be empty in the list. */
export function textOr(row: Row, name: string, otherwise: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : otherwise;
}

export function optionalNumber(row: Row, name: string): number | undefined {
  const value = row[name];
  return typeof value === 'number' && isFinite(value) ? value : undefined;
}

export function dateIn(row: Row, name: string): Date {
  const date = new Date(textIn(row, name));
  if (isNaN(date.getTime())) throw unexpected(`a date in ${name}`, row[name]);
  return date;
}

function unexpected(wanted: string, value: unknown): RefusedError {
  return new RefusedError('unexpected', `SharePoint did not answer ${wanted} but ${String(JSON.stringify(value)).slice(0, 120)}`);
}
