import type { ListSchema } from '../model/list.ts';
import { parseView, type CamlView } from '../caml/parseView.ts';
import { viewsOf, type ViewSchema } from '../lists/views.ts';
import { both, folderScope } from '../files/scope.ts';
import { bodyProperties } from '../routing/arguments.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { pagePlace, pageToken } from '../query/pageToken.ts';
import { runQuery, type ItemRow } from '../query/runQuery.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { lookedUpText } from './lookedUp.ts';
import { readIds } from './readValue.ts';
import { hexMask, renderedRow } from './renderedRow.ts';

/** What is answered when nothing else is asked, and ListData (SP.RenderListDataOptions), with or without DisableAutoHyperlink: nothing is made a link here. */
const renderOptionsHere: ReadonlySet<number> = new Set([0, 2, 2048, 2050]);
const usualRows = 30;
const largestPage = 5000;

/** `RenderListDataAsStream`: rows as views read them; every value is text. Recorded: exemplars "renderlistdata-*"; PnP Core SDK, PagingTests. */
export function renderListData(list: ListSchema, request: ResourceRequest): Answer {
  const { session } = request;
  const parameters = parametersOf(request);
  const shown = viewsOf(session.database, list)[0];
  const view = overridden(viewOf(parameters['ViewXml'], shown, list, session), parameters['OverrideViewXml'], list, session);
  if (view.grouped) throw notHereYet('RenderListDataAsStream with GroupBy');
  const limit = Math.min(view.rowLimit ?? shown?.rowLimit ?? usualRows, largestPage);
  const paging = typeof parameters['Paging'] === 'string' ? parameters['Paging'] : undefined;
  const place = pagePlace(paging, view.order);
  const where = both(view.where, folderScope(list, textIn(parameters, 'ViewXml'), textIn(parameters, 'FolderServerRelativeUrl'), session));
  const { rows, more } = runQuery(list, session, { where, order: view.order, limit, after: place });
  const names = view.viewFields.length > 0 ? view.viewFields : shown?.fields ?? [];
  const firstRow = firstRowOf(paging);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const back = place?.previous === true;
  const address = (token: string, at: number): string => `?${token}&PageFirstRow=${at}&View=00000000-0000-0000-0000-000000000000`;
  const body = {
    Row: rows.map((row) => ({ ...renderedRow(list, row, names, session, parameters['DatesInUtc'] === true), ...projectedTexts(view, row, names, session) })), FirstRow: firstRow,
    FolderPermissions: hexMask(session.permissions.onList(list)), LastRow: firstRow + rows.length - 1, RowLimit: limit,
    ...(first && (back ? more : place) ? { PrevHref: address(pageToken(view.order, first, true), Math.max(1, firstRow - limit)) } : {}),
    ...(last && (back || more) ? { NextHref: address(pageToken(view.order, last), firstRow + rows.length) } : {}),
    FilterLink: '?', ForceNoHierarchy: '1', HierarchyHasIndention: '', CurrentFolderSpItemUrl: '',
  };
  return { kind: 'raw', status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/** Without a view of its own, the request gets that with which the list opens. */
function viewOf(xml: unknown, shown: ViewSchema | undefined, list: ListSchema, session: Session): CamlView {
  if (typeof xml === 'string' && xml.trim() !== '') return parseView(xml, list, session);
  return parseView(`<View><Query>${shown?.query ?? ''}</Query></View>`, list, session);
}

/** Of `OverrideViewXml`, only what stands in Query/Where is heard, beside the view's own condition (documented). */
function overridden(view: CamlView, xml: unknown, list: ListSchema, session: Session): CamlView {
  if (typeof xml !== 'string' || xml.trim() === '') return view;
  const inner = xml.trim();
  const { where } = parseView(/^<View[\s/>]/.test(inner) ? inner : /^<Query[\s/>]/.test(inner) ? `<View>${inner}</View>` : `<View><Query>${inner}</Query></View>`, list, session);
  return where === undefined ? view : { ...view, where: view.where === undefined ? where : { kind: 'and', conditions: [view.where, where] } };
}

/** Columns of joined lists, as lookups are written (remembered). */
function projectedTexts({ projected }: CamlView, row: ItemRow, names: readonly string[], session: Session): Record<string, unknown> {
  return Object.fromEntries(projected.filter(({ name }) => names.includes(name)).map(({ name, lookup, showField }) => [name, readIds(lookup, row[lookup.internalName]).map((id) => (
    { lookupId: id, lookupValue: lookedUpText({ ...lookup, properties: { ...lookup.properties, LookupField: showField } }, id, session), isSecretFieldValue: false }
  ))]));
}

function parametersOf(request: ResourceRequest): Readonly<Record<string, unknown>> {
  const body = (typeof request.json === 'object' && request.json !== null ? request.json : {}) as { parameters?: unknown; overrideParameters?: unknown };
  const { parameters = {}, overrideParameters } = body;
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) throw wrongArgument();
  const found = bodyProperties({ ...request, json: parameters });
  const options = Number(found['RenderOptions'] ?? 0);
  if (!renderOptionsHere.has(options)) throw notHereYet(`RenderListDataAsStream with RenderOptions ${options}`);
  if (typeof overrideParameters === 'object' && overrideParameters !== null && Object.keys(overrideParameters).length > 0) throw notHereYet('RenderListDataAsStream with overrideParameters');
  return found;
}

function firstRowOf(paging: string | undefined): number {
  const found = Number(new URLSearchParams((paging ?? '').replace(/^\?/, '')).get('PageFirstRow') ?? 1);
  return Number.isSafeInteger(found) && found > 0 ? found : 1;
}

/** The text under this name, or none. */
function textIn(parameters: Readonly<Record<string, unknown>>, name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}
