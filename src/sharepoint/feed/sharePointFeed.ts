import { spPostDeleteETag, spPostMerge } from '@pnp/sp/spqueryable';
import type { FeedFilter, FeedPage, FeedRepository, FirstScreen, NewPost, NewReply, ReactionChange } from '../../domain/feed/feedRepository';
import { groupConversations } from '../../domain/feed/groupConversations';
import type { Conversation, Post, Reaction, Reply } from '../../domain/feed/post';
import { excerptOf } from '../../domain/feed/excerpt';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { numberIn, recordOf, rowsOf, textOr, type Row } from '../connection/parse';
import { outcome, refusalOf, refused, valueOf } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';
import { posts } from '../schema/posts';
import { reactions } from '../schema/reactions';
import { replies } from '../schema/replies';
import { activityOf } from './activityQueries';
import { loadFirstScreen } from './firstScreen';
import { addOnce, KeyTaken } from './keyedWrite';
import { parsePost, parseReaction, parseReply, postSelect, reactionSelect, replySelect } from './parseRows';
import { olderPosts } from './postQueries';

const mostNewer = 100;

/** The feed in the site's own lists. */
export class SharePointFeed implements FeedRepository {
  private readonly client: Client;
  private myId: Promise<number> | undefined;

  public constructor(client: Client) {
    this.client = client;
  }

  public async loadFirstScreen(filter: FeedFilter, pageSize: number): Promise<FirstScreen> {
    const screen = await inWords(loadFirstScreen(this.client, filter, pageSize));
    this.myId = Promise.resolve(screen.me.id);
    return screen;
  }

  public async loadOlder(filter: FeedFilter, olderThan: number, pageSize: number): Promise<FeedPage> {
    return inWords((async () => {
      const page = await olderPosts(this.client, filter, olderThan, pageSize);
      const activity = await activityOf(this.client, page.posts.map((post) => post.id));
      return { conversations: groupConversations(page.posts, activity), ...(page.olderThan === undefined ? {} : { olderThan: page.olderThan }) };
    })());
  }

  public async countNewer({ themeId }: FeedFilter, newerThan: number): Promise<number> {
    const query = this.client.collection(`${listPath(this.client.site, posts)}/items`).select('Id', 'ThemeId').filter(`Id gt ${newerThan}`).top(mostNewer);
    const rows = rowsOf(await inWords(query()));
    return rows.filter((row) => themeId === undefined || row.ThemeId === themeId).length;
  }

  public async loadConversation(postId: number): Promise<Conversation> {
    const [row, activity] = await Promise.all([this.row(posts, postId, postSelect), inWords(activityOf(this.client, [postId]))]);
    return groupConversations([parsePost(row, this.client.site)], activity)[0];
  }

  public async addPost({ key, bodyHtml, themeId }: NewPost): Promise<Post> {
    const row = await this.add(posts, key, { Title: excerptOf(bodyHtml), Body: bodyHtml, ...(themeId ? { ThemeId: themeId } : {}) }, postSelect);
    return parsePost(row, this.client.site);
  }

  public async changePost(id: number, etag: string, { bodyHtml, themeId }: { bodyHtml: string; themeId?: number }): Promise<Post> {
    await this.change(posts, id, etag, { Title: excerptOf(bodyHtml), Body: bodyHtml, ThemeId: themeId ?? null });
    return parsePost(await this.row(posts, id, postSelect), this.client.site);
  }

  public async deletePost(id: number): Promise<void> {
    await this.remove(posts, id);
  }

  public async addReply({ key, bodyHtml, postId }: NewReply): Promise<Reply> {
    const row = await this.add(replies, key, { Title: excerptOf(bodyHtml), Body: bodyHtml, PostId: postId }, replySelect);
    return parseReply(row, this.client.site);
  }

  public async changeReply(id: number, etag: string, { bodyHtml }: { bodyHtml: string }): Promise<Reply> {
    await this.change(replies, id, etag, { Title: excerptOf(bodyHtml), Body: bodyHtml });
    return parseReply(await this.row(replies, id, replySelect), this.client.site);
  }

