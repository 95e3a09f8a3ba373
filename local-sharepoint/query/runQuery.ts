import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { seenTable } from '../files/seen.ts';
import { listViewThreshold } from '../lists/listRefusals.ts';
import { statement } from '../storage/prepared.ts';
import type { Session } from '../session.ts';
import { columnsOf, joined, toSql, type Condition, type Order, type QueryColumn, type Sql } from './condition.ts';
import { checkLookups, checkThreshold, thresholdOf } from './threshold.ts';
import { visibleSql } from './visible.ts';

export type { Order } from './condition.ts';

/** One item as its table has it. */
export type ItemRow = Readonly<Record<string, SQLInputValue>> & { readonly ID: number; readonly GUID: string; readonly Author: number; readonly _version: number; readonly _scope: string | null };

export interface Query {
  readonly where: Condition | undefined;
  readonly order: readonly Order[];
  /** Rows of a page; without one all are wanted, which a list above the threshold refuses. */
  readonly limit: number | undefined;
  /** Begin after this place (or end before it): the values of the order's columns and the Id, as the page token has them. */
  readonly after?: PagePlace | undefined;
  /** Lookup-type columns that are read without being named in the condition. */
  readonly lookupsRead?: number;
}
export interface PagePlace { readonly id: number; readonly values: readonly (string | null)[]; /** The page before this place. */ readonly previous: boolean }

/** `more`: whether there are rows beyond the page, in the direction in which it was read. */
export interface Page { readonly rows: readonly ItemRow[]; readonly more: boolean }

/** The name under which a row holds the value of the order's column at this place. */
export function orderValue(at: number): string {
  return `order ${at}`;
}

/** The rows of one page, as far as this person may see them. Refuses what exceeds the thresholds. */
export function runQuery(list: ListSchema, session: Session, { where, order, limit, after, lookupsRead = 0 }: Query): Page {
  const columns = [...where ? columnsOf(where) : [], ...order.map(({ column }) => column)];
  checkLookups(columns, lookupsRead);
  checkThreshold(list, session, where, order);
  const back = after?.previous === true;
  const whole = withId(order).map((step) => back ? { ...step, descending: !step.descending } : step);
  const conditions = [...where ? [toSql(where)] : [], ...visibleSql(list, session, 'i').map((text) => ({ text, values: [] }))];
  const most = limit ?? thresholdOf(session);
  const rows: ItemRow[] = [];
  const table = seenTable(list, session);
  for (const stretch of after ? stretchesAfter(whole, after) : [undefined]) {
    if (rows.length > most) break;
    const { text, values } = joined('AND', [...conditions, ...stretch ? [stretch] : []]);
    const sql = `SELECT i.*${order.map(({ column }, at) => `, ${column.sql} AS "${orderValue(at)}"`).join('')} FROM ${table} i WHERE ${text}`
      + ` ORDER BY ${whole.map(({ sql: key, descending }) => `${key}${descending ? ' DESC' : ''}`).join(', ')} LIMIT ?`;
    rows.push(...statement(session.database, sql).all(...values, most + 1 - rows.length) as unknown as ItemRow[]);
  }
  if (limit === undefined && rows.length > most) throw listViewThreshold();
  const page = rows.slice(0, most);
  return { rows: back ? page.reverse() : page, more: rows.length > most };
}

interface Step { readonly sql: string; readonly descending: boolean; readonly column: QueryColumn | undefined }

/** The order, made complete by the Id. */
function withId(order: readonly Order[]): Step[] {
  const steps = order.map(({ column, descending }) => ({ sql: column.sql, descending, column }));
  return steps.some(({ sql }) => sql === 'i.ID') ? steps : [...steps, { sql: 'i.ID', descending: order[order.length - 1]?.descending === true, column: undefined }];
}

/**
 * What comes after a place in the order, as stretches one after another: the rest of the rows with the same values, then those with other values. Each is a
 * range of an index, where one condition for all of them would make SQLite read the index from its beginning. Empty values come first, as in SQLite and
 * SharePoint.
 */
function stretchesAfter(steps: readonly Step[], place: PagePlace): Sql[] {
  const values = steps.map(({ column }, at) => column === undefined ? place.id : stored(column, place.values[at] ?? null));
  return steps.map((step, at) => past(step, values[at] ?? null).map((one) => joined('AND', [
    ...steps.slice(0, at).map(({ sql }, before) => values[before] === null ? { text: `${sql} IS NULL`, values: [] } : { text: `${sql} = ?`, values: [values[before] ?? null] }),
    one,
  ]))).reverse().flat();
}

function past({ sql, descending }: Step, value: SQLInputValue): Sql[] {
  if (value === null) return descending ? [] : [{ text: `${sql} IS NOT NULL`, values: [] }];
  const further = { text: `${sql} ${descending ? '<' : '>'} ?`, values: [value] };
  return descending && sql !== 'i.ID' ? [further, { text: `${sql} IS NULL`, values: [] }] : [further];
}

function stored(column: QueryColumn, value: string | null): SQLInputValue {
  if (value === null || value === '') return null;
  const kept = column.toStored(value);
  return typeof kept === 'number' && Number.isNaN(kept) ? null : kept;
}
