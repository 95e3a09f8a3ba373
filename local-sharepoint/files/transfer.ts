import type { SQLInputValue } from 'node:sqlite';
import { addItem, deleteItem, updateItem } from '../items/changeItems.ts';
import { path } from '../items/itemProperties.ts';
import { isVisible } from '../items/itemEntity.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { accessDenied } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { change, one } from '../storage/prepared.ts';
import { firstVersion, uiVersion } from '../versions/versionNumber.ts';
import { addFile, refuse, target } from './changeFiles.ts';
import { addFolder } from './changeFolders.ts';
import { readContent } from './contents.ts';
import { nameExists } from './fileRefusals.ts';
import { freeName } from './names.ts';
import { rowIn, rowsIn, type Folder, type Placed } from './place.ts';
import { actualRow, demandNotLocked } from './versioning.ts';

/** What to do with something of the same name at the destination. */
export interface Options { readonly overwrite: boolean; /** The new one gets a number (recorded: CopyFolderWithOptionsTest). */ readonly keepBoth: boolean }

/** Copies a file with its columns to another address, also of another library: a new file with one version. */
export function copyFile(file: Placed, to: string, options: Options, session: Session): Placed {
  const { folder, name } = target(to, session);
  return copyInto(file, folder, options.keepBoth ? freeIn(folder, name, session) : name, options.overwrite, session);
}

/** Moves a file. Within its library it stays the same item; in another one it is a new item with the same unique id, author, dates and versions. */
export function moveFile({ list, row }: Placed, to: string, options: Options, session: Session): void {
  const { folder, name: wanted } = target(to, session);
  const name = options.keepBoth && !isSame(row, folder, wanted) ? freeIn(folder, wanted, session) : wanted;
  makeRoom(list, row, folder, name, options.overwrite, session);
  if (folder.list === list) updateItem(list, session, row, new Map([['FileLeafRef', name], ['FileDirRef', folder.url]]), false);
  else moveOver(list, row, folder, name, session);
}

/** Copies a folder with what it holds, as far as this person may see it. */
export function copyFolder({ list, row }: Folder, to: string, options: Options, session: Session): void {
  if (!list || !row) throw fileNotFound();
  const { folder, name } = target(to, session);
  if (`${folder.url}/`.startsWith(`${path(row)}/`)) throw fileNotFound();
  copyFolderInto(list, row, folder, options.keepBoth ? freeIn(folder, name, session) : name, options.overwrite, session);
}

/** Moves a folder with what it holds. */
export function moveFolder({ list, row }: Folder, to: string, options: Options, session: Session): void {
  if (!list || !row) throw fileNotFound();
  const { folder, name: wanted } = target(to, session);
  const name = options.keepBoth && !isSame(row, folder, wanted) ? freeIn(folder, wanted, session) : wanted;
  if (folder.list === list) {
    updateItem(list, session, row, new Map([['FileLeafRef', name], ['FileDirRef', folder.url]]), false);
    return;
  }
  moveFolderOver(list, row, folder, name, session);
}

function copyInto({ list, row }: Placed, folder: Folder, name: string, overwrite: boolean, session: Session): Placed {
  const copy = addFile(folder, session, { name, content: readContent(session.database, list, row), overwrite });
  const values = carried(list, copy.list, row);
  return values.size === 0 ? copy : { list: copy.list, row: updateItem(copy.list, session, copy.row, values, false) };
}

function copyFolderInto(list: ListSchema, row: ItemRow, into: Folder, name: string, overwrite: boolean, session: Session): void {
  const copy = addFolder(into, name, session, overwrite);
  for (const inside of rowsIn(list, row, session).filter((found) => isVisible(list, found, session))) {
    const leaf = String(inside['FileLeafRef']);
    if (inside['FSObjType'] === 1) copyFolderInto(list, inside, copy, leaf, overwrite, session);
    else copyInto({ list, row: inside }, copy, leaf, overwrite, session);
  }
}

function moveFolderOver(list: ListSchema, row: ItemRow, into: Folder, name: string, session: Session): void {
  const moved = addFolder(into, name, session, false);
  for (const inside of rowsIn(list, row, session)) {
    if (inside['FSObjType'] === 1) moveFolderOver(list, inside, moved, String(inside['FileLeafRef']), session);
    else moveOver(list, inside, moved, String(inside['FileLeafRef']), session);
  }
  deleteItem(list, session, row);
}

