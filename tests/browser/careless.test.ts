import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { setUp } from '../contract/repositories.ts';
import { colleague, owner, startIntranet, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
let pages: Page[] = [];
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
});
afterEach(async () => {
  await Promise.all(pages.map((page) => page.context().close()));
  pages = [];
});
after(async () => { await intranet.stop(); });

const list = (name: string): string => `web/getlist('/sites/intranet/Lists/${name}')`;
const open = async (email: string, looking: Parameters<Intranet['openAs']>[1] = {}): Promise<Page> => {
  const page = await intranet.openAs(email, looking);
  pages.push(page);
  return page;
};
/** A second window of the same browser. */
const again = async (page: Page): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
};
const articleWith = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });
const rowsOf = async (name: string): Promise<{ Id: number; Body: string; Author: { EMail: string } }[]> => ((await intranet.sharePoint.ask(`${list(name)}/items?$select=Id,Body,Author/EMail&$expand=Author&$top=5000`)).json as { value: { Id: number; Body: string; Author: { EMail: string } }[] }).value;
const rowsWith = async (name: string, text: string): Promise<number> => (await rowsOf(name)).filter(({ Body }) => Body.includes(text)).length;
const add = async (name: string, as: string, body: object): Promise<number> => {
  const { status, json, text } = await intranet.sharePoint.ask(`${list(name)}/items`, { as, method: 'POST', body });
  assert.equal(status, 201, text);
  return (json as { Id: number }).Id;
};
const addPost = async (as: string, text: string): Promise<number> => add('SchilPosts', as, { Title: text, Key: `key ${text}`, Body: `<p>${text}</p>` });
const remove = async (name: string, id: number): Promise<void> => { await intranet.sharePoint.ask(`${list(name)}/items(${id})`, { method: 'POST', headers: { 'x-http-method': 'DELETE', 'if-match': '*' } }); };
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Your post' });
const begin = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'What would you like to share or ask?' }).click();
  await box(page).fill(text);
};
const send = (page: Page): Locator => page.getByRole('button', { name: 'Post', exact: true });

