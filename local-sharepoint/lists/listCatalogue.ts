import type { DatabaseSync } from 'node:sqlite';
import { forgetListChanges, logChange } from '../changes/changeLog.ts';
import { clockOf } from '../model/clock.ts';
import type { ListSchema } from '../model/list.ts';
import { all, change } from '../storage/prepared.ts';
import { hasUniqueRoleAssignments } from '../permissions/roleAssignments.ts';
import type { SessionLists } from '../session.ts';

/** Dates and counts of a list that change with every item; kept beside its schema. */
export interface ListActivity {
  readonly created: string;
  lastModified: string;
  lastDeleted: string;
  changes: number;
}

interface ListRow {
  readonly schema: string;
  readonly item_count: number;
  readonly changes: number;
  readonly created: string;
  readonly last_modified: string;
  readonly last_deleted: string;
}

/** The lists of one web, read once and kept; what is changed here is written to the database at once. */
export class ListCatalogue implements SessionLists {
  readonly #database: DatabaseSync;
  readonly #webId: string;
  readonly #lists: ListSchema[] = [];
  readonly #activity = new Map<string, ListActivity>();
  readonly #now: () => Date;

  constructor(database: DatabaseSync, webId: string, now: () => Date) {
    this.#database = database;
    this.#webId = webId;
    this.#now = now;
    for (const row of all<ListRow>(database, 'SELECT * FROM lists WHERE web_id = ? ORDER BY position', webId)) {
      const schema = JSON.parse(row.schema) as Omit<ListSchema, 'itemCount' | 'hasUniqueRoleAssignments'>;
      this.#lists.push({ ...schema, itemCount: row.item_count, hasUniqueRoleAssignments: hasUniqueRoleAssignments(database, schema.id) });
      this.#activity.set(schema.id, { created: row.created, lastModified: row.last_modified, lastDeleted: row.last_deleted, changes: row.changes });
    }
  }

  byId(id: string): ListSchema | undefined {
    const wanted = id.toLowerCase().replace(/[{}]/g, '');
    return this.#lists.find((list) => list.id === wanted);
  }

  byTitle(title: string): ListSchema | undefined {
    return this.#lists.find((list) => list.title.toLowerCase() === title.toLowerCase());
  }

  byUrl(url: string): ListSchema | undefined {
    return this.#lists.find((list) => list.rootFolderUrl.toLowerCase() === url.toLowerCase().replace(/\/$/, ''));
  }

  all(): readonly ListSchema[] {
    return this.#lists;
  }

  touch(list: ListSchema, { countBy, deleted = false }: { countBy: number; deleted?: boolean }): void {
    const now = stamp(this.#now());
    const activity = this.activity(list);
    list.itemCount += countBy;
    activity.changes += 1;
    if (deleted) activity.lastDeleted = now;
    activity.lastModified = now;
    change(this.#database, 'UPDATE lists SET item_count = ?, changes = ?, last_modified = ?, last_deleted = ? WHERE id = ?',
      list.itemCount, activity.changes, activity.lastModified, activity.lastDeleted, list.id);
  }

  activity(list: ListSchema): ListActivity {
    const found = this.#activity.get(list.id);
    if (!found) throw new Error(`The list ${list.id} is not of this web.`);
    return found;
  }

  add(list: ListSchema): void {
    const now = stamp(this.#now());
    this.#lists.push(list);
    this.#activity.set(list.id, { created: now, lastModified: now, lastDeleted: now, changes: 1 });
    change(this.#database, 'INSERT INTO lists (id, web_id, position, schema, created, last_modified, last_deleted) VALUES (?,?,(SELECT count(*) FROM lists),?,?,?,?)',
      list.id, this.#webId, schemaText(list), now, now, now);
    this.#log(list, 'Add');
  }

  /** Writes a list whose schema was changed. */
  save(list: ListSchema): void {
    change(this.#database, 'UPDATE lists SET schema = ? WHERE id = ?', schemaText(list), list.id);
    this.#log(list, 'Update');
  }

  remove(list: ListSchema): void {
    this.#lists.splice(this.#lists.indexOf(list), 1);
    this.#activity.delete(list.id);
    change(this.#database, 'DELETE FROM lists WHERE id = ?', list.id);
    change(this.#database, 'DELETE FROM views WHERE list_id = ?', list.id);
    forgetListChanges(this.#database, list.id);
    this.#log(list, 'DeleteObject');
  }

  #log(list: ListSchema, type: 'Add' | 'Update' | 'DeleteObject'): void {
    logChange(this.#database, { kind: 'List', type, webId: this.#webId, listId: list.id }, this.#now());
  }
}

const catalogues = new WeakMap<DatabaseSync, Map<string, ListCatalogue>>();

/** The catalogue of a web. Everything that changes a list goes through the one that this gives. */
export function listCatalogue(database: DatabaseSync, webId: string, now: () => Date = () => clockOf(database).now()): ListCatalogue {
  let ofDatabase = catalogues.get(database);
  if (!ofDatabase) catalogues.set(database, (ofDatabase = new Map()));
  let found = ofDatabase.get(webId);
  if (!found) ofDatabase.set(webId, (found = new ListCatalogue(database, webId, now)));
  return found;
}

/** To be called when changes were rolled back: the catalogues are read again. */
export function forgetCatalogues(database: DatabaseSync): void {
  catalogues.delete(database);
}

/** A date as items and lists keep it: UTC, whole seconds. */
export function stamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function schemaText({ itemCount: _count, hasUniqueRoleAssignments: _unique, ...schema }: ListSchema): string {
  return JSON.stringify(schema);
}
