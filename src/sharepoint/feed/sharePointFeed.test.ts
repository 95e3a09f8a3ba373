/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { Client } from '../connection/client';
import { keepingSite, type KeepingSite } from '../testing/keepingSite';
import { authorRow, postRow, reactionRow, replyRow } from '../testing/rows';
import { schemaVersion } from '../schema/listSchema';
import { SharePointFeed } from './sharePointFeed';

const ready = { Id: 1, Key: 'schemaVersion', Value: String(schemaVersion) };
let site: KeepingSite;
let feed: SharePointFeed;
beforeEach(() => {
  site = keepingSite({ SchilPosts: [], SchilReplies: [], SchilReactions: [], SchilThemes: [], SchilSettings: [ready] });
  feed = new SharePointFeed(new Client(site));
});

/** Something goes wrong once, with the first request that fits. */
function once(fits: RegExp, fault: 'lose' | { status: number }): void {
  site.fault = ({ method, headers, path }) => {
    if (!fits.test(`${headers.get('X-HTTP-Method') ?? method} ${path}`)) return undefined;
    site.fault = undefined;
    return fault;
  };
}
const like = { postId: 1, targetKind: 'post' as const, targetId: 1, kind: 'like' as const };

describe('writing', () => {
  it('keeps the words and an excerpt of them', async () => {
    const post = await feed.addPost({ key: 'a', bodyHtml: '<p>Tom &amp; <b>Jerry</b></p>', themeId: 4 });
    expect(post).toMatchObject({ id: 1, key: 'a', bodyHtml: '<p>Tom &amp; <b>Jerry</b></p>', themeId: 4, author: { id: 3 } });
    expect(site.lists.SchilPosts[0]).toMatchObject({ Title: 'Tom & Jerry', ThemeId: 4 });
  });

  it('is done once when the answer is lost, and when it is tried again', async () => {
    once(/^POST .*SchilPosts/, 'lose');
    const first = await feed.addPost({ key: 'a', bodyHtml: '<p>once</p>' });
    const again = await feed.addPost({ key: 'a', bodyHtml: '<p>once</p>' });
    expect([again.id, site.lists.SchilPosts.length]).toEqual([first.id, 1]);
  });

  it('keeps the later words when an earlier attempt did arrive after all', async () => {
    site.fault = ({ method, path }) => method === 'POST' && /SchilPosts/.test(path) ? 'lose' : undefined;
    await expect(feed.addPost({ key: 'a', bodyHtml: '<p>first</p>' })).rejects.toMatchObject({ reason: 'offline' });
    site.fault = undefined;
    expect(await feed.addPost({ key: 'a', bodyHtml: '<p>second thoughts</p>', themeId: 2 })).toMatchObject({ id: 1, bodyHtml: '<p>second thoughts</p>', themeId: 2 });
    expect(site.lists.SchilPosts).toMatchObject([{ Title: 'second thoughts', Body: '<p>second thoughts</p>', ThemeId: 2 }]);
  });

  it('under a key that somebody else took goes in under another', async () => {
    site.lists.SchilPosts.push(postRow(1));
    site.lists.SchilReplies.push(replyRow(1, 1, { Key: 'a', Author: authorRow(9) }));
    expect(await feed.addReply({ key: 'a', bodyHtml: '<p>mine</p>', postId: 1 })).toMatchObject({ bodyHtml: '<p>mine</p>', author: { id: 3 } });
  });

  it('a reply to a post that was deleted meanwhile is refused, and leaves nothing behind', async () => {
    await expect(feed.addReply({ key: 'a', bodyHtml: '<p>too late</p>', postId: 1 })).rejects.toMatchObject({ reason: 'missing' });
    expect(site.lists.SchilReplies).toEqual([]);
  });

  it('a reply goes in when it cannot be known whether its post is there', async () => {
    once(/^GET .*SchilPosts.*items\(1\)/, { status: 500 });
    expect(await feed.addReply({ key: 'a', bodyHtml: '<p>x</p>', postId: 1 })).toMatchObject({ id: 1 });
  });

  it('in the name of somebody else who signed in meanwhile is refused, and leaves nothing behind', async () => {
    await feed.addPost({ key: 'a', bodyHtml: '<p>mine</p>' });
    site.me = 9;
    await expect(feed.addPost({ key: 'b', bodyHtml: '<p>still mine</p>' })).rejects.toMatchObject({ reason: 'somebodyElse' });
    expect(site.lists.SchilPosts).toMatchObject([{ Key: 'a' }]);
  });

  it('asks again who I am when that could not be known', async () => {
    once(/currentuser/, { status: 500 });
    await expect(feed.addPost({ key: 'a', bodyHtml: '<p>x</p>' })).rejects.toMatchObject({ reason: 'unexpected' });
    expect(await feed.addPost({ key: 'a', bodyHtml: '<p>x</p>' })).toMatchObject({ id: 1 });
  });
});

