import { attributeOr, first, parseCaml } from '../caml/xml.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { Condition } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';
import { folderAt } from './place.ts';

/**
 * Which folders a CAML view looks into, as a condition. Documented (View element): without `Scope` what is directly in the folder, `FilesOnly` the files
 * of these, `Recursive` files at every depth, `RecursiveAll` everything. Without folders there is nothing to tell apart.
 */
export function folderScope(list: ListSchema, xml: string, folderUrl: string | undefined, session: Session): Condition | undefined {
  const folder = folderUrl === undefined || folderUrl === '' ? undefined : folderAt(folderUrl, session);
  if (folder && folder.list !== list) throw fileNotFound();
  if (!hasFolders(list, session)) return undefined;
  const column = (name: string): ReturnType<typeof queryColumn> => queryColumn(name, list, session, 'caml');
  const files: Condition = { kind: 'comparison', column: column('FSObjType'), operator: 'eq', value: 0 };
  const inside: Condition = { kind: 'comparison', column: { ...column('FileDirRef'), narrows: true }, operator: 'eq', value: folder?.url ?? list.rootFolderUrl };
  switch (scopeOf(xml)) {
    case 'filesonly': return both(inside, files);
    case 'recursive': return files;
    case 'recursiveall': return undefined;
    default: return inside;
  }
}

/** Both conditions, or the one that there is. */
export function both(condition: Condition | undefined, other: Condition | undefined): Condition | undefined {
  return condition && other ? { kind: 'and', conditions: [condition, other] } : condition ?? other;
}

function scopeOf(xml: string): string {
  return xml.trim() === '' ? '' : attributeOr(first(parseCaml(xml), 'View'), 'Scope', '').toLowerCase();
}

/** Whether a folder was ever added to the list: then it has an index of them. */
function hasFolders(list: ListSchema, { database }: Session): boolean {
  return one(database, "SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", foldersIndex(list)) !== undefined;
}

/** To be called when a folder is added: the first one gives the list an index by which folders are found. */
export function indexFolders(list: ListSchema, { database }: Session): void {
  database.exec(`CREATE INDEX IF NOT EXISTS "${foldersIndex(list)}" ON "${list.table}" (FileDirRef, FileLeafRef) WHERE ${list.baseType === 0 ? 'FileLeafRef IS NOT NULL' : 'FSObjType = 1'}`);
}

function foldersIndex(list: ListSchema): string {
  return `ix_${list.table}_folders`;
}
