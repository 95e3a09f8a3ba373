import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setUp } from '../contract/repositories.ts';
import { owner, startIntranet, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  const add = async (list: string, body: object): Promise<void> => { assert.equal((await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${list}')/items`, { method: 'POST', body })).status, 201); };
  for (const Title of ['Safety', '<b>Bold</b>']) await add('SchilThemes', { Title });
  await add('SchilPosts', { Title: 'x', Key: 'general', Body: '<p>Of no theme</p>' });
  await add('SchilPosts', { Title: 'x', Key: 'safety', ThemeId: 1, Body: '<p>Of safety</p>' });
});
after(async () => { await intranet.stop(); });

describe('the feed\'s properties', () => {
  it('change it while the pane is open, and are kept with the page', async () => {
    const page = await intranet.openAs(owner, { width: 1400 });
    await page.getByRole('article').nth(1).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'Edit properties' }).first().click();
    const title = '<img src=x onerror="window.hacked=1"> "Quay" & co';
    await page.getByLabel('Title', { exact: true }).fill(title);
    await page.getByRole('heading', { name: title }).waitFor();
    const theme = page.getByLabel('Show', { exact: true });
    await theme.getByRole('option', { name: '<b>Bold</b>' }).waitFor({ state: 'attached' });
    await theme.selectOption({ label: '<b>Bold</b>' });
    await page.getByText('Nothing has been said about this theme yet.').waitFor();
    await theme.selectOption({ label: 'Safety' });
    await page.getByRole('article').filter({ hasText: 'Of safety' }).waitFor();
    assert.equal(await page.getByRole('article').count(), 1);
    await page.getByRole('slider', { name: 'Posts to load at once' }).fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    await page.context().close();

    const reader = await intranet.openAs(visitor);
    await reader.getByRole('region', { name: title }).getByRole('article').filter({ hasText: 'Of safety' }).waitFor();
    assert.deepEqual([await reader.getByRole('article').count(), await reader.evaluate(() => 'hacked' in window)], [1, false]);
    await reader.context().close();
    intranet.assertNothingStrange();
  });
});
