import { notHereYet } from '../model/refusals.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { KqlExpression } from './kql/expression.ts';
import { parseKql } from './kql/parseKql.ts';
import { invalidParameter } from './kql/refusals.ts';
import { managedProperty } from './managedProperties.ts';
import { listOf, parametersIn, textOf, wholeNumberOf, type Parameters } from './parameters.ts';

/** What is searched for, read from a GET or a POST. */
export interface SearchRequest {
  /** As it was asked; empty finds nothing. */
  readonly queryText: string;
  readonly condition: KqlExpression;
  /** Names of managed properties; empty for the usual ones. */
  readonly select: readonly string[];
  readonly startRow: number;
  readonly rowLimit: number;
  /** SQL; empty for relevance. */
  readonly order: readonly string[];
  readonly source: SearchSource;
}
export interface SearchSource { readonly id: string; /** KQL that the source adds. */ readonly only: string }

/** The result sources that every site has (Microsoft: built-in result sources). */
const sources: readonly SearchSource[] = [
  { id: '8413cd39-2156-4e00-b54d-11efd9abdb89', only: '-ContentClass=urn:content-class:SPSPeople' },
  { id: 'b09a7990-05ea-4af9-81ef-edfab16c4e31', only: 'ContentClass=urn:content-class:SPSPeople' },
  { id: 'e7ec8cee-ded8-43c9-beb5-436b54b31e84', only: 'IsDocument:1' },
  { id: '5e34578e-4d08-4edc-8bf3-002acf3cdbcc', only: 'ContentClass=STS_ListItem_WebPageLibrary' },
];
const mostRows = 500;
const lastStartRow = 50_000;
const notHere = ['refiners', 'refinementfilters', 'collapsespecification', 'reorderingrules'];

export function readSearchRequest(request: ResourceRequest): SearchRequest {
  const parameters = parametersIn(request);
  const unsupported = notHere.find((name) => listOf(parameters.get(name), name).length > 0);
  if (unsupported !== undefined) throw notHereYet(`${unsupported} in a search`);
  const queryText = queryTextOf(parameters).trim();
  const source = sourceOf(textOf(parameters.get('sourceid'), 'SourceId'));
  const parts = [queryText, textOf(parameters.get('hiddenconstraints'), 'HiddenConstraints'), source.only].filter((text) => text.trim() !== '');
  const startRow = wholeNumberOf(parameters.get('startrow'), 'StartRow', 0);
  if (startRow > lastStartRow) throw invalidParameter('StartRow');
  return {
    queryText, source, startRow, rowLimit: Math.min(wholeNumberOf(parameters.get('rowlimit'), 'RowLimit', 10), mostRows),
    condition: { kind: 'and', of: parts.map(parseKql) },
    select: listOf(parameters.get('selectproperties'), 'SelectProperties').map((name) => textOf(name, 'SelectProperties').trim()).filter((name) => name !== ''),
    order: listOf(parameters.get('sortlist'), 'SortList').flatMap(orderOf),
  };
}

/** The query, in the template when there is one. */
function queryTextOf(parameters: Parameters): string {
  const text = textOf(parameters.get('querytext'), 'QueryText');
  const template = textOf(parameters.get('querytemplate'), 'QueryTemplate');
  if (template.trim() === '') return text;
  const whole = template.replaceAll(/\{searchterms\}/gi, () => text);
  const variable = /\{[?A-Za-z][^}]*\}/.exec(template.replaceAll(/\{searchterms\}/gi, ''));
  if (variable) throw notHereYet(`${variable[0]} in a query template`);
  return whole;
}

function sourceOf(id: string): SearchSource {
  const wanted = id.replace(/[{}]/g, '').toLowerCase();
  const found = wanted === '' ? sources[0] : sources.find((source) => source.id === wanted);
  if (!found) throw notHereYet(`the result source ${id}`);
  return found;
}

/** `LastName:ascending`, or `{Property, Direction}` with 0 ascending and 1 descending. By relevance nothing has to be said. */
function orderOf(entry: unknown): string[] {
  const { property, descending } = typeof entry === 'string' ? fromText(entry) : fromObject(entry);
  if (property.toLowerCase() === 'rank') return [];
  const sort = managedProperty(property)?.sort;
  if (sort === undefined) throw invalidParameter('SortList');
  return [`${sort}${descending ? ' DESC' : ''}`];
}

function fromText(entry: string): { property: string; descending: boolean } {
  const [, property, direction = 'ascending'] = /^\s*\[?(\w+)\]?\s*(?::\s*(ascending|descending)\s*)?$/i.exec(entry) ?? [];
  if (property === undefined) throw invalidParameter('SortList');
  return { property, descending: direction.toLowerCase() === 'descending' };
}

function fromObject(entry: unknown): { property: string; descending: boolean } {
  const { Property: property, Direction: direction } = (entry ?? {}) as { Property?: unknown; Direction?: unknown };
  if (typeof property !== 'string' || !(direction === undefined || direction === 0 || direction === 1)) throw invalidParameter('SortList');
  return { property: property.replace(/^\[(.*)\]$/, '$1'), descending: direction === 1 };
}
