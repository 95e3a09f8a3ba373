import type { SQLInputValue } from 'node:sqlite';
import { logItemChange } from '../changes/changeLog.ts';
import type { ListSchema } from '../model/list.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { one, change } from '../storage/prepared.ts';
import { commentsColumn, isModerated, moderationStatus, moderationStatuses, statusColumn } from './moderation.ts';

/** Names under which clients set the state of an item, and the columns that keep it. */
const settable: ReadonlyMap<string, string> = new Map([['_ModerationStatus', statusColumn], ['_ModerationComments', commentsColumn]]);

/** A value that a client gives for the state of an item; undefined when it is about something else. Without approval in the list it changes nothing. */
export function moderationInput(list: ListSchema, name: string, value: unknown): [column: string, value: SQLInputValue][] | undefined {
  const column = settable.get(name.replace(/^OData_(?=_)/, ''));
  if (column === undefined) return undefined;
  if (!isModerated(list)) return [];
  if (column === commentsColumn) return [[column, value === null ? null : String(value)]];
  const status = typeof value === 'string' && /^\d$/.test(value) ? Number(value) : value;
  if (typeof status !== 'number' || moderationStatuses[status] === undefined) throw wrongArgument();
  return [[column, status]];
}

/** Whether only the state of an item is changed. */
export function isOnlyModeration(values: ReadonlyMap<string, SQLInputValue>): boolean {
  return values.size > 0 && [...values.keys()].every((name) => name === statusColumn || name === commentsColumn);
}

/** What adding or changing an item does to its state: it has to be approved (again), unless who may approve says otherwise at once. */
export function moderatedValues(list: ListSchema, session: Session, values: ReadonlyMap<string, SQLInputValue>): [string, SQLInputValue][] {
  if (!isModerated(list)) return [];
  if (!values.has(statusColumn)) return [[statusColumn, moderationStatus.pending], [commentsColumn, null]];
  demand(session.permissions.onList(list), 'ApproveItems');
  return [];
}

/** Approves, rejects … an item: no new version, and neither who changed it nor when (assumed). Refuses who may not approve. */
export function moderate(list: ListSchema, session: Session, row: ItemRow, values: ReadonlyMap<string, SQLInputValue>): ItemRow {
  demand(session.permissions.onItem(list, row._scope), 'ApproveItems');
  const names = [...values.keys()];
  change(session.database, `UPDATE "${list.table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE ID = ?`, ...values.values(), row.ID);
  session.lists.touch(list, { countBy: 0 });
  logItemChange(session, list, row.ID, 'Update');
  return one<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE ID = ?`, row.ID) ?? row;
}
