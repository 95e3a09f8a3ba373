import type { FeedFilter, FeedPage, FeedRepository, FirstScreen, NewPost, NewReply, ReactionChange } from '../../domain/feed/feedRepository';
import { groupConversations } from '../../domain/feed/groupConversations';
import type { Conversation, Post, Reaction, Reply } from '../../domain/feed/post';
import { excerptOf } from '../../domain/feed/excerpt';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { numberIn, rowsOf, type Row } from '../connection/parse';
import { inWords } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import { posts } from '../schema/posts';
import { reactions } from '../schema/reactions';
import { replies } from '../schema/replies';
import { activityOf, wholeActivityOf } from './activityQueries';
import { loadFirstScreen } from './firstScreen';
import { ListRows } from './listRows';
import { OwnRows } from './ownRows';
import { parsePost, parseReaction, parseReply, postSelect, reactionSelect, replySelect } from './parseRows';
import { olderPosts } from './postQueries';
import { reactionKey, takeBack } from './takeBack';

const mostNewer = 100;

/** The feed in the site's own lists. */
export class SharePointFeed implements FeedRepository {
  private readonly client: Client;
  private readonly rows: ListRows;
  private readonly own: OwnRows;

  public constructor(client: Client) {
    this.client = client;
    this.rows = new ListRows(client);
    this.own = new OwnRows(client, this.rows);
  }

  public async loadFirstScreen(filter: FeedFilter, pageSize: number): Promise<FirstScreen> {
    const screen = await inWords(loadFirstScreen(this.client, filter, pageSize));
    this.own.isMe(screen.me.id);
    return screen;
  }

  public async loadOlder(filter: FeedFilter, olderThan: number, pageSize: number): Promise<FeedPage> {
    return inWords((async () => {
      const page = await olderPosts(this.client, filter, olderThan, pageSize);
      const activity = await activityOf(this.client, page.posts.map((post) => post.id));
      return { conversations: groupConversations(page.posts, activity), ...(page.olderThan === undefined ? {} : { olderThan: page.olderThan }) };
    })());
  }

  /** Without a filter: the newest rows by Id stay under the threshold, however far back the post is. */
  public async newerPostIds({ themeId }: FeedFilter, newerThan: number): Promise<readonly number[]> {
    const query = this.client.collection(`${listPath(this.client.site, posts)}/items`).select('Id', 'ThemeId').orderBy('Id', false).top(mostNewer);
    const rows = rowsOf(await inWords(query())).filter((row) => themeId === undefined || row.ThemeId === themeId);
    return rows.map((row) => numberIn(row, 'Id')).filter((id) => id > newerThan);
  }

  public async loadConversation(postId: number): Promise<Conversation> {
    const [post, activity] = await Promise.all([this.readPost(postId), inWords(wholeActivityOf(this.client, postId))]);
    return groupConversations([post], activity)[0];
  }

  public async addPost({ key, bodyHtml, themeId }: NewPost): Promise<Post> {
    const row = await this.own.addWords(posts, key, { ...wordsIn(bodyHtml), ...(themeId ? { ThemeId: themeId } : {}) }, postSelect);
    return parsePost(row, this.client.site);
  }

  public async changePost(id: number, etag: string, { bodyHtml, themeId }: { bodyHtml: string; themeId?: number }): Promise<Post> {
    await this.rows.change(posts, id, etag, { ...wordsIn(bodyHtml), ThemeId: themeId ?? null });
    return this.readPost(id);
  }

  public async deletePost(id: number): Promise<void> {
    await this.rows.remove(posts, id);
  }

  /** Refused as missing when the post is gone: a reply to it would be read by nobody. */
  public async addReply({ key, bodyHtml, postId }: NewReply): Promise<Reply> {
    const isThere = this.rows.isThere(posts, postId);
    const row = await this.own.addWords(replies, key, { ...wordsIn(bodyHtml), PostId: postId }, replySelect);
    if (!await isThere) {
      await this.rows.remove(replies, numberIn(row, 'Id'));
      throw new RefusedError('missing', `The post ${postId} is gone.`);
    }
    return this.replyIn(row);
  }

  public async changeReply(id: number, etag: string, { bodyHtml }: { bodyHtml: string }): Promise<Reply> {
    await this.rows.change(replies, id, etag, wordsIn(bodyHtml));
    return this.replyIn(await this.rows.read(replies, id, replySelect));
  }

  public async deleteReply(id: number): Promise<void> {
    await this.rows.remove(replies, id);
  }

  public async setReaction(change: ReactionChange): Promise<Reaction | undefined> {
    const me = await this.own.me();
    if (!change.on) {
      await takeBack(this.client, change, me);
      return undefined;
    }
    const { postId, targetKind, targetId, kind } = change;
    const values = { Title: `${kind} ${targetKind} ${targetId}`, PostId: postId, TargetKind: targetKind, TargetId: targetId, Kind: kind };
    return parseReaction((await this.own.add(reactions, reactionKey(change, me), values, reactionSelect)).row, this.client.site);
  }

  private async readPost(id: number): Promise<Post> {
    return parsePost(await this.rows.read(posts, id, postSelect), this.client.site);
  }

  /** A reply that was just written; without its post something else wrote over it. */
  private replyIn(row: Row): Reply {
    const reply = parseReply(row, this.client.site);
    if (!reply) throw new RefusedError('unexpected', `The reply ${String(row.Id)} belongs to no post.`);
    return reply;
  }
}

/** The columns that hold words: `Title` is their beginning, for views and search. */
function wordsIn(bodyHtml: string): { Title: string; Body: string } {
  return { Title: excerptOf(bodyHtml), Body: bodyHtml };
}
