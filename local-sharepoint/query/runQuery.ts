import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
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
  const conditions = [...where ? [toSql(where)] : [], ...visibleSql(list, session, 'i').map((text) => ({ text, values: [] })), ...after ? [beyond(whole, after)] : []];
  const { text, values } = conditions.length === 0 ? { text: '1', values: [] } : joined('AND', conditions);
  const most = limit ?? thresholdOf(session);
  const sql = `SELECT i.*${order.map(({ column }, at) => `, ${column.sql} AS "${orderValue(at)}"`).join('')} FROM "${list.table}" i WHERE ${text}`
    + ` ORDER BY ${whole.map(({ sql: key, descending }) => `${key}${descending ? ' DESC' : ''}`).join(', ')} LIMIT ${most + 1}`;
  const rows = statement(session.database, sql).all(...values) as unknown as ItemRow[];
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

/** Everything that comes after a place in the order; empty values come first, as in SQLite and SharePoint. */
function beyond(steps: readonly Step[], place: PagePlace): Sql {
  const values = steps.map(({ column }, at) => column === undefined ? place.id : stored(column, place.values[at] ?? null));
  return joined('OR', steps.map((step, at) => joined('AND', [
    ...steps.slice(0, at).map(({ sql }, before) => values[before] === null ? { text: `${sql} IS NULL`, values: [] } : { text: `${sql} = ?`, values: [values[before] ?? null] }),
    past(step, values[at] ?? null),
  ])));
}

function past({ sql, descending }: Step, value: SQLInputValue): Sql {
  if (value === null) return descending ? { text: '0', values: [] } : { text: `${sql} IS NOT NULL`, values: [] };
  if (sql === 'i.ID') return { text: `${sql} ${descending ? '<' : '>'} ?`, values: [value] };
  return descending ? { text: `(${sql} < ? OR ${sql} IS NULL)`, values: [value] } : { text: `${sql} > ?`, values: [value] };
}

function stored(column: QueryColumn, value: string | null): SQLInputValue {
  if (value === null || value === '') return null;
  const kept = column.toStored(value);
  return typeof kept === 'number' && Number.isNaN(kept) ? null : kept;
}
