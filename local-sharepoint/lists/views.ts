import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { all, change } from '../people/prepared.ts';

/** A view of a list, as it is kept. */
export interface ViewSchema {
  readonly id: string;
  title: string;
  /** The file name of its page, without `.aspx`. */
  readonly page: string;
  isDefault: boolean;
  hidden: boolean;
  readonly personal: boolean;
  query: string;
  rowLimit: number;
  paged: boolean;
  scope: number;
  customFormatter: string | null;
  fields: string[];
}

export type NewView = Partial<Omit<ViewSchema, 'id' | 'page'>> & { readonly title: string };

/** The list's views, the default one first. */
export function viewsOf(database: DatabaseSync, list: ListSchema): ViewSchema[] {
  return all<{ schema: string }>(database, 'SELECT schema FROM views WHERE list_id = ? ORDER BY position', list.id)
    .map((row) => JSON.parse(row.schema) as ViewSchema).sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
}

export function addView(database: DatabaseSync, list: ListSchema, view: NewView): ViewSchema {
  const page = view.title === 'All Items' || view.title === 'All Documents' ? 'AllItems' : view.title.replace(/[^\p{L}\p{N} _-]/gu, '') || 'View';
  const added: ViewSchema = {
    id: randomUUID(), page, isDefault: false, hidden: false, personal: false, query: '', rowLimit: 30, paged: true, scope: 0, customFormatter: null, fields: [], ...view,
  };
  if (added.isDefault) clearDefault(database, list);
  change(database, 'INSERT INTO views VALUES (?, ?, (SELECT count(*) FROM views WHERE list_id = ?), ?)', added.id, list.id, list.id, JSON.stringify(added));
  return added;
}

export function saveView(database: DatabaseSync, list: ListSchema, view: ViewSchema): void {
  if (view.isDefault) clearDefault(database, list, view.id);
  change(database, 'UPDATE views SET schema = ? WHERE id = ?', JSON.stringify(view), view.id);
}

export function removeView(database: DatabaseSync, view: ViewSchema): void {
  change(database, 'DELETE FROM views WHERE id = ?', view.id);
}

function clearDefault(database: DatabaseSync, list: ListSchema, except?: string): void {
  for (const view of viewsOf(database, list)) {
    if (view.isDefault && view.id !== except) change(database, 'UPDATE views SET schema = ? WHERE id = ?', JSON.stringify({ ...view, isDefault: false }), view.id);
  }
}
