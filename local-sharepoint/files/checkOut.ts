import type { SQLInputValue } from 'node:sqlite';
import { logItemChange } from '../changes/changeLog.ts';
import type { ListSchema } from '../model/list.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { one, statement } from '../storage/prepared.ts';
import { deleteVersion, keepVersion, lastVersion } from '../versions/itemVersions.ts';
import { firstVersion, hasDrafts, isVersioned, majorOf, minorOf, nextMajor, nextVersion, uiVersion } from '../versions/versionNumber.ts';
import { readContent, writeContent } from './contents.ts';
import { neverCheckedIn, noDraftsHere, notCheckedOut } from './fileRefusals.ts';
import { checkedOutBy } from './level.ts';
import type { Placed } from './place.ts';
import { actualRow, demandNotLocked } from './versioning.ts';

/** SP.CheckinType: a draft, a version, or the version that was checked out once more. */
export const CheckinType = { Minor: 0, Major: 1, Overwrite: 2 } as const;
/** Documented: a comment has at most so many characters. */
const longestComment = 1023;

/** Checks a file out: what is changed from now on is this person's alone until it is checked in. Who has it checked out already may do so again. */
export function checkOut(file: Placed, session: Session): void {
  const { list, row } = changeable(file, session);
  if (checkedOutBy(row) !== undefined) return;
  keepVersion(session.database, list, row);
  set(list, row, [['CheckoutUser', session.user.id], ['_uiversion', isVersioned(list) ? nextVersion(list, uiVersion(row)) : uiVersion(row)]], session);
}

/**
 * Checks a file in, with a comment (recorded: its numbers in CheckinFile… and GetFileVersions… of the PnP Core SDK). Who may override check-outs may do it for
 * somebody else.
 */
export function checkIn(file: Placed, comment: string, type: number, session: Session): void {
  const row = actualRow(file.list, file.row, session);
  const { list } = file;
  demand(session.permissions.onItem(list, row._scope), 'EditListItems');
  demandHolder(list, row, session);
  const before = lastVersion(session.database, list, row.ID);
  const number = numberAfterCheckIn(list, row, before, type);
  if (before && number === uiVersion(before)) {
    // What was checked out is replaced.
    deleteVersion(session.database, list, before);
  }
  set(list, row, [['CheckoutUser', null], ['_uiversion', number], ['_checkin_comment', commentOf(comment)], ['_version', row._version + 1]], session);
}

/** Gives up a check-out with all that was changed. */
export function undoCheckOut(file: Placed, session: Session): void {
  const { list } = file;
  const row = actualRow(list, file.row, session);
  demand(session.permissions.onItem(list, row._scope), 'EditListItems');
  demandHolder(list, row, session);
  const before = lastVersion(session.database, list, row.ID);
  if (!before) throw neverCheckedIn();
  const content = readContent(session.database, list, before);
  deleteVersion(session.database, list, before);
  set(list, row, formerValues(list, before, row), session);
  writeContent(session.database, list, actualRow(list, row, session), content);
}

/** Makes a draft the next version for everybody. Without a draft there is nothing to do. */
export function publish(file: Placed, comment: string, session: Session): void {
  const { list, row } = changeable(file, session);
  if (!hasDrafts(list)) throw noDraftsHere();
  if (checkedOutBy(row) !== undefined) {
    checkIn({ list, row }, comment, CheckinType.Major, session);
    return;
  }
  if (minorOf(uiVersion(row)) === 0) return;
  set(list, row, [['_uiversion', nextMajor(uiVersion(row))], ['_checkin_comment', commentOf(comment)]], session);
}

