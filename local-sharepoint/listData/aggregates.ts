import { seenTable } from '../files/seen.ts';
import type { Aggregation } from '../caml/aggregations.ts';
import { numberText } from '../items/valueText.ts';
import { toForm } from '../items/dates.ts';
import { queryColumn } from '../query/queryColumn.ts';
import { demandCountable } from './countable.ts';
import type { ListSchema } from '../model/list.ts';
import { toSql, type Condition } from '../query/condition.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';
import { statement } from '../storage/prepared.ts';

/** `Points.SUM`: of all rows that the view finds, not of one page; on the first row (seen in clients). */
export function totals(list: ListSchema, aggregations: readonly Aggregation[], where: Condition | undefined, session: Session): Record<string, string> {
  demandCountable(list, session, where);
  const condition = where ? toSql(where) : { text: '1', values: [] };
  const sql = `SELECT ${aggregations.map((aggregation, at) => `${aggregateSql(aggregation, list, session)} AS "agg ${at}"`).join(', ')} FROM ${seenTable(list, session)} i WHERE ${[condition.text, ...visibleSql(list, session, 'i')].join(' AND ')}`;
  const found = statement(session.database, sql).get(...condition.values) ?? {};
  return Object.fromEntries(aggregations.map((aggregation, at) => [`${aggregation.name}.${aggregation.type}`, aggregateText(aggregation, found[`agg ${at}`])]));
}

/** One aggregation as SQL; deviation and variance are those of a sample, as in Excel's STDEV and VAR. */
export function aggregateSql({ field, type }: Aggregation, list: ListSchema, session: Session): string {
  const column = queryColumn(field.internalName, list, session, 'caml').sql;
  switch (type) {
    case 'VAR': case 'STDEV': {
      const variance = `(sum(${column} * ${column}) - sum(${column}) * sum(${column}) * 1.0 / count(${column})) / nullif(count(${column}) - 1, 0)`;
      return type === 'VAR' ? variance : `sqrt(max(0, ${variance}))`;
    }
    default: return `${type.toLowerCase()}(${column})`;
  }
}

/** The figure as its column shows it; nothing when there was nothing to reckon with (seen by users of SharePoint Online). */
export function aggregateText({ field, type }: Aggregation, value: unknown): string {
  if (value === null || value === undefined || (type === 'COUNT' && Number(value) === 0)) return '';
  if (type === 'COUNT') return Number(value).toLocaleString('en-US');
  if (field.type === 'DateTime') return toForm(String(value), field.properties['DisplayFormat'] === 0);
  return typeof value === 'number' ? numberText(field, value) : String(value);
}