describe('changing', () => {
  beforeEach(() => { site.lists.SchilPosts.push(postRow(1, { ThemeId: 2 })); });
  const words = { bodyHtml: '<p>new</p>', themeId: 2 };

  it('answers the words as they are now, edited', async () => {
    const changed = await feed.changePost(1, '"1,1"', words);
    expect(changed).toMatchObject({ bodyHtml: '<p>new</p>', themeId: 2, etag: '"1,2"' });
    expect(changed.editedAt).toBeDefined();
  });

  it('what was changed since is refused, and nothing is overwritten', async () => {
    await feed.changePost(1, '"1,1"', words);
    await expect(feed.changePost(1, '"1,1"', { bodyHtml: '<p>other</p>' })).rejects.toMatchObject({ reason: 'conflict' });
    expect(site.lists.SchilPosts[0].Body).toBe('<p>new</p>');
  });

  it('is no conflict with itself when the answer was lost', async () => {
    once(/^MERGE/, 'lose');
    expect(await feed.changePost(1, '"1,1"', words)).toMatchObject({ bodyHtml: '<p>new</p>', etag: '"1,2"' });
  });

  it('to another theme is a conflict, too, when only the words are the same', async () => {
    await feed.changePost(1, '"1,1"', { bodyHtml: '<p>Post 1</p>', themeId: 5 });
    await expect(feed.changePost(1, '"1,1"', { bodyHtml: '<p>Post 1</p>', themeId: 6 })).rejects.toMatchObject({ reason: 'conflict' });
    await expect(feed.changePost(1, '"1,1"', { bodyHtml: '<p>Post 1</p>' })).rejects.toMatchObject({ reason: 'conflict' });
    expect(site.lists.SchilPosts[0].ThemeId).toBe(5);
  });

  it('what is gone says so, and deleting it again is as good as done', async () => {
    await feed.deletePost(1);
    await feed.deletePost(1);
    await expect(feed.changePost(1, '"1,1"', words)).rejects.toMatchObject({ reason: 'missing' });
  });

  it('a reply that belongs to no post any more is refused', async () => {
    site.lists.SchilReplies.push(replyRow(1, 1, { PostId: null }));
    await expect(feed.changeReply(1, '"1,1"', { bodyHtml: '<p>x</p>' })).rejects.toMatchObject({ reason: 'unexpected' });
  });
});

describe('a reaction', () => {
  it('is there once however often it is given, and gone however often it is taken back', async () => {
    expect(await feed.setReaction({ ...like, on: true })).toMatchObject({ kind: 'like', person: { id: 3 } });
    await feed.setReaction({ ...like, on: true });
    expect(site.lists.SchilReactions).toHaveLength(1);
    await feed.setReaction({ ...like, on: false });
    expect(await feed.setReaction({ ...like, on: false })).toBeUndefined();
    expect(site.lists.SchilReactions).toHaveLength(0);
  });

  it('that came in under another key is taken back, too, and nobody else\'s', async () => {
    site.lists.SchilReactions.push(reactionRow(1, 1, { Key: 'imported-1' }), reactionRow(2, 1, { Key: 'imported-2', Author: authorRow(9) }), reactionRow(3, 1, { Key: 'x', Kind: 'love' }));
    await feed.setReaction({ ...like, on: true });
    await feed.setReaction({ ...like, on: false });
    expect(site.lists.SchilReactions.map(({ Id }) => Id)).toEqual([2, 3]);
  });

  it('is taken back where more people reacted than SharePoint reads at once', async () => {
    site.lists.SchilReactions.push(...Array.from({ length: 5001 }, (_, at) => reactionRow(at + 1, 1, { Key: `other-${at}`, Author: authorRow(9) })));
    await feed.setReaction({ ...like, on: true });
    expect(site.lists.SchilReactions).toHaveLength(5002);
    await feed.setReaction({ ...like, on: false });
    expect(site.lists.SchilReactions).toHaveLength(5001);
  });
});

describe('newer posts', () => {
  it('are told by their ids, of one theme or of all', async () => {
    site.lists.SchilPosts.push(...[1, 2, 3, 4, 5].map((id) => postRow(id, { ThemeId: id % 2 })));
    expect(await feed.newerPostIds({}, 2)).toEqual([5, 4, 3]);
    expect(await feed.newerPostIds({ themeId: 1 }, 2)).toEqual([5, 3]);
    expect(await feed.newerPostIds({}, 5)).toEqual([]);
  });

  it('are the newest 100, and found however far back the other is', async () => {
    site.lists.SchilPosts.push(...Array.from({ length: 6000 }, (_, at) => postRow(at + 1)));
    const found = await feed.newerPostIds({}, 0);
    expect([found.length, found[0], found[99]]).toEqual([100, 6000, 5901]);
  });
});
