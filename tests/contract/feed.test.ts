import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { localSharePointForAll } from '../localSharePointForAll.ts';
import { colleague, repositoriesOf, setUp, visitor, type Feed } from './repositories.ts';

const sharePoint = await localSharePointForAll('--empty');
let mine: Feed;
let theirs: Feed;
let waits: number[];
before(async () => {
  await setUp(sharePoint);
});
beforeEach(async () => {
  waits = [];
  mine = (await repositoriesOf(sharePoint, visitor, { onWaiting: (seconds) => waits.push(seconds) })).feed;
  theirs = (await repositoriesOf(sharePoint, colleague)).feed;
});

let made = 0;
const newKey = (): string => `key-${(made += 1)}`;
const list = (name: string): string => `web/getlist('/sites/intranet/Lists/${name}')`;

describe('the feed', () => {
  it('keeps a conversation between two people, read in one round trip', async () => {
    const post = await mine.addPost({ key: newKey(), bodyHtml: '<p>Who has a &lt;spare&gt; bike?</p>' });
    assert.equal(post.author.email, visitor);
    await theirs.addReply({ key: newKey(), postId: post.id, bodyHtml: '<p>I do</p>' });
    await theirs.setReaction({ postId: post.id, targetKind: 'post', targetId: post.id, kind: 'like', on: true });
    await theirs.setReaction({ postId: post.id, targetKind: 'post', targetId: post.id, kind: 'like', on: true });
    await sharePoint.forgetRequests();
    const screen = await mine.loadFirstScreen({}, 10);
    const requests = (await sharePoint.requests()).filter((request) => !request.path.endsWith('contextinfo'));
    assert.deepEqual(requests.map((request) => `${request.method} ${request.path}`), ['POST /sites/intranet/_api/$batch']);
    assert.deepEqual([screen.setup, screen.abilities], ['ready', { participate: true, manage: false }]);
    const conversation = screen.conversations[0];
    assert.deepEqual([conversation?.post.bodyHtml, conversation?.replies.map((reply) => reply.author.email), conversation?.reactions.length, conversation?.complete],
      ['<p>Who has a &lt;spare&gt; bike?</p>', [colleague], 1, true]);
    assert.deepEqual([await theirs.newerPostIds({}, post.id - 1), await theirs.newerPostIds({}, post.id)], [[post.id], []]);
    await theirs.setReaction({ postId: post.id, targetKind: 'post', targetId: post.id, kind: 'like', on: false });
    await theirs.setReaction({ postId: post.id, targetKind: 'post', targetId: post.id, kind: 'like', on: false });
    assert.equal((await mine.loadConversation(post.id)).reactions.length, 0);
    const { value } = (await sharePoint.ask(`${list('SchilPosts')}/items(${post.id})/Title`)).json as { value: string };
    assert.equal(value, 'Who has a <spare> bike?');
  });

  it('refuses to overwrite what was changed since, and says so', async () => {
    const post = await mine.addPost({ key: newKey(), bodyHtml: '<p>first</p>' });
    const changed = await mine.changePost(post.id, post.etag, { bodyHtml: '<p>second</p>' });
    assert.ok(changed.editedAt);
    await assert.rejects(mine.changePost(post.id, post.etag, { bodyHtml: '<p>third</p>' }), /^Error: conflict|conflict:/);
    assert.equal((await mine.loadConversation(post.id)).post.bodyHtml, '<p>second</p>');
    await assert.rejects(theirs.changePost(post.id, changed.etag, { bodyHtml: '<p>not mine</p>' }), /notAllowed/);
    await mine.deletePost(post.id);
    await mine.deletePost(post.id);
    await assert.rejects(mine.loadConversation(post.id), /missing/);
  });
});

