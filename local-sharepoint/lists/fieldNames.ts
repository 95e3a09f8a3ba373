import type { FieldSchema } from '../model/list.ts';

/** Internal names are at most this long when they are made from a title. */
const longest = 32;
/** Names that item tables use for themselves (storage/itemTables.ts). */
const reserved = new Set(['_version', '_scope', '_attachments', '_moderation', '_moderation_comments']);

/**
 * The internal name of a title or hint: what is no letter a-z, digit or `_` becomes `_xHHHH_`, also a digit in front; cut after 32 characters
 * (seen in clients: `Publish_x0020_Date`, `_x0417__x043d__x0430__x0447__x04`).
 */
export function encodedName(title: string): string {
  return [...title].map((character, at) => /[A-Za-z_]/.test(character) || (at > 0 && /\d/.test(character)) ? character : escaped(character)).join('').slice(0, longest);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `_x${character.charCodeAt(at).toString(16).padStart(4, '0')}_`).join('');
}

/** The name, with the first number behind it that makes it free. */
export function freeName(fields: readonly FieldSchema[], name: string): string {
  for (let number = -1; ; number += 1) {
    const candidate = number < 0 ? name : `${name}${number}`;
    if (!isTaken(fields, candidate)) return candidate;
  }
}

export function isTaken(fields: readonly FieldSchema[], name: string): boolean {
  return reserved.has(name.toLowerCase()) || fields.some((field) => sameName(field.internalName, name));
}

export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** The name in item JSON: a leading `_` becomes `OData__`. */
export function entityName(field: FieldSchema): string {
  return field.internalName.startsWith('_') ? `OData_${field.internalName}` : field.internalName;
}

/** The name in `FieldValuesAsText` and in versions. Recorded: `OData__x005f_UIVersion`, `Last_x005f_x0020_x005f_Modified`. */
export function stringValueName({ internalName }: Pick<FieldSchema, 'internalName'>): string {
  return `${internalName.startsWith('_') ? 'OData_' : ''}${internalName.replaceAll('_', '_x005f_')}`;
}
