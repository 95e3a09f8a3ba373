import type { DatabaseSync } from 'node:sqlite';
import { change, one } from '../storage/prepared.ts';

/** Whether comments of this item are turned off (`SetCommentsDisabled`). */
export function commentsDisabled(database: DatabaseSync, listId: string, itemId: number): boolean {
  return one<{ disabled: number }>(database, 'SELECT disabled FROM item_commenting WHERE list_id = ? AND item_id = ?', listId, itemId)?.disabled === 1;
}

export function disableComments(database: DatabaseSync, listId: string, itemId: number, disabled: boolean): void {
  change(database, 'INSERT INTO item_commenting (list_id, item_id, disabled) VALUES (?,?,?) ON CONFLICT DO UPDATE SET disabled = excluded.disabled', listId, itemId, disabled ? 1 : 0);
}

/** How many comments and replies an item has, as `_CommentCount` shows it. */
export function commentCount(database: DatabaseSync, listId: string, itemId: number): number {
  return one<{ found: number }>(database, 'SELECT count(*) AS found FROM item_comments WHERE list_id = ? AND item_id = ?', listId, itemId)?.found ?? 0;
}

/** The next id of a comment or reply: they are numbered for each item, from 1. */
export function nextCommentId(database: DatabaseSync, listId: string, itemId: number): number {
  const row = one<{ id: number }>(database,
    'INSERT INTO item_commenting (list_id, item_id, last_comment_id) VALUES (?,?,1) ON CONFLICT DO UPDATE SET last_comment_id = last_comment_id + 1 RETURNING last_comment_id AS id', listId, itemId);
  if (!row) throw new Error(`The item ${itemId} of the list ${listId} gave no id to a comment.`);
  return row.id;
}
