import type { DatabaseSync } from 'node:sqlite';
import type { Sql } from '../../query/condition.ts';
import { complex, type Complex } from '../../routing/complex.ts';
import { all } from '../../storage/prepared.ts';
import { badQuery } from '../kql/refusals.ts';
import { managedProperty, type ManagedProperty } from '../managedProperties.ts';
import type { SearchPlace } from '../restrictions.ts';
import { refinementToken } from './refinementToken.ts';
import type { RefinerSpec } from './refinerSpec.ts';

interface Bin { readonly name: string; readonly token: string; readonly count: number; readonly sortedBy: number | string }
interface Counted { readonly value: string | number; readonly count: number }

/** Without thresholds, dates and numbers come in so many intervals of about the same size; seen in articles. */
const usualIntervals = 4;
const types = 'Microsoft.Office.Server.Search.REST';

/** The values that a property has among what was found, most frequent first; nothing for a property that has none to be refined by. */
export function refine(database: DatabaseSync, spec: RefinerSpec, found: Sql, place: SearchPlace): Complex | undefined {
  const property = managedProperty(spec.name);
  if (!property?.value) return undefined;
  const { text, values } = property.value(place);
  const counted = count(database, property, { text, values }, found);
  if (counted.length === 0) return undefined;
  const bins = property.kind === 'text' ? textBins(property.several === undefined ? counted : parts(counted, property.several), spec) : intervals(counted, spec, property.kind === 'date');
  return complex(`${types}.Refiner`, {
    Entries: bins.map(({ name, token, count }) => complex(`${types}.RefinerEntry`, { RefinementCount: String(count), RefinementName: name, RefinementToken: token, RefinementValue: name })), Name: spec.name,
  });
}

/** How many documents have each value. */
function count(database: DatabaseSync, { over }: ManagedProperty, value: Sql, found: Sql): Counted[] {
  const documents = over === undefined ? `search_documents d WHERE ${found.text}` : `(SELECT ${over.join(', ')}, count(*) AS number FROM search_documents d WHERE ${found.text} GROUP BY ${over.join(', ')}) d`;
  return all<Counted>(database, `SELECT value, sum(number) AS count FROM (SELECT ${value.text} AS value, ${over === undefined ? '1' : 'd.number'} AS number FROM ${documents})
    WHERE value IS NOT NULL AND value <> '' GROUP BY value ORDER BY value`, ...value.values, ...found.values);
}

function textBins(counted: readonly Counted[], { sort, leastCount, mostBins, prefix }: RefinerSpec): Bin[] {
  const merged = new Map<string, { name: string; count: number }>();
  for (const { value, count } of counted) {
    const name = String(value);
    const known = merged.get(name.toLowerCase());
    merged.set(name.toLowerCase(), { name: known?.name ?? name, count: (known?.count ?? 0) + count });
  }
  const bins = [...merged.values()].filter(({ name, count }) => count >= leastCount && name.toLowerCase().startsWith(prefix.toLowerCase()))
    .map(({ name, count }): Bin => ({ name, count, token: refinementToken(name), sortedBy: sort.by === 'frequency' ? count : sort.by === 'number' ? Number(name) : name.toLowerCase() }));
  bins.sort((one, other) => (one.sortedBy < other.sortedBy ? -1 : one.sortedBy > other.sortedBy ? 1 : 0) * (sort.descending ? -1 : 1) || (one.name < other.name ? -1 : 1));
  return bins.slice(0, mostBins);
}

/** Several values in one, each by itself. */
function parts(counted: readonly Counted[], between: string): Counted[] {
  return counted.flatMap(({ value, count }) => String(value).split(between).map((part) => part.trim()).filter((part) => part !== '').map((part) => ({ value: part, count })));
}

/** Names and tokens of intervals: Microsoft, query refinement; those that are open to one side are remembered. Empty intervals are left out. */
function intervals(counted: readonly Counted[], { thresholds, mostBins }: RefinerSpec, dates: boolean): Bin[] {
  const limits = (thresholds ?? quantiles(counted)).map((limit) => dates ? moment(limit) : number(limit));
  return [undefined, ...limits].flatMap((from, at): Bin[] => {
    const to = limits[at];
    const within = counted.filter(({ value }) => (from === undefined || value >= from) && (to === undefined || value < to));
    const count = within.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return [];
    const name = from === undefined ? to === undefined ? `${String(counted[0]?.value)}` : `Up to ${to}` : to === undefined ? `${from} or up` : `From ${from} up to ${to}`;
    return [{ name, token: `range(${from ?? 'min'}, ${to ?? 'max'})`, count, sortedBy: at }];
  }).slice(0, mostBins);
}

/** Limits that cut what was found into parts of about the same size. */
function quantiles(counted: readonly Counted[]): string[] {
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const limits = new Set<string>();
  let seen = 0;
  for (const { value, count } of counted) {
    if (seen > 0 && seen >= (total * (limits.size + 1)) / usualIntervals && limits.size < usualIntervals - 1) limits.add(String(value));
    seen += count;
  }
  return [...limits];
}

function moment(text: string): string {
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) || text.endsWith('Z') ? text : `${text}Z`);
  if (Number.isNaN(time)) throw badQuery();
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function number(text: string): number {
  const found = Number(text);
  if (text.trim() === '' || Number.isNaN(found)) throw badQuery();
  return found;
}
