import { parseView, type CamlView } from '../caml/parseView.ts';
import { queryColumn } from '../query/queryColumn.ts';
import { both, folderScope } from '../files/scope.ts';
import { viewNotFound } from '../lists/listRefusals.ts';
import { viewsOf, type ViewSchema } from '../lists/views.ts';
import type { ListSchema } from '../model/list.ts';
import type { Condition } from '../query/condition.ts';
import type { Session } from '../session.ts';
import { adHocQuery, type AdHocQuery } from './adHocQuery.ts';
import type { RenderParameters } from './renderParameters.ts';

/** The view that a request reads through, with what the request puts over it. */
export interface ChosenView {
  readonly caml: CamlView;
  /** The list's own view, when the request did not bring one. */
  readonly stored: ViewSchema | undefined;
  readonly where: Condition | undefined;
  readonly fields: readonly string[];
  readonly adHoc: AdHocQuery;
}

/** Instead of names: every column of the list. */
export const allFields: readonly string[] = ['*'];
/** What SharePoint calls the scopes of a view that is kept (SP.ViewScope). */
const scopes = ['', 'Recursive', 'RecursiveAll', 'FilesOnly'];
const nothing: ReadonlyMap<string, string> = new Map();

/**
 * `ViewXml` comes before the view that the address or `overrideParameters` name; given both, what else they say is not heard (documented). Without
 * either it is the view with which the list opens.
 */
export function chosenView(parameters: RenderParameters, list: ListSchema, session: Session): ChosenView {
  const named = parameters.adHoc.get('viewid') ?? parameters.adHoc.get('view');
  const shown = viewsOf(session.database, list).filter((view) => view.owner === null || view.owner === session.user.id);
  const stored = named === undefined || named === '' ? byPath(parameters, shown) ?? shown[0] : shown.find((view) => view.id === named.toLowerCase().replace(/[{}]/g, ''));
  if (named !== undefined && named !== '' && !stored && parameters.viewXml === '') throw viewNotFound();
  const own = parameters.viewXml !== '';
  const xml = own ? parameters.viewXml : storedXml(stored, parameters.adHoc.get('overridescope'));
  const caml = parseView(xml, list, session);
  const adHoc = adHocQuery(own && named !== undefined ? nothing : parameters.adHoc, list);
  const over = parseView(`<View><Query>${adHoc.where === '' ? '' : `<Where>${adHoc.where}</Where>`}<OrderBy>${adHoc.orderBy}</OrderBy></Query></View>`, list, session);
  const conditions = [caml.where, over.where, overriding(parameters.overrideViewXml, list, session), folderScope(list, xml, parameters.folderUrl, session)];
  return {
    caml: { ...caml, order: ordered(caml, over) }, stored: own ? undefined : stored, adHoc,
    where: conditions.reduce((before, condition) => both(before, condition), idsOnly(parameters, list, session)),
    // A view in XML that names no columns has all of them (recorded: PnP Core SDK, ListItemAsFileFromDataStreamTest).
    fields: caml.viewFields.length > 0 ? caml.viewFields : own ? allFields : stored?.fields ?? [],
  };
}

/** What somebody sorts by comes instead of the view's own order, but after its groups. */
function ordered(caml: CamlView, over: CamlView): CamlView['order'] {
  if (over.order.length === 0) return caml.order;
  return [...caml.order.slice(0, caml.grouping?.fields.length ?? 0), ...over.order];
}

function byPath({ adHoc }: RenderParameters, views: readonly ViewSchema[]): ViewSchema | undefined {
  const page = adHoc.get('viewpath')?.split('/').pop()?.replace(/\.aspx$/i, '').toLowerCase();
  return page === undefined ? undefined : views.find((view) => view.page.toLowerCase() === page);
}

function storedXml(view: ViewSchema | undefined, scope: string | undefined): string {
  const named = scope ?? scopes[view?.scope ?? 0] ?? '';
  const totals = view?.aggregations ? `<Aggregations Value="${view.aggregationsStatus ?? 'Off'}">${view.aggregations}</Aggregations>` : '';
  return `<View${named === '' ? '' : ` Scope="${named}"`}><Query>${view?.query ?? ''}</Query>${totals}<RowLimit>${view?.rowLimit ?? 30}</RowLimit></View>`;
}

/** Of `OverrideViewXml`, only what stands in Query/Where is heard, beside the view's own condition (documented). */
function overriding(xml: string, list: ListSchema, session: Session): Condition | undefined {
  if (xml === '') return undefined;
  return parseView(/^<View[\s/>]/.test(xml) ? xml : /^<Query[\s/>]/.test(xml) ? `<View>${xml}</View>` : `<View><Query>${xml}</Query></View>`, list, session).where;
}

/** `ID=3` in the address: the one item whose data are wanted (documented). */
function idsOnly({ adHoc }: RenderParameters, list: ListSchema, session: Session): Condition | undefined {
  const id = Number(adHoc.get('id') ?? Number.NaN);
  return Number.isSafeInteger(id) ? { kind: 'comparison', column: queryColumn('ID', list, session, 'caml'), operator: 'eq', value: id } : undefined;
}
