import type { Sql } from '../query/condition.ts';
import type { FoundDocument } from './foundDocument.ts';
import { date, number, type Restriction, type SearchPlace } from './restrictions.ts';

/** A managed property: how it is written, restricted, sorted and refined by. What is left out cannot be. */
export interface ManagedProperty {
  read(document: FoundDocument, place: SearchPlace): string | null;
  readonly restrict?: Restriction;
  /** SQL to sort by. */
  readonly sort?: string;
  /** SQL of its value, to count, collapse and compare by; dates as the database keeps them. */
  readonly value?: (place: SearchPlace) => Sql;
  /** The few columns that decide its value, when reading it is costly: it is read once for each of their combinations. */
  readonly over?: readonly string[];
  readonly kind?: 'text' | 'date' | 'number';
  /** What stands between several values. */
  readonly several?: string;
  readonly type?: 'Edm.DateTime' | 'Edm.Int64' | 'Edm.Boolean' | 'Edm.Double';
}

/** Parts that properties of one kind have in common: `sql` is their value over `search_documents d`. */
export const plain = (text: string): NonNullable<ManagedProperty['value']> => () => ({ text, values: [] });
export const textOf = (sql: string, sort = true): Pick<ManagedProperty, 'value' | 'kind' | 'sort'> => ({ value: plain(sql), kind: 'text', ...(sort ? { sort: `${sql} COLLATE NOCASE` } : {}) });
export const numberOf = (sql: string): Pick<ManagedProperty, 'value' | 'kind' | 'sort' | 'restrict'> => ({ value: plain(sql), kind: 'number', sort: sql, restrict: number(sql) });
export const dateOf = (sql: string): Pick<ManagedProperty, 'value' | 'kind' | 'sort' | 'restrict' | 'type'> => ({ value: plain(sql), kind: 'date', sort: sql, restrict: date(sql), type: 'Edm.DateTime' });

/** A number that an item keeps beside the columns of the index. */
export const kept = (name: string): string => `json_extract(d.properties, '$.${name}')`;
export const keptNumber = (name: string, type: ManagedProperty['type'] = 'Edm.Int64'): ManagedProperty => ({ read: ({ properties }) => properties?.[name] === undefined ? null : String(properties[name]), ...numberOf(kept(name)), type });

/** Dates as search writes them: seven digits of a second. */
export function moment(value: string | null): string | null {
  return value === null ? null : `${value.slice(0, 19)}.0000000Z`;
}

/** A kept value as text. */
export function text(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
