import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { setUp } from '../contract/repositories.ts';
import { colleague, startIntranet, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
let page: Page;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
});
afterEach(async () => { await page.context().close(); });
after(async () => { await intranet.stop(); });

const posts = "web/getlist('/sites/intranet/Lists/SchilPosts')";
const articleWith = (text: string): Locator => page.getByRole('article').filter({ hasText: text });
const rowsWith = async (text: string): Promise<number> => ((await intranet.sharePoint.ask(`${posts}/items?$select=Body&$top=5000`)).json as { value: { Body: string }[] }).value.filter(({ Body }) => Body.includes(text)).length;
const write = async (text: string): Promise<void> => {
  await page.getByRole('button', { name: 'What would you like to share or ask?' }).click();
  await page.getByRole('textbox', { name: 'Your post' }).fill(text);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
};
const isAdding = { method: 'POST', path: 'SchilPosts.*items' };

describe('nothing is lost and nothing doubled', () => {
  it('when SharePoint asks to wait (429)', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await intranet.sharePoint.fault({ match: isAdding, status: 429, retryAfter: 2 });
    await write('Throttled once');
    await page.getByText('SharePoint is busy. Trying again in 2 seconds…').waitFor();
    await articleWith('Throttled once').waitFor();
    assert.equal(await rowsWith('Throttled once'), 1);
  });

  it('when SharePoint stays busy (503): the text stays, and a second try sends it once', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await intranet.sharePoint.fault({ match: isAdding, status: 503, retryAfter: 0, times: 4 });
    await write('Busy for long');
    const alert = page.getByRole('alert');
    await alert.getByText('Not sent. Your text is still here.').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Your post' }).inputValue(), 'Busy for long');
    await page.reload();
    assert.equal(await page.getByRole('textbox', { name: 'Your post' }).inputValue(), 'Busy for long');
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await articleWith('Busy for long').waitFor();
    assert.equal(await rowsWith('Busy for long'), 1);
  });

  it('when the answer is lost after the words were saved', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await intranet.sharePoint.fault({ match: isAdding, lose: true });
    await write('Lost on the way back');
    await articleWith('Lost on the way back').waitFor();
    assert.equal(await rowsWith('Lost on the way back'), 1);
  });

  it('when somebody changed it in the meantime (stale ETag): both texts are shown and one chooses', async () => {
    page = await intranet.openAs(visitor);
    await write('First version');
    const article = articleWith('First version');
    await article.getByRole('button', { name: /^More actions/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Change your text' }).fill('My second version');
    const { value: [row] } = (await intranet.sharePoint.ask(`${posts}/items?$select=Id&$orderby=Id desc&$top=1`)).json as { value: { Id: number }[] };
    await intranet.sharePoint.ask(`${posts}/items(${row?.Id ?? 0})`, { as: visitor, method: 'POST', body: { Body: '<p>From another window</p>' }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This text was changed in the meantime').waitFor();
    await page.getByText('From another window').waitFor();
    assert.equal(await rowsWith('From another window'), 1, 'nothing was overwritten');
    assert.equal(await page.getByRole('textbox', { name: 'Change your text' }).inputValue(), 'My second version');
    await page.getByRole('button', { name: 'Save my text instead' }).click();
    await page.getByRole('textbox', { name: 'Change your text' }).waitFor({ state: 'detached' });
    await articleWith('My second version').waitFor();
    assert.deepEqual([await rowsWith('My second version'), await rowsWith('From another window')], [1, 0]);
  });

  it('when a reaction is refused it is put back, with a message', async () => {
    page = await intranet.openAs(visitor);
    await write('React to me');
    const article = articleWith('React to me');
    await intranet.sharePoint.fault({ match: { method: 'POST', path: 'SchilReactions' }, status: 500 });
    await article.getByRole('button', { name: 'React' }).click();
    await page.getByRole('group', { name: 'React' }).getByRole('button', { name: 'Like' }).click();
    await page.getByText('Your reaction was not saved.').waitFor();
    assert.equal(await article.getByRole('button', { name: /^1 reaction/ }).count(), 0);
  });

  it('when a reaction is given and taken back at once', async () => {
    page = await intranet.openAs(colleague);
    const article = page.getByRole('article').first();
    await intranet.sharePoint.fault({ match: { method: 'POST', path: 'SchilReactions' }, delayMs: 800 });
    await article.getByRole('button', { name: 'React' }).first().click();
    await page.getByRole('group', { name: 'React' }).getByRole('button', { name: 'Love' }).click();
    await article.getByRole('button', { name: 'React: Love' }).click();
    await page.getByRole('button', { name: 'Take back: Love' }).click();
    await article.getByRole('button', { name: 'React', exact: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.reload();
    await article.getByRole('button', { name: 'React', exact: true }).first().waitFor();
    assert.equal(await article.getByRole('button', { name: /^1 reaction/ }).count(), 0);
  });

  it('when the network is gone: it says so, and what is written can be sent later', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    // What was loaded stays; the composer's code may not have been, so it is opened before in this browser.
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('From the train');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await page.getByRole('alert').getByText('There is no connection.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
    await articleWith('From the train').waitFor();
    assert.equal(await rowsWith('From the train'), 1);
  });

  it('when what one writes with has not been loaded yet and there is no connection: it says so there, and goes on later', async () => {
    page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    await page.route(/chunk\.composer/, (route) => route.abort());
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).click();
    await page.getByRole('alert').getByText('There is no connection.').waitFor();
    assert.ok(await page.getByRole('article').count() > 0, 'the conversations stay');
    await page.unroute(/chunk\.composer/);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('textbox', { name: 'Your post' }).waitFor();
  });

  it('when the conversations cannot be loaded there is a reason and a way on, never a blank place', async () => {
    await intranet.sharePoint.fault({ match: { method: 'POST', path: '\\$batch' }, status: 500, times: 1 });
    page = await intranet.openAs(visitor);
    await page.getByRole('alert').getByText('The conversations could not be loaded.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('article').first().waitFor();
  });

  it('when a part of the first screen is throttled, the whole is read again as soon as allowed', async () => {
    await intranet.sharePoint.fault({ match: { path: 'SchilReplies' }, part: true, status: 429, retryAfter: 1 });
    page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    intranet.assertNothingStrange();
  });
});
