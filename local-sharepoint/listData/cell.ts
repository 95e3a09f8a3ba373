import type { FieldSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { isComplex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { lookedUpText } from '../items/lookedUp.ts';
import { readIds, readValue } from '../items/readValue.ts';
import { valueText } from '../items/valueText.ts';
import { peopleCell, personCell } from './personCell.ts';

/** What a row says of one column, under its name and others made from it. Recorded: PnP Core SDK, RegularRestUpdateTest, SpecialFieldRestUpdateTest. */
export function cell(field: FieldSchema, row: ItemRow, session: Session, inUtc: boolean): [string, unknown][] {
  const name = field.internalName;
  const stored = row[name];
  const value = readValue(field, stored);
  const shown = valueText(field, value, session);
  switch (field.type) {
    case 'User': return personCell(name, readIds(field, stored)[0], session);
    case 'UserMulti': return peopleCell(name, readIds(field, stored), session);
    case 'Lookup': case 'LookupMulti': return lookupCell(field, readIds(field, stored), session);
    case 'DateTime': return [[name, inUtc ? String(value ?? '') : shown], [`${name}.`, String(value ?? '')]];
    case 'Boolean': return [[name, value === null ? '' : shown], [`${name}.value`, value === null ? '' : value === true ? '1' : '0']];
    case 'URL': return [[name, isComplex(value) ? value.properties['Url'] : ''], [`${name}.desc`, isComplex(value) ? value.properties['Description'] : '']];
    case 'Number': case 'Currency': return [[name, shown], [`${name}.`, numberCell(value)]];
    case 'Calculated': return [[name, shown], [`${name}.calculated`, value === null ? '' : `${resultPrefix(field, String(value))};#${String(value)}`]];
    case 'MultiChoice': return [[name, value ?? '']];
    case 'Guid': return [[name, value === null ? '' : `{${String(value).toUpperCase()}}`]];
    case 'Thumbnail': case 'Location': return [[name, fromJson(value)]];
    default: return [[name, shown]];
  }
}

/** A number with fifteen digits, as recorded: `67687.0000000000`, `67.6700000000000`; and `0`. */
export function numberCell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  return Number(value) === 0 ? '0' : Number(value).toPrecision(15);
}

function lookupCell(field: FieldSchema, ids: readonly number[], session: Session): [string, unknown][] {
  const name = field.internalName;
  const texts = ids.map((id) => lookedUpText(field, id, session));
  const values = ids.map((id, at) => ({ lookupId: id, lookupValue: texts[at], isSecretFieldValue: false }));
  return [[name, ids.length === 0 && field.type === 'Lookup' ? '' : values], [`${name}.`, ids.map((id, at) => `${id};#${texts[at] ?? ''}`).join(';#')]];
}

/** Recorded: `float;#0.500000000000000`. */
function resultPrefix({ properties }: FieldSchema, value: string): string {
  if (value.startsWith('#')) return 'error';
  switch (properties['OutputType']) {
    case 4: return 'datetime';
    case 8: return 'boolean';
    case 9: case 10: return 'float';
    default: return 'string';
  }
}

/** What is kept as JSON comes as an object. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return '';
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
