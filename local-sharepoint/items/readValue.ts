import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';
import { complex } from '../routing/complex.ts';

/** A stored value as item JSON has it. People and lookups are their ids. */
export function readValue(field: FieldSchema, stored: SQLInputValue | undefined): unknown {
  if (stored === null || stored === undefined) return field.type === 'Attachments' ? false : null;
  switch (field.type) {
    case 'Boolean': case 'Attachments': return stored === 1;
    case 'MultiChoice': case 'UserMulti': case 'LookupMulti': return JSON.parse(String(stored)) as unknown;
    case 'Calculated': return calculatedText(field, stored);
    case 'Geolocation': return complex('SP.FieldGeolocationValue', JSON.parse(String(stored)) as Record<string, unknown>);
    case 'URL': return complex('SP.FieldUrlValue', readUrl(stored));
    default: return stored;
  }
}

export function readUrl(stored: SQLInputValue): { Description: string; Url: string } {
  const { Url, Description } = JSON.parse(String(stored)) as { Url: string; Description: string };
  return { Description, Url };
}

/** The ids in a person or lookup column. */
export function readIds(field: FieldSchema, stored: SQLInputValue | undefined): number[] {
  if (stored === null || stored === undefined) return [];
  return field.type.endsWith('Multi') ? JSON.parse(String(stored)) as number[] : [Number(stored)];
}

/** Recorded (PnP Core SDK, RegularRestUpdateTest): a number comes as text of 15 digits; 0 is `0`, as in rows of lists. */
function calculatedText({ properties }: FieldSchema, stored: SQLInputValue): string {
  return typeof stored === 'number' && stored !== 0 && properties['OutputType'] !== 8 ? stored.toPrecision(15) : String(stored);
}
