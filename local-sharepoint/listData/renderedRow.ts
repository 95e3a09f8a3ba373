import { commentCount } from '../comments/commenting.ts';
import { contentLength } from '../files/contents.ts';
import { path } from '../items/itemProperties.ts';
import type { PermissionMask } from '../model/basePermissions.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { countsRelated, relatedCount } from '../items/countRelated.ts';
import { isStored } from '../storage/itemTables.ts';
import { cell } from './cell.ts';
import { workedOutCell } from './workedOutCell.ts';
import { uiVersion } from '../versions/versionNumber.ts';

/** Columns that every row has, whether the view asks or not. */
const ofEveryRow: ReadonlySet<string> = new Set(['ID', 'PermMask', 'FSObjType', 'UniqueId', 'ContentTypeId', 'FileRef', 'ScopeId', 'owshiddenversion', 'Attachments', 'File_x0020_Size']);

/** A row with every column, in the order of the columns. */
export function wholeRow(list: ListSchema, row: ItemRow, session: Session, inUtc: boolean): Record<string, unknown> {
  const all = Object.entries(renderedRow(list, row, list.fields.map(({ internalName }) => internalName), session, inUtc));
  const keys = new Map(list.fields.map(({ internalName }, at) => [internalName, at]));
  const place = (key: string): number => keys.get(key) ?? keys.get(key.replace(/\..*$/, '')) ?? keys.size;
  return Object.fromEntries(all.map((entry, at) => ({ entry, at })).sort((left, right) => place(left.entry[0]) - place(right.entry[0]) || left.at - right.at).map(({ entry }) => entry));
}

/** A row as views read it, its keys in the recorded order: what every row has, the view's columns, what every row ends with. */
export function renderedRow(list: ListSchema, row: ItemRow, names: readonly string[], session: Session, inUtc: boolean): Record<string, unknown> {
  const fields = viewFields(list, names);
  const address = path(row);
  const library = list.baseType === 1;
  const size = library && row['FSObjType'] === 0 ? String(contentLength(session.database, list, row)) : '';
  return {
    ID: String(row.ID), PermMask: hexMask(session.permissions.onItem(list, row._scope)), FSObjType: String(row['FSObjType']), ...library ? { HTML_x0020_File_x0020_Type: '' } : {},
    UniqueId: `{${row.GUID.toUpperCase()}}`, ...library ? { ProgId: '', NoExecute: '0' } : {},
    ContentTypeId: row['ContentTypeId'], FileRef: address, 'FileRef.urlencode': fullyEncoded(address), 'FileRef.urlencodeasurl': encodeURI(address), 'FileRef.urlencoding': encodeURI(address),
    'FileRef.scriptencodeasurl': address.replaceAll('/', '\\u002f'), ...library ? { _UIVersion: String(uiVersion(row)) } : { Attachments: row['_attachments'] === 1 ? '1' : '0' },
    SMTotalSize: size || '0', ...library ? { File_x0020_Size: size } : {}, _CommentFlags: '', ...library ? ofFile(address, row) : { _CommentCount: String(commentCount(session.database, list.id, row.ID) || '') },
    ...Object.fromEntries(fields.flatMap((field) => countsRelated(field) ? [[field.internalName, String(relatedCount(field, row.ID, session))]] : isKept(field) ? cell(field, row, session, inUtc) : workedOutCell(field, list, row, session))),
    ItemChildCount: '0', FolderChildCount: '0', ...library ? {} : { ScopeId: `{${(row._scope ?? scopeOfList(list)).toUpperCase()}}` }, owshiddenversion: String(row._version),
    ...library ? { ContentVersion: String(row._version) } : {}, Restricted: '',
  };
}

/** The columns that a view names, those of every row left out. */
function viewFields(list: ListSchema, names: readonly string[]): FieldSchema[] {
  return names.filter((name) => !ofEveryRow.has(name)).flatMap((name) => list.fields.find((field) => field.internalName.toLowerCase() === name.toLowerCase()) ?? []);
}

/** Whether a column's values stand in the item's row; the name and the folder of an item are columns of the base type that look elsewhere. */
function isKept(field: FieldSchema): boolean {
  return isStored(field) && field.type !== 'File' && !(field.fromBaseType && field.type === 'Lookup');
}

/** What rows of libraries say of the kind of file (recorded: exemplars "renderlistdata-2", "renderlistdata-3"). */
function ofFile(address: string, row: ItemRow): Record<string, unknown> {
  const name = address.split('/').pop() ?? '';
  const type = row['FSObjType'] === 1 || !name.includes('.') ? '' : name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return { File_x0020_Type: type, 'serverurl.progid': '', ServerRedirectedEmbedUrl: '', 'File_x0020_Type.progid': '', 'File_x0020_Type.url': 'FALSE' };
}

/** Where the permissions of items that have none of their own come from. */
function scopeOfList(list: ListSchema): string {
  return list.hasUniqueRoleAssignments ? list.id : list.webId;
}

/** `0x7ffffffffffbffff` */
export function hexMask(mask: PermissionMask): string {
  return `0x${mask.toString(16)}`;
}

/** Everything but letters and digits escaped, as SharePoint does in `.urlencode` and groups. */
export function fullyEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[-_.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
