import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { ensureUser } from '../people/principals.ts';
import type { Session } from '../session.ts';
import { fromForm, inRange } from './dates.ts';
import { objectIn } from './locationValues.ts';
import { exists } from './references.ts';

export type FormRead = { readonly value: SQLInputValue } | { readonly error: string };

const longestText = 255;
const longestNote = 63_999;

/** One value as a form gives it, in the form the table keeps, or what the form would say. Texts remembered, but for that of dates (recorded). */
export function readFormValue(field: FieldSchema, text: string | null, session: Session): FormRead {
  if (text === null || text === '' || text === '[]') return field.required ? { error: "You can't leave this blank." } : { value: null };
  switch (field.type) {
    case 'Text': case 'Choice': return longerThan(text, Number(field.properties['MaxLength'] ?? longestText));
    case 'Note': return longerThan(text, field.properties['UnlimitedLengthInDocumentLibrary'] === true ? Infinity : longestNote);
    case 'Number': case 'Currency': case 'Integer': return number(field, text);
    case 'Boolean': return { value: /^(1|-1|true|yes)$/i.test(text) ? 1 : 0 };
    case 'DateTime': return date(text);
    case 'User': case 'UserMulti': return people(field, text, session);
    case 'Lookup': case 'LookupMulti': return lookups(field, text, session);
    case 'URL': return url(text);
    case 'Location': case 'Thumbnail': return json(text);
    case 'MultiChoice': return several(text.split(';#').filter((choice) => choice !== ''));
    default: return longerThan(text, longestText);
  }
}

function longerThan(text: string, longest: number): FormRead {
  return text.length > longest ? { error: `This field can have no more than ${longest} characters.` } : { value: text };
}

function json(text: string): FormRead {
  try {
    objectIn(text);
    return longerThan(text, longestNote);
  } catch (failure) {
    if (failure instanceof SharePointError) return { error: failure.message };
    throw failure;
  }
}

function number({ properties, type }: FieldSchema, text: string): FormRead {
  const found = text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', '').replace(/^\$/, ''));
  if (!Number.isFinite(found) || (type === 'Integer' && !Number.isInteger(found))) return { error: 'Only numbers can go here.' };
  const [least, most] = [Number(properties['MinimumValue'] ?? -Infinity), Number(properties['MaximumValue'] ?? Infinity)];
  return found < least || found > most ? { error: `The value of this field must be between ${least} and ${most}.` } : { value: found };
}

function date(text: string): FormRead {
  const found = fromForm(text);
  if (found === undefined) return { error: 'Enter a date like this: 2/23/2012' };
  return inRange(found) ? { value: found } : { error: 'You must specify a valid date within the range of 1/1/1900 and 12/31/8900.' };
}

/** `[{'Key':'i:0#.f|membership|somebody@contoso.example'}]`; also of claims such as everyone (recorded). */
function people(field: FieldSchema, text: string, session: Session): FormRead {
  const keys = [...text.replaceAll("'", '"').matchAll(/"Key"\s*:\s*"([^"]+)"/g)].map((match) => match[1] ?? '');
  try {
    const ids = keys.map((key) => ensureUser(session.database, session.rootWebId, key).id);
    if (ids.length === 0 || (ids.length > 1 && field.type === 'User')) return { error: 'The user does not exist or is not unique.' };
    return field.type === 'User' ? { value: ids[0] ?? null } : several(ids);
  } catch (failure) {
    if (failure instanceof SharePointError) return { error: 'The user does not exist or is not unique.' };
    throw failure;
  }
}

/** `3`, `3;#Title`; several: `1;#;#4;#Title` (recorded). */
function lookups(field: FieldSchema, text: string, session: Session): FormRead {
  const ids = text.split(';#').filter((_, at) => at % 2 === 0).filter((id) => id !== '').map(Number);
  if (ids.length === 0 || !ids.every((id) => Number.isSafeInteger(id) && exists(field, id, session))) return { error: 'Select an option from the list.' };
  return field.type === 'Lookup' ? { value: ids[0] ?? null } : several(ids);
}

function url(text: string): FormRead {
  const comma = text.indexOf(', ');
  const address = comma < 0 ? text : text.slice(0, comma);
  return { value: JSON.stringify({ Url: address, Description: comma < 0 ? address : text.slice(comma + 2) }) };
}

function several(values: readonly (string | number)[]): FormRead {
  return { value: values.length === 0 ? null : JSON.stringify(values) };
}
