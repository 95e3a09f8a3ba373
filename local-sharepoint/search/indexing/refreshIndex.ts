import type { DatabaseSync } from 'node:sqlite';
import { listCatalogue } from '../../lists/listCatalogue.ts';
import { allWebs, type Web } from '../../sites/web.ts';
import { all, change, one, together } from '../../storage/prepared.ts';
import { createSearchTables } from '../tables.ts';
import { forgetSource, writeDocument } from './documents.ts';
import { readList } from './listDocuments.ts';
import { readPeople } from './peopleDocuments.ts';

/** Reads what changed since the last search; the search that follows finds everything that was written before it. */
export function refreshIndex(database: DatabaseSync, now: () => Date): void {
  createSearchTables(database);
  together(database, () => {
    const webs = allWebs(database);
    const lists = webs.flatMap((web) => {
      const catalogue = listCatalogue(database, web.webId, now);
      catalogue.all().forEach((list) => { readList(database, catalogue, list); });
      return catalogue.all();
    });
    webs.forEach((web) => { readWeb(database, web); });
    readPeople(database);
    forgetOthers(database, new Set(['people', ...webs.map((web) => web.webId), ...lists.map((list) => list.id)]));
  });
}

function readWeb(database: DatabaseSync, web: Web): void {
  const { Title, Description } = web.properties;
  const description = typeof Description === 'string' ? Description : '';
  const known = one<{ title: string; body: string }>(database,
    'SELECT d.title, t.body FROM search_documents d JOIN search_text t ON t.rowid = d.doc_id WHERE d.source = ? AND d.item_id = -1', web.webId);
  if (known?.title === Title && known.body === description) return;
  writeDocument(database, {
    source: web.webId, itemId: -1, webId: web.webId, contentClass: web.parentId === undefined ? 'STS_Site' : 'STS_Web', title: Title, path: web.url, filename: null, contentType: null,
    uniqueId: '00000000-0000-0000-0000-000000000000', author: null, editor: null, created: web.created, modified: web.created, body: description,
  });
  change(database, "INSERT OR IGNORE INTO search_sources VALUES (?, 0, '')", web.webId);
}

/** Lists that were deleted since. */
function forgetOthers(database: DatabaseSync, existing: ReadonlySet<string>): void {
  for (const { source } of all<{ source: string }>(database, 'SELECT source FROM search_sources')) {
    if (!existing.has(source)) forgetSource(database, source);
  }
}
