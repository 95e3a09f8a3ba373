import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { notHereYet } from '../model/refusals.ts';
import type { ComparisonOperator } from '../odata/expression.ts';
import type { Condition, QueryColumn } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { Session } from '../session.ts';
import type { ProjectedField } from './joins.ts';
import { dateRangesOverlap } from './dateRangesOverlap.ts';
import { membership } from './membership.ts';
import { attribute, attributeOr, badCaml, children, first, isTrue, nameOf, textOf, type Node } from './xml.ts';

const comparisons: ReadonlyMap<string, ComparisonOperator> = new Map([['Eq', 'eq'], ['Neq', 'ne'], ['Gt', 'gt'], ['Geq', 'ge'], ['Lt', 'lt'], ['Leq', 'le']]);
const dayMilliseconds = 86_400_000;
/** Values in one `<In>`, at most (documented). */
const mostValues = 500;

/** Reads what stands in a CAML `<Where>`. */
export class WhereReader {
  readonly #list: ListSchema;
  readonly #session: Session;
  readonly #projected: readonly ProjectedField[];

  constructor(list: ListSchema, session: Session, projected: readonly ProjectedField[] = []) {
    this.#projected = projected;
    this.#list = list;
    this.#session = session;
  }

  condition(node: Node): Condition {
    const name = nameOf(node);
    const inside = children(node);
    if (name === 'And' || name === 'Or') {
      if (inside.length < 2) throw badCaml();
      return { kind: name === 'And' ? 'and' : 'or', conditions: inside.map((child) => this.condition(child)) };
    }
    if (name === 'DateRangesOverlap') return dateRangesOverlap(node, (named) => namedColumn(named, this.#list, this.#session, this.#projected), this.#session.now());
    const field = first(inside, 'FieldRef') ?? refuse();
    const column = namedColumn(attribute(field, 'Name'), this.#list, this.#session, this.#projected);
    if (name === 'Membership') return membership(node, column, this.#session);
    if (name === 'IsNull' || name === 'IsNotNull') return { kind: 'comparison', column, operator: name === 'IsNull' ? 'eq' : 'ne', value: null };
    if (name === 'In') return this.#in(field, column, children(first(inside, 'Values')));
    const value = first(inside, 'Value') ?? refuse();
    switch (name) {
      case 'BeginsWith': return { kind: 'text', column: this.#shown(column), test: 'startsWith', text: this.#text(value) };
      case 'Contains': return { kind: 'text', column: this.#shown(column), test: 'contains', text: this.#text(value) };
      case 'Includes': return this.#comparison(field, column, 'eq', value);
      case 'NotIncludes': return this.#comparison(field, column, 'ne', value);
      default: return this.#comparison(field, column, comparisons.get(name) ?? refuse(), value);
    }
  }

  #comparison(field: Node, column: QueryColumn, operator: ComparisonOperator, value: Node): Condition {
    const text = this.#text(value);
    if (column.field?.type === 'DateTime' && !isTrue(value, 'IncludeTimeValue')) return this.#byDay(column, operator, text);
    const compared = this.#compared(field, column, text);
    return { kind: 'comparison', column: compared, operator, value: stored(compared, text) };
  }

  #in(field: Node, column: QueryColumn, values: readonly Node[]): Condition {
    if (values.length > mostValues) throw badCaml();
    const texts = values.map((value) => this.#text(value));
    if (column.field?.type === 'DateTime') return { kind: 'or', conditions: texts.map((text) => this.#byDay(column, 'eq', text)) };
    const compared = this.#compared(field, column, texts[0] ?? '');
    return { kind: 'in', column: compared, values: texts.map((text) => stored(compared, text)) };
  }

  /** Lookup and person columns compare the shown text, unless `LookupId` asks for the id, or the value is one. */
  #compared(field: Node, column: QueryColumn, text: string): QueryColumn {
    return column.lookup && !isTrue(field, 'LookupId') && !/^-?\d+$/.test(text.trim()) ? this.#shown(column) : column;
  }

  /** A column with the text that people see: of a lookup that of the other item, of a person the name. */
  #shown(column: QueryColumn): QueryColumn {
    if (!column.lookup || column.name.includes('/') || this.#projected.some((field) => field.column === column)) return column;
    const shown = column.field?.type.startsWith('Lookup') === true ? String(column.field.properties['LookupField'] || 'Title') : 'Title';
    return queryColumn(`${column.name}/${shown}`, this.#list, this.#session, 'caml');
  }

  /** Without `IncludeTimeValue` only days are compared (documented): a range of moments, so that an index still helps. */
  #byDay(column: QueryColumn, operator: ComparisonOperator, text: string): Condition {
    const day = /^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0] ?? refuse();
    const start = Date.parse(`${day}T00:00:00Z`);
    if (Number.isNaN(start)) throw badCaml();
    const from = at(start);
    const to = at(start + dayMilliseconds);
    const part = (with_: ComparisonOperator, value: string): Condition => ({ kind: 'comparison', column, operator: with_, value });
    switch (operator) {
      case 'eq': return { kind: 'and', conditions: [part('ge', from), part('lt', to)] };
      case 'ne': return { kind: 'not', condition: { kind: 'and', conditions: [part('ge', from), part('lt', to)] } };
      case 'gt': return part('ge', to);
      case 'ge': return part('ge', from);
      case 'lt': return part('lt', from);
      case 'le': return part('lt', to);
    }
  }

  #text(node: Node): string {
    const special = children(node)[0];
    if (!special) return textOf(node);
    switch (nameOf(special)) {
      case 'UserID': return String(this.#session.user.id);
      case 'Today': return `${this.#moment(special).slice(0, 10)}T00:00:00Z`;
      case 'Now': return this.#moment(special);
      case 'Month': case 'Week': case 'Year': case 'ListProperty': case 'ProjectProperty': case 'XML': throw notHereYet(`<${nameOf(special)}/> as a CAML value`);
      default: throw badCaml();
    }
  }

  #moment(node: Node): string {
    const days = Number(attributeOr(node, 'OffsetDays', attributeOr(node, 'Offset', '0')));
    if (!Number.isInteger(days) || Math.abs(days) > 100_000) throw badCaml();
    return new Date(this.#session.now().getTime() + days * dayMilliseconds).toISOString();
  }
}

/** The column that a `FieldRef` names: of this list, or of one that is joined to it. */
export function namedColumn(name: string, list: ListSchema, session: Session, projected: readonly ProjectedField[]): QueryColumn {
  const joined = projected.find((field) => field.name.toLowerCase() === name.toLowerCase());
  return joined?.column ?? queryColumn(name, list, session, 'caml');
}

function stored(column: QueryColumn, text: string): SQLInputValue {
  const value = column.toStored(text);
  // A number or date that is none finds nothing.
  return typeof value === 'number' && Number.isNaN(value) ? text : value;
}

function at(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function refuse(): never {
  throw badCaml();
}
