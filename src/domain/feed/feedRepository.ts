import type { Conversation, Post, Reaction, ReactionKind, Reply, TargetKind, Theme } from './post';
import type { Person } from '../people/person';

/** What this person may do here, as SharePoint says; nothing that would be refused is shown. */
export interface FeedAbilities {
  /** May add posts, replies and reactions, and change and delete their own. */
  readonly participate: boolean;
  /** May set up and mend the lists. */
  readonly manage: boolean;
}

export interface FeedPage {
  /** Newest first. */
  readonly conversations: readonly Conversation[];
  /** Give it to `loadOlder`; undefined at the end. */
  readonly olderThan?: number;
}

/** Everything the first screen needs, from one round trip. */
export interface FirstScreen extends FeedPage {
  readonly me: Person;
  readonly themes: readonly Theme[];
  readonly abilities: FeedAbilities;
  /**
   * `missing`: the lists are not there; `outdated`: a newer version wants more columns; `broken`: a list refuses to be read as it was set up
   * (a column or an index was taken away), `detail` has SharePoint's words; `ready`.
   */
  readonly setup: 'ready' | 'missing' | 'outdated' | 'broken';
  readonly detail?: string;
  /** The newest post that was there, by its id; 0 when there was none. */
  readonly newestId: number;
}

export interface FeedFilter {
  /** Only posts of this theme. */
  readonly themeId?: number;
}

export interface NewPost { readonly key: string; readonly bodyHtml: string; readonly themeId?: number }
export interface NewReply { readonly key: string; readonly bodyHtml: string; readonly postId: number }
export interface ReactionChange {
  readonly postId: number; readonly targetKind: TargetKind; readonly targetId: number; readonly kind: ReactionKind;
  /** True: there shall be my reaction; false: there shall be none. Both may be repeated. */
  readonly on: boolean;
}

/**
 * The feed's words and where they are kept. Every write may be repeated without doubling. All methods reject with a
 * `RefusedError` that says what happened; waiting for a throttled server is done inside.
 */
export interface FeedRepository {
  loadFirstScreen(filter: FeedFilter, pageSize: number): Promise<FirstScreen>;
  loadOlder(filter: FeedFilter, olderThan: number, pageSize: number): Promise<FeedPage>;
  /** Ids of posts that are newer than this one, among the site's 100 newest. */
  newerPostIds(filter: FeedFilter, newerThan: number): Promise<readonly number[]>;
  /** One whole conversation: every reply and reaction. */
  loadConversation(postId: number): Promise<Conversation>;
  addPost(post: NewPost): Promise<Post>;
  changePost(id: number, etag: string, change: { bodyHtml: string; themeId?: number }): Promise<Post>;
  deletePost(id: number): Promise<void>;
  addReply(reply: NewReply): Promise<Reply>;
  changeReply(id: number, etag: string, change: { bodyHtml: string }): Promise<Reply>;
  deleteReply(id: number): Promise<void>;
  /** Resolves with my reaction, or undefined when it is taken back. */
  setReaction(change: ReactionChange): Promise<Reaction | undefined>;
}
