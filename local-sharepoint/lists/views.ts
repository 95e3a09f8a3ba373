import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { logChange } from '../changes/changeLog.ts';
import type { ListSchema } from '../model/list.ts';
import { all, change } from '../storage/prepared.ts';

/** A view of a list, as it is kept. */
export interface ViewSchema {
  readonly id: string;
  title: string;
  /** The file name of its page, without `.aspx`. */
  readonly page: string;
  /** Came with the list, rather than added by somebody. */
  readonly base: boolean;
  isDefault: boolean;
  hidden: boolean;
  /** The id of the person whose own it is; nobody else sees it. */
  readonly owner: number | null;
  query: string;
  rowLimit: number;
  paged: boolean;
  scope: number;
  customFormatter: string | null;
  viewType2: string | null;
  /** Totals: what stands in `<Aggregations>`, and `On` or `Off`. */
  aggregations?: string | null;
  aggregationsStatus?: string | null;
  /** How it is drawn; a table unless told. */
  readonly viewType?: string;
  fields: string[];
}

export type NewView = Partial<Omit<ViewSchema, 'id'>> & { readonly title: string };

/** The list's views, the default one first. */
export function viewsOf(database: DatabaseSync, list: ListSchema): ViewSchema[] {
  return all<{ schema: string }>(database, 'SELECT schema FROM views WHERE list_id = ? ORDER BY position', list.id)
    .map((row) => ({ base: false, owner: null, viewType2: null, ...JSON.parse(row.schema) as Omit<ViewSchema, 'base' | 'owner' | 'viewType2'> })).sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
}

export function addView(database: DatabaseSync, list: ListSchema, view: NewView): ViewSchema {
  const added: ViewSchema = {
    id: randomUUID(), page: freePage(database, list, view.title), base: false, isDefault: false, hidden: false, owner: null, query: '', rowLimit: 30, paged: true, scope: 0,
    customFormatter: null, viewType2: null, fields: [], ...view,
  };
  if (added.isDefault) clearDefault(database, list);
  change(database, 'INSERT INTO views VALUES (?, ?, (SELECT count(*) FROM views WHERE list_id = ?), ?)', added.id, list.id, list.id, JSON.stringify(added));
  logChange(database, { kind: 'View', type: 'Add', webId: list.webId, listId: list.id, objectId: added.id });
  return added;
}

/** A page of this name, with a number behind it when there is one already. */
function freePage(database: DatabaseSync, list: ListSchema, title: string): string {
  const name = title === 'All Items' || title === 'All Documents' ? 'AllItems' : title.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'View';
  const taken = new Set(viewsOf(database, list).map((view) => view.page.toLowerCase()));
  for (let number = 0; ; number += 1) {
    const candidate = `${name}${number === 0 ? '' : number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

export function saveView(database: DatabaseSync, list: ListSchema, view: ViewSchema): void {
  if (view.isDefault) clearDefault(database, list, view.id);
  change(database, 'UPDATE views SET schema = ? WHERE id = ?', JSON.stringify(view), view.id);
  logChange(database, { kind: 'View', type: 'Update', webId: list.webId, listId: list.id, objectId: view.id });
}

export function removeView(database: DatabaseSync, list: ListSchema, view: ViewSchema): void {
  change(database, 'DELETE FROM views WHERE id = ?', view.id);
  logChange(database, { kind: 'View', type: 'DeleteObject', webId: list.webId, listId: list.id, objectId: view.id });
}

/** Adds a column to the view that the list opens with. */
export function addViewField(database: DatabaseSync, list: ListSchema, name: string): void {
  const view = viewsOf(database, list)[0];
  if (view && !view.fields.includes(name)) saveView(database, list, { ...view, fields: [...view.fields, name] });
}

/** To be called when a column is deleted. */
export function removeFieldFromViews(database: DatabaseSync, list: ListSchema, name: string): void {
  for (const view of viewsOf(database, list).filter((candidate) => candidate.fields.includes(name))) {
    saveView(database, list, { ...view, fields: view.fields.filter((field) => field !== name) });
  }
}

function clearDefault(database: DatabaseSync, list: ListSchema, except?: string): void {
  for (const view of viewsOf(database, list)) {
    if (view.isDefault && view.id !== except) change(database, 'UPDATE views SET schema = ? WHERE id = ?', JSON.stringify({ ...view, isDefault: false }), view.id);
  }
}
