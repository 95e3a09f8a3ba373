import type { ListSchema } from '../model/list.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Condition, Order } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { Session } from '../session.ts';
import { WhereReader } from './where.ts';
import { attribute, badCaml, children, first, isTrue, parseCaml, textOf, type Node } from './xml.ts';

/** A CAML view, read. */
export interface CamlView {
  readonly where: Condition | undefined;
  readonly order: readonly Order[];
  readonly viewFields: readonly string[];
  /** undefined: none was asked for. */
  readonly rowLimit: number | undefined;
}

const notHere = ['Joins', 'ProjectedFields', 'Aggregations'];
const mostOrders = 16;

/** Reads `<View><Query>…</Query><ViewFields/><RowLimit/></View>`. Throws what SharePoint says of XML it cannot read, and 501 for what is not here. */
export function parseView(xml: string, list: ListSchema, session: Session): CamlView {
  const view = xml.trim() === '' ? [] : children(first(parseCaml(xml), 'View') ?? refuse());
  const query = children(first(view, 'Query'));
  const missing = notHere.find((name) => first(view, name) !== undefined && children(first(view, name)).length > 0) ?? (first(query, 'GroupBy') ? 'GroupBy' : undefined);
  if (missing !== undefined) throw notHereYet(`${missing} in CAML`);
  const where = children(first(query, 'Where'));
  if (where.length > 1) throw badCaml();
  return {
    where: where[0] === undefined ? undefined : new WhereReader(list, session).condition(where[0]),
    order: orderOf(children(first(query, 'OrderBy')), list, session),
    viewFields: children(first(view, 'ViewFields')).map((field) => attribute(field, 'Name')),
    rowLimit: rowLimit(textOf(first(view, 'RowLimit')).trim()),
  };
}

/** A lookup or person column sorts by the text that is shown. */
function orderOf(fields: readonly Node[], list: ListSchema, session: Session): Order[] {
  if (fields.length > mostOrders) throw badCaml();
  return fields.map((field) => {
    const column = queryColumn(attribute(field, 'Name'), list, session, 'caml');
    const shown = column.lookup && !column.several ? queryColumn(`${column.name}/${shownField(column)}`, list, session, 'caml') : column;
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
