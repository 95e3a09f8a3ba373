import type { DatabaseSync } from 'node:sqlite';
import { change } from '../../storage/prepared.ts';

/** A row of `search_documents` to be written; dates in UTC, paths server-relative. */
export interface SearchDocument {
  readonly source: string;
  readonly itemId: number;
  readonly webId: string | null;
  /** `contentclass`, e.g. STS_ListItem_GenericList */
  readonly contentClass: string;
  readonly title: string;
  readonly path: string;
  readonly filename: string | null;
  readonly contentType: string | null;
  readonly uniqueId: string;
  readonly author: number | null;
  readonly editor: number | null;
  readonly created: string | null;
  readonly modified: string | null;
  /** Further managed properties that have a value. */
  readonly properties?: Readonly<Record<string, string | number>>;
  /** Words by which it is found, beside its title. */
  readonly body: string;
}

export function writeDocument(database: DatabaseSync, document: SearchDocument): void {
  forgetDocument(database, document.source, document.itemId);
  addDocument(database, document);
}

/** Writes one that is not there yet. */
export function addDocument(database: DatabaseSync, document: SearchDocument): void {
  const filetype = document.filename?.includes('.') ? document.filename.slice(document.filename.lastIndexOf('.') + 1).toLowerCase() : null;
  change(database, `INSERT INTO search_documents (source, item_id, web_id, class, title, path, filename, filetype, content_type, unique_id, author, editor, created, modified, properties)
    VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  document.source, document.itemId, document.webId, document.contentClass, document.title, document.path, document.filename, filetype, document.contentType,
  document.uniqueId, document.author, document.editor, document.created, document.modified, document.properties ? JSON.stringify(document.properties) : null);
  change(database, 'INSERT INTO search_text (rowid, title, body) VALUES (last_insert_rowid(), ?, ?)', document.title, document.body);
}

export function forgetDocument(database: DatabaseSync, source: string, itemId: number): void {
  change(database, 'DELETE FROM search_text WHERE rowid = (SELECT doc_id FROM search_documents WHERE source = ? AND item_id = ?)', source, itemId);
  change(database, 'DELETE FROM search_documents WHERE source = ? AND item_id = ?', source, itemId);
}

/** Forgets a list, the people, or a web with everything that is known of it. */
export function forgetSource(database: DatabaseSync, source: string): void {
  change(database, 'DELETE FROM search_text WHERE rowid IN (SELECT doc_id FROM search_documents WHERE source = ?)', source);
  change(database, 'DELETE FROM search_documents WHERE source = ?', source);
  change(database, 'DELETE FROM search_sources WHERE source = ?', source);
  change(database, 'DELETE FROM search_changes WHERE source = ?', source);
}
