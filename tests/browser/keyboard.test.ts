import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { setUp } from '../contract/repositories.ts';
import { addPosts } from './addPosts.ts';
import { colleague, startIntranet, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
let page: Page;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilThemes')/items", { method: 'POST', body: { Title: 'Safety' } });
  await addPosts(intranet.sharePoint, 8, [colleague]);
});
afterEach(async () => { await page.context().close(); });
after(async () => { await intranet.stop(); });

/** What has the focus: its name and, in a post, which one. */
const focused = async (): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLElement;
  const name = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim().slice(0, 60);
  return element === document.body ? 'nothing' : `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name}`;
});
const focusComesTo = async (wanted: RegExp): Promise<void> => {
  for (let tries = 0; tries < 60 && !wanted.test(await focused()); tries += 1) await page.waitForTimeout(50);
  assert.match(await focused(), wanted);
};
const tabTo = async (wanted: RegExp): Promise<void> => {
  for (let presses = 0; presses < 40 && !wanted.test(await focused()); presses += 1) await page.keyboard.press('Tab');
  assert.match(await focused(), wanted);
};
const position = async (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset') ?? null);
const setSizes = async (): Promise<(string | null)[][]> => page.getByRole('article').evaluateAll((all) => all.map((one) => [one.getAttribute('aria-posinset'), one.getAttribute('aria-setsize')]));
const press = async (...keys: string[]): Promise<void> => { for (const key of keys) await page.keyboard.press(key); };

describe('with the keyboard alone', () => {
  it('one writes, replies, reacts, changes and deletes, and the focus is never lost', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    await tabTo(/^button What would you like/);
    await press('Enter');
    await focusComesTo(/^textarea Your post/);
    await page.keyboard.type('By keyboard @lot');
    await page.getByRole('option', { name: /Lotte Jansen/ }).waitFor();
    await press('Enter');
    await page.keyboard.type('and on');
    await tabTo(/^select/);
    await page.keyboard.type('Saf');
    await tabTo(/^button Post$/);
    await press('Enter');
    await focusComesTo(/^button What would you like/);
    await page.getByRole('status').filter({ hasText: 'Sent.' }).waitFor({ state: 'attached' });
    assert.deepEqual((await setSizes()).slice(0, 2), [['1', '9'], ['2', '9']]);

    await tabTo(/^article Post by Yusuf/);
    await tabTo(/^button Reply/);
    await press('Enter');
    await focusComesTo(/^textarea Your reply/);
    await page.keyboard.type('An answer');
    await press('Control+Enter');
    await focusComesTo(/^button Reply/);
    await press('Shift+Tab', 'Enter');
    await focusComesTo(/^button Like/);
    await press('Tab', 'Enter');
    await focusComesTo(/^button React: Love/);
    await tabTo(/^button 1 reaction/);
    await press('Enter');
    await focusComesTo(/^button Close/);
    await press('Escape');
    await focusComesTo(/^button 1 reaction/);

    await press('Shift+Tab', 'Shift+Tab');
    await focusComesTo(/^button More actions/);
    await press('Enter');
    await focusComesTo(/^menuitem Edit/);
    await press('Enter');
    await focusComesTo(/^textarea Change your text/);
    await page.keyboard.type('!');
    await press('Control+Enter');
    await focusComesTo(/^button More actions/);
    await press('Enter', 'ArrowDown', 'Enter');
    await focusComesTo(/^button Cancel/);
    await press('Tab', 'Enter');
    await page.getByRole('article', { name: /Yusuf/ }).waitFor({ state: 'detached' });
    await focusComesTo(/^article Post by Lotte/);
    assert.deepEqual([await position(), (await setSizes())[0]], ['1', ['1', '8']]);
    await page.getByRole('status').filter({ hasText: 'Deleted.' }).waitFor({ state: 'attached' });
  });

  it('one keeps one\'s place when a reply is deleted, and when sending fails', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('article').first().getByRole('button', { name: 'Reply' }).press('Enter');
    await focusComesTo(/^textarea Your reply/);
    await page.keyboard.type('Not for long');
    await intranet.sharePoint.fault({ match: { method: 'POST', path: 'SchilReplies.*items' }, status: 500 });
    await tabTo(/^button Reply$/);
    await press('Enter');
    await page.getByRole('alert').waitFor();
    await focusComesTo(/^button Reply$/);
    await press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Not for long' }).waitFor();
    await focusComesTo(/^button Reply$/);
    await page.getByRole('listitem').getByRole('button', { name: /^More actions/ }).press('Enter');
    await press('ArrowDown', 'Enter');
    await focusComesTo(/^button Cancel/);
    await press('Tab', 'Enter');
    await page.getByRole('listitem').filter({ hasText: 'Not for long' }).waitFor({ state: 'detached' });
    await focusComesTo(/^article Post by Lotte/);
  });

  it('one leaves the feed with Control+Home and Control+End', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('article').nth(1).focus();
    await press('Control+Home');
    await focusComesTo(/^button Safety/);
    // A page has something behind the feed; this one gets it here.
    await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<button id="behind">Behind the feed</button>'); });
    await page.getByRole('article').nth(1).focus();
    await press('Control+End');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('[role=feed]')), null);
    assert.match(await focused(), /Behind the feed|^(a|button) /);
  });

  it('one comes to the newest posts when one asked for them', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('feed').waitFor();
    await page.clock.install();
    await page.reload();
    await page.getByRole('article').first().waitFor();
    await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilPosts')/items", { as: colleague, method: 'POST', body: { Title: 'x', Key: 'newer', Body: '<p>The newest</p>' } });
    await page.clock.fastForward('01:05');
    await page.getByRole('button', { name: 'Show 1 new post' }).press('Enter');
    await page.getByRole('article').filter({ hasText: 'The newest' }).waitFor();
    await page.clock.runFor(500);
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-posinset') === '1');
    intranet.assertNothingStrange();
  });
});