/** Makes the published version a draft again, the one after the last draft before it (recorded: 1.0 becomes 0.1). */
export function unpublish(file: Placed, comment: string, session: Session): void {
  const { list, row } = changeable(file, session);
  if (!hasDrafts(list)) throw noDraftsHere();
  const number = uiVersion(row);
  if (minorOf(number) !== 0 || number === 0) return;
  const before = lastVersion(session.database, list, row.ID);
  const draft = before && majorOf(uiVersion(before)) === majorOf(number) - 1 ? uiVersion(before) + 1 : (majorOf(number) - 1) * 512 + 1;
  set(list, row, [['_uiversion', draft], ['_checkin_comment', commentOf(comment)]], session);
}

function numberAfterCheckIn(list: ListSchema, row: ItemRow, before: ItemRow | undefined, type: number): number {
  const number = before ? uiVersion(before) : 0;
  if (!isVersioned(list)) return uiVersion(row);
  switch (type) {
    case CheckinType.Minor: return before ? nextVersion(list, number) : firstVersion(list);
    case CheckinType.Major: return nextMajor(number);
    case CheckinType.Overwrite: return before ? number : firstVersion(list);
    default: throw wrongArgument();
  }
}

/** Its columns as they were; what and where it is stays, and its ETag goes on (recorded: UndoCheckoutFileTest). */
function formerValues(list: ListSchema, before: ItemRow, row: ItemRow): [string, SQLInputValue][] {
  // What a lookup brings along follows from the lookup.
  const brought = list.fields.filter(({ properties }) => properties['PrimaryFieldId']).map(({ internalName }) => internalName);
  const staying = new Set(['ID', 'GUID', 'FileLeafRef', 'FileDirRef', '_scope', '_version', 'CheckoutUser', ...brought]);
  return [...Object.entries(before).filter(([name]) => !staying.has(name) && Object.hasOwn(row, name)), ['CheckoutUser', null], ['_version', row._version + 1]];
}

function changeable({ list, row: shown }: Placed, session: Session): Placed {
  const row = actualRow(list, shown, session);
  demand(session.permissions.onItem(list, row._scope), 'EditListItems');
  demandNotLocked(list, row, session);
  return { list, row };
}

function demandHolder(list: ListSchema, row: ItemRow, session: Session): void {
  const holder = checkedOutBy(row);
  if (holder === undefined) throw notCheckedOut(row, session);
  if (holder !== session.user.id) demandOverride(list, row, session);
}

function demandOverride(list: ListSchema, row: ItemRow, session: Session): void {
  try {
    demand(session.permissions.onItem(list, row._scope), 'CancelCheckout');
  } catch {
    demandNotLocked(list, row, session);
  }
}

function commentOf(comment: string): string {
  if (comment.length > longestComment) throw wrongArgument();
  return comment;
}

/** Neither `Modified` nor `Editor` are of such a change. */
function set(list: ListSchema, row: ItemRow, columns: readonly (readonly [string, SQLInputValue])[], session: Session): void {
  statement(session.database, `UPDATE "${list.table}" SET ${columns.map(([name]) => `"${name}" = ?`).join(', ')} WHERE ID = ?`).run(...columns.map(([, value]) => value), row.ID);
  session.lists.touch(list, { countBy: 0 });
  logItemChange(session, list, row.ID, 'Update');
}

/** Restores a former version as the newest one: its values and what it held. */
export function restoreVersion(file: Placed, version: ItemRow, session: Session): void {
  const { list, row } = changeable(file, session);
  const content = readContent(session.database, list, version);
  keepVersion(session.database, list, row);
  const number = checkedOutBy(row) === undefined ? nextVersion(list, uiVersion(row)) : uiVersion(row);
  const taken = formerValues(list, version, row).filter(([name]) => !['CheckoutUser', 'Author', 'Created', 'Editor', 'Modified', '_uiversion', '_checkin_comment'].includes(name));
  set(list, row, [...taken, ['_uiversion', number], ['_checkin_comment', null], ['Editor', session.user.id], ['Modified', stamp(session.now())]], session);
  const after = one<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE ID = ?`, row.ID);
  if (after) writeContent(session.database, list, after, content);
}