describe('somebody in a hurry', () => {
  it('posts once with a double click, and with Control+Enter twice', async () => {
    const page = await open(visitor);
    await begin(page, 'Clicked twice');
    await send(page).dblclick();
    await articleWith(page, 'Clicked twice').waitFor();
    await begin(page, 'Pressed twice');
    await box(page).press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await articleWith(page, 'Pressed twice').waitFor();
    assert.deepEqual([await rowsWith('SchilPosts', 'Clicked twice'), await rowsWith('SchilPosts', 'Pressed twice')], [1, 1]);
  });

  it('closes the window while it is being sent, and nothing is lost or doubled', async () => {
    const page = await open(visitor);
    await begin(page, 'Closed too early');
    await intranet.sharePoint.fault({ match: { method: 'POST', path: 'SchilPosts.*items' }, delayMs: 700 });
    const other = await again(page);
    await send(page).click();
    await page.close();
    await other.reload();
    await box(other).waitFor();
    assert.equal(await box(other).inputValue(), 'Closed too early');
    await send(other).click();
    await articleWith(other, 'Closed too early').first().waitFor();
    assert.equal(await rowsWith('SchilPosts', 'Closed too early'), 1);
  });

  it('has the same draft in two windows: sent from one, the other is done with it', async () => {
    const page = await open(visitor);
    await begin(page, 'In two windows');
    const other = await again(page);
    await box(other).waitFor();
    assert.equal(await box(other).inputValue(), 'In two windows');
    await send(page).click();
    await articleWith(page, 'In two windows').waitFor();
    await box(other).waitFor({ state: 'detached' });
    assert.equal(await rowsWith('SchilPosts', 'In two windows'), 1);
  });

  it('goes to another page and back, and finds the text again', async () => {
    const page = await open(visitor);
    await begin(page, 'Half way');
    await page.goto(`${intranet.sharePoint.url}/_local/health`);
    await page.goBack();
    await box(page).waitFor();
    assert.equal(await box(page).inputValue(), 'Half way');
    await page.getByRole('button', { name: 'Discard' }).click();
  });

  it('pastes 300 lines, and the next post can still be seen', async () => {
    await addPost(colleague, 'Underneath');
    const page = await open(visitor);
    await begin(page, Array.from({ length: 300 }, (_, at) => `line ${at}`).join('\n'));
    await send(page).click();
    const article = articleWith(page, 'line 299');
    await article.getByRole('button', { name: 'Read on' }).waitFor();
    assert.ok(((await article.boundingBox())?.height ?? Infinity) < 800);
    await article.getByRole('button', { name: 'Read on' }).click();
    await article.getByRole('button', { name: 'Show less' }).waitFor();
    assert.ok(((await article.boundingBox())?.height ?? 0) > 5000);
  });

  it('writes whatever the keyboard has, and it is shown as written', async () => {
    const page = await open(visitor);
    const text = '<b>5 < 6 & "quotes"</b> jan@contoso.com (see https://example.com/a_(b)). \u{1F600} שלום עולם {name} $& </p>';
    await begin(page, text);
    await send(page).click();
    const article = articleWith(page, '5 < 6');
    assert.equal(await article.locator('p').textContent(), text);
    assert.deepEqual(await article.locator('p a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), ['mailto:jan@contoso.com', 'https://example.com/a_(b)']);
  });

  it('has a browser that keeps nothing, and can still write', async () => {
    const page = await open(visitor);
    await page.addInitScript(() => {
      const refuse = (key: string): void => { if (key.startsWith('schil')) throw new DOMException('Full', 'QuotaExceededError'); };
      const { getItem, setItem } = Storage.prototype;
      Storage.prototype.getItem = function get(key) { refuse(key); return getItem.call(this, key); };
      Storage.prototype.setItem = function set(key, value) { refuse(key); setItem.call(this, key, value); };
    });
    await page.reload();
    await begin(page, 'Nothing kept');
    await send(page).click();
    await articleWith(page, 'Nothing kept').waitFor();
  });

  for (const days of [-1, 1]) {
    it(`has a clock that is wrong by ${days} day, and can still write`, async () => {
      const page = await open(visitor);
      await page.clock.install({ time: Date.now() + days * 86_400_000 });
      await page.reload();
      await begin(page, `Wrong by ${days}`);
      await send(page).click();
      await articleWith(page, `Wrong by ${days}`).waitFor();
    });
  }
});

describe('while somebody is busy', () => {
  it('the post they answer is deleted: they are told, and their words are kept until they discard them', async () => {
    const id = await addPost(colleague, 'Soon gone');
    await addPost(colleague, 'Stays');
    await addPost(colleague, 'Stays, too');
    const page = await open(visitor);
    const article = articleWith(page, 'Soon gone');
    await article.getByRole('button', { name: 'Reply' }).click();
    await article.getByRole('textbox').fill('A long answer');
    await remove('SchilPosts', id);
    await article.getByRole('textbox').press('Control+Enter');
    await article.getByRole('alert').getByText('It is no longer there.').waitFor();
    assert.deepEqual([await article.getByRole('textbox').inputValue(), await rowsWith('SchilReplies', 'A long answer')], ['A long answer', 0]);
    await page.reload();
    const kept = page.getByRole('status').filter({ hasText: 'You were writing this' });
    await kept.getByText('A long answer').waitFor();
    await kept.getByRole('button', { name: 'Discard' }).click();
    await kept.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('article').first().waitFor();
    assert.equal(await kept.count(), 0);
  });

  it('their right to take part is taken away: they are told, and their words are kept', async () => {
    const page = await open(visitor);
    await begin(page, 'Not any more');
    const { json } = await intranet.sharePoint.ask(`${list('SchilPosts')}/roleassignments?$expand=Member`);
    const visitors = (json as { value: { PrincipalId: number; Member: { Title: string } }[] }).value.find(({ Member }) => /Visitors/.test(Member.Title));
    const definitions = (await intranet.sharePoint.ask('web/roledefinitions')).json as { value: { Id: number; RoleTypeKind: number; Name: string }[] };
    const level = async (name: RegExp, action: string): Promise<void> => {
      const definition = definitions.value.find(({ Name }) => name.test(Name));
      const { status, text } = await intranet.sharePoint.ask(`${list('SchilPosts')}/roleassignments/${action}roleassignment(principalid=${visitors?.PrincipalId ?? 0},roledefid=${definition?.Id ?? 0})`, { method: 'POST' });
      assert.equal(status, 200, text);
    };
    await level(/^Read$/, 'add');
    await level(/Schil/, 'remove');
    await send(page).click();
    await page.getByRole('alert').getByText('You are not allowed to do this.').waitFor();
    assert.equal(await box(page).inputValue(), 'Not any more');
    await page.reload();
    await page.getByText('You can read here.').waitFor();
    await page.getByRole('status').filter({ hasText: 'You were writing this' }).getByText('Not any more').waitFor();
    await level(/Schil/, 'add');
    await page.reload();
    await box(page).waitFor();
    assert.equal(await box(page).inputValue(), 'Not any more');
  });

  it('somebody else signs in in the same browser: nothing goes in under the wrong name, and drafts are kept apart', async () => {
    const page = await open(visitor);
    await begin(page, 'Whose words');
    await page.context().addCookies([{ name: 'ActAs', value: encodeURIComponent(colleague), url: intranet.sharePoint.url }]);
    await send(page).click();
    await page.getByRole('alert').waitFor();
    assert.equal(await rowsWith('SchilPosts', 'Whose words'), 0);
    await page.reload();
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    assert.equal(await page.getByText('Whose words').count(), 0);
  });

  it('the theme they read is deleted: the rest can still be read', async () => {
    const id = await add('SchilThemes', owner, { Title: 'Short-lived' });
    const page = await open(visitor);
    await page.getByRole('button', { name: 'Short-lived' }).click();
    await begin(page, 'About what is gone');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Short-lived' });
    await remove('SchilThemes', id);
    await page.reload();
    assert.equal(await page.getByRole('combobox', { name: 'Theme' }).count(), 0);
    await send(page).click();
    await articleWith(page, 'About what is gone').waitFor();
    intranet.assertNothingStrange();
  });
});
