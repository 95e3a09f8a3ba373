import { joined, type Sql } from '../../query/condition.ts';
import { notHereYet } from '../../model/refusals.ts';
import { badQuery } from '../kql/refusals.ts';
import { managedProperty, type ManagedProperty } from '../managedProperties.ts';
import { textMatch, type SearchPlace } from '../restrictions.ts';
import { refinementText } from '../refiners/refinementToken.ts';
import type { FqlExpression } from './expression.ts';

const nothing: Sql = { text: '0', values: [] };

/** A filter as SQL over `search_documents d`. A property that does not exist finds nothing. */
export function fqlCondition(expression: FqlExpression, place: SearchPlace, outer?: string): Sql {
  const property = expression.property ?? outer;
  if (expression.kind === 'value') return words(property, expression.text, place);
  const all = (): Sql[] => expression.of.map((one) => fqlCondition(one, place, property));
  switch (expression.name) {
    case 'and': return joined('AND', all());
    case 'or': case 'any': return joined('OR', all());
    case 'not': return not(joined('AND', all()));
    case 'andnot': {
      const [wanted = nothing, ...unwanted] = all();
      return joined('AND', [wanted, ...unwanted.map(not)]);
    }
    case 'string': case 'phrase': case 'words': return joined('AND', expression.of.map((one) => words(property, valueOf(one), place)));
    case 'starts-with': return words(property, `${valueOf(expression.of[0]).replace(/\*$/, '')}*`, place);
    case 'equals': return equals(property, valueOf(expression.of[0]), place);
    case 'range': return range(property, expression, place);
    case 'int': case 'float': case 'decimal': case 'double': case 'datetime': case 'date': return equals(property, valueOf(expression), place);
    case 'near': case 'onear': case 'xrank': case 'rank': case 'count': case 'filter': case 'ends-with': throw notHereYet(`${expression.name} of FQL`);
    default: throw badQuery();
  }
}

/** Words anywhere, or in a property; a refinement token stands for one value. */
function words(property: string | undefined, text: string, place: SearchPlace): Sql {
  const token = refinementText(text);
  if (token !== undefined) return equals(property, token, place);
  const value = { text: text.replace(/\*$/, ''), prefix: text.endsWith('*') };
  return property === undefined ? textMatch(value) : managedProperty(property)?.restrict?.(':', value, place) ?? nothing;
}

/** The whole value; of several, one of them. */
function equals(name: string | undefined, text: string, place: SearchPlace): Sql {
  const property = known(name);
  if (!property?.value) return nothing;
  const { text: sql, values } = property.value(place);
  const compared = property.kind === 'text' ? text : stored(property, text);
  const between = property.several;
  if (between === undefined) return { text: `${sql} = ? COLLATE NOCASE`, values: [...values, compared] };
  return { text: `instr(? || lower(${sql}) || ?, ?) > 0`, values: [between, ...values, between, `${between}${String(compared).toLowerCase()}${between}`] };
}

/** From a value to just below another, unless `from` and `to` say otherwise (Microsoft: FQL reference). */
function range(name: string | undefined, { of, options }: FqlExpression & { kind: 'call' }, place: SearchPlace): Sql {
  const property = known(name);
  const [from, to] = [valueOf(of[0]), valueOf(of[1])];
  if (!property?.value) return nothing;
  const { text: sql, values } = property.value(place);
  const bound = (operator: string, text: string): Sql => ({ text: `${sql} ${operator} ?`, values: [...values, stored(property, text)] });
  const bounds = [
    ...from === 'min' ? [] : [bound(options.get('from') === 'gt' ? '>' : '>=', from)],
    ...to === 'max' ? [] : [bound(options.get('to') === 'le' ? '<=' : '<', to)],
  ];
  return bounds.length === 0 ? { text: `${sql} IS NOT NULL`, values } : joined('AND', bounds);
}

function known(name: string | undefined): ManagedProperty | undefined {
  if (name === undefined) throw badQuery();
  return managedProperty(name);
}

/** A literal in the form in which the index keeps such values. */
function stored({ kind }: ManagedProperty, text: string): string | number {
  switch (kind) {
    case 'date': {
      const time = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : `${text}Z`);
      if (Number.isNaN(time)) throw badQuery();
      return `${new Date(time).toISOString().slice(0, 19)}Z`;
    }
    case 'number': {
      const number = /^(true|false)$/i.test(text) ? Number(text.toLowerCase() === 'true') : Number(text);
      if (text.trim() === '' || Number.isNaN(number)) throw badQuery();
      return number;
    }
    default: return text;
  }
}

/** The literal that an argument is, perhaps wrapped: `datetime("2026-01-01")`. */
function valueOf(expression: FqlExpression | undefined): string {
  if (expression === undefined) throw badQuery();
  if (expression.kind === 'value') return expression.text;
  if (/^(int|float|decimal|double|datetime|date|string)$/.test(expression.name) && expression.of.length === 1) return valueOf(expression.of[0]);
  throw badQuery();
}

function not({ text, values }: Sql): Sql {
  return { text: `NOT COALESCE(${text}, 0)`, values };
}
