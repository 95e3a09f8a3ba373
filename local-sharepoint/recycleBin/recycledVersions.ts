import { readContent } from '../files/contents.ts';
import { path } from '../items/itemProperties.ts';
import { itemNotFound } from '../items/itemRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { change, one } from '../storage/prepared.ts';
import { deleteVersion } from '../versions/itemVersions.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { addEntry, contentOf, EntryType, removeEntry, type Entry } from './entries.ts';

interface RecycledVersion { readonly row: ItemRow; /** Base64 */ readonly content: string }

/** Moves a former version of a file into the recycle bin; answers the entry's id. */
export function recycleVersion(list: ListSchema, session: Session, file: ItemRow, version: ItemRow): string {
  const address = path(file);
  const cut = address.lastIndexOf('/');
  const content: RecycledVersion = { row: version, content: readContent(session.database, list, version).toString('base64') };
  deleteVersion(session.database, list, version);
  const name = address.slice(cut + 1);
  return addEntry(session, { list_id: list.id, item_id: file.ID, type: EntryType.FileVersion, title: `${name} (${versionLabel(uiVersion(version))})`, directory: address.slice(0, cut), leaf: name, author: Number(version['Editor']) }, content);
}

/** Puts a version back to its file, which must be there. */
export function restoreRecycledVersion(list: ListSchema, { database }: Session, entry: Entry): void {
  if (one(database, `SELECT 1 FROM "${list.table}" WHERE ID = ?`, entry.item_id) === undefined) throw itemNotFound();
  const { row, content } = contentOf<RecycledVersion>(database, entry);
  change(database, 'INSERT OR IGNORE INTO item_versions VALUES (?, ?, ?, ?)', list.id, row.ID, uiVersion(row), JSON.stringify(row));
  keepOlderContent(list, row, { database });
  change(database, 'INSERT OR REPLACE INTO file_version_contents VALUES (?, ?, ?, ?)', list.id, row.ID, uiVersion(row), Buffer.from(content, 'base64'));
  removeEntry(database, entry);
}

/** Older versions read on to the next content that is kept: what that is for them now must not become the restored version's. */
function keepOlderContent(list: ListSchema, row: ItemRow, { database }: Pick<Session, 'database'>): void {
  const older = one<{ row: string }>(database, 'SELECT row FROM item_versions WHERE list_id = ? AND item_id = ? AND version < ? ORDER BY version DESC LIMIT 1', list.id, row.ID, uiVersion(row));
  if (!older) return;
  const version = JSON.parse(older.row) as ItemRow;
  change(database, 'INSERT OR IGNORE INTO file_version_contents VALUES (?, ?, ?, ?)', list.id, row.ID, uiVersion(version), readContent(database, list, version));
}
