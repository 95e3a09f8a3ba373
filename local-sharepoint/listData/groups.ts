import { seenTable } from '../files/seen.ts';
import type { SQLInputValue } from 'node:sqlite';
import type { Aggregation } from '../caml/aggregations.ts';
import { unescaped } from '../model/unescaped.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { statusColumn } from '../moderation/moderation.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { both } from '../files/scope.ts';
import { toSql, type Condition } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';
import { statement } from '../storage/prepared.ts';
import { aggregateSql, aggregateText } from './aggregates.ts';
import type { ChosenView } from './chosenView.ts';
import { demandCountable } from './countable.ts';
import { groupCell, groupKey, groupText, keyCondition } from './groupCell.ts';
import { firstRowOf, type RowPage } from './rowPage.ts';

/** Groups of a page unless the view says otherwise. */
const usualGroups = 30;
const mostGroups = 5000;

/**
 * One row for each group: its value, how many items it has, where it stands. Seen on SharePoint Online (firmfooting/dbml-sharepoint, one column; a user's
 * answer with two columns): `.urlencoded`, `.singleurlencoded`, `.COUNT.group`, `.newgroup`, `.groupindex`; of the second column `.COUNT.group2`, `.groupindex2`.
 */
export function groupPage(list: ListSchema, view: ChosenView, { limit, paging, firstOnly }: { limit: number; paging: string | undefined; firstOnly: boolean }, session: Session): RowPage {
  const fields = (view.caml.grouping?.fields ?? []).slice(0, firstOnly ? 1 : undefined);
  const found = groupsOf(list, view, fields, session);
  const size = Math.min(view.caml.grouping?.limit ?? usualGroups, limit);
  const firstRow = firstRowOf(paging);
  const shown = found.slice(firstRow - 1, firstRow - 1 + size);
  const at = (row: number): string => `Paged=TRUE&PageFirstRow=${row}`;
  return {
    rows: shown.map((group) => groupRow(group, fields, view.caml.aggregations, list, session)), firstRow,
    previous: firstRow > 1 ? at(Math.max(1, firstRow - size)) : undefined, next: firstRow - 1 + size < found.length ? at(firstRow + size) : undefined,
  };
}

/** One group: its values, how many items it and the groups in front of it have. */
interface Group {
  readonly values: readonly SQLInputValue[];
  readonly counts: readonly number[];
  /** From 1: which group of its level, within the group above it. */
  readonly indexes: readonly number[];
  /** Whether this row is the first with this value at each level. */
  readonly begins: readonly boolean[];
  /** Aggregations of each level. */
  readonly totals: readonly (readonly unknown[])[];
}

function groupsOf(list: ListSchema, view: ChosenView, fields: readonly FieldSchema[], session: Session): Group[] {
  demandCountable(list, session, view.where);
  const levels = fields.map((_, level) => counted(list, view, fields.slice(0, level + 1), session));
  const deepest = levels[levels.length - 1] ?? [];
  const groups: Group[] = [];
  for (const { values, count, totals } of deepest) {
    const before = groups[groups.length - 1];
    const above = fields.length > 1 ? levels[0]?.find((group) => group.values[0] === values[0]) : undefined;
    const begins = fields.map((_, level) => !before || values.slice(0, level + 1).some((value, at) => value !== before.values[at]));
    const indexes = fields.map((_, level) => {
      const former = before?.indexes[level] ?? 0;
      return level > 0 && begins[0] ? 1 : begins[level] ? former + 1 : former;
    });
    groups.push({ values, begins, indexes, counts: above ? [above.count, count] : [count], totals: above ? [above.totals, totals] : [totals] });
  }
  return groups;
}

interface Counted { readonly values: readonly SQLInputValue[]; readonly count: number; readonly totals: readonly unknown[] }

function counted(list: ListSchema, view: ChosenView, fields: readonly FieldSchema[], session: Session): Counted[] {
  const condition = view.where ? toSql(view.where) : { text: '1', values: [] };
  const keys = fields.map((field) => keySql(field, list, session));
  const order = fields.map((field, at) => `${field.type === 'DateTime' ? keys[at] : view.caml.order[at]?.column.sql ?? keys[at]}${view.caml.order[at]?.descending === true ? ' DESC' : ''}`);
  const sql = `SELECT ${keys.map((key, at) => `${key} AS "key ${at}", `).join('')}count(*) AS found${view.caml.aggregations.map((aggregation, at) => `, ${aggregateSql(aggregation, list, session)} AS "agg ${at}"`).join('')}`
    + ` FROM ${seenTable(list, session)} i WHERE ${[condition.text, ...visibleSql(list, session, 'i')].join(' AND ')} GROUP BY ${keys.join(', ')} ORDER BY ${order.join(', ')} LIMIT ${mostGroups}`;
  return statement(session.database, sql).all(...condition.values).map((row) => ({
    values: fields.map((_, at) => row[`key ${at}`] ?? null) as SQLInputValue[], count: Number(row['found']), totals: view.caml.aggregations.map((_, at) => row[`agg ${at}`]),
  }));
}

