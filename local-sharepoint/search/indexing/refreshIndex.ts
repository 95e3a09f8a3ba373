import type { DatabaseSync } from 'node:sqlite';
import { listCatalogue } from '../../lists/listCatalogue.ts';
import { allWebs, type Web } from '../../sites/web.ts';
import { all, change, one, together } from '../../storage/prepared.ts';
import { crawl, waits, type Crawl } from './crawl.ts';
import { forgetSource, writeDocument } from './documents.ts';
import { indexDelay } from './indexDelay.ts';
import { noteClock } from './noteChange.ts';
import { readList } from './listDocuments.ts';
import { readPeople } from './peopleDocuments.ts';

/** How long a search reads what is new before it answers, in milliseconds; and one of the readings after it, between which others are answered. */
const beforeSearch = 400;
const slice = 40;
const pause = 20;
const reading = new WeakSet<DatabaseSync>();

/**
 * Reads what changed since the last search. The search that follows finds everything that was written before it, unless there is so much of it that
 * reading takes longer: then the rest is read in small parts between other requests.
 */
export function refreshIndex(database: DatabaseSync, now: () => Date): void {
  noteClock(database);
  if (!read(database, now, beforeSearch)) readOn(database, now);
}

function readOn(database: DatabaseSync, now: () => Date): void {
  if (reading.has(database)) return;
  reading.add(database);
  const next = (): void => {
    if (!database.isOpen || read(database, now, slice)) reading.delete(database);
    else setTimeout(next, pause).unref();
  };
  setTimeout(next, pause).unref();
}

/** Answers whether nothing is left. */
function read(database: DatabaseSync, now: () => Date, milliseconds: number): boolean {
  const within = crawl(now(), indexDelay(database), milliseconds);
  return together(database, () => {
    const webs = allWebs(database);
    let complete = true;
    const lists = webs.flatMap((web) => {
      const catalogue = listCatalogue(database, web.webId, now);
      for (const list of catalogue.all()) complete = readList(database, catalogue, list, within) && complete;
      return catalogue.all();
    });
    webs.forEach((web) => { readWeb(database, web, within); });
    readPeople(database);
    forgetOthers(database, new Set(['people', ...webs.map((web) => web.webId), ...lists.map((list) => list.id)]));
    return complete;
  });
}

function readWeb(database: DatabaseSync, web: Web, within: Crawl): void {
  const { Title, Description } = web.properties;
  const description = typeof Description === 'string' ? Description : '';
  const known = one<{ title: string; body: string }>(database,
    'SELECT d.title, t.body FROM search_documents d JOIN search_text t ON t.rowid = d.doc_id WHERE d.source = ? AND d.item_id = -1', web.webId);
  if (waits(within, web.created) || (known?.title === Title && known.body === description)) return;
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
