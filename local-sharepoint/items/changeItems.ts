import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { logItemChange, logItemRemoval } from '../changes/changeLog.ts';
import { applyRename } from '../files/changeFolders.ts';
import { checkNewName } from '../files/names.ts';
import { rowsIn } from '../files/place.ts';
import { actualRow, demandCheckedOut, demandNotLocked, versionColumns } from '../files/versioning.ts';
import { overridesItemSecurity } from '../model/basePermissions.ts';
import { isOnlyModeration, moderate, moderatedValues } from '../moderation/moderate.ts';
import type { ListSchema } from '../model/list.ts';
import { contentTypeId } from '../contentTypes/listContentTypes.ts';
import { defaultOf } from '../lists/defaultValue.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { insert, statement } from '../storage/prepared.ts';
import { accessDenied, demand } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { keepVersion } from '../versions/itemVersions.ts';
import { uiVersion } from '../versions/versionNumber.ts';
import { eventValues } from './eventValues.ts';
import type { StoredValues } from './itemInput.ts';
import { calculatedValues } from './calculatedValues.ts';
import { forgetItem } from './forgetItem.ts';
import { duplicateValue } from './itemRefusals.ts';
import { demandUnrestricted, forEachCascading } from './relationships.ts';
import { demandValid } from './validation.ts';

/** Adds an item in somebody's name; answers its row. `values` may hold Author, Created … where the caller was allowed to set them. */
export function addItem(list: ListSchema, session: Session, values: StoredValues): ItemRow {
  demand(session.permissions.onList(list), 'AddListItems');
  if (list.writeSecurity === 4 && !manages(list, session)) throw accessDenied();
  checkNewName(list, values);
  const now = stamp(session.now());
  const row = new Map<string, SQLInputValue>([
    ['GUID', randomUUID()], ['Author', session.user.id], ['Editor', session.user.id], ['Created', now], ['Modified', now],
    ['FileDirRef', list.rootFolderUrl], ['ContentTypeId', contentTypeId(list)], ...defaults(list, session, values), ...values,
  ]);
  for (const [name, value] of [...eventValues(list, row), ...moderatedValues(list, session, values)]) row.set(name, value);
  for (const [name, value] of calculatedValues(list.fields, row, session.now())) row.set(name, value);
  // A file is uploaded first and described then.
  if (list.baseType === 0 && row.get('FSObjType') !== 1) demandValid(list, row, session.now());
  const id = write(list, () => insert(session.database, list.table, row));
  session.lists.touch(list, { countBy: 1 });
  logItemChange(session, list, id, 'Add');
  return statement(session.database, `SELECT * FROM "${list.table}" WHERE ID = ?`).get(id) as unknown as ItemRow;
}

/** Changes an item; answers it as it is afterwards. */
export function updateItem(list: ListSchema, session: Session, shown: ItemRow, values: StoredValues, isNewVersion = true): ItemRow {
  const row = actualRow(list, shown, session);
  if (isOnlyModeration(values)) return moderate(list, session, row, values);
  demandWrite(list, session, row, 'EditListItems');
  if (isNewVersion) demandCheckedOut(list, row, session);
  applyRename(list, session, row, values);
  const changed = new Map<string, SQLInputValue>([['Editor', session.user.id], ['Modified', stamp(session.now())], ...(isNewVersion && list.baseType === 1 ? versionColumns(list, row) : []), ...values, ...eventValues(list, values, row), ...(isNewVersion ? moderatedValues(list, session, values) : [])]);
  const whole = new Map<string, SQLInputValue>([...Object.entries(row), ...changed]);
  for (const [name, value] of calculatedValues(list.fields, whole, session.now())) changed.set(name, value);
  if (row['FSObjType'] !== 1 && describes(list, values)) demandValid(list, whole, session.now(), values);
  const sql = `UPDATE "${list.table}" SET ${[...changed.keys()].map((name) => `"${name}" = ?`).join(', ')}, _version = _version + ${isNewVersion ? 1 : 0} WHERE ID = ?`;
  write(list, () => statement(session.database, sql).run(...changed.values(), row.ID));
  if (isNewVersion && (list.baseType === 0 || changed.get('_uiversion') !== uiVersion(row))) keepVersion(session.database, list, row);
  session.lists.touch(list, { countBy: 0 });
  logItemChange(session, list, row.ID, isNewVersion ? 'Update' : 'SystemUpdate');
  return statement(session.database, `SELECT * FROM "${list.table}" WHERE ID = ?`).get(row.ID) as unknown as ItemRow;
}

/** Whether values are of columns that people fill, rather than of the service's own: attachments, places and names of files. */
function describes(list: ListSchema, values: StoredValues): boolean {
  return list.fields.some(({ internalName, fromBaseType }) => (!fromBaseType || internalName === 'Title') && values.has(internalName));
}

export function deleteItem(list: ListSchema, session: Session, row: ItemRow): void {
  for (const inside of rowsIn(list, row, session)) deleteItem(list, session, inside);
  takeOutItem(list, session, row);
  forEachCascading(list, session, row.ID, (related, one) => deleteItem(related, session, one));
  forgetItem(session.database, list, row);
}

/** Takes an item out of its list; what other rooms keep about it stays, for the recycle bin. */
export function takeOutItem(list: ListSchema, session: Session, shown: ItemRow): void {
  const row = actualRow(list, shown, session);
  demandWrite(list, session, row, 'DeleteListItems');
  demandUnrestricted(list, session, row.ID);
  statement(session.database, `DELETE FROM "${list.table}" WHERE ID = ?`).run(row.ID);
  session.lists.touch(list, { countBy: -1, deleted: true });
  logItemRemoval(session, list, row);
}

/** Whether item-level security does not bind this person. */
export function manages(list: ListSchema, session: Session): boolean {
  return overridesItemSecurity(session.permissions.onList(list));
}

function demandWrite(list: ListSchema, session: Session, row: ItemRow, kind: 'EditListItems' | 'DeleteListItems'): void {
  demand(session.permissions.onItem(list, row._scope), kind);
  demandNotLocked(list, row, session);
  if (manages(list, session)) return;
  if (list.writeSecurity === 4 || (list.writeSecurity === 2 && row.Author !== session.user.id)) throw accessDenied();
}

/** Columns that were not given get their default; one that was emptied stays empty. */
function defaults(list: ListSchema, session: Session, given: StoredValues): [string, SQLInputValue][] {
  return list.fields.filter((field) => !field.fromBaseType && isStored(field) && !given.has(field.internalName)).flatMap((field) => {
    const value = defaultOf(field, session);
    return value === undefined ? [] : [[field.internalName, value] satisfies [string, SQLInputValue]];
  });
}

/** Turns SQLite's word of a unique index into SharePoint's. */
function write<Result>(list: ListSchema, work: () => Result): Result {
  try {
    return work();
  } catch (failure) {
    const column = failure instanceof Error ? /UNIQUE constraint failed: .*\."?([^".]+)"?$/.exec(failure.message)?.[1] : undefined;
    if (column === undefined) throw failure;
    throw duplicateValue(list.fields.find((field) => field.internalName === column)?.title ?? column);
  }
}
