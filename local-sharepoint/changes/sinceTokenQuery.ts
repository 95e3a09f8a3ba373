import { attributeOr, children, first, nameOf, parseCaml, textOf } from '../caml/xml.ts';
import { parseView, type CamlView } from '../caml/parseView.ts';
import { both } from '../files/scope.ts';
import type { ListSchema } from '../model/list.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { Condition } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';

/** An SP.ChangeLogItemQuery, read. */
export interface SinceTokenQuery {
  readonly token: string | undefined;
  readonly view: CamlView;
  /** `Paged=TRUE&p_ID=5` */
  readonly position: string | undefined;
  readonly mandatoryColumns: boolean;
}

const names: ReadonlySet<string> = new Set(['ChangeToken', 'Contains', 'ListName', 'Query', 'QueryOptions', 'RowLimit', 'ViewFields', 'ViewName']);

/**
 * Reads `{query: {ChangeToken, Query, Contains, ViewFields, RowLimit, QueryOptions}}`; `ViewName` is not heard, as documented. `Query` may be
 * `<Query>…</Query>` or what stands in it, `QueryOptions` too: both forms are in Microsoft's examples.
 */
export function sinceTokenQuery(list: ListSchema, request: ResourceRequest): SinceTokenQuery {
  const { query } = bodyProperties(request);
  if (typeof query !== 'object' || query === null || Array.isArray(query)) throw wrongArgument();
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    if (name === '__metadata' || value === null) continue;
    if (!names.has(name)) throw unknownProperty(name, 'SP.ChangeLogItemQuery');
    if (typeof value !== 'string') throw wrongType('Edm.String');
    if (value.trim() !== '') given.set(name, value.trim());
  }
  if (given.has('Query') && given.has('Contains')) throw notHereYet('Query together with Contains');
  const where = given.has('Contains') ? `<Query><Where>${given.get('Contains') ?? ''}</Where></Query>` : within(given.get('Query') ?? '', 'Query');
  const view = parseView(`<View>${where}${within(given.get('ViewFields') ?? '', 'ViewFields')}<RowLimit>${given.get('RowLimit') ?? ''}</RowLimit></View>`, list, request.session);
  const { folder, ...options } = optionsOf(list, within(given.get('QueryOptions') ?? '', 'QueryOptions'), request.session);
  return { token: given.get('ChangeToken'), view: { ...view, where: both(folder, view.where) }, ...options };
}

function within(xml: string, name: string): string {
  return new RegExp(`^<${name}[\\s/>]`).test(xml) ? xml : `<${name}>${xml}</${name}>`;
}

function optionsOf(list: ListSchema, xml: string, session: Session): Pick<SinceTokenQuery, 'position' | 'mandatoryColumns'> & { readonly folder: Condition | undefined } {
  const inside = children(parseCaml(xml)[0]);
  const position = attributeOr(inside.find((node) => nameOf(node) === 'Paging'), 'ListItemCollectionPositionNext', '');
  return { folder: folderOf(list, textOf(first(inside, 'Folder')).trim(), session), position: position === '' ? undefined : position, mandatoryColumns: textOf(first(inside, 'IncludeMandatoryColumns')).trim().toUpperCase() !== 'FALSE' };
}

/** `Shared Documents/Plans`: what is directly in that folder of the web; nothing where there is no such folder in this list. The list's own folder is no condition. */
function folderOf(list: ListSchema, given: string, session: Session): Condition | undefined {
  const path = given.replace(/^https?:\/\/[^/]+/i, '').replace(/\/+$/, '');
  const url = path === '' || path.toLowerCase().startsWith(`${session.siteUrl}/`.toLowerCase()) ? path : `${session.siteUrl}/${path.replace(/^\//, '')}`;
  if (url === '' || url.toLowerCase() === list.rootFolderUrl.toLowerCase()) return undefined;
  return { kind: 'comparison', column: { ...queryColumn('FileDirRef', list, session, 'caml'), narrows: list.baseType === 1 }, operator: 'eq', value: url };
}
