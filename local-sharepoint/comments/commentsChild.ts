import type { ListSchema } from '../model/list.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { argument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { demandSay, type CommentedItem } from './commentedItem.ts';
import { disableComments } from './commenting.ts';
import { commentPage } from './commentPage.ts';
import { commentsResource } from './commentsResource.ts';
import { likedByInformation, likedByResource } from './likedByInformation.ts';
import { itemItself, setLike } from './likes.ts';

/** The children of an item that are about what people say of it: comments and likes. */
export function commentsChild(list: ListSchema, row: ItemRow, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const item: CommentedItem = { list, row };
  switch (segment.name) {
    case 'comments': return commentsResource(item, segment, request);
    case 'getcomments': return { get: (asked) => commentPage(item, asked) };
    case 'like': case 'unlike': return { post: ({ session }) => likeItem(item, session, segment) };
    case 'likedbyinformation': return likedByInformation(item);
    // PnPjs' getLikedBy posts.
    case 'likedby': return likedByResource(item);
    case 'setcommentsdisabled': {
      const set = ({ session }: ResourceRequest): Answer => setCommentsDisabled(item, session, segment);
      // PnPjs calls it as if it changed the item.
      return { post: set, merge: set };
    }
    default: return undefined;
  }
}

function likeItem(item: CommentedItem, session: Session, segment: PathSegment): Answer {
  demandSay(item, session);
  setLike(item, session, itemItself, segment.name === 'like');
  return voidAnswer(segment);
}

function setCommentsDisabled({ list, row }: CommentedItem, session: Session, segment: PathSegment): Answer {
  demand(session.permissions.onItem(list, row._scope), 'EditListItems');
  const disabled = argument(segment, 'value', 0);
  if (typeof disabled !== 'boolean') throw wrongArgument();
  disableComments(session.database, list.id, row.ID, disabled);
  return voidAnswer(segment);
}
