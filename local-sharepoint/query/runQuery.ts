import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { grants } from '../model/basePermissions.ts';
import { statement } from '../people/prepared.ts';
import type { Session } from '../session.ts';
import { columnsOf, joined, toSql, type Condition, type Order, type QueryColumn, type Sql } from './condition.ts';
import { checkLookups, checkThreshold } from './threshold.ts';

/** One item as its table has it. */
export type ItemRow = Readonly<Record<string, SQLInputValue>> & { readonly ID: number; readonly GUID: string; readonly Author: number; readonly _version: number; readonly _scope: string | null };

export interface Query {
  readonly where: Condition | undefined;
  readonly order: readonly Order[];
  readonly limit: number;
  /** Begin after this place: the values of the order's columns and the Id, as the page token has them. */
  readonly after?: PagePlace | undefined;
  /** Lookup-type columns that are read without being named in the condition. */
  readonly lookupsRead?: number;
}
export interface PagePlace { readonly id: number; readonly values: readonly (string | null)[] }

export interface Page { readonly rows: readonly ItemRow[]; readonly more: boolean }

/** The rows of one page, as far as this person may see them. Refuses what exceeds the thresholds. */
export function runQuery(list: ListSchema, session: Session, { where, order, limit, after, lookupsRead = 0 }: Query): Page {
  const columns = [...where ? columnsOf(where) : [], ...order.map(({ column }) => column)];
  checkLookups(columns, lookupsRead);
  checkThreshold(list, session, where, order);
  const conditions = [...where ? [toSql(where)] : [], ...visible(list, session), ...after ? [beyond(order, after)] : []];
  const { text, values } = conditions.length === 0 ? { text: '1', values: [] } : joined('AND', conditions);
  const descendingId = order.length > 0 && order[order.length - 1]?.descending === true;
  const orderBy = [...order.map(({ column, descending }) => `${column.sql}${descending ? ' DESC' : ''}`), ...endsWithId(order) ? [] : [`i.ID${descendingId ? ' DESC' : ''}`]];
  const sql = `SELECT * FROM "${list.table}" i WHERE ${text} ORDER BY ${orderBy.join(', ')} LIMIT ${limit + 1}`;
  const rows = statement(session.database, sql).all(...values) as unknown as ItemRow[];
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

/** Item-level security and the items' own permissions; people who manage the list are not bound by the first. */
export function visible(list: ListSchema, session: Session): Sql[] {
  const found: Sql[] = [];
  if (list.readSecurity === 2 && !grants(session.permissions.onList(list), 'ManageLists')) found.push({ text: 'i.Author = ?', values: [session.user.id] });
  const hidden = session.permissions.hiddenScopes(list);
  if (hidden.length > 0) found.push({ text: '(i._scope IS NULL OR i._scope NOT IN (SELECT value FROM json_each(?)))', values: [JSON.stringify(hidden)] });
  return found;
}

function endsWithId(order: readonly Order[]): boolean {
  return order.some(({ column }) => column.sql === 'i.ID');
}

/** Everything that comes after a place in the order; empty values come first, as in SQLite and SharePoint. */
function beyond(order: readonly Order[], place: PagePlace): Sql {
  const columns: { sql: string; descending: boolean; value: SQLInputValue }[] = order
    .map(({ column, descending }, at) => ({ sql: column.sql, descending, value: stored(column, place.values[at] ?? null) }));
  if (!endsWithId(order)) columns.push({ sql: 'i.ID', descending: order[order.length - 1]?.descending === true, value: place.id });
  const alternatives = columns.map((column, at) => joined('AND', [
    ...columns.slice(0, at).map(({ sql, value }) => value === null ? { text: `${sql} IS NULL`, values: [] } : { text: `${sql} = ?`, values: [value] }),
    past(column),
  ]));
  return joined('OR', alternatives);
}

function past({ sql, descending, value }: { sql: string; descending: boolean; value: SQLInputValue }): Sql {
  if (value === null) return descending ? { text: '0', values: [] } : { text: `${sql} IS NOT NULL`, values: [] };
  if (sql === 'i.ID') return { text: `${sql} ${descending ? '<' : '>'} ?`, values: [value] };
  return descending ? { text: `(${sql} < ? OR ${sql} IS NULL)`, values: [value] } : { text: `${sql} > ?`, values: [value] };
}

function stored(column: QueryColumn, value: string | null): SQLInputValue {
  return value === null || value === '' ? null : column.toStored(value);
}
