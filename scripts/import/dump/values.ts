import type { DumpRow } from './readRows.ts';

/** A row that lacks something; the message says what. */
export class BadRow extends Error {}

export function wholeNumber({ attributes }: DumpRow, name: string): number {
  const number = optionalNumber(attributes[name]);
  if (number === undefined) throw new BadRow(attributes[name] === undefined ? `it has no ${name}` : `its ${name} is no whole number: "${attributes[name].slice(0, 40)}"`);
  return number;
}

export function optionalNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A date of the dump, which is in UTC without saying so. */
export function date({ attributes }: DumpRow, name: string): Date {
  const text = attributes[name];
  if (text === undefined) throw new BadRow(`it has no ${name}`);
  const found = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? `${text}Z` : Number.NaN);
  // SharePoint has no dates before 1900.
  if (Number.isNaN(found.getTime()) || found.getUTCFullYear() < 1900) throw new BadRow(`its ${name} is no date: "${text.slice(0, 40)}"`);
  return found;
}

export function text({ attributes }: DumpRow, name: string): string {
  const value = plain(attributes[name] ?? '');
  if (value === '') throw new BadRow(`it has no ${name}`);
  return value;
}

/** Without characters that XML, and so SharePoint, does not take. */
export function plain(value: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is to be taken out
  return value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu, '').trim();
}
