import { spPostDeleteETag, spPostMerge } from '@pnp/sp/spqueryable';
import type { FeedFilter, FeedPage, FeedRepository, FirstScreen, NewPost, NewReply, ReactionChange } from '../../domain/feed/feedRepository';
import { groupConversations } from '../../domain/feed/groupConversations';
import type { Conversation, Post, Reaction, Reply } from '../../domain/feed/post';
import { excerptOf } from '../../domain/feed/excerpt';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { numberIn, recordOf, rowsOf, textIn, type Row } from '../connection/parse';
import { outcome, refusalOf, refused, valueOf } from '../connection/refusal';
import type { Site } from '../connection/site';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';
import { posts } from '../schema/posts';
import { reactions } from '../schema/reactions';
import { replies } from '../schema/replies';
import { activityOf, wholeActivityOf } from './activityQueries';
import { loadFirstScreen } from './firstScreen';
import { addOnce, KeyTaken, type Added } from './keyedWrite';
import { parsePost, parseReaction, parseReply, postSelect, reactionSelect, replySelect } from './parseRows';
import { isThreshold, olderPosts } from './postQueries';

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

  /** Without a filter: the newest rows by Id stay under the threshold, however far back the post is. */
  public async newerPostIds({ themeId }: FeedFilter, newerThan: number): Promise<readonly number[]> {
    const query = this.client.collection(`${listPath(this.client.site, posts)}/items`).select('Id', 'ThemeId').orderBy('Id', false).top(mostNewer);
    const rows = rowsOf(await inWords(query())).filter((row) => themeId === undefined || row.ThemeId === themeId);
    return rows.map((row) => numberIn(row, 'Id')).filter((id) => id > newerThan);
  }

  public async loadConversation(postId: number): Promise<Conversation> {
    const [row, activity] = await Promise.all([this.row(posts, postId, postSelect), inWords(wholeActivityOf(this.client, postId))]);
    return groupConversations([parsePost(row, this.client.site)], activity)[0];
  }

  public async addPost({ key, bodyHtml, themeId }: NewPost): Promise<Post> {
    const row = await this.addWords(posts, key, { Title: excerptOf(bodyHtml), Body: bodyHtml, ...(themeId ? { ThemeId: themeId } : {}) }, postSelect);
    return parsePost(row, this.client.site);
  }

  public async changePost(id: number, etag: string, { bodyHtml, themeId }: { bodyHtml: string; themeId?: number }): Promise<Post> {
    await this.change(posts, id, etag, { Title: excerptOf(bodyHtml), Body: bodyHtml, ThemeId: themeId ?? null });
    return parsePost(await this.row(posts, id, postSelect), this.client.site);
  }

  public async deletePost(id: number): Promise<void> {
    await this.remove(posts, id);
  }

  /** Refused as missing when the post is gone: a reply to it would be read by nobody. */
  public async addReply({ key, bodyHtml, postId }: NewReply): Promise<Reply> {
    const isThere = this.isThere(posts, postId);
    const row = await this.addWords(replies, key, { Title: excerptOf(bodyHtml), Body: bodyHtml, PostId: postId }, replySelect);
    if (!await isThere) {
      await this.remove(replies, numberIn(row, 'Id'));
      throw new RefusedError('missing', `The post ${postId} is gone.`);
    }
    return replyIn(row, this.client.site);
  }

  public async changeReply(id: number, etag: string, { bodyHtml }: { bodyHtml: string }): Promise<Reply> {
    await this.change(replies, id, etag, { Title: excerptOf(bodyHtml), Body: bodyHtml });
    return replyIn(await this.row(replies, id, replySelect), this.client.site);
  }

  public async deleteReply(id: number): Promise<void> {
    await this.remove(replies, id);
  }

  public async setReaction({ postId, targetKind, targetId, kind, on }: ReactionChange): Promise<Reaction | undefined> {
    const me = await this.me();
    const key = `${targetKind}-${targetId}-${kind}-${me}`;
    if (on) {
      const values = { Title: `${kind} ${targetKind} ${targetId}`, PostId: postId, TargetKind: targetKind, TargetId: targetId, Kind: kind };
      return parseReaction((await this.add(reactions, key, values, reactionSelect)).row, this.client.site);
    }
    await this.takeBack(`Key eq '${key}' and Author/Id eq ${me}`, `TargetId eq ${targetId} and TargetKind eq '${targetKind}' and Kind eq '${kind}' and Author/Id eq ${me}`);
    return undefined;
  }

  /** Deletes the row of a key, and rows with other keys that say the same: one round trip to look, one to delete. */
  private async takeBack(byKey: string, bySaying: string): Promise<void> {
    const path = `${listPath(this.client.site, reactions)}/items`;
    const [keyed, saying] = await inWords(this.client.batch((asker) => [byKey, bySaying].map((filter) => outcome<unknown>(asker.collection(path).select('Id').filter(filter).top(20)()))));
    const others = await saying;
    // Where thousands reacted, SharePoint refuses to look for other keys (the list view threshold).
    const rows = [...rowsOf(valueOf(await keyed)), ...isThreshold(others) ? [] : rowsOf(valueOf(others))];
    const ids = Array.from(new Set(rows.map((row) => numberIn(row, 'Id'))));
    if (ids.length === 0) return;
    const asked = await inWords(this.client.batch((asker) => ids.map((id) => outcome(spPostDeleteETag(asker.web(`${path}(${id})`))))));
    for (const result of asked) {
      const ended = await result;
      if (!ended.ok && refusalOf(ended.error)?.status !== 404) throw refused(ended.error);
    }
  }

  /** Adds what somebody wrote. When an earlier attempt did arrive, though its answer did not, the words may have been changed since: the later ones stay. */
  private async addWords(list: ListSchema, key: string, values: Row, select: readonly string[]): Promise<Row> {
    const { row, wasThere } = await this.add(list, key, values, select);
    if (!wasThere || isSame(row, values)) return row;
    await this.change(list, numberIn(row, 'Id'), textIn(row, 'odata.etag'), values);
    return this.row(list, numberIn(row, 'Id'), select);
  }

  private async add(list: ListSchema, key: string, values: Row, select: readonly string[]): Promise<Added> {
    const me = await this.me();
    try {
      return await addOnce(this.client, list, { ...values, Key: key }, select, me);
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw refused(error);
      await this.refuseSomebodyElse(list, error, me);
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
      const row = await this.row(list, id, [...Object.keys(values).filter((name) => name !== 'Title'), 'Author/Id']);
      if (!isSame(row, values)) throw refusal;
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

  /** Only "missing" says that it is gone; anything else says nothing about it. */
  private async isThere(list: ListSchema, id: number): Promise<boolean> {
    return this.row(list, id, ['Id', 'Author/Id']).then(() => true, (error: unknown) => refused(error).reason !== 'missing');
  }

  /** In this browser another person may have signed in since the page was opened. What went in under their name is taken away again. */
  private async refuseSomebodyElse(list: ListSchema, { row, wasThere }: KeyTaken, me: number): Promise<void> {
    const now = await this.askWhoIAm();
    if (now === me) return;
    if (!wasThere && numberIn(recordOf(row.Author), 'Id') === now) await this.remove(list, numberIn(row, 'Id'));
    throw new RefusedError('somebodyElse', `The page was opened by person ${me}; now it is person ${now}.`);
  }

  private async row(list: ListSchema, id: number, select: readonly string[]): Promise<Row> {
    return recordOf(await inWords(this.client.web(`${listPath(this.client.site, list)}/items(${id})`).select(...select).expand('Author')()));
  }

  /** Who I am on this site; asked once. */
  private async me(): Promise<number> {
    if (!this.myId) {
      this.myId = this.askWhoIAm();
      // Not known is not for ever: the next one asks again.
      this.myId.catch(() => { this.myId = undefined; });
    }
    return this.myId;
  }

  private async askWhoIAm(): Promise<number> {
    return numberIn(recordOf(await inWords(this.client.web('currentuser').select('Id')())), 'Id');
  }
}

/** Whether a row says what was to be written. The title is made from the words. */
function isSame(row: Row, values: Row): boolean {
  return Object.keys(values).every((name) => name === 'Title' || (row[name] ?? null) === values[name]);
}

/** A reply that was just written; without its post something else wrote over it. */
function replyIn(row: Row, site: Site): Reply {
  const reply = parseReply(row, site);
  if (!reply) throw new RefusedError('unexpected', `The reply ${String(row.Id)} belongs to no post.`);
  return reply;
}

/** Whatever goes wrong, as a `RefusedError`. */
async function inWords<Value>(promise: Promise<Value>): Promise<Value> {
  return valueOf(await outcome(promise));
}