/** The values that a column has in the items of a view, of dates the days; at most 5,000. Refused where the list view threshold forbids to look. */
export function distinctValues(list: ListSchema, view: ChosenView, field: FieldSchema, session: Session): SQLInputValue[] {
  demandCountable(list, session, view.where);
  return counted(list, { ...view, caml: { ...view.caml, order: [], aggregations: [] } }, [field], session).map(({ values }) => values[0] ?? null);
}

/** Refuses columns that hold several values, or long texts; `what` is wanted of them. */
export function demandOneValue({ type }: FieldSchema, what: string): void {
  if (type.endsWith('Multi') || type === 'MultiChoice' || type === 'Note') throw notHereYet(`${what} on a column of type ${type}`);
}

/** Dates are grouped by days. */
function keySql(field: FieldSchema, list: ListSchema, session: Session): string {
  demandOneValue(field, 'GroupBy');
  const { sql } = queryColumn(field.internalName, list, session, 'caml');
  return field.type === 'DateTime' ? `substr(${sql}, 1, 10)` : sql;
}

function groupRow({ values, counts, indexes, begins, totals }: Group, fields: readonly FieldSchema[], aggregations: readonly Aggregation[], list: ListSchema, session: Session): Record<string, unknown> {
  const shown = fields.flatMap((field, at) => groupCell(field, values[at] ?? null, list, session));
  const texts = fields.map((field, at) => groupText(field, values[at] ?? null, session));
  return Object.fromEntries([
    ...shown, ...fields.flatMap((field, level) => markers(field, level, texts, counts[level] ?? 0, indexes[level] ?? 0, begins[level] === true)),
    ...totals.flatMap((ofLevel, level) => aggregations.map((aggregation, at) => [`${aggregation.name}.${aggregation.type}.agg${level === 0 ? '' : level + 1}`, aggregateText(aggregation, ofLevel[at])] as const)),
  ]);
}

function markers({ internalName: name }: FieldSchema, level: number, texts: readonly string[], count: number, index: number, begins: boolean): [string, string][] {
  const suffix = level === 0 ? '' : String(level + 1);
  return [
    [`${name}.urlencoded`, groupKey(texts.slice(0, level + 1))], [`${name}.singleurlencoded`, encodeURIComponent(texts[level] ?? '')], [`${name}.COUNT.group${suffix}`, String(count)],
    [`${name}.newgroup`, begins ? '1' : ''], [`${name}.groupindex${suffix}`, `${index}_`],
  ];
}

/** Rows of a view whose groups are open: each says of which group it is, and the first of one that it begins. */
export function markGroups(written: readonly Record<string, unknown>[], rows: readonly ItemRow[], list: ListSchema, view: ChosenView, session: Session): Record<string, unknown>[] {
  const fields = view.caml.grouping?.fields ?? [];
  const keyOf = (values: readonly SQLInputValue[]): string => JSON.stringify(values.map((value) => typeof value === 'string' ? value.toLowerCase() : value));
  const groups = new Map(groupsOf(list, view, fields, session).map((group) => [keyOf(group.values), group]));
  let before: Group | undefined;
  return written.map((row, at) => {
    const values = fields.map((field) => rowKey(field, rows[at]));
    const group = groups.get(keyOf(values));
    if (!group) return row;
    const texts = fields.map((field, level) => groupText(field, group.values[level] ?? null, session));
    const found = fields.flatMap((field, level) => markers(field, level, texts, group.counts[level] ?? 0, group.indexes[level] ?? 0, group !== before && (before === undefined || group.begins[level] === true)));
    before = group;
    return { ...row, ...Object.fromEntries(found) };
  });
}

function rowKey(field: FieldSchema, row: ItemRow | undefined): SQLInputValue {
  if (field.type === 'ModStat') return row?.[statusColumn] ?? 0;
  const value = row?.[field.internalName] ?? null;
  return field.type === 'DateTime' && value !== null ? String(value).slice(0, 10) : value;
}

/** `DrillDown=1&GroupString=%3B%23Open%3B%23`: the items of one group (documented parameters). */
export function drilledInto(view: ChosenView, groupString: string, list: ListSchema, session: Session): ChosenView {
  const texts = /^;#([\s\S]*);#$/.exec(groupString.includes(';#') ? groupString : unescaped(groupString) ?? '')?.[1]?.split(';#');
  const fields = view.caml.grouping?.fields ?? [];
  if (!texts || texts.length > fields.length) throw wrongArgument();
  const conditions: Condition[] = texts.map((text, at) => keyCondition(fields[at] as FieldSchema, text, list, session));
  return { ...view, where: conditions.reduce((before: Condition | undefined, condition) => both(before, condition), view.where) };
}