/** Refuses, or deletes, what is at the destination already. */
function makeRoom(list: ListSchema, row: ItemRow, folder: Folder, name: string, overwrite: boolean, session: Session): void {
  const there = folder.list && rowIn(folder.list, folder.url, name, session);
  if (!folder.list || !there || (folder.list === list && there.ID === row.ID)) return;
  if (!overwrite) refuse(folder.list, there, session);
  if (there['FSObjType'] !== 0) throw nameExists(path(there).slice(session.siteUrl.length + 1));
  if (!isVisible(folder.list, there, session)) throw accessDenied();
  deleteItem(folder.list, session, there);
}

function moveOver(list: ListSchema, shown: ItemRow, { list: to, url }: Folder, name: string, session: Session): void {
  if (!to || to.baseType !== 1) throw fileNotFound();
  const row = actualRow(list, shown, session);
  demandNotLocked(list, row, session);
  const number = uiVersion(row) % 512 === 0 || to.properties['EnableMinorVersions'] === true ? uiVersion(row) : firstVersion(to);
  const moved = addItem(to, session, new Map<string, SQLInputValue>([
    ...carried(list, to, row), ...['GUID', 'Author', 'Editor', 'Created', 'Modified', '_version', '_checkin_comment'].map((column) => [column, row[column] ?? null] satisfies [string, SQLInputValue]),
    ['FileLeafRef', name], ['FileDirRef', url], ['FSObjType', 0], ['_uiversion', number],
  ]));
  takeAlong(list, row, to, moved, session);
  deleteItem(list, session, row);
}

/** What is kept of the file beside its item: content, versions and what these held. */
function takeAlong(list: ListSchema, row: ItemRow, to: ListSchema, moved: ItemRow, { database }: Session): void {
  const places = [to.id, moved.ID, list.id, row.ID] as const;
  change(database, 'INSERT INTO file_contents (list_id, item_id, content) SELECT ?, ?, content FROM file_contents WHERE list_id = ? AND item_id = ?', ...places);
  change(database, 'INSERT INTO file_version_contents (list_id, item_id, version, content) SELECT ?, ?, version, content FROM file_version_contents WHERE list_id = ? AND item_id = ?', ...places);
  change(database, "INSERT INTO item_versions SELECT ?1, ?2, version, json_set(row, '$.ID', ?2) FROM item_versions WHERE list_id = ?3 AND item_id = ?4", ...places);
}

/** The values of columns that both libraries have, with the same name and type. Lookups stay behind: they are of the library that they look into. */
function carried(from: ListSchema, to: ListSchema, row: ItemRow): Map<string, SQLInputValue> {
  const own = from.fields.filter((field) => isStored(field) && (!field.fromBaseType || field.internalName === 'Title' || from.baseTemplate === 119) && !/^Lookup/.test(field.type)
    && to.fields.some((other) => other.internalName === field.internalName && other.type === field.type && isStored(other)));
  const fixed = new Set(['ID', 'GUID', 'Author', 'Editor', 'Created', 'Modified', 'FileLeafRef', 'FileDirRef', 'FSObjType', 'ContentTypeId', 'CheckoutUser']);
  return new Map(own.filter(({ internalName }) => !fixed.has(internalName) && row[internalName] !== null && row[internalName] !== undefined).map(({ internalName }) => [internalName, row[internalName] ?? null]));
}

function freeIn({ list, url }: Folder, name: string, session: Session): string {
  return list ? freeName(name, (candidate) => rowIn(list, url, candidate, session) !== undefined) : name;
}

function isSame(row: ItemRow, folder: Folder, name: string): boolean {
  return path(row).toLowerCase() === `${folder.url}/${name}`.toLowerCase();
}

/** How much lies below a folder (SP.StorageMetrics). */
export function storageOf({ list, url }: Folder, { database }: Session): { readonly files: number; readonly bytes: number; readonly modified: string | null } {
  if (!list) return { files: 0, bytes: 0, modified: null };
  const found = one<{ files: number; bytes: number | null; modified: string | null }>(database, `SELECT count(*) AS files, sum(length(c.content)) AS bytes, max(i.Modified) AS modified FROM "${list.table}" i
    LEFT JOIN file_contents c ON c.list_id = ? AND c.item_id = i.ID WHERE i.FSObjType = 0 AND (i.FileDirRef = ? OR (i.FileDirRef >= ? AND i.FileDirRef < ?))`, list.id, url, `${url}/`, `${url}0`);
  return { files: found?.files ?? 0, bytes: found?.bytes ?? 0, modified: found?.modified ?? null };
}
