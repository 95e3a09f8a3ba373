import { reactionKinds, type Post, type Reaction, type ReactionKind, type Reply, type Theme, type Words } from '../../domain/feed/post';
import { dateIn, numberIn, optionalNumber, textIn, textOr, type Row } from '../connection/parse';
import type { Site } from '../connection/site';
import { authorOf, authorSelect } from '../people/parsePerson';

const wordsSelect = ['Id', 'Body', 'Key', 'Created', 'Modified', 'OData__UIVersionString', ...authorSelect()];
export const postSelect = [...wordsSelect, 'ThemeId'];
export const replySelect = [...wordsSelect, 'PostId'];
export const reactionSelect = ['Id', 'PostId', 'TargetKind', 'TargetId', 'Kind', ...authorSelect()];

export function parsePost(row: Row, site: Site): Post {
  const themeId = optionalNumber(row, 'ThemeId');
  return { ...words(row, site), ...(themeId ? { themeId } : {}) };
}

/** Undefined for a row that belongs to no post: anybody who takes part can add one in the list itself, and it must not stop the feed. */
export function parseReply(row: Row, site: Site): Reply | undefined {
  const postId = optionalNumber(row, 'PostId');
  return postId === undefined ? undefined : { ...words(row, site), postId };
}

/** Undefined for a row that is no reaction this version knows: rows are added by other tools and other versions, too. */
export function parseReaction(row: Row, site: Site): Reaction | undefined {
  const kind = textOr(row, 'Kind', '');
  const targetKind = textOr(row, 'TargetKind', '');
  const postId = optionalNumber(row, 'PostId');
  const targetId = optionalNumber(row, 'TargetId');
  if (!isKind(kind) || (targetKind !== 'post' && targetKind !== 'reply') || postId === undefined || targetId === undefined) return undefined;
  return { id: numberIn(row, 'Id'), postId, targetKind, targetId, kind, person: authorOf(row, site) };
}

export function parseTheme(row: Row): Theme {
  return { id: numberIn(row, 'Id'), title: textOr(row, 'Title', ''), description: textOr(row, 'Description', '') };
}

function words(row: Row, site: Site): Words {
  const changed = textOr(row, 'OData__UIVersionString', '1.0') !== '1.0';
  return {
    id: numberIn(row, 'Id'), key: textOr(row, 'Key', ''), author: authorOf(row, site), createdAt: dateIn(row, 'Created'),
    ...(changed ? { editedAt: dateIn(row, 'Modified') } : {}), bodyHtml: textOr(row, 'Body', ''), etag: textIn(row, 'odata.etag'),
  };
}

function isKind(text: string): text is ReactionKind {
  return reactionKinds.some((kind) => kind === text);
}
