import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { setUp } from '../contract/repositories.ts';
import type { LocalSharePoint } from '../localSharePoint.ts';
import { colleague, owner, sidewaysScroll, startIntranet, visitor, type Intranet } from './intranet.ts';

/** Rows that no web part would write: anybody who takes part can add them to the lists with other tools. */
let intranet: Intranet;
let page: Page;
let posts: Record<'popular' | 'deep' | 'mention' | 'neighbour', number>;

const add = async (list: string, as: string, body: object): Promise<number> => {
  const { status, json, text } = await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${list}')/items`, { as, method: 'POST', body });
  assert.equal(status, 201, text);
  return (json as { Id: number }).Id;
};

/** Reactions to one post, under keys of their own, 100 a batch. */
async function addReactions(sharePoint: LocalSharePoint, as: string, postId: number, count: number, name: string): Promise<void> {
  const address = `${sharePoint.site}/_api/web/getlist('/sites/intranet/Lists/SchilReactions')/items`;
  for (let at = 0; at < count; at += 100) {
    const parts = Array.from({ length: Math.min(100, count - at) }, (_, offset) => {
      const body = { Title: 'x', Key: `${name}-${at + offset}`, PostId: postId, TargetKind: 'post', TargetId: postId, Kind: 'like' };
      return `--c\n\nPOST ${address} HTTP/1.1\naccept: application/json;odata=nometadata\n\n${JSON.stringify(body)}\n`;
    });
    const { text } = await sharePoint.ask('$batch', { as, method: 'POST', headers: { 'content-type': 'multipart/mixed; boundary=b' }, body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n` });
    assert.equal(text.match(/^HTTP\/1\.1 201/gm)?.length, parts.length);
  }
}

before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  const addPost = (Key: string, Body: string, more: object = {}): Promise<number> => add('SchilPosts', colleague, { Title: 'x', Key, Body, ...more });
  posts = {
    popular: await addPost('popular', '<p>Very popular</p>'),
    deep: await addPost('deep', `${'<ul><li>'.repeat(2000)}deep down${'<blockquote>'.repeat(2000)}`),
    mention: await addPost('mention', '<p>Ask <span data-person="boss@contoso.example">@Lotte Jansen</span></p>'),
    neighbour: await addPost('neighbour', `<p>\u202EA neighbour</p><p>Z${'\u0310\u0352'.repeat(300)}</p>`),
  };
  await add('SchilReplies', visitor, { Title: 'x', Key: 'neighbours', PostId: posts.neighbour, Body: '<p>To the neighbour</p>' });
  for (const PostId of [999_999_999_999, 0, 1.5]) {
    await add('SchilReplies', colleague, { Title: 'x', Key: `lost ${PostId}`, PostId, Body: '<p>Lost</p>' });
    await add('SchilReactions', colleague, { Title: 'x', Key: `lost ${PostId}`, PostId, TargetKind: 'post', TargetId: PostId, Kind: 'like' });
  }
  for (const Title of ['\u202Eemeht', 'T'.repeat(255), '<b>"Bold" & co</b>']) await add('SchilThemes', owner, { Title, Description: Title });
  page = await intranet.openAs(visitor, { width: 320 });
});
after(async () => { await intranet.stop(); });

const article = (text: string): ReturnType<Page['locator']> => page.getByRole('article').filter({ hasText: text });

describe('rows by other tools', () => {
  it('cover nothing and push nothing aside, however deep they are nested', async () => {
    await article('deep down').waitFor();
    assert.equal(await sidewaysScroll(page), 0);
    const sizes = await page.getByRole('article').evaluateAll((all) => all.map((one) => ({ sideways: one.scrollWidth - one.clientWidth, height: one.clientHeight })));
    sizes.forEach(({ sideways, height }) => assert.ok(sideways <= 0 && height < 900, JSON.stringify(sizes)));
  });

  it('of one word of 60,000 characters are shown as quickly as others', async () => {
    const begun = Date.now();
    const word = await add('SchilPosts', colleague, { Title: 'x', Key: 'word', Body: 'A'.repeat(60_000) });
    await page.reload();
    await page.getByRole('article').filter({ hasText: 'AAAA' }).first().waitFor();
    assert.ok(Date.now() - begun < 6000, `it took ${Date.now() - begun} ms`);
    assert.equal(await sidewaysScroll(page), 0);
    await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/SchilPosts')/items(${word})`, { method: 'DELETE' });
  });

  it('cannot name one colleague and mean another without its being told', async () => {
    assert.equal(await article('Ask').locator('[data-person]').getAttribute('title'), 'boss@contoso.example');
  });

  it('count one person once, however many rows say the same, and one takes all of one\'s own back', async () => {
    await addReactions(intranet.sharePoint, visitor, posts.mention, 3, 'same');
    await page.reload();
    const post = article('Ask');
    await post.getByRole('button', { name: /^1 reaction\./ }).waitFor();
    await post.getByRole('button', { name: 'React: Like' }).click();
    await page.getByRole('button', { name: 'Take back: Like' }).click();
    await post.getByRole('button', { name: /reaction\./ }).waitFor({ state: 'detached' });
    await page.reload();
    await post.waitFor();
    assert.equal(await post.getByRole('button', { name: /reaction\./ }).count(), 0);
  });

  it('of one very popular post take nothing from its neighbours, nor stop anybody', { timeout: 120_000 }, async () => {
    await addReactions(intranet.sharePoint, colleague, posts.popular, 5100, 'many');
    await page.reload();
    await article('A neighbour').getByText('To the neighbour').waitFor();
    const popular = article('Very popular');
    await popular.getByRole('button', { name: /^More than 1 reaction\./ }).waitFor();
    await popular.getByRole('button', { name: 'React', exact: true }).click();
    await page.getByRole('group', { name: 'React' }).getByRole('button', { name: 'Love' }).click();
    await popular.getByRole('button', { name: 'Show the whole conversation' }).click();
    await popular.getByRole('button', { name: /^2 reactions\./ }).waitFor();
    intranet.assertNothingStrange();
  });
});
