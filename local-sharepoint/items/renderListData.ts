import type { PermissionMask } from '../model/basePermissions.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { parseView } from '../caml/parseView.ts';
import { viewsOf } from '../lists/views.ts';
import { demand } from '../people/refusals.ts';
import { pagePlace, pageToken } from '../query/pageToken.ts';
import { runQuery, type ItemRow } from '../query/runQuery.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { toForm } from './dates.ts';
import { readValue } from './readValue.ts';

/** `RenderListDataAsStream`: rows as views read them; every value is text. Recorded: exemplars "renderlistdata-*". */
export function renderListData(list: ListSchema, request: ResourceRequest): Answer {
  const { session } = request;
  demand(session.permissions.onList(list), 'ViewListItems');
  const parameters = parametersOf(request);
  const view = parseView(typeof parameters['ViewXml'] === 'string' ? parameters['ViewXml'] : '', list, session);
  const limit = Math.min(view.rowLimit ?? viewsOf(session.database, list)[0]?.rowLimit ?? 30, 5000);
  const paging = typeof parameters['Paging'] === 'string' ? parameters['Paging'] : undefined;
  const firstRow = Number(new URLSearchParams(paging ?? '').get('PageFirstRow') ?? 1);
  const { rows, more } = runQuery(list, session, { where: view.where, order: view.order, limit, after: pagePlace(paging, view.order) });
  const names = view.viewFields.length > 0 ? view.viewFields : viewsOf(session.database, list)[0]?.fields ?? [];
  const inUtc = parameters['DatesInUtc'] === true;
  const written = rows.map((row) => rowOf(list, row, names, session, inUtc));
  const last = rows[rows.length - 1];
  const body = {
    Row: written, FirstRow: rows.length === 0 ? 0 : firstRow, FolderPermissions: hex(session.permissions.onList(list)), LastRow: rows.length === 0 ? 0 : firstRow + rows.length - 1,
    RowLimit: limit,
    ...(more && last ? { NextHref: `?${pageToken(view.order, last)}&PageFirstRow=${firstRow + rows.length}&View=00000000-0000-0000-0000-000000000000` } : {}),
    FilterLink: '?', ForceNoHierarchy: '1', HierarchyHasIndention: '', CurrentFolderSpItemUrl: '',
  };
  return { kind: 'raw', status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

function parametersOf(request: ResourceRequest): Record<string, unknown> {
  const body = request.json as { parameters?: Record<string, unknown> } | undefined;
  return body?.parameters ?? {};
}

function rowOf(list: ListSchema, row: ItemRow, names: readonly string[], session: Session, inUtc: boolean): Record<string, unknown> {
  const fields = names.flatMap((name) => list.fields.find((field) => field.internalName === name || (name === 'LinkTitle' && field.internalName === 'Title')) ?? []);
  return {
    ID: String(row.ID), PermMask: hex(session.permissions.onItem(list, row._scope)), FSObjType: String(row['FSObjType']), UniqueId: `{${row.GUID.toUpperCase()}}`,
    ContentTypeId: row['ContentTypeId'], FileRef: `${String(row['FileDirRef'])}/${row['FileLeafRef'] === null ? `${row.ID}_.000` : String(row['FileLeafRef'])}`,
    owshiddenversion: String(row._version), SMTotalSize: '0',
    ...Object.fromEntries(fields.filter(isStored).flatMap((field) => texts(field, row, session, inUtc))),
  };
}

function texts(field: FieldSchema, row: ItemRow, session: Session, inUtc: boolean): [string, unknown][] {
  const name = field.internalName;
  const value = readValue(field, row[name]);
  if (value === null) return [[name, '']];
  switch (field.type) {
    case 'User': return [[name, [personOf(Number(value), session)]]];
    case 'UserMulti': return [[name, (value as number[]).map((id) => personOf(id, session))]];
    case 'DateTime': return [[name, inUtc ? String(value) : toForm(String(value))], [`${name}.`, String(value)]];
    case 'Boolean': return [[name, value === true ? 'Yes' : 'No'], [`${name}.value`, value === true ? '1' : '0']];
    case 'URL': { const { Url, Description } = value as { Url: string; Description: string }; return [[name, Url], [`${name}.desc`, Description]]; }
    case 'Number': case 'Currency': return [[name, Number(value).toLocaleString('en-US')], [`${name}.`, String(value)]];
    case 'Lookup': return [[name, [{ lookupId: Number(value), lookupValue: '', isSecretFieldValue: false }]]];
    default: return [[name, Array.isArray(value) ? value : String(value)]];
  }
}

function personOf(id: number, session: Session): Record<string, string> {
  const user = session.directory.user(id);
  const title = session.directory.principal(id)?.title ?? '';
  return { id: String(id), title, email: user?.email ?? '', sip: user?.email ?? '', picture: '' };
}

function hex(mask: PermissionMask): string {
  return `0x${mask.toString(16)}`;
}
