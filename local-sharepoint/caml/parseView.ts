import { XMLParser } from 'fast-xml-parser';
import type { ListSchema } from '../model/list.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { notHereYet } from '../people/refusals.ts';
import type { Condition, Order } from '../query/condition.ts';
import { checkFilterable, queryColumn } from '../query/queryColumn.ts';
import type { Session } from '../session.ts';

/** A CAML view, read. */
export interface CamlView {
  readonly where: Condition | undefined;
  readonly order: readonly Order[];
  readonly viewFields: readonly string[];
  readonly rowLimit: number | undefined;
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', preserveOrder: true, parseTagValue: false, trimValues: true });
const comparisons = { Eq: 'eq', Neq: 'ne', Gt: 'gt', Geq: 'ge', Lt: 'lt', Leq: 'le' } as const;

/** Reads `<View><Query>…</Query><ViewFields/><RowLimit/></View>`. Throws what SharePoint says of XML it cannot read, and 501 for operators that are not here. */
export function parseView(xml: string, list: ListSchema, session: Session): CamlView {
  const view = xml.trim() === '' ? [] : children(first(parsed(xml), 'View') ?? refuse());
  const query = children(first(view, 'Query'));
  const reader = new QueryReader(list, session);
  const where = children(first(query, 'Where'));
  const limit = textOf(first(view, 'RowLimit'));
  return {
    where: where[0] === undefined ? undefined : reader.condition(where[0]),
    order: children(first(query, 'OrderBy')).map((field) => ({ column: queryColumn(attribute(field, 'Name'), list, session, 'caml'), descending: attributeOr(field, 'Ascending', 'TRUE').toUpperCase() === 'FALSE' })),
    viewFields: children(first(view, 'ViewFields')).map((field) => attribute(field, 'Name')),
    rowLimit: limit === '' ? undefined : Number(limit),
  };
}

class QueryReader {
  readonly #list: ListSchema;
  readonly #session: Session;

  constructor(list: ListSchema, session: Session) {
    this.#list = list;
    this.#session = session;
  }

  condition(node: Node): Condition {
    const name = nameOf(node);
    const inside = children(node);
    if (name === 'And' || name === 'Or') return { kind: name === 'And' ? 'and' : 'or', conditions: inside.map((child) => this.condition(child)) };
    const field = first(inside, 'FieldRef') ?? refuse();
    const column = queryColumn(attribute(field, 'Name'), this.#list, this.#session, 'caml');
    if (name === 'IsNull' || name === 'IsNotNull') return { kind: 'comparison', column, operator: name === 'IsNull' ? 'eq' : 'ne', value: null };
    checkFilterable(column);
    if (name === 'In') return { kind: 'in', column, values: children(first(inside, 'Values')).map((value) => column.toStored(this.#value(value))) };
    const value = this.#value(first(inside, 'Value') ?? refuse());
    if (name === 'BeginsWith' || name === 'Contains') return { kind: 'text', column, test: name === 'Contains' ? 'contains' : 'startsWith', text: value };
    if (!(name in comparisons)) throw notHereYet(`the CAML operator ${name}`);
    return this.#comparison(field, column.name, comparisons[name as keyof typeof comparisons], value);
  }

  /** Lookup and person columns compare the shown text, unless `LookupId` asks for the id. */
  #comparison(field: Node, name: string, operator: (typeof comparisons)[keyof typeof comparisons], value: string): Condition {
    const column = queryColumn(name, this.#list, this.#session, 'caml');
    const byText = column.lookup && attributeOr(field, 'LookupId', 'FALSE').toUpperCase() !== 'TRUE' && !/^\d+$/.test(value);
    const compared = byText ? queryColumn(`${name}/Title`, this.#list, this.#session, 'caml') : column;
    return { kind: 'comparison', column: compared, operator, value: compared.toStored(value) };
  }

  #value(node: Node): string {
    const inside = children(node);
    const special = inside.map(nameOf).find((name) => ['UserID', 'Today', 'Now'].includes(name));
    if (special === 'UserID') return String(this.#session.user.id);
    if (special === 'Today' || special === 'Now') {
      const day = first(inside, special);
      const moment = new Date(this.#session.now().getTime() + Number(attributeOr(day ?? {}, 'OffsetDays', '0')) * 86_400_000);
      return special === 'Today' ? `${moment.toISOString().slice(0, 10)}T00:00:00Z` : moment.toISOString();
    }
    return textOf(node);
  }
}

function parsed(xml: string): Node[] {
  try {
    return parser.parse(xml) as Node[];
  } catch {
    throw bad();
  }
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function children(node: Node | undefined): Node[] {
  const inside = node?.[nameOf(node)];
  return Array.isArray(inside) ? (inside as Node[]).filter((child) => nameOf(child) !== '#text') : [];
}

function first(nodes: readonly Node[], name: string): Node | undefined {
  return nodes.find((node) => nameOf(node) === name);
}

function textOf(node: Node | undefined): string {
  const inside = node?.[nameOf(node)];
  const text = Array.isArray(inside) ? (inside as Node[]).find((child) => nameOf(child) === '#text')?.['#text'] : undefined;
  return text === undefined ? '' : String(text);
}

function attributeOr(node: Node, name: string, otherwise: string): string {
  const value = (node[':@'] as Record<string, unknown> | undefined)?.[`@${name}`];
  return value === undefined ? otherwise : String(value);
}

function attribute(node: Node, name: string): string {
  const value = attributeOr(node, name, '');
  if (value === '') throw bad();
  return value;
}

/** Text and code remembered from SharePoint's answer to XML that is not CAML. */
function bad(): SharePointError {
  return new SharePointError(500, '-2147467259, Microsoft.SharePoint.SPException', 'Cannot complete this action.\n\nPlease try again.');
}

function refuse(): never {
  throw bad();
}
