import { all, change, one } from '../storage/prepared.ts';
import { principalById } from '../people/principals.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import type { CommentedItem } from './commentedItem.ts';
import { shortDate } from './shortDate.ts';

/** The place of the item itself among the comments that can be liked. */
export const itemItself = 0;

/** Likes a comment or the item in the name of who asks, or takes that back. Doing so twice changes nothing. */
export function setLike({ list, row }: CommentedItem, session: Session, commentId: number, like: boolean): void {
  const { database, user } = session;
  if (like) change(database, 'INSERT OR IGNORE INTO item_likes (list_id, item_id, comment_id, user_id, created) VALUES (?,?,?,?,?)', list.id, row.ID, commentId, user.id, session.now().toISOString());
  else change(database, 'DELETE FROM item_likes WHERE list_id = ? AND item_id = ? AND comment_id = ? AND user_id = ?', list.id, row.ID, commentId, user.id);
}

export function likeCount({ list, row }: CommentedItem, session: Session): number {
  return one<{ found: number }>(session.database, 'SELECT count(*) AS found FROM item_likes WHERE list_id = ? AND item_id = ? AND comment_id = ?', list.id, row.ID, itemItself)?.found ?? 0;
}

export function isLikedByUser({ list, row }: CommentedItem, session: Session): boolean {
  return one(session.database, 'SELECT 1 FROM item_likes WHERE list_id = ? AND item_id = ? AND comment_id = ? AND user_id = ?', list.id, row.ID, itemItself, session.user.id) !== undefined;
}

/** Who likes a comment or the item, in the order in which they did. Recorded: exemplars "comments-likes-expanded", "likedByInformation". */
export function likedBy({ list, row }: CommentedItem, session: Session, commentId: number, address: string): Entity[] {
  return all<{ user_id: number; created: string }>(session.database, 'SELECT user_id, created FROM item_likes WHERE list_id = ? AND item_id = ? AND comment_id = ? ORDER BY created, user_id', list.id, row.ID, commentId)
    .map(({ user_id: id, created }) => {
      const person = principalById(session.database, session.rootWebId, id);
      return {
        type: 'Microsoft.SharePoint.Likes.userEntity', editLink: `${address}/likedBy(${id})`,
        properties: { creationDate: shortDate(created), email: person?.email ?? '', id, loginName: person?.login_name ?? '', name: person?.title ?? '' },
      };
    });
}
