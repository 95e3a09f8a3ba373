import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { wrongArgument } from '../model/refusals.ts';
import { findPerson } from '../people/organisation.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { encodeText } from './encodeText.ts';

export const commentType = 'Microsoft.SharePoint.Comments.comment';
export const identityType = 'Microsoft.SharePoint.Comments.Client.Identity';

/** Somebody whom a comment names as `@mention{0}`, by their place in the list. */
export interface Identity {
  readonly email: string | null;
  readonly loginName: string | null;
  readonly name: string | null;
}

export interface CommentInput {
  /** HTML-encoded. */
  readonly text: string;
  readonly mentions: readonly Identity[];
}

/** What a client sends back as it read it; the server fills it. */
const servers: ReadonlySet<string> = new Set([
  'author', 'createdDate', 'id', 'isLikedByUser', 'isReply', 'itemId', 'likeCount', 'listId', 'modifiedDate', 'parentId', 'relativeCreatedDate', 'replyCount', 'contentAnchor',
]);
/** Chosen: SharePoint's own limit is not published. */
const mostMentions = 100;

/** The comment in a body. Throws SharePoint's refusal of unknown names and wrong types; an empty text is refused, too. */
export function commentInput(request: ResourceRequest): CommentInput {
  const { text, mentions, ...others } = entityBody(request, [commentType, 'Microsoft.SharePoint.Comments.CommentInformation']);
  const unknown = Object.keys(others).find((name) => !servers.has(name));
  if (unknown !== undefined) throw unknownProperty(unknown, commentType);
  if (text !== undefined && text !== null && typeof text !== 'string') throw wrongType('Edm.String');
  if (typeof text !== 'string' || text.trim() === '') throw wrongArgument();
  return { text: encodeText(text), mentions: identities(mentions, request.session) };
}

/** A list, in verbose JSON within `results`. */
function identities(value: unknown, session: Session): Identity[] {
  if (value === undefined || value === null) return [];
  const list: unknown = typeof value === 'object' && 'results' in value ? value.results : value;
  if (!Array.isArray(list) || list.length > mostMentions) throw wrongArgument();
  return list.map((one: unknown) => identity(one, session));
}

function identity(value: unknown, session: Session): Identity {
  if (typeof value !== 'object' || value === null) throw wrongArgument();
  const given = new Map<string, string>();
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (name === '__metadata' || part === null) continue;
    if (name !== 'email' && name !== 'loginName' && name !== 'name') throw unknownProperty(name, identityType);
    if (typeof part !== 'string') throw wrongType('Edm.String');
    given.set(name, part);
  }
  const person = findPerson(session.database, given.get('loginName') ?? given.get('email') ?? '');
  return { email: given.get('email') ?? person?.email ?? null, loginName: given.get('loginName') ?? person?.login_name ?? null, name: given.get('name') ?? person?.title ?? null };
}
