import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';
import { isVersioned, nextVersion, uiVersion } from '../versions/versionNumber.ts';
import { checkedOut, notCheckedOut } from './fileRefusals.ts';
import { checkedOutBy } from './level.ts';

/** The row of a file as it stands, which may be a later version than the one that a person was shown. */
export function actualRow(list: ListSchema, row: ItemRow, { database }: Session): ItemRow {
  return list.baseType === 1 ? one<ItemRow>(database, `SELECT * FROM "${list.table}" WHERE ID = ?`, row.ID) ?? row : row;
}

/** Refuses to change a file that somebody else has checked out. */
export function demandNotLocked(list: ListSchema, row: ItemRow, session: Session): void {
  const holder = checkedOutBy(row);
  if (holder !== undefined && holder !== session.user.id) throw checkedOut(row, session.directory.principal(holder)?.loginName ?? '', session);
}

/**
 * Refuses to change a file of a library that demands checking out (`ForceCheckout`) unless this person has it checked out. Site Pages demand it too, and yet
 * their items can be changed by REST (assumed).
 */
export function demandCheckedOut(list: ListSchema, row: ItemRow, session: Session): void {
  if (list.baseType !== 1 || list.baseTemplate === 119 || list.properties['ForceCheckout'] !== true || row['FSObjType'] === 1) return;
  if (checkedOutBy(row) === undefined) throw notCheckedOut(row, session);
}

/** The number that a change gives to a file: none other while it is checked out, where there are no versions, and for folders. */
export function numberAfterChange(list: ListSchema, row: ItemRow): number {
  const number = uiVersion(row);
  return checkedOutBy(row) !== undefined || row['FSObjType'] === 1 || !isVersioned(list) ? number : nextVersion(list, number);
}

/** The columns that a change of a file's version sets beside what it changes. */
export function versionColumns(list: ListSchema, row: ItemRow): Map<string, SQLInputValue> {
  return new Map<string, SQLInputValue>([['_uiversion', numberAfterChange(list, row)], ...(checkedOutBy(row) === undefined ? [['_checkin_comment', null] satisfies [string, SQLInputValue]] : [])]);
}
