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
export interface Post extends Words {
  readonly themeId?: number;
}
export interface Reply extends Words {
  readonly postId: number;
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
