import type { FeedAbilities, FeedFilter, FeedPage, FeedRepository, FirstScreen, NewPost, NewReply, ReactionChange } from '../../../domain/feed/feedRepository';
import { groupConversations } from '../../../domain/feed/groupConversations';
import type { Conversation, Post, Reaction, Reply, Theme } from '../../../domain/feed/post';
import { personOf, postOf, reactionOf, replyOf } from '../../../domain/feed/testing/words';
import type { Person } from '../../../domain/people/person';
import { RefusedError, type RefusalReason } from '../../../domain/refusedError';

type Method = keyof FeedRepository;

/** A feed that keeps everything in memory, by the rules of the real one: keys are unique, ETags are compared, who deletes what is gone succeeds. */
export class InMemoryFeed implements FeedRepository {
  public me: Person = personOf(1, { name: 'Me Myself' });
  public abilities: FeedAbilities = { participate: true, manage: false };
  public setup: FirstScreen['setup'] = 'ready';
  public themes: Theme[] = [];
  public posts: Post[] = [];
  public replies: Reply[] = [];
  public reactions: Reaction[] = [];
  private readonly faults = new Map<Method, (() => Promise<void>)[]>();

  /** The next call of this method is refused, and does nothing. */
  public refuseNext(method: Method, reason: RefusalReason, detail: string = 'Said by the server'): void {
    this.before(method, async () => { throw new RefusedError(reason, detail); });
  }

  /** The next call of this method waits until the answer is called; with a reason it is refused then. */
  public holdNext(method: Method): (refusal?: RefusalReason) => void {
    let answer: (refusal?: RefusalReason) => void = () => undefined;
    const held = new Promise<RefusalReason | undefined>((resolve) => { answer = resolve; });
    this.before(method, async () => {
      const refusal = await held;
      if (refusal) throw new RefusedError(refusal, 'Said by the server');
    });
    return answer;
  }

  public async loadFirstScreen(filter: FeedFilter, pageSize: number): Promise<FirstScreen> {
    await this.fault('loadFirstScreen');
    const { me, themes, abilities, setup } = this;
    if (setup === 'missing' || setup === 'broken') return { me, themes: [], abilities: { ...abilities, participate: false }, setup, conversations: [], newestId: 0 };
    return { me, themes, abilities, setup, ...this.page(filter, Infinity, pageSize), newestId: this.posts.reduce((newest, { id }) => Math.max(newest, id), 0) };
  }

  public async loadOlder(filter: FeedFilter, olderThan: number, pageSize: number): Promise<FeedPage> {
    await this.fault('loadOlder');
    return this.page(filter, olderThan, pageSize);
  }

  public async newerPostIds({ themeId }: FeedFilter, newerThan: number): Promise<readonly number[]> {
    await this.fault('newerPostIds');
    return this.posts.filter((post) => post.id > newerThan && (themeId === undefined || post.themeId === themeId)).map(({ id }) => id);
  }

  public async loadConversation(postId: number): Promise<Conversation> {
    await this.fault('loadConversation');
    return this.conversations([found(this.posts, postId)])[0];
  }

  public async addPost({ key, bodyHtml, themeId }: NewPost): Promise<Post> {
    await this.fault('addPost');
    return this.once(this.posts, key, (id) => postOf(id, { key, bodyHtml, author: this.me, ...(themeId === undefined ? {} : { themeId }) }));
  }

  public async changePost(id: number, etag: string, change: { bodyHtml: string; themeId?: number }): Promise<Post> {
    await this.fault('changePost');
    return replace(this.posts, id, etag, { ...change, themeId: change.themeId });
  }

  public async deletePost(id: number): Promise<void> {
    await this.fault('deletePost');
    this.posts = this.posts.filter((post) => post.id !== id);
  }

  public async addReply({ key, bodyHtml, postId }: NewReply): Promise<Reply> {
    await this.fault('addReply');
    return this.once(this.replies, key, (id) => replyOf(id, postId, { key, bodyHtml, author: this.me }));
  }

  public async changeReply(id: number, etag: string, change: { bodyHtml: string }): Promise<Reply> {
    await this.fault('changeReply');
    return replace(this.replies, id, etag, change);
  }

  public async deleteReply(id: number): Promise<void> {
    await this.fault('deleteReply');
    this.replies = this.replies.filter((reply) => reply.id !== id);
  }

  public async setReaction({ postId, targetKind, targetId, kind, on }: ReactionChange): Promise<Reaction | undefined> {
    await this.fault('setReaction');
    const isIt = (one: Reaction): boolean => one.targetKind === targetKind && one.targetId === targetId && one.kind === kind && one.person.id === this.me.id;
    const known = this.reactions.find(isIt);
    if (!on) {
      this.reactions = this.reactions.filter((one) => !isIt(one));
      return undefined;
    }
    if (known) return known;
    const reaction = reactionOf(nextId(this.reactions), postId, this.me.id, { targetKind, targetId, kind, person: this.me });
    this.reactions.push(reaction);
    return reaction;
  }

  private page({ themeId }: FeedFilter, olderThan: number, pageSize: number): FeedPage {
    const all = this.posts.filter((post) => post.id < olderThan && (themeId === undefined || post.themeId === themeId)).sort((left, right) => right.id - left.id);
    const shown = all.slice(0, pageSize);
    return { conversations: this.conversations(shown), ...(all.length > pageSize ? { olderThan: shown[shown.length - 1].id } : {}) };
  }

  private conversations(posts: readonly Post[]): Conversation[] {
    return groupConversations(posts, { replies: this.replies, reactions: this.reactions, isComplete: () => true });
  }

  private once<Row extends Post | Reply>(rows: Row[], key: string, make: (id: number) => Row): Row {
    const known = rows.find((row) => row.key === key);
    if (known) return known;
    const row = make(nextId(rows));
    rows.push(row);
    return row;
  }

  private before(method: Method, fault: () => Promise<void>): void {
    this.faults.set(method, (this.faults.get(method) ?? []).concat(fault));
  }

  private async fault(method: Method): Promise<void> {
    await this.faults.get(method)?.shift()?.();
  }
}

function nextId(rows: readonly { readonly id: number }[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}

function found<Row extends { readonly id: number }>(rows: readonly Row[], id: number): Row {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new RefusedError('missing', 'Item does not exist.');
  return row;
}

function replace<Row extends Post | Reply>(rows: Row[], id: number, etag: string, change: Partial<Row>): Row {
  const before = found(rows, id);
  if (before.etag !== etag) throw new RefusedError('conflict', 'The ETag does not match.');
  const after = { ...before, ...change, editedAt: new Date('2026-11-24T10:00:00Z'), etag: `${before.etag}+` };
  rows[rows.indexOf(before)] = after;
  return after;
}
