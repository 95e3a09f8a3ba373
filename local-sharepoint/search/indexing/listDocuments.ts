import type { DatabaseSync } from 'node:sqlite';
import type { ListCatalogue } from '../../lists/listCatalogue.ts';
import { defaultViewUrl } from '../../lists/listEntity.ts';
import type { ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { all, change, one, statement } from '../../storage/prepared.ts';
import { waits, type Crawl } from './crawl.ts';
import { addDocument, forgetDocument, forgetSource, writeDocument } from './documents.ts';
import { noteChange } from './noteChange.ts';
import { itemDocument, kindOf, readColumns, type ReadColumns } from './itemDocument.ts';

/** Brings what is known of a list up to date: its new items, those that changed or went since, and itself. Answers whether nothing is left to be read. */
export function readList(database: DatabaseSync, catalogue: ListCatalogue, list: ListSchema, crawl: Crawl): boolean {
  const columns = readColumns(list);
  const names = columns.text.map((field) => field.internalName);
  const known = one<{ read_to: number; columns: string }>(database, 'SELECT read_to, columns FROM search_sources WHERE source = ?', list.id);
  const gone = known !== undefined && known.columns.split(' ').some((name) => name !== '' && !names.includes(name));
  if (gone) forgetSource(database, list.id);
  if (!known) watch(database, list);
  const from = known && !gone ? known.read_to : 0;
  const changesRead = readChanged(database, list, columns, from, crawl);
  const { last: to, complete } = readNew(database, list, columns, from, crawl);
  readListItself(database, catalogue, list, crawl);
  if (!known || gone || to !== from || known.columns !== names.join(' ')) {
    change(database, 'INSERT OR REPLACE INTO search_sources VALUES (?,?,?)', list.id, to, names.join(' '));
  }
  return changesRead && complete;
}

/**
 * Changes, deletions and items that come back under an id of their own are noted as they happen; new items are those above the last one read,
 * so that adding one costs nothing.
 */
function watch(database: DatabaseSync, list: ListSchema): void {
  const name = (event: string): string => `"search_${list.table}_${event}"`;
  database.exec(`
    CREATE TRIGGER IF NOT EXISTS ${name('changed')} AFTER UPDATE ON "${list.table}" ${noteChange(list.id, 'NEW.ID')};
    CREATE TRIGGER IF NOT EXISTS ${name('deleted')} AFTER DELETE ON "${list.table}" ${noteChange(list.id, 'OLD.ID')};
    CREATE TRIGGER IF NOT EXISTS ${name('restored')} AFTER INSERT ON "${list.table}"
      WHEN NEW.ID <= (SELECT read_to FROM search_sources WHERE source = '${list.id}') ${noteChange(list.id, 'NEW.ID')};`);
}

/** Answers whether all of them were read; those that have to wait don't count. Items above `from` are new, and read as such. */
function readChanged(database: DatabaseSync, list: ListSchema, columns: ReadColumns, from: number, crawl: Crawl): boolean {
  change(database, 'DELETE FROM search_changes WHERE source = ? AND item_id > ?', list.id, from);
  for (const { item_id: id, noticed } of all<{ item_id: number; noticed: string }>(database, 'SELECT item_id, noticed FROM search_changes WHERE source = ?', list.id)) {
    if (crawl.over()) return false;
    if (waits(crawl, noticed)) continue;
    const row = one<ItemRow>(database, `SELECT * FROM "${list.table}" WHERE ID = ?`, id);
    if (row && waits(crawl, String(row['Modified']))) continue;
    if (row) writeDocument(database, itemDocument(database, list, columns, row));
    else forgetDocument(database, list.id, id);
    change(database, 'DELETE FROM search_changes WHERE source = ? AND item_id = ?', list.id, id);
  }
  return true;
}

/** Answers the id of the last item that was read, and whether all were that don't have to wait. */
function readNew(database: DatabaseSync, list: ListSchema, columns: ReadColumns, from: number, crawl: Crawl): { last: number; complete: boolean } {
  let last = from;
  for (const row of statement(database, `SELECT * FROM "${list.table}" WHERE ID > ? ORDER BY ID`).iterate(from) as Iterable<ItemRow>) {
    if (waits(crawl, String(row['Modified']))) break;
    if (crawl.over()) return { last, complete: false };
    addDocument(database, itemDocument(database, list, columns, row));
    last = row.ID;
  }
  return { last, complete: true };
}

function readListItself(database: DatabaseSync, catalogue: ListCatalogue, list: ListSchema, crawl: Crawl): void {
  const { created, lastModified } = catalogue.activity(list);
  const description = typeof list.properties['Description'] === 'string' ? list.properties['Description'] : '';
  const known = one<{ title: string; body: string; modified: string }>(database,
    'SELECT d.title, t.body, d.modified FROM search_documents d JOIN search_text t ON t.rowid = d.doc_id WHERE d.source = ? AND d.item_id = 0', list.id);
  if (waits(crawl, created) || (known?.title === list.title && known.body === description && known.modified === lastModified)) return;
  writeDocument(database, {
    source: list.id, itemId: 0, webId: list.webId, contentClass: `STS_List_${kindOf(list)}`, title: list.title, path: defaultViewUrl(list), filename: null,
    contentType: null, uniqueId: list.id, author: null, editor: null, created, modified: lastModified, body: description,
  });
}
