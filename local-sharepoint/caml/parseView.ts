import type { ListSchema } from '../model/list.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Condition, Order } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { Session } from '../session.ts';
import { aggregationsOf, type Aggregation } from './aggregations.ts';
import { groupingOf, type Grouping } from './grouping.ts';
import { joinedLists, type ProjectedField } from './joins.ts';
import { namedColumn, WhereReader } from './where.ts';
import { attribute, badCaml, children, first, isTrue, parseCaml, textOf, type Node } from './xml.ts';

/** A CAML view, read. */
export interface CamlView {
  readonly where: Condition | undefined;
  /** Groups first: their columns are sorted by before all others. */
  readonly order: readonly Order[];
  readonly grouping: Grouping | undefined;
  readonly aggregations: readonly Aggregation[];
  readonly projected: readonly ProjectedField[];
  readonly viewFields: readonly string[];
  /** undefined: none was asked for. */
  readonly rowLimit: number | undefined;
}

const mostOrders = 16;

/** Reads `<View><Query>…</Query><ViewFields/><RowLimit/></View>`. Throws what SharePoint says of XML it cannot read, and 501 for what is not here. */
export function parseView(xml: string, list: ListSchema, session: Session): CamlView {
  const root = xml.trim() === '' ? undefined : first(parseCaml(xml), 'View') ?? refuse();
  const view = children(root);
  if (isTrue(root, 'RecurrenceRowset')) throw notHereYet('single dates of series of events (RecurrenceRowset)');
  const query = children(first(view, 'Query'));
  const where = children(first(query, 'Where'));
  if (where.length > 1) throw badCaml();
  const { projected, conditions } = joinedLists(view, list, session);
  const wanted = [...where.map((node) => new WhereReader(list, session, projected).condition(node)), ...conditions];
  const groupBy = first(query, 'GroupBy');
  return {
    where: wanted.length > 1 ? { kind: 'and', conditions: wanted } : wanted[0],
    order: orderOf([...children(groupBy), ...children(first(query, 'OrderBy'))], list, session, projected), projected,
    grouping: groupingOf(groupBy, list), aggregations: aggregationsOf(first(view, 'Aggregations'), list),
    viewFields: children(first(view, 'ViewFields')).map((field) => attribute(field, 'Name')),
    rowLimit: rowLimit(textOf(first(view, 'RowLimit')).trim()),
  };
}

/** A lookup or person column sorts by the text that is shown. */
function orderOf(fields: readonly Node[], list: ListSchema, session: Session, projected: readonly ProjectedField[]): Order[] {
  if (fields.length > mostOrders) throw badCaml();
  return fields.map((field) => {
    const column = namedColumn(attribute(field, 'Name'), list, session, projected);
    const shown = column.lookup && !column.several && !column.name.includes('/') && !projected.some((joined) => joined.column === column) ? queryColumn(`${column.name}/${shownField(column)}`, list, session, 'caml') : column;
    return { column: shown, descending: !isTrue(field, 'Ascending', 'TRUE') };
  });
}

function shownField({ field }: { field: { type: string; properties: Record<string, unknown> } | undefined }): string {
  return field?.type.startsWith('Lookup') === true ? String(field.properties['LookupField'] ?? 'Title') || 'Title' : 'Title';
}

/** 0 is no limit. */
function rowLimit(text: string): number | undefined {
  if (text === '') return undefined;
  if (!/^\d{1,9}$/.test(text)) throw badCaml();
  return Number(text) === 0 ? undefined : Number(text);
}

function refuse(): never {
  throw badCaml();
}
