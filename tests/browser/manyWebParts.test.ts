import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Control, Emphasis } from '../../local-sharepoint/page/canvas/canvas.ts';
import { newWebPart, type PreconfiguredEntry } from '../../local-sharepoint/page/canvas/newWebPart.ts';
import { writeCanvas } from '../../local-sharepoint/page/canvas/writeCanvas.ts';
import { setUp } from '../contract/repositories.ts';
import { owner, sidewaysScroll, startIntranet, violations, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
let page: Page;

function webPart(folder: string, alias: string, properties: object): Control {
  const { id, preconfiguredEntries: [entry] } = JSON.parse(readFileSync(`src/webparts/${folder}/${alias}.manifest.json`, 'utf8')) as { id: string; preconfiguredEntries: PreconfiguredEntry[] };
  return newWebPart(id, { ...entry, properties: { ...entry?.properties, ...properties } }, 'en-us');
}
const feed = (properties: object): Control => webPart('activityFeed', 'ActivityFeedWebPart', properties);

async function layOut(sections: readonly { emphasis: Emphasis; columns: { factor: number; controls: Control[] }[] }[]): Promise<void> {
  const { status, text } = await intranet.sharePoint.ask("web/lists/getbytitle('Site Pages')/items(1)", {
    method: 'POST', headers: { 'x-http-method': 'MERGE', 'if-match': '*' }, body: { CanvasContent1: writeCanvas({ sections: [...sections], elsewhere: [] }) },
  });
  assert.equal(status, 204, text);
  const published = await intranet.sharePoint.ask("web/lists/getbytitle('Site Pages')/items(1)/file/publish(comment='')", { method: 'POST' });
  assert.equal(published.status, 200, published.text);
}

before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  const add = async (list: string, body: object, as = visitor): Promise<void> => { assert.equal((await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${list}')/items`, { as, method: 'POST', body })).status, 201); };
  for (const Title of ['Safety', 'Customers']) await add('SchilThemes', { Title }, owner);
  await add('SchilPosts', { Title: 'x', Key: 'one', ThemeId: 1, Body: '<p>Mind the <a href="https://contoso.example">step</a>, <span data-person="x@contoso.example">@Lotte Jansen</span></p><blockquote>said</blockquote><pre>code</pre>' });
  for (const Kind of ['like', 'love']) await add('SchilReactions', { Title: 'x', Key: `post-1-${Kind}-x`, PostId: 1, TargetKind: 'post', TargetId: 1, Kind });
  await add('SchilReplies', { Title: 'x', Key: 'reply', PostId: 1, Body: '<p>A reply</p>' });
});
afterEach(async () => { await page.context().close(); });
after(async () => { await intranet.stop(); });

const section = (name: string): Locator => page.getByRole('region', { name });

describe('several web parts on one page', () => {
  it('share what they read, stay independent and lose no words to each other', async () => {
    await layOut([{ emphasis: 0, columns: [{ factor: 4, controls: [feed({ title: 'Left' })] }, { factor: 4, controls: [feed({ title: 'Middle' })] }, { factor: 4, controls: [feed({ title: 'Safety only', themeId: 1 }), webPart('setupCheck', 'SetupCheckWebPart', {})] }] }]);
    page = await intranet.openAs(visitor, { width: 1024 });
    await section('Safety only').getByRole('article').waitFor();
    await intranet.sharePoint.forgetRequests();
    await page.reload();
    for (const name of ['Left', 'Middle', 'Safety only']) await section(name).getByRole('article').first().waitFor();
    const batches = (await intranet.sharePoint.requests()).filter(({ path, parts }) => path.endsWith('$batch') && parts?.some((part) => /SchilReactions.*items.*PostId/.test(decodeURIComponent(part))) === true);
    assert.equal(batches.length, 2, 'all themes are read once for two web parts, one theme once');
    await section('Left').getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'Customers' }).click();
    await section('Left').getByText('Nothing has been said about this theme yet.').waitFor();
    assert.equal(await section('Middle').getByRole('article').count(), 1);
    await section('Left').getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'All themes' }).click();

    // The same draft stands in two of them after a reload; what is sent from one must not be written over from the other.
    await section('Left').getByRole('button', { name: 'What would you like to share or ask?' }).click();
    await section('Left').getByRole('textbox').fill('First words');
    await page.reload();
    await section('Middle').getByRole('textbox').waitFor();
    await section('Middle').getByRole('textbox').fill('Second words');
    await section('Left').getByRole('button', { name: 'Post', exact: true }).click();
    await section('Middle').getByRole('article').filter({ hasText: 'First words' }).waitFor();
    await section('Middle').getByRole('button', { name: 'Post', exact: true }).click();
    for (const words of ['First words', 'Second words']) await section('Left').getByRole('article').filter({ hasText: words }).waitFor();
    assert.equal(await section('Safety only').getByRole('article').count(), 1);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('schil'))), [], 'nothing of a person is left behind when all is sent');
  });

  it('see it when one of them sets up or mends', async () => {
    await layOut([{ emphasis: 0, columns: [{ factor: 12, controls: [feed({}), webPart('setupCheck', 'SetupCheckWebPart', {})] }] }]);
    await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilReplies')/fields/getbyinternalnameortitle('PostId')", { method: 'DELETE' });
    page = await intranet.openAs(owner);
    await page.getByText('The lists on this site are not as they were set up').waitFor();
    await page.getByRole('button', { name: 'Mend' }).last().click();
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await page.getByText('Everything is as it should be.').waitFor();
    // The column is new: the reply no longer names its post.
    await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilReplies')/items", { as: visitor, method: 'POST', body: { Title: 'x', Key: 'again', PostId: 1, Body: '<p>A reply</p>' } });
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`can be read on every section background in the ${theme} theme, in a narrow column`, async () => {
      await layOut(([0, 1, 2, 3] as const).map((emphasis) => ({ emphasis, columns: [{ factor: 4, controls: [feed({ title: `On ${emphasis}` })] }, { factor: 4, controls: [] }, { factor: 4, controls: [feed({ title: `Right on ${emphasis}` })] }] })));
      page = await intranet.openAs(visitor, { theme, width: 900 });
      for (const emphasis of [0, 1, 2, 3]) {
        const right = section(`Right on ${emphasis}`);
        await right.getByRole('article').first().scrollIntoViewIfNeeded();
        const article = right.getByRole('article').filter({ hasText: 'Mind the step' });
        await article.getByRole('button', { name: /^2 reactions/ }).click();
        assert.deepEqual([await violations(page), await sidewaysScroll(page)], [[], 0], `who reacted on ${emphasis}`);
        await page.keyboard.press('Escape');
        await article.getByRole('button', { name: 'React', exact: true }).or(article.getByRole('button', { name: /^React:/ })).first().click();
        assert.deepEqual([await violations(page), await sidewaysScroll(page)], [[], 0], `the kinds on ${emphasis}`);
        await page.keyboard.press('Escape');
      }
      intranet.assertNothingStrange();
    });
  }
});
