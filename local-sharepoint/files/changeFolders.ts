import type { SQLInputValue } from 'node:sqlite';
import { addItem } from '../items/changeItems.ts';
import { path } from '../items/itemProperties.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { notHereYet } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { change } from '../storage/prepared.ts';
import { nameExists } from './fileRefusals.ts';
import { checkName } from './names.ts';
import { rowIn, type Folder } from './place.ts';
import { indexFolders } from './scope.ts';

/** Adds a folder to a folder of a list or library; one that is there already is answered, or refused. */
export function addFolder(folder: Folder, name: string, session: Session, mayBeThere: boolean): Folder & { readonly list: ListSchema; readonly row: ItemRow } {
  const { list } = folder;
  if (list === undefined) throw notHereYet('folders outside lists and libraries');
  checkName(name, folder.url);
  const there = rowIn(list, folder.url, name, session);
  if (there && (!mayBeThere || there['FSObjType'] !== 1)) throw nameExists(path(there).slice(session.siteUrl.length + 1));
  const row = there ?? addItem(list, session, folderValues(list, folder.url, name));
  indexFolders(list, session);
  return { list, row, url: path(row) };
}

/** What the item of a folder holds. Recorded (item-doclib-folder): its content type begins with `0x0120` and its title is its name. */
export function folderValues(list: ListSchema, folderUrl: string, name: string): Map<string, SQLInputValue> {
  return new Map<string, SQLInputValue>([
    ['FileLeafRef', name], ['FileDirRef', folderUrl], ['FSObjType', 1], ['Title', name], ['ContentTypeId', `0x012000${String(list.properties['ContentTypeSuffix'])}`],
  ]);
}

/**
 * To be called before an item changes: checks the new name of a file or folder, and takes along what is in a folder that moves. A list's items have no
 * names of their own, so theirs are left alone.
 */
export function applyRename(list: ListSchema, session: Session, row: ItemRow, values: ReadonlyMap<string, SQLInputValue>): void {
  if ((list.baseType === 0 && row['FSObjType'] !== 1) || !(values.has('FileLeafRef') || values.has('FileDirRef'))) return;
  const name = String(values.get('FileLeafRef') ?? row['FileLeafRef']);
  const folder = String(values.get('FileDirRef') ?? row['FileDirRef']);
  const [from, to] = [path(row), `${folder}/${name}`];
  if (from === to) return;
  checkName(name, folder);
  const there = rowIn(list, folder, name, session);
  if (there && there.ID !== row.ID) throw nameExists(to.slice(session.siteUrl.length + 1));
  if (row['FSObjType'] !== 1) return;
  if (`${folder}/`.startsWith(`${from}/`)) throw fileNotFound();
  // `0` is the character after `/`: the range holds everything below.
  change(session.database, `UPDATE "${list.table}" SET FileDirRef = ? || substr(FileDirRef, ?) WHERE FileDirRef = ? OR (FileDirRef >= ? AND FileDirRef < ?)`,
    to, [...from].length + 1, from, `${from}/`, `${from}0`);
}
