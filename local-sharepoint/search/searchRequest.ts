import type { PathSegment, ResourceRequest } from '../routing/resource.ts';
import { readCollapse, type CollapseSpec } from './collapse.ts';
import type { FqlExpression } from './fql/expression.ts';
import { parseFql } from './fql/parseFql.ts';
import type { KqlExpression } from './kql/expression.ts';
import { parseKql } from './kql/parseKql.ts';
import { badQuery, invalidParameter } from './kql/refusals.ts';
import { flagOf, listOf, parametersIn, textOf, wholeNumberOf, type Parameters } from './parameters.ts';
import type { SortKey } from './order.ts';
import { withoutVariables } from './queryVariables.ts';
import { readRefiners, type RefinerSpec } from './refiners/refinerSpec.ts';
import { readReordering, type Reordering } from './reordering.ts';
import { resultSource, type SearchSource } from './resultSources.ts';
import { sortKey } from './sortList.ts';

/** What is searched for, read from a GET or a POST. */
export interface SearchRequest {
  /** As it was asked; empty finds nothing. */
  readonly queryText: string;
  /** What was typed, and the template around it, for the answer. */
  readonly asked: { readonly text: string; readonly template: string; readonly hidden: string };
  readonly condition: KqlExpression;
  readonly filters: readonly FqlExpression[];
  /** Names of managed properties; empty for the usual ones. */
  readonly select: readonly string[];
  readonly startRow: number;
  readonly rowLimit: number;
  /** Empty for relevance. */
  readonly order: readonly SortKey[];
  readonly sorted: boolean;
  readonly refiners: readonly RefinerSpec[];
  readonly collapse: readonly CollapseSpec[];
  /** What comes before the rest, or after it, when results are sorted by rank. */
  readonly reordering: readonly Reordering[];
  readonly summaryLength: number;
  readonly source: SearchSource;
}

const mostRows = 500;
const lastStartRow = 50_000;
/** More names, refiners and the like than anybody needs: each costs a look at all that was found. */
const most = { select: 500, sort: 16, refiners: 50, collapse: 10, reordering: 20 };
const usualSummary = 180;
const longestSummary = 10_000;

/** Throws 400 for parameters that cannot be read, 501 for what SharePoint has and this service does not. */
export function readSearchRequest(request: ResourceRequest, segment: PathSegment): SearchRequest {
  const parameters = parametersIn(request, segment);
  const asked = { text: textOf(parameters.get('querytext'), 'QueryText'), template: textOf(parameters.get('querytemplate'), 'QueryTemplate'), hidden: textOf(parameters.get('hiddenconstraints'), 'HiddenConstraints') };
  const fql = flagOf(parameters.get('enablefql'), 'EnableFQL', false);
  const queryText = (asked.template.trim() === '' ? asked.text : withoutVariables(asked.template, { session: request.session, webUrl: request.webUrl, searchTerms: asked.text })).trim();
  const source = resultSource(textOf(parameters.get('sourceid'), 'SourceId'));
  const startRow = wholeNumberOf(parameters.get('startrow'), 'StartRow', 0);
  if (startRow > lastStartRow) throw badQuery();
  const order = atMost(most.sort, listOf(parameters.get('sortlist'), 'SortList'), 'SortList').map(sortKey);
  return {
    queryText, asked, source, startRow, rowLimit: rowLimit(parameters),
    condition: { kind: 'and', of: [...fql ? [] : [queryText], asked.hidden, source.only].filter((text) => text.trim() !== '').map(parseKql) },
    filters: [...fql && queryText !== '' ? parseFql(queryText) : [], ...filtersOf(parameters)],
    select: atMost(most.select, listOf(parameters.get('selectproperties'), 'SelectProperties'), 'SelectProperties').map((name) => textOf(name, 'SelectProperties').trim()).filter((name) => name !== ''),
    order: order.length > 0 ? order : source.order ?? [], sorted: flagOf(parameters.get('enablesorting'), 'EnableSorting', true),
    refiners: atMost(most.refiners, readRefiners(textOf(parameters.get('refiners'), 'Refiners')), 'Refiners'),
    collapse: atMost(most.collapse, readCollapse(textOf(parameters.get('collapsespecification'), 'CollapseSpecification')), 'CollapseSpecification'),
    reordering: atMost(most.reordering, listOf(parameters.get('reorderingrules'), 'ReorderingRules', false), 'ReorderingRules').map(readReordering),
    summaryLength: Math.min(wholeNumberOf(parameters.get('summarylength'), 'SummaryLength', usualSummary), longestSummary),
  };
}

function atMost<Member>(count: number, list: readonly Member[], name: string): readonly Member[] {
  if (list.length > count) throw invalidParameter(name);
  return list;
}

/** `RowLimit` is the most in all, `RowsPerPage` the most in one answer; without the first the second stands for it. */
function rowLimit(parameters: Parameters): number {
  const perPage = wholeNumberOf(parameters.get('rowsperpage'), 'RowsPerPage', 0);
  const limit = wholeNumberOf(parameters.get('rowlimit'), 'RowLimit', perPage > 0 ? perPage : 10);
  return Math.min(limit, perPage > 0 ? perPage : limit, mostRows);
}

/** Filters in an array, or in one text with commas between them. */
function filtersOf(parameters: Parameters): FqlExpression[] {
  const value = parameters.get('refinementfilters');
  const texts = typeof value === 'string' ? [value] : listOf(value, 'RefinementFilters', false);
  return texts.map((text) => textOf(text, 'RefinementFilters')).filter((text) => text.trim() !== '').flatMap(parseFql);
}
