import type { Person } from '../people/person';

/** A theme that conversations belong to. */
export interface Theme {
  readonly id: number;
  readonly title: string;
  readonly description: string;
}

/** What somebody wrote, as stored. `bodyHtml` is untrusted: sanitise it where it is shown. */
export interface Words {
  readonly id: number;
  /** Made by the client before the first attempt, unique in the list: a repeated write never makes a second row. */
  readonly key: string;
  readonly author: Person;
  readonly createdAt: Date;
  /** Set when the words were changed after they were first written. */
  readonly editedAt?: Date;
  readonly bodyHtml: string;
  /** The ETag to send with a change. Empty while the words are still on their way. */
  readonly etag: string;
}
/** What a post is for. Announcements are written by editors. */
export const postKinds = ['post', 'announcement', 'question', 'thanks'] as const;
export type PostKind = (typeof postKinds)[number];

export interface Poll {
  /** At least two; a vote names the place in this list, from 0. */
  readonly options: readonly string[];
  /** Whether one may choose several. */
  readonly several: boolean;
  /** Votes given later do not count. */
  readonly endsAt?: Date;
}

/** A picture in the site's own library. */
export interface Picture {
  /** From the root of the host: `/sites/intranet/SchilPictures/…`. Nothing else is shown. */
  readonly address: string;
  /** What is to be seen, for who cannot see it. */
  readonly alt: string;
  /** Pixels, so that the page keeps room for it. */
  readonly width: number;
  readonly height: number;
}

/** A page or document of the same tenant that a post links to, as it was when the link was made. */
export interface LinkPreview {
  readonly address: string;
  readonly title: string;
  readonly description?: string;
  /** Where it is, e.g. the site's title. */
  readonly place?: string;
  readonly pictureAddress?: string;
}

export interface Post extends Words {
  readonly themeId?: number;
  /** An ordinary post when undefined. */
  readonly kind?: PostKind;
  readonly poll?: Poll;
  readonly pictures?: readonly Picture[];
  readonly linkPreview?: LinkPreview;
  /** When it appears, if that is later than it was written. */
  readonly publishAt?: Date;
}
export interface Reply extends Words {
  readonly postId: number;
  readonly pictures?: readonly Picture[];
}

export const reactionKinds = ['like', 'love', 'celebrate', 'insightful', 'funny', 'support'] as const;
export type ReactionKind = (typeof reactionKinds)[number];
export type TargetKind = 'post' | 'reply';

/** One person's reaction of one kind to one post or reply. */
export interface Reaction {
  readonly id: number;
  readonly postId: number;
  readonly targetKind: TargetKind;
  /** The post's or the reply's id. */
  readonly targetId: number;
  readonly kind: ReactionKind;
  readonly person: Person;
}

/** A post with everything people added to it. */
export interface Conversation {
  readonly post: Post;
  /** Oldest first. May be the latest few only: see `replyCount`. */
  readonly replies: readonly Reply[];
  /** All replies there are; undefined while it is not known yet (the rows came short and are being counted). */
  readonly replyCount: number | undefined;
  /** Of the post and of its replies, in no particular order. */
  readonly reactions: readonly Reaction[];
  /** False when `replies` or `reactions` hold only a part and `loadConversation` has the rest. */
  readonly complete: boolean;
}