describe('when something goes wrong', () => {
  const countOf = async (body: string): Promise<number> => ((await sharePoint.ask(`${list('SchilPosts')}/items?$select=Body&$top=5000`)).json as { value: { Body: string }[] }).value.filter((row) => row.Body === body).length;

  it('a lost answer doubles nothing', async () => {
    await mine.addPost({ key: newKey(), bodyHtml: '<p>warm</p>' });
    await sharePoint.fault({ match: { method: 'POST', path: 'SchilPosts' }, lose: true });
    const post = await mine.addPost({ key: newKey(), bodyHtml: '<p>lost</p>' });
    assert.equal(post.bodyHtml, '<p>lost</p>');
    assert.equal(await countOf('<p>lost</p>'), 1);
    await sharePoint.fault({ match: { method: 'POST', path: `items\\(${post.id}\\)` }, lose: true });
    const changed = await mine.changePost(post.id, post.etag, { bodyHtml: '<p>changed once</p>' });
    assert.equal(changed.bodyHtml, '<p>changed once</p>');
  });

  it('429 and 503 are waited for as long as asked, and told', async () => {
    await sharePoint.fault([{ match: { method: 'POST', path: 'SchilPosts' }, status: 429, retryAfter: 1 }, { match: { method: 'POST', path: 'SchilPosts' }, status: 503, retryAfter: 0 }]);
    const started = Date.now();
    await mine.addPost({ key: newKey(), bodyHtml: '<p>patient</p>' });
    assert.ok(Date.now() - started >= 1000);
    assert.deepEqual(waits, [1, 0, 0, 0]);
    assert.equal(await countOf('<p>patient</p>'), 1);
  });

  it('SharePoint that stays busy is said to be busy', async () => {
    await sharePoint.fault({ match: { path: 'SchilPosts' }, status: 503, retryAfter: 0, times: 4 });
    await assert.rejects(mine.addPost({ key: newKey(), bodyHtml: '<p>busy</p>' }), /throttled/);
    assert.equal(await countOf('<p>busy</p>'), 0);
  });

  it('a digest that is no longer good is renewed', async () => {
    const formDigest = { value: '0x1234,24 Nov 2026 12:00:00 -0000', goodUntil: new Date(Date.now() + 3_600_000) };
    const stale = (await repositoriesOf(sharePoint, visitor, { formDigest })).feed;
    await stale.addPost({ key: newKey(), bodyHtml: '<p>renewed</p>' });
    assert.equal(await countOf('<p>renewed</p>'), 1);
  });

  it('a key that somebody else took first does not swallow the words', async () => {
    const key = newKey();
    await theirs.addPost({ key, bodyHtml: '<p>squatted</p>' });
    const post = await mine.addPost({ key, bodyHtml: '<p>my words</p>' });
    assert.deepEqual([post.bodyHtml, post.author.email], ['<p>my words</p>', visitor]);
  });
});

describe('a feed of 12,000 posts', () => {
  it('is read in one round trip, also by theme, and page by page to its end', { timeout: 240_000 }, async () => {
    const path = `${sharePoint.site}/_api/${list('SchilPosts')}/items`;
    for (let at = 0; at < 12_000; at += 100) {
      const parts = Array.from({ length: 100 }, (_, offset) => `--c\n\nPOST ${path} HTTP/1.1\naccept: application/json;odata=nometadata\n\n${JSON.stringify({ Title: 'x', Body: '<p>x</p>', Key: `many-${at + offset}`, ThemeId: at + offset < 200 ? 2 : 1 })}\n`);
      await sharePoint.ask('$batch', { method: 'POST', body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    }
    await sharePoint.forgetRequests();
    const all = await mine.loadFirstScreen({}, 20);
    assert.deepEqual([(await sharePoint.requests()).filter((request) => request.path.endsWith('$batch')).length, all.conversations.length], [1, 20]);
    assert.equal((await mine.loadOlder({}, all.olderThan ?? 0, 50)).conversations.length, 50);
    const large = await mine.loadFirstScreen({ themeId: 1 }, 20);
    assert.equal(large.conversations.length, 20);
    assert.equal((await mine.loadOlder({ themeId: 1 }, large.olderThan ?? 0, 20)).conversations.length, 20);
    const seen: number[] = [];
    let page = await mine.loadFirstScreen({ themeId: 2 }, 100) as { conversations: readonly { post: { id: number } }[]; olderThan?: number };
    for (;;) {
      seen.push(...page.conversations.map(({ post }) => post.id));
      if (page.olderThan === undefined) break;
      page = await mine.loadOlder({ themeId: 2 }, page.olderThan, 100);
    }
    assert.deepEqual([seen.length, new Set(seen).size], [200, 200]);
  });
});
