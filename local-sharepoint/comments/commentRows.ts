import { all, change, one } from '../storage/prepared.ts';
import type { Session } from '../session.ts';
import type { CommentInput } from './commentInput.ts';
import type { CommentedItem } from './commentedItem.ts';
import { nextCommentId } from './commenting.ts';

/** A comment, or a reply to one, as somebody sees it. */
export interface CommentRow {
  readonly id: number;
  /** 0 for a comment; the comment's id for a reply. */
  readonly parent_id: number;
  readonly author: number;
  /** UTC, with milliseconds. */
  readonly created: string;
  readonly text: string;
  /** JSON: a list of identities. */
  readonly mentions: string;
  readonly likes: number;
  /** Whether the person who asks likes it. */
  readonly liked: 0 | 1;
  readonly replies: number;
}

const ofComment = 'l.list_id = c.list_id AND l.item_id = c.item_id AND l.comment_id = c.id';
const select = `SELECT c.*, (SELECT count(*) FROM item_likes l WHERE ${ofComment}) AS likes, EXISTS (SELECT 1 FROM item_likes l WHERE ${ofComment} AND l.user_id = ?1) AS liked,
  (SELECT count(*) FROM item_comments r WHERE r.list_id = c.list_id AND r.item_id = c.item_id AND r.parent_id = c.id) AS replies
  FROM item_comments c WHERE c.list_id = ?2 AND c.item_id = ?3`;

export function commentById({ list, row }: CommentedItem, session: Session, id: number): CommentRow | undefined {
  return one<CommentRow>(session.database, `${select} AND c.id = ?4`, session.user.id, list.id, row.ID, id);
}

/** Comments, newest first, from below an id; without those, from the newest. */
export function commentsBelow({ list, row }: CommentedItem, session: Session, below: number | undefined, limit: number): CommentRow[] {
  return all<CommentRow>(session.database, `${select} AND c.parent_id = 0 AND c.id < ?4 ORDER BY c.id DESC LIMIT ?5`, session.user.id, list.id, row.ID, below ?? Number.MAX_SAFE_INTEGER, limit);
}

/** All replies to a comment, as they were given. */
export function repliesTo({ list, row }: CommentedItem, session: Session, id: number): CommentRow[] {
  return all<CommentRow>(session.database, `${select} AND c.parent_id = ?4 ORDER BY c.id`, session.user.id, list.id, row.ID, id);
}

/** Adds a comment, or a reply to the comment `parent`; answers its id. */
export function addComment({ list, row }: CommentedItem, session: Session, { text, mentions }: CommentInput, parent = 0): number {
  const id = nextCommentId(session.database, list.id, row.ID);
  change(session.database, 'INSERT INTO item_comments (list_id, item_id, id, parent_id, author, created, text, mentions) VALUES (?,?,?,?,?,?,?,?)',
    list.id, row.ID, id, parent, session.user.id, session.now().toISOString(), text, JSON.stringify(mentions));
  return id;
}

/** Deletes a comment with its replies and their likes. */
export function removeComment({ list, row }: CommentedItem, session: Session, id: number): void {
  change(session.database, 'DELETE FROM item_likes WHERE list_id = ?1 AND item_id = ?2 AND (comment_id = ?3 OR comment_id IN (SELECT id FROM item_comments WHERE list_id = ?1 AND item_id = ?2 AND parent_id = ?3))', list.id, row.ID, id);
  change(session.database, 'DELETE FROM item_comments WHERE list_id = ?1 AND item_id = ?2 AND (id = ?3 OR parent_id = ?3)', list.id, row.ID, id);
}

/** Deletes every comment of an item; its own likes stay. */
export function removeComments({ list, row }: CommentedItem, session: Session): void {
  change(session.database, 'DELETE FROM item_likes WHERE list_id = ? AND item_id = ? AND comment_id <> 0', list.id, row.ID);
  change(session.database, 'DELETE FROM item_comments WHERE list_id = ? AND item_id = ?', list.id, row.ID);
}
