import type { SQLInputValue } from 'node:sqlite';
import { logChange } from '../changes/changeLog.ts';
import { forgetList } from '../lists/forgetList.ts';
import { forgetCatalogues, listCatalogue } from '../lists/listCatalogue.ts';
import { duplicateList } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { all, insert, one } from '../storage/prepared.ts';
import { addEntry, contentOf, EntryType, removeEntry, type Entry } from './entries.ts';

type Row = Readonly<Record<string, SQLInputValue>>;
/** A list as the database has it, with its views; its items stay in their table. */
interface RecycledList { readonly list: Row & { readonly schema: string }; readonly views: readonly Row[] }

/** Moves a list with all that it holds into the recycle bin; answers the entry's id. */
export function recycleList(list: ListSchema, session: Session): string {
  const { database, user } = session;
  const content = { list: one<Row>(database, 'SELECT * FROM lists WHERE id = ?', list.id), views: all<Row>(database, 'SELECT * FROM views WHERE list_id = ?', list.id) };
  const cut = list.rootFolderUrl.lastIndexOf('/');
  const id = addEntry(session, {
    list_id: list.id, item_id: 0, type: EntryType.List, title: list.title, directory: list.rootFolderUrl.slice(0, cut), leaf: list.rootFolderUrl.slice(cut + 1), author: user.id,
  }, content);
  listCatalogue(database, session.webId).remove(list);
  return id;
}

/** Puts a list back, unless another one has its title or address by now. */
export function restoreList(session: Session, entry: Entry): void {
  const { database } = session;
  const { list, views } = contentOf<RecycledList>(database, entry);
  const schema = JSON.parse(list.schema) as ListSchema;
  if (session.lists.byTitle(schema.title) || session.lists.byUrl(schema.rootFolderUrl)) throw duplicateList();
  insert(database, 'lists', new Map(Object.entries(list)));
  for (const view of views) insert(database, 'views', new Map(Object.entries(view)));
  removeEntry(database, entry);
  forgetCatalogues(database);
  logChange(database, { kind: 'List', type: 'Restore', webId: session.webId, listId: entry.list_id }, session.now());
}

/** Deletes a recycled list for good, and what of it was recycled before it. */
export function purgeList({ database }: Session, entry: Entry): void {
  forgetList(database, JSON.parse(contentOf<RecycledList>(database, entry).list.schema) as ListSchema);
}
