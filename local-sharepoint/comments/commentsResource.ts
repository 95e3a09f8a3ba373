import { applyQuery } from '../odata/applyQuery.ts';
import { accessDenied, wrongArgument } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { numberArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { commentAddress, commentEntity } from './commentEntity.ts';
import { demandCommentsOn, demandSay, managesComments, type CommentedItem } from './commentedItem.ts';
import { commentInput } from './commentInput.ts';
import { commentPage } from './commentPage.ts';
import { addComment, commentById, removeComment, removeComments, repliesTo, type CommentRow } from './commentRows.ts';
import { likedBy, setLike } from './likes.ts';

/** `comments`, `getcomments` and `comments(1)` of an item. */
export function commentsResource(item: CommentedItem, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return commentResource(item, numberArgument(segment), request);
  return {
    get: (asked) => commentPage(item, asked),
    post: (asked) => added(item, asked),
    child: (next) => next.name === 'deleteall' ? { post: ({ session }) => deleteAll(item, session) } : undefined,
  };
}

/** One comment or reply and what is below it. */
function commentResource(item: CommentedItem, id: number, request: ResourceRequest): Resource {
  const comment = existing(item, request.session, id);
  return {
    get: ({ session }) => ({ kind: 'entity', entity: commentEntity(item, existing(item, session, id), session) }),
    delete: ({ session }) => {
      demandOwn(item, comment, session);
      removeComment(item, session, id);
      return { kind: 'empty' };
    },
    child: (segment, asked) => {
      switch (segment.name) {
        case 'like': case 'unlike': return { post: ({ session }) => likeComment(item, id, session, segment) };
        case 'likedby': return { get: ({ session }) => applyQuery(likedBy(item, session, id, commentAddress(item, id)), asked, 'SP.ApiData.userEntitys') };
        case 'replies': return repliesResource(item, comment, segment, asked);
        default: return undefined;
      }
    },
  };
}

function repliesResource(item: CommentedItem, parent: CommentRow, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) {
    const id = numberArgument(segment);
    if (existing(item, request.session, id).parent_id !== parent.id) throw commentNotFound();
    return commentResource(item, id, request);
  }
  return {
    get: (asked) => applyQuery(repliesTo(item, asked.session, parent.id).map((reply) => commentEntity(item, reply, asked.session)), asked, 'SP.ApiData.comments'),
    post: (asked) => {
      // SharePoint shows one level of replies; that a reply takes none itself is remembered.
      if (parent.parent_id !== 0) throw wrongArgument();
      return added(item, asked, parent.id);
    },
  };
}

/** Recorded: exemplars "comments-add", "comments-reply"; `Location` in ListItemCommentsBatchAddTest. */
function added(item: CommentedItem, request: ResourceRequest, parent?: number): Answer {
  const { session } = request;
  demandSay(item, session);
  demandCommentsOn(item, session);
  const id = addComment(item, session, commentInput(request), parent);
  const entity = commentEntity(item, existing(item, session, id), session, true);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

/** Recorded: `{"odata.null":true}`. */
function likeComment(item: CommentedItem, id: number, session: Session, segment: PathSegment): Answer {
  demandSay(item, session);
  demandCommentsOn(item, session);
  setLike(item, session, id, segment.name === 'like');
  return voidAnswer(segment);
}

/** `DeleteAll` answers true, as recorded in ListItemCommentsBatchAddTest; that it takes who manages the list is remembered. */
function deleteAll(item: CommentedItem, session: Session): Answer {
  if (!managesComments(item.list, session)) throw accessDenied();
  removeComments(item, session);
  return { kind: 'property', name: 'DeleteAll', value: true };
}

/** One's own comments may be deleted, and by who manages the list, all. Remembered, not recorded. */
function demandOwn(item: CommentedItem, comment: CommentRow, session: Session): void {
  if (managesComments(item.list, session)) return;
  if (comment.author !== session.user.id) throw accessDenied();
  demandSay(item, session);
}

function existing(item: CommentedItem, session: Session, id: number): CommentRow {
  const comment = commentById(item, session, id);
  if (!comment) throw commentNotFound();
  return comment;
}

/** Status and text are this service's own choice. */
function commentNotFound(): SharePointError {
  return new SharePointError(404, '-2146232832, Microsoft.SharePoint.SPException', 'The comment does not exist. It may have been deleted by another user.');
}
