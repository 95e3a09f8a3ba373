import { grants } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { isVisible } from '../items/itemEntity.ts';
import { path } from '../items/itemProperties.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import { all, one } from '../storage/prepared.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { fileMissing, notOfThisWeb } from './fileRefusals.ts';
import { seenTable } from './seen.ts';

/** A folder: the web's own (without a list), the root folder of a list (without a row), or one within it. */
export interface Folder { readonly list?: ListSchema; readonly row?: ItemRow; readonly url: string }
/** A file or folder of a list that has an item. */
export interface Placed { readonly list: ListSchema; readonly row: ItemRow }

/** Server-relative, without a slash at its end; one without a slash at its beginning is of the site. Refuses another site's. */
export function serverRelative(given: string, session: Session): string {
  const text = given.replace(/^https?:\/\/[^/]+/i, '').replace(/\/+$/, '');
  const url = text.startsWith('/') || text === '' ? text : `${session.siteUrl}/${text}`;
  if (url === '') return session.siteUrl;
  if (!`${url}/`.toLowerCase().startsWith(`${session.siteUrl}/`.toLowerCase())) throw notOfThisWeb();
  return url;
}

/** The folder at this address. Throws "File Not Found." when there is none for this person. */
export function folderAt(given: string, session: Session): Folder {
  const url = serverRelative(given, session);
  if (url.toLowerCase() === session.siteUrl.toLowerCase()) return { url: session.siteUrl };
  const list = listAround(url, session);
  if (list?.rootFolderUrl.length === url.length) return { list, url: list.rootFolderUrl };
  const row = list && rowAt(list, url, session);
  if (!row || row['FSObjType'] !== 1) throw fileNotFound();
  return { list, row, url: path(row) };
}

/** The file at this address. Throws "The file … does not exist." when there is none for this person. */
export function fileAt(given: string, session: Session): Placed {
  const url = serverRelative(given, session);
  const list = listAround(url, session);
  const row = list && list.baseType === 1 ? rowAt(list, url, session) : undefined;
  if (!list || !row || row['FSObjType'] !== 0) throw fileMissing(url);
  return { list, row };
}

/** The file (0) or folder (1) of a library with this UniqueId, as far as this person may see it. */
export function placedById(id: string, kind: 0 | 1, session: Session): Placed | undefined {
  for (const list of session.lists.all()) {
    if (list.baseType !== 1 || !mayOpen(list, session)) continue;
    const row = one<ItemRow>(session.database, `SELECT * FROM ${seenTable(list, session)} WHERE GUID = ? AND FSObjType = ?`, id.toLowerCase().replace(/[{}]/g, ''), kind);
    if (row && isVisible(list, row, session)) return { list, row };
  }
  return undefined;
}

/** What of this name is in a folder, in any case, whether this person may see it or not. */
export function rowIn(list: ListSchema, folderUrl: string, name: string, session: Session): ItemRow | undefined {
  return one<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE FileDirRef = ? AND FileLeafRef = ?`, folderUrl, name);
}

/** What is directly in a folder with an item: nothing for a file. */
export function rowsIn(list: ListSchema, row: ItemRow, session: Session): ItemRow[] {
  return row['FSObjType'] === 1 ? all<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE FileDirRef = ?`, path(row)) : [];
}

export function mayOpen(list: ListSchema, session: Session): boolean {
  return grants(session.permissions.onList(list), 'Open');
}

function listAround(url: string, session: Session): ListSchema | undefined {
  return session.lists.all().find((list) => `${url}/`.toLowerCase().startsWith(`${list.rootFolderUrl}/`.toLowerCase()) && mayOpen(list, session));
}

/** Walks from the list's root folder; each step finds its folder in any case. */
function rowAt(list: ListSchema, url: string, session: Session): ItemRow | undefined {
  let folder = list.rootFolderUrl;
  let found: ItemRow | undefined;
  for (const name of url.slice(list.rootFolderUrl.length + 1).split('/')) {
    found = rowIn(list, folder, name, session);
    if (!found) return undefined;
    folder = path(found);
  }
  const seen = found && one<ItemRow>(session.database, `SELECT * FROM ${seenTable(list, session)} WHERE ID = ?`, found.ID);
  return seen && isVisible(list, seen, session) ? seen : undefined;
}
