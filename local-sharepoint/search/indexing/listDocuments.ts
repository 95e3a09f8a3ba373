import type { DatabaseSync } from 'node:sqlite';
import type { ListCatalogue } from '../../lists/listCatalogue.ts';
import { defaultViewUrl } from '../../lists/listEntity.ts';
import type { ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { all, change, one, statement } from '../../storage/prepared.ts';
import { forgetDocument, forgetSource, writeDocument, type SearchDocument } from './documents.ts';
import { itemText, textColumns } from './itemText.ts';

/** What a list is called in `contentclass`, after `STS_ListItem_` and `STS_List_`. From Microsoft's list of templates. */
const kinds: ReadonlyMap<number, string> = new Map([[100, 'GenericList'], [101, 'DocumentLibrary'], [106, 'Events'], [109, 'PictureLibrary'], [119, 'WebPageLibrary']]);

/** Brings what is known of a list up to date: its new items, those that changed or went since, and itself. */
export function readList(database: DatabaseSync, catalogue: ListCatalogue, list: ListSchema): void {
  const columns = textColumns(list);
  const names = columns.map((field) => field.internalName);
  const known = one<{ read_to: number; columns: string }>(database, 'SELECT read_to, columns FROM search_sources WHERE source = ?', list.id);
  const gone = known !== undefined && known.columns.split(' ').some((name) => name !== '' && !names.includes(name));
  if (gone) forgetSource(database, list.id);
  if (!known) watch(database, list);
  const from = known && !gone ? known.read_to : 0;
  readChanged(database, list, columns);
  const to = readNew(database, list, columns, from);
  readListItself(database, catalogue, list);
  if (!known || gone || to !== from || known.columns !== names.join(' ')) {
    change(database, 'INSERT OR REPLACE INTO search_sources VALUES (?,?,?)', list.id, to, names.join(' '));
  }
}

/**
 * Changes, deletions and items that come back under an id of their own are noted as they happen; new items are those above the last one read,
 * so that adding one costs nothing.
 */
function watch(database: DatabaseSync, list: ListSchema): void {
  const note = (id: string): string => `BEGIN INSERT OR IGNORE INTO search_changes VALUES ('${list.id}', ${id}); END`;
  const name = (event: string): string => `"search_${list.table}_${event}"`;
  database.exec(`
    CREATE TRIGGER IF NOT EXISTS ${name('changed')} AFTER UPDATE ON "${list.table}" ${note('NEW.ID')};
    CREATE TRIGGER IF NOT EXISTS ${name('deleted')} AFTER DELETE ON "${list.table}" ${note('OLD.ID')};
    CREATE TRIGGER IF NOT EXISTS ${name('restored')} AFTER INSERT ON "${list.table}"
      WHEN NEW.ID <= (SELECT read_to FROM search_sources WHERE source = '${list.id}') ${note('NEW.ID')};`);
}

function readChanged(database: DatabaseSync, list: ListSchema, columns: ReturnType<typeof textColumns>): void {
  for (const { item_id: id } of all<{ item_id: number }>(database, 'SELECT item_id FROM search_changes WHERE source = ?', list.id)) {
    const row = one<ItemRow>(database, `SELECT * FROM "${list.table}" WHERE ID = ?`, id);
    if (row) writeDocument(database, itemDocument(list, columns, row));
    else forgetDocument(database, list.id, id);
  }
  change(database, 'DELETE FROM search_changes WHERE source = ?', list.id);
}

/** Answers the id of the last item that was read. */
function readNew(database: DatabaseSync, list: ListSchema, columns: ReturnType<typeof textColumns>, from: number): number {
  let last = from;
  for (const row of statement(database, `SELECT * FROM "${list.table}" WHERE ID > ? ORDER BY ID`).iterate(from) as Iterable<ItemRow>) {
    writeDocument(database, itemDocument(list, columns, row));
    last = row.ID;
  }
  return last;
}

function readListItself(database: DatabaseSync, catalogue: ListCatalogue, list: ListSchema): void {
  const { created, lastModified } = catalogue.activity(list);
  const description = typeof list.properties['Description'] === 'string' ? list.properties['Description'] : '';
  const known = one<{ title: string; body: string; modified: string }>(database,
    'SELECT d.title, t.body, d.modified FROM search_documents d JOIN search_text t ON t.rowid = d.doc_id WHERE d.source = ? AND d.item_id = 0', list.id);
  if (known?.title === list.title && known.body === description && known.modified === lastModified) return;
  writeDocument(database, {
    source: list.id, itemId: 0, webId: list.webId, contentClass: `STS_List_${kindOf(list)}`, title: list.title, path: defaultViewUrl(list), filename: null,
    contentType: null, uniqueId: list.id, author: null, editor: null, created, modified: lastModified, body: description,
  });
}

function itemDocument(list: ListSchema, columns: ReturnType<typeof textColumns>, row: ItemRow): SearchDocument {
  const text = (name: string): string => {
    const value = row[name];
    return typeof value === 'string' ? value : '';
  };
  const file = text('FileLeafRef');
  const library = list.baseType === 1;
  return {
    source: list.id, itemId: row.ID, webId: list.webId, contentClass: `STS_ListItem_${kindOf(list)}`, title: text('Title') || file.replace(/\.[^.]*$/, ''),
    path: library ? `${text('FileDirRef')}/${file}` : `${list.rootFolderUrl}/DispForm.aspx?ID=${row.ID}`, filename: library ? file : 'DispForm.aspx',
    contentType: text('ContentTypeId'), uniqueId: row.GUID, author: row.Author, editor: Number(row['Editor']), created: text('Created'), modified: text('Modified'),
    body: itemText(columns, row),
  };
}

function kindOf(list: ListSchema): string {
  return kinds.get(list.baseTemplate) ?? (list.baseType === 1 ? 'DocumentLibrary' : String(list.baseTemplate));
}
