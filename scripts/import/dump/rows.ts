import type { DumpRow } from './readRows.ts';
import { date, optionalNumber, plain, text, wholeNumber } from './values.ts';

/** Who wrote something: the id of a row in Users.xml, or the name that the dump keeps of a deleted account. */
export type AuthorReference = number | string;

export interface UserRow { readonly id: number; readonly name: string; readonly location: string; readonly aboutHtml: string }
/** `postType` 1 is a question, 2 an answer; the others are descriptions of tags and the like. */
export interface PostRow {
  readonly id: number; readonly postType: number; readonly created: Date; readonly author: AuthorReference | undefined; readonly bodyHtml: string;
  readonly title: string; readonly tags: readonly string[]; readonly questionId: number;
}
export interface CommentRow { readonly id: number; readonly postId: number; readonly created: Date; readonly author: AuthorReference | undefined; readonly text: string }
export interface VoteRow { readonly id: number; readonly postId: number; readonly voteType: number; readonly userId: number | undefined; readonly created: Date }
export interface TagRow { readonly id: number; readonly name: string; readonly count: number }

/** Each of these throws a `BadRow` when something that is needed is not there. */
export function userRow(row: DumpRow): UserRow {
  const id = wholeNumber(row, 'Id');
  return { id, name: plain(row.attributes['DisplayName'] ?? '') || `user${id}`, location: plain(row.attributes['Location'] ?? ''), aboutHtml: plain(row.attributes['AboutMe'] ?? '') };
}

export function postRow(row: DumpRow): PostRow {
  const id = wholeNumber(row, 'Id');
  const postType = wholeNumber(row, 'PostTypeId');
  const isQuestion = postType === 1;
  const isConversation = isQuestion || postType === 2;
  return {
    id, postType, created: date(row, 'CreationDate'), author: author(row, 'OwnerUserId', 'OwnerDisplayName'),
    bodyHtml: isConversation ? text(row, 'Body') : '', title: isQuestion ? text(row, 'Title') : '',
    tags: isQuestion ? tagsIn(row.attributes['Tags'] ?? '') : [], questionId: postType === 2 ? wholeNumber(row, 'ParentId') : id,
  };
}

export function commentRow(row: DumpRow): CommentRow {
  return { id: wholeNumber(row, 'Id'), postId: wholeNumber(row, 'PostId'), created: date(row, 'CreationDate'), author: author(row, 'UserId', 'UserDisplayName'), text: text(row, 'Text') };
}

export function voteRow(row: DumpRow): VoteRow {
  return {
    id: wholeNumber(row, 'Id'), postId: wholeNumber(row, 'PostId'), voteType: wholeNumber(row, 'VoteTypeId'), userId: optionalNumber(row.attributes['UserId']),
    created: date(row, 'CreationDate'),
  };
}

export function tagRow(row: DumpRow): TagRow {
  return { id: wholeNumber(row, 'Id'), name: text(row, 'TagName'), count: wholeNumber(row, 'Count') };
}

function author({ attributes }: DumpRow, idName: string, nameName: string): AuthorReference | undefined {
  return optionalNumber(attributes[idName]) ?? (plain(attributes[nameName] ?? '') || undefined);
}

/** `<discussion><on-topic>`, in newer dumps `|discussion|on-topic|`. */
function tagsIn(tags: string): string[] {
  return tags.split(/[<>|]+/).filter((tag) => tag !== '');
}
