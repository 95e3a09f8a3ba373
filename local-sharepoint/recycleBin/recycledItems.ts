import type { SQLInputValue } from 'node:sqlite';
import { logItemChange } from '../changes/changeLog.ts';
import { rowsIn } from '../files/place.ts';
import { takeOutItem } from '../items/changeItems.ts';
import { forgetItem } from '../items/forgetItem.ts';
import { path } from '../items/itemProperties.ts';
import { forEachCascading } from '../items/relationships.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { all, insert, one } from '../storage/prepared.ts';
import { addEntry, contentOf, EntryType, removeEntry, type Entry } from './entries.ts';
import { nameTaken } from './recycleBinRefusals.ts';

/** Moves an item, or a folder with what it holds, into the recycle bin; answers the entry's id. It needs what deleting all of it needs. */
export function recycleItem(list: ListSchema, session: Session, row: ItemRow): string {
  const rows = withInner(list, session, row);
  for (const one of rows) takeOutItem(list, session, one);
  // What goes with it gets entries of its own.
  for (const one of rows) forEachCascading(list, session, one.ID, (related, other) => recycleItem(related, session, other));
  const address = path(row);
  const cut = address.lastIndexOf('/');
  return addEntry(session, {
    list_id: list.id, item_id: row.ID, type: typeOf(list, row), title: titleOf(list, row), directory: address.slice(0, cut), leaf: address.slice(cut + 1), author: row.Author,
  }, rows);
}

/** A folder comes before what is in it. */
function withInner(list: ListSchema, session: Session, row: ItemRow): ItemRow[] {
  return [row, ...rowsIn(list, row, session).flatMap((inside) => withInner(list, session, inside))];
}

function typeOf(list: ListSchema, row: ItemRow): number {
  if (row['FSObjType'] === 1) return EntryType.Folder;
  return list.baseType === 1 ? EntryType.File : EntryType.ListItem;
}

function titleOf(list: ListSchema, row: ItemRow): string {
  const title = row['Title'];
  return list.baseType === 0 && typeof title === 'string' ? title : path(row).split('/').pop() ?? '';
}

/** Puts an item back under its id, with its values, versions and permissions. Columns that were deleted meanwhile stay away. */
export function restoreItem(list: ListSchema, session: Session, entry: Entry): void {
  const rows = contentOf<readonly ItemRow[]>(session.database, entry);
  checkPlace(list, session, String(rows[0]?.['FileDirRef']));
  for (const row of rows) putBack(list, session, row, entry.leaf);
  removeEntry(session.database, entry);
}

function putBack(list: ListSchema, session: Session, row: ItemRow, name: string): void {
  const { database } = session;
  const there = new Set(all<{ name: string }>(database, 'SELECT name FROM pragma_table_info(?)', list.table).map(({ name }) => name));
  const hasScope = row._scope !== null && one(database, 'SELECT 1 FROM permission_scopes WHERE id = ?', row._scope) !== undefined;
  const values = new Map<string, SQLInputValue>([...Object.entries(row).filter(([name]) => there.has(name)), ['_scope', hasScope ? row._scope : null]]);
  try {
    insert(database, list.table, values);
  } catch (failure) {
    if (failure instanceof Error && failure.message.includes('UNIQUE constraint failed')) throw nameTaken(name);
    throw failure;
  }
  session.lists.touch(list, { countBy: 1 });
  logItemChange(session, list, row.ID, 'Restore');
}

/** The folder that a file or item was in must still be there. */
function checkPlace(list: ListSchema, { database }: Session, folder: string): void {
  if (folder === list.rootFolderUrl) return;
  const cut = folder.lastIndexOf('/');
  const found = one(database, `SELECT 1 FROM "${list.table}" WHERE FileDirRef = ? AND FileLeafRef = ? AND FSObjType = 1`, folder.slice(0, cut), folder.slice(cut + 1));
  if (found === undefined) throw fileNotFound();
}

/** Deletes a recycled item for good. */
export function purgeItem(list: ListSchema, { database }: Session, entry: Entry): void {
  for (const row of contentOf<readonly ItemRow[]>(database, entry)) forgetItem(database, list, row);
  removeEntry(database, entry);
}
