import type { ListSchema } from '../model/list.ts';
import { pagePlace, pageToken } from '../query/pageToken.ts';
import { runQuery } from '../query/runQuery.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { totals } from './aggregates.ts';
import { allFields, chosenView, type ChosenView } from './chosenView.ts';
import { clientForms } from './clientForms.ts';
import { contextInfo } from './contextInfo.ts';
import { drilledInto, groupPage, markGroups } from './groups.ts';
import { listSchema } from './listSchema.ts';
import { projectedCells } from './projectedCells.ts';
import { hexMask, renderedRow, wholeRow } from './renderedRow.ts';
import { firstRowOf, type RowPage } from './rowPage.ts';
import { renderOptions, renderParameters, type RenderParameters } from './renderParameters.ts';

const usualRows = 30;
const largestPage = 5000;
const noView = '00000000-0000-0000-0000-000000000000';

/** `RenderListDataAsStream`: rows as views read them; every value is text. Recorded: exemplars "renderlistdata-*"; PnP Core SDK, PagingTests, ListItemTests. */
export function renderListData(list: ListSchema, request: ResourceRequest): Answer {
  return raw(rendered(list, request, renderParameters(request)));
}

export function raw(body: unknown): Answer {
  return { kind: 'raw', status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/**
 * List data alone stand by themselves (recorded); beside anything else they are in `ListData`. Names and places of the rest: the types that classic
 * pages declare for it (DefinitelyTyped, `RenderContext_InView`), and clients that read the form's schema (pnp/sp-dev-fx-controls-react).
 */
function rendered(list: ListSchema, request: ResourceRequest, parameters: RenderParameters): Record<string, unknown> {
  const wanted = (bit: number): boolean => (parameters.options & bit) !== 0;
  const view = chosenView(parameters, list, request.session);
  const others = wanted(renderOptions.contextInfo) || wanted(renderOptions.listSchema);
  const forms = wanted(renderOptions.clientFormSchema) ? clientForms(list, request) : {};
  if (!others) {
    if (!wanted(renderOptions.clientFormSchema)) return listData(list, view, parameters, request.session);
    return wanted(renderOptions.listData) ? { ListData: listData(list, view, parameters, request.session), ...forms } : forms;
  }
  return {
    wpq: '', Templates: {}, ...wanted(renderOptions.listData) ? { ListData: listData(list, view, parameters, request.session) } : {},
    ...wanted(renderOptions.listSchema) ? { ListSchema: listSchema(list, view, request) } : {}, ...wanted(renderOptions.contextInfo) ? contextInfo(list, view, request) : {}, ...forms,
  };
}

/** One page of rows, or of groups where the view shows them closed. */
export function listData(list: ListSchema, view: ChosenView, parameters: Pick<RenderParameters, 'paging' | 'datesInUtc' | 'expandGroups' | 'firstGroupOnly' | 'adHoc'>, session: Session): Record<string, unknown> {
  const { caml } = view;
  const limit = Math.min(caml.rowLimit ?? usualRows, largestPage);
  const group = parameters.adHoc.get('groupstring');
  const page = caml.grouping?.collapsed === true && !parameters.expandGroups && group === undefined
    ? groupPage(list, view, { limit, paging: parameters.paging, firstOnly: parameters.firstGroupOnly }, session)
    : itemPage(list, group === undefined ? view : drilledInto(view, group, list, session), limit, parameters, session);
  const { rows, firstRow, previous, next } = page;
  const address = (token: string): string => `?${token}&View=${view.stored?.id ?? noView}`;
  return {
    Row: rows, FirstRow: firstRow, FolderPermissions: hexMask(session.permissions.onList(list)), LastRow: firstRow + rows.length - 1, RowLimit: limit,
    ...previous === undefined ? {} : { PrevHref: address(previous) }, ...next === undefined ? {} : { NextHref: address(next) },
    FilterLink: view.adHoc.filterLink, ...view.adHoc.filterFields === '' ? {} : { FilterFields: view.adHoc.filterFields },
    ...view.adHoc.sortField === '' ? {} : { SortField: view.adHoc.sortField, SortDir: view.adHoc.descending ? 'descending' : 'ascending' },
    ForceNoHierarchy: '1', HierarchyHasIndention: '', CurrentFolderPrincipalCount: '0', CurrentFolderSpItemUrl: '',
  };
}

/** Rows are only counted on from page to page where the address says `PageFirstRow`, not by `Paging` in the body; and only then is there a way back (recorded: PagingTests). */
function itemPage(list: ListSchema, view: ChosenView, limit: number, { paging, datesInUtc, adHoc }: Pick<RenderParameters, 'paging' | 'datesInUtc' | 'adHoc'>, session: Session): RowPage {
  const { caml: { order, aggregations, grouping }, where, fields } = view;
  const place = pagePlace(paging, order);
  const { rows, more } = runQuery(list, session, { where, order, limit, after: place });
  const firstRow = firstRowOf(`PageFirstRow=${adHoc.get('pagefirstrow') ?? ''}`);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const back = place?.previous === true;
  const at = (row: number): string => `&PageFirstRow=${row}`;
  const projected = projectedCells(list, view.caml.projected, fields, session);
  const written = rows.map((row) => ({ ...(fields === allFields ? wholeRow(list, row, session, datesInUtc) : renderedRow(list, row, fields, session, datesInUtc)), ...projected(row) }));
  const marked = grouping ? markGroups(written, rows, list, view, session) : written;
  return {
    rows: aggregations.length > 0 && marked[0] ? [{ ...marked[0], ...totals(list, aggregations, where, session) }, ...marked.slice(1)] : marked, firstRow,
    previous: first && firstRow > 1 && (back ? more : place) ? `${pageToken(order, first, true)}${at(Math.max(1, firstRow - limit))}` : undefined,
    next: last && (back || more) ? `${pageToken(order, last)}${at(firstRow + rows.length)}` : undefined,
  };
}