  public async deleteReply(id: number): Promise<void> {
    await this.remove(replies, id);
  }

  public async setReaction({ postId, targetKind, targetId, kind, on }: ReactionChange): Promise<Reaction | undefined> {
    const me = await this.me();
    if (on) {
      const values = { Title: `${kind} ${targetKind} ${targetId}`, PostId: postId, TargetKind: targetKind, TargetId: targetId, Kind: kind };
      return parseReaction(await this.add(reactions, `${targetKind}-${targetId}-${kind}-${me}`, values, reactionSelect), this.client.site);
    }
    await this.takeBack(`TargetId eq ${targetId} and TargetKind eq '${targetKind}' and Kind eq '${kind}' and Author/Id eq ${me}`);
    return undefined;
  }

  /** Deletes every row of mine that a filter finds: one to look, one to delete. */
  private async takeBack(filter: string): Promise<void> {
    const path = `${listPath(this.client.site, reactions)}/items`;
    const rows = rowsOf(await inWords(this.client.collection(path).select('Id').filter(filter).top(20)()));
    if (rows.length === 0) return;
    const asked = await inWords(this.client.batch((asker) => rows.map((row) => outcome(spPostDeleteETag(asker.web(`${path}(${numberIn(row, 'Id')})`))))));
    for (const result of asked) {
      const ended = await result;
      if (!ended.ok && refusalOf(ended.error)?.status !== 404) throw refused(ended.error);
    }
  }

  private async add(list: ListSchema, key: string, values: Row, select: readonly string[]): Promise<Row> {
    const me = await this.me();
    try {
      return await addOnce(this.client, list, { ...values, Key: key }, select, me);
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw refused(error);
      // Somebody else wrote a row with this key first; the person's own words go in under another one.
      return addOnce(this.client, list, { ...values, Key: `${key}-${me}-${Math.random().toString(36).slice(2)}` }, select, me);
    }
  }

  /** Changes a row unless it was changed since. When an answer was lost, a conflict with one's own words is no conflict. */
  private async change(list: ListSchema, id: number, etag: string, values: Row): Promise<void> {
    const send = async (): Promise<unknown> => spPostMerge(this.client.web(`${listPath(this.client.site, list)}/items(${id})`), { body: JSON.stringify(values), headers: { 'IF-Match': etag } });
    try {
      await send().catch((error: unknown) => {
        if (error instanceof RefusedError && error.reason === 'offline') return send();
        throw error;
      });
    } catch (error) {
      const refusal = refused(error);
      if (refusal.reason !== 'conflict') throw refusal;
      const row = await this.row(list, id, ['Id', 'Body', 'Author/Id']);
      if (textOr(row, 'Body', '') !== values.Body) throw refusal;
    }
  }

  /** One that is gone already is as good as deleted. */
  private async remove(list: ListSchema, id: number): Promise<void> {
    const send = async (): Promise<void> => spPostDeleteETag(this.client.web(`${listPath(this.client.site, list)}/items(${id})`));
    try {
      await send().catch((error: unknown) => {
        if (error instanceof RefusedError && error.reason === 'offline') return send();
        throw error;
      });
    } catch (error) {
      if (refused(error).reason !== 'missing') throw refused(error);
    }
  }

  private async row(list: ListSchema, id: number, select: readonly string[]): Promise<Row> {
    return recordOf(await inWords(this.client.web(`${listPath(this.client.site, list)}/items(${id})`).select(...select).expand('Author')()));
  }

  /** Who I am on this site; asked once. */
  private async me(): Promise<number> {
    if (!this.myId) this.myId = inWords(this.client.web('currentuser').select('Id')()).then((user: unknown) => numberIn(recordOf(user), 'Id'));
    return this.myId;
  }
}

/** Whatever goes wrong, as a `RefusedError`. */
async function inWords<Value>(promise: Promise<Value>): Promise<Value> {
  return valueOf(await outcome(promise));
}
