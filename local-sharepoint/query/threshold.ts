import { limitsOf } from '../model/limits.ts';
import type { ListSchema } from '../model/list.ts';
import { seenTable } from '../files/seen.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { listViewThreshold } from '../lists/listRefusals.ts';
import { statement } from '../storage/prepared.ts';
import type { Session } from '../session.ts';
import { columnsOf, toSql, type Condition, type Order, type QueryColumn } from './condition.ts';

/** Lookup-type columns in one query, at most. */
const mostLookups = 12;

/**
 * Refuses a query that would read more than 5,000 rows (`--threshold`). A list above that is only read in the order of Id or of an indexed column, or through a
 * condition on such a column that leaves at most as many rows. Of several conditions joined by "and", the first indexed column counts (together with
 * what else is said of that same column), as Microsoft advises to put it first.
 */
export function checkThreshold(list: ListSchema, session: Session, where: Condition | undefined, order: readonly Order[]): void {
  const threshold = thresholdOf(session);
  if (list.itemCount <= threshold) return;
  if (where) {
    if (rows(list, session, where) > threshold) throw listViewThreshold();
    return;
  }
  if (order.some(({ column }) => !column.narrows)) throw listViewThreshold();
}

/** So many rows may be read in one query. */
export function thresholdOf({ database }: Pick<Session, 'database'>): number {
  return limitsOf(database).listViewThreshold;
}

/** Refuses a query over more than twelve lookup and person columns. */
export function checkLookups(columns: readonly QueryColumn[], alsoRead: number): void {
  const named = new Set(columns.filter((column) => column.lookup).map((column) => column.field?.internalName));
  if (named.size + alsoRead > mostLookups) {
    throw new SharePointError(500, '-2147024749, Microsoft.SharePoint.SPQueryThrottledException',
      'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.');
  }
}

/** How many rows an index leaves to be read; infinite when none helps. */
function rows(list: ListSchema, session: Session, condition: Condition): number {
  switch (condition.kind) {
    case 'or': return condition.conditions.reduce((sum, part) => sum + rows(list, session, part), 0);
    case 'and': return narrowest(list, session, flat(condition));
    case 'not': return Infinity;
    case 'text': return condition.test === 'startsWith' && condition.column.narrows ? count(list, session, condition) : Infinity;
    case 'comparison': return condition.operator !== 'ne' && condition.column.narrows ? count(list, session, condition) : Infinity;
    case 'in': return condition.column.narrows ? count(list, session, condition) : Infinity;
  }
}

function narrowest(list: ListSchema, session: Session, parts: readonly Condition[]): number {
  const first = parts.find((part) => Number.isFinite(part.kind === 'and' || part.kind === 'or' ? rows(list, session, part) : indexed(part) ? 0 : Infinity));
  if (!first) return Infinity;
  const column = columnsOf(first)[0]?.name.toLowerCase();
  const same = first.kind === 'or' ? [first] : parts.filter((part) => part.kind !== 'or' && indexed(part) && columnsOf(part)[0]?.name.toLowerCase() === column);
  if (first.kind === 'or') return rows(list, session, first);
  const span = column === 'id' ? spanOf(same) : Infinity;
  return span <= thresholdOf(session) ? span : count(list, session, { kind: 'and', conditions: same });
}

/** How many ids lie between the bounds, whether or not there are items with them: counting them would be reading them. */
function spanOf(parts: readonly Condition[]): number {
  let [low, high] = [-Infinity, Infinity];
  for (const part of parts) {
    if (part.kind !== 'comparison' || typeof part.value !== 'number') continue;
    const { operator, value } = part;
    if (operator === 'gt' || operator === 'ge' || operator === 'eq') low = Math.max(low, operator === 'gt' ? value + 1 : value);
    if (operator === 'lt' || operator === 'le' || operator === 'eq') high = Math.min(high, operator === 'lt' ? value - 1 : value);
  }
  return Math.max(0, high - low + 1);
}

function indexed(part: Condition): boolean {
  return (part.kind === 'in' || (part.kind === 'text' && part.test === 'startsWith') || (part.kind === 'comparison' && part.operator !== 'ne')) && part.column.narrows;
}

/** `a and (b and c)` is `a, b, c`. */
function flat(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(flat) : [condition];
}

function count(list: ListSchema, session: Session, condition: Condition): number {
  const { text, values } = toSql(condition);
  const found = statement(session.database, `SELECT count(*) AS found FROM (SELECT 1 FROM ${seenTable(list, session)} i WHERE ${text} LIMIT ${thresholdOf(session) + 1})`).get(...values);
  return Number(found?.['found']);
}
