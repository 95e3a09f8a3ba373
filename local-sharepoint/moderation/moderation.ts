import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { grants } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { all } from '../storage/prepared.ts';

/** SP.ModerationStatusType, as its column shows it. */
export const moderationStatuses = ['Approved', 'Rejected', 'Pending', 'Draft', 'Scheduled'] as const;
export const moderationStatus = { approved: 0, rejected: 1, pending: 2 } as const;

/** Columns of an item's table, made when its list demands approval for the first time. */
export const statusColumn = '_moderation';
export const commentsColumn = '_moderation_comments';

/** The rows of the index of what is not approved. */
export const unapprovedRows = `${statusColumn} <> 0`;

/** Whether items of a list have to be approved (`EnableModeration`). */
export function isModerated(list: ListSchema): boolean {
  return list.properties['EnableModeration'] === true;
}

/** Gives the list's table what approval needs. What is there already is approved (documented). */
export function prepareModeration(database: DatabaseSync, list: ListSchema): void {
  if (all<{ name: string }>(database, 'SELECT name FROM pragma_table_info(?)', list.table).some(({ name }) => name === statusColumn)) return;
  database.exec(`ALTER TABLE "${list.table}" ADD COLUMN ${statusColumn} INTEGER NOT NULL DEFAULT 0; ALTER TABLE "${list.table}" ADD COLUMN ${commentsColumn} TEXT;
    CREATE INDEX "ix_${list.table}_unapproved" ON "${list.table}" (${statusColumn}) WHERE ${unapprovedRows}`);
}

/** 0 for everything in a list that demands no approval. */
export function statusOf(list: ListSchema, row: ItemRow): number {
  return isModerated(list) ? Number(row[statusColumn] ?? 0) : 0;
}

export function commentsOf(list: ListSchema, row: ItemRow): SQLInputValue {
  return isModerated(list) ? row[commentsColumn] ?? null : null;
}

/** Whether a person may not see what others wrote before it is approved (`DraftVersionVisibility`: 0 readers see it, 1 who may edit, 2 who may approve). */
export function unapprovedHidden(list: ListSchema, { permissions }: Session): boolean {
  if (!isModerated(list)) return false;
  const mask = permissions.onList(list);
  if (grants(mask, 'ApproveItems')) return false;
  const seenBy = list.properties['DraftVersionVisibility'] ?? 0;
  return seenBy === 2 || (seenBy === 1 && !grants(mask, 'EditListItems'));
}

/** What is hidden from this person, as SQL; undefined for nothing. Its author sees an item in any state. */
export function hiddenSql(list: ListSchema, session: Session, table: string): string | undefined {
  return unapprovedHidden(list, session) ? `(coalesce(${table}.${statusColumn}, 0) <> ${moderationStatus.approved} AND ${table}.Author <> ${session.user.id})` : undefined;
}

export function isHidden(list: ListSchema, row: ItemRow, session: Session): boolean {
  return unapprovedHidden(list, session) && statusOf(list, row) !== moderationStatus.approved && row.Author !== session.user.id;
}
