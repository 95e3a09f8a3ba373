import { principalById } from '../people/principals.ts';
import { complex, type Complex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import type { CommentedItem } from './commentedItem.ts';
import { commentType, identityType, type Identity } from './commentInput.ts';
import type { CommentRow } from './commentRows.ts';
import { shortDate } from './shortDate.ts';

/** `_api/`-relative address of a comment or reply, as the recorded `Location` has it. */
export function commentAddress({ list, row }: CommentedItem, id: number): string {
  return `web/lists('${list.id}')/GetItemById(${row.ID})/Comments(${id})`;
}

/**
 * A comment as SharePoint writes it. Recorded: exemplars "comments-get" and "comments-add"; just added (`fresh`), it names its author's principal
 * name, and no mentions are null.
 */
export function commentEntity(item: CommentedItem, comment: CommentRow, session: Session, fresh = false): Entity {
  const mentions = (JSON.parse(comment.mentions) as Identity[]).map(({ email, loginName, name }) => complex(identityType, { email, loginName, name }));
  return {
    type: commentType, editLink: commentAddress(item, comment.id), navigation: ['likedBy', 'replies'],
    properties: {
      author: authorOf(comment.author, session, fresh), createdDate: shortDate(comment.created), id: String(comment.id), isLikedByUser: comment.liked === 1, isReply: comment.parent_id !== 0,
      itemId: item.row.ID, likeCount: comment.likes, listId: item.list.id, mentions: fresh && mentions.length === 0 ? null : mentions, modifiedDate: null,
      parentId: String(comment.parent_id), replyCount: comment.replies, text: comment.text,
    },
  };
}

function authorOf(id: number, session: Session, fresh: boolean): Complex {
  const person = principalById(session.database, session.rootWebId, id);
  const email = person?.email ?? '';
  return complex('SP.Sharing.Principal', {
    directoryObjectId: null, email, expiration: null, id, isActive: person?.active === 1, isExternal: /#ext#/i.test(person?.login_name ?? ''), jobTitle: null, loginName: person?.login_name ?? '', name: person?.title ?? '',
    principalType: person?.type ?? 1, userId: null, userPrincipalName: fresh ? email : null,
  });
}
