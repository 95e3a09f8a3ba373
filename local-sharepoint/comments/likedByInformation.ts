import { applyQuery } from '../odata/applyQuery.ts';
import type { Answer, Entity, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import type { CommentedItem } from './commentedItem.ts';
import { isLikedByUser, itemItself, likeCount, likedBy } from './likes.ts';

/** How many people like an item, and with `$expand=likedBy` who. */
export function likedByInformation(item: CommentedItem): Resource {
  return {
    get: ({ session }) => ({ kind: 'entity', entity: informationEntity(item, session) }),
    child: (segment) => segment.name === 'likedby' ? likedByResource(item) : undefined,
  };
}

/** Who likes an item, to read and to call. */
export function likedByResource(item: CommentedItem): Resource {
  const people = (request: ResourceRequest): Answer => applyQuery(likedBy(item, request.session, itemItself, addressOf(item)), request, 'SP.ApiData.userEntitys');
  return { get: people, post: people };
}

/** Recorded: exemplars "likedByInformation" and "likedByInformation-empty"; the count is a text here, though a number in comments. */
function informationEntity(item: CommentedItem, session: Session): Entity {
  return {
    type: 'Microsoft.SharePoint.Likes.likedByInformation', editLink: addressOf(item), navigation: ['likedBy'],
    properties: { isLikedByUser: isLikedByUser(item, session), likeCount: String(likeCount(item, session)) },
  };
}

function addressOf({ list, row }: CommentedItem): string {
  return `Web/Lists(guid'${list.id}')/Items(${row.ID})/LikedByInformation`;
}
