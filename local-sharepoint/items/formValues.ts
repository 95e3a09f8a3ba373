import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { findUser } from '../people/directory.ts';
import { accessDenied } from '../people/refusals.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { manages } from './changeItems.ts';
import { fromForm } from './dates.ts';
import type { StoredValues } from './itemInput.ts';

export interface FormValue { readonly FieldName: string; readonly FieldValue: string | null }

/** What SharePoint answers for each value of a form. Recorded: exemplars "validateupdate-*". */
export interface FormResult extends FormValue {
  readonly ErrorCode: number;
  readonly ErrorMessage: string | null;
  readonly HasException: boolean;
  readonly ItemId: number;
}

/** Only who manages the list may say who wrote an item and when. Remembered, not recorded. */
const forManagers = new Set(['Author', 'Editor', 'Created', 'Modified']);

/** Reads a form: the values that can be stored, and an answer for every one. */
export function applyForm(list: ListSchema, session: Session, form: readonly FormValue[], itemId: number): { values: StoredValues; results: FormResult[] } {
  const values: StoredValues = new Map();
  const results = form.map(({ FieldName, FieldValue }) => {
    const field = list.fields.find((candidate) => candidate.internalName === FieldName);
    if (field && forManagers.has(FieldName) && !manages(list, session)) throw accessDenied();
    const read = field && isStored(field) ? stored(field, FieldValue, session) : { error: `Column '${FieldName}' does not exist. It may have been deleted by another user.` };
    if ('value' in read) values.set(FieldName, read.value);
    const error = 'error' in read ? read.error : null;
    return { ErrorCode: error === null ? 0 : -2146232832, ErrorMessage: error, FieldName, FieldValue, HasException: error !== null, ItemId: itemId };
  });
  return { values, results };
}

type Read = { readonly value: SQLInputValue } | { readonly error: string };

function stored(field: FieldSchema, text: string | null, session: Session): Read {
  if (text === null || text === '') {
    return field.required ? { error: "You can't leave this blank." } : { value: null };
  }
  switch (field.type) {
    case 'Text': case 'Choice': return text.length > Number(field.properties['MaxLength'] ?? 255) ? { error: 'This field can have no more than 255 characters.' } : { value: text };
    case 'Number': case 'Currency': case 'Integer': {
      const number = Number(text.replaceAll(',', ''));
      return Number.isFinite(number) ? { value: number } : { error: 'Only numbers can go here.' };
    }
    case 'Boolean': return { value: /^(1|true|yes)$/i.test(text) ? 1 : 0 };
    case 'DateTime': {
      const date = fromForm(text);
      return date === undefined ? { error: 'Enter a date like this: 2/23/2012' } : { value: date };
    }
    case 'User': return person(text, session);
    case 'Lookup': {
      const id = Number(text.split(';#')[0]);
      return Number.isInteger(id) ? { value: id } : { error: 'Select an option from the list.' };
    }
    case 'URL': {
      const [url = '', description = url] = text.split(/,\s*/, 2);
      return { value: JSON.stringify({ Url: url, Description: description }) };
    }
    case 'MultiChoice': return { value: JSON.stringify(text.split(';#').filter((choice) => choice !== '')) };
    default: return { value: text };
  }
}

/** `[{'Key':'i:0#.f|membership|somebody@contoso.example'}]` */
function person(text: string, session: Session): Read {
  const key = /"Key"\s*:\s*"([^"]+)"/.exec(text.replaceAll("'", '"'))?.[1];
  const user = key === undefined ? undefined : findUser(session.database, session.webId, key);
  return user ? { value: user.id } : { error: 'The user does not exist or is not unique.' };
}
