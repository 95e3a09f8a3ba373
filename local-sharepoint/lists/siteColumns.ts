import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { FieldSchema, FieldType } from '../model/list.ts';
import { all, change } from '../storage/prepared.ts';
import { defaultFields } from './defaultFields.ts';
import { fieldTypes } from './fieldTypes.ts';

export function createSiteColumnTable(database: DatabaseSync): void {
  database.exec(`CREATE TABLE IF NOT EXISTS site_columns (
    id TEXT NOT NULL, web_id TEXT NOT NULL, position INTEGER NOT NULL, schema TEXT NOT NULL, PRIMARY KEY (web_id, id)
  ) WITHOUT ROWID`);
}

interface BuiltIn { readonly id: string; readonly internalName: string; readonly title: string; readonly type: FieldType; readonly group: string }

/** Columns that SharePoint gives every site, of the groups that people see (ids, names and types as SPMeta2's BuiltInFieldDefinitions has them). */
const builtIn = JSON.parse(readFileSync(new URL('./defaults/siteColumns.json', import.meta.url), 'utf8')) as readonly BuiltIn[];

/** The columns that a web offers to its lists: those that every list begins with, those of every site, and what was added. */
export function siteColumns(database: DatabaseSync, webId: string): FieldSchema[] {
  return [...defaultFields(100), ...builtIn.map(siteColumn), ...addedSiteColumns(database, webId)];
}

function siteColumn({ id, internalName, title, type, group }: BuiltIn): FieldSchema {
  return {
    id, internalName, title, type, description: '', required: false, indexed: false, unique: false, hidden: false, readOnly: false, fromBaseType: false, defaultValue: null,
    properties: { ...fieldTypes[type].properties, Group: group, BuiltIn: true },
  };
}

/** The columns of a web and of the webs above it, which its lists may take over. */
export function availableSiteColumns(database: DatabaseSync, webId: string): FieldSchema[] {
  const above = all<{ web_id: string }>(database, `WITH RECURSIVE above(web_id, parent_id) AS (SELECT web_id, parent_id FROM webs WHERE web_id = ?
    UNION ALL SELECT w.web_id, w.parent_id FROM webs w JOIN above ON w.web_id = above.parent_id) SELECT web_id FROM above`, webId);
  return [...defaultFields(100), ...builtIn.map(siteColumn), ...above.flatMap(({ web_id: id }) => addedSiteColumns(database, id))];
}

/** The columns that were added to a web. */
export function addedSiteColumns(database: DatabaseSync, webId: string): FieldSchema[] {
  return all<{ schema: string }>(database, 'SELECT schema FROM site_columns WHERE web_id = ? ORDER BY position', webId).map(({ schema }) => JSON.parse(schema) as FieldSchema);
}

export function saveSiteColumn(database: DatabaseSync, webId: string, field: FieldSchema): void {
  change(database, `INSERT INTO site_columns VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM site_columns WHERE web_id = ?2), ?3)
    ON CONFLICT (web_id, id) DO UPDATE SET schema = excluded.schema`, field.id, webId, JSON.stringify(field));
}

export function removeSiteColumn(database: DatabaseSync, webId: string, id: string): void {
  change(database, 'DELETE FROM site_columns WHERE web_id = ? AND id = ?', webId, id);
}
