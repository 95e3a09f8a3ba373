import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { setUp } from '../contract/repositories.ts';
import { colleague, startIntranet, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  for (const Title of ['Safety', 'Customers']) await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilThemes')/items", { method: 'POST', body: { Title } });
});
after(async () => {
  await intranet.stop();
});

const invitation = 'What would you like to share or ask?';
const post = async (page: Page, text: string, theme?: string): Promise<Locator> => {
  await page.getByRole('button', { name: invitation }).click();
  await page.getByRole('textbox', { name: 'Your post' }).fill(text);
  if (theme !== undefined) await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: theme });
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  return articleWith(page, text);
};
const articleWith = (page: Page, text: string): Locator => page.getByRole('article').filter({ hasText: text });

describe('two colleagues on the page at once', () => {
  it('write, reply and react, and see who did', async () => {
    const [mine, theirs] = [await intranet.openAs(visitor), await intranet.openAs(colleague)];
    await (await post(mine, 'Who has a spare bike?', 'Customers')).waitFor();
    await theirs.reload();
    const article = articleWith(theirs, 'Who has a spare bike?');
    await article.getByText('Software Engineer').waitFor();
    await article.getByRole('button', { name: 'Reply' }).click();
    await theirs.getByRole('textbox', { name: 'Your reply to Yusuf Demir' }).fill('I do, in the shed');
    await theirs.getByRole('textbox', { name: 'Your reply to Yusuf Demir' }).press('Control+Enter');
    await article.getByRole('list', { name: '1 reply' }).getByText('I do, in the shed').waitFor();
    await article.getByRole('button', { name: 'React' }).first().click();
    await theirs.getByRole('group', { name: 'React' }).getByRole('button', { name: 'Celebrate' }).click();
    await article.getByRole('button', { name: /^1 reaction/ }).waitFor();
    await mine.reload();
    const seen = articleWith(mine, 'Who has a spare bike?');
    await seen.getByRole('button', { name: /^1 reaction/ }).click();
    await mine.getByRole('dialog', { name: 'Who reacted' }).getByText('Lotte Jansen').waitFor();
    await mine.keyboard.press('Escape');
    assert.equal(await mine.getByRole('dialog', { name: 'Who reacted' }).count(), 0);
    // Taking it back, and once more for the same thing twice in a row.
    await article.getByRole('button', { name: 'React: Celebrate' }).click();
    await theirs.getByRole('button', { name: 'Take back: Celebrate' }).click();
    await article.getByRole('button', { name: /reaction/ }).waitFor({ state: 'detached' });
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('are told of new posts, which never shift what one reads', async () => {
    const theirs = await intranet.openAs(colleague);
    await theirs.getByRole('feed').waitFor();
    await theirs.clock.install();
    await theirs.reload();
    await theirs.getByRole('feed').waitFor();
    const mine = await intranet.openAs(visitor);
    await (await post(mine, 'News from the quay')).waitFor();
    assert.equal(await articleWith(theirs, 'News from the quay').count(), 0);
    await theirs.clock.fastForward('01:05');
    await theirs.getByRole('button', { name: 'Show 1 new post' }).click();
    await articleWith(theirs, 'News from the quay').waitFor();
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('change and delete their own words and nobody else\'s', async () => {
    const mine = await intranet.openAs(visitor);
    await (await post(mine, 'A thuoght')).waitFor();
    await articleWith(mine, 'A thuoght').getByRole('button', { name: /^More actions/ }).click();
    await mine.getByRole('menuitem', { name: 'Edit' }).click();
    await mine.getByRole('textbox', { name: 'Change your text' }).fill('A thought');
    await mine.getByRole('button', { name: 'Save' }).click();
    const changed = articleWith(mine, 'A thought');
    await changed.getByText('edited').waitFor();
    const theirs = await intranet.openAs(colleague);
    await articleWith(theirs, 'A thought').waitFor();
    assert.equal(await articleWith(theirs, 'A thought').getByRole('button', { name: /^More actions/ }).count(), 0);
    await changed.getByRole('button', { name: /^More actions/ }).click();
    await mine.getByRole('menuitem', { name: 'Delete' }).click();
    await mine.getByRole('dialog', { name: 'Delete this post?' }).getByRole('button', { name: 'Delete' }).click();
    await changed.waitFor({ state: 'detached' });
    await Promise.all([mine.context().close(), theirs.context().close()]);
  });

  it('find each other with @ and the keyboard, and the mention stays one', async () => {
    const page = await intranet.openAs(visitor);
    await page.getByRole('button', { name: invitation }).click();
    const box = page.getByRole('textbox', { name: 'Your post' });
    await box.pressSequentially('Thank you @lot');
    await page.getByRole('option', { name: /Lotte Jansen/ }).waitFor();
    await box.press('Enter');
    assert.equal(await box.inputValue(), 'Thank you @Lotte Jansen ');
    await box.pressSequentially('for the poster');
    await box.press('Control+Enter');
    await articleWith(page, 'for the poster').locator('[data-person="lotte.jansen@contoso.example"]').waitFor();
    await page.context().close();
  });

  it('filter by theme', async () => {
    const page = await intranet.openAs(visitor);
    await (await post(page, 'Mind the wet floor', 'Safety')).waitFor();
    await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'Safety' }).click();
    await articleWith(page, 'Mind the wet floor').waitFor();
    assert.equal(await page.getByRole('article').count(), 1);
    await page.getByRole('group', { name: 'Theme' }).getByRole('button', { name: 'All themes' }).click();
    await articleWith(page, 'Who has a spare bike?').waitFor();
    await page.context().close();
  });
});

describe('somebody who writes', () => {
  it('finds the text again after a reload, in its own place', async () => {
    const page = await intranet.openAs(visitor);
    await page.getByRole('button', { name: invitation }).click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('Half a tho');
    const article = articleWith(page, 'Who has a spare bike?');
    await article.getByRole('button', { name: 'Reply' }).click();
    await page.getByRole('textbox', { name: /^Your reply/ }).fill('Half a reply');
    await page.reload();
    assert.equal(await page.getByRole('textbox', { name: 'Your post' }).inputValue(), 'Half a tho');
    assert.equal(await page.getByRole('textbox', { name: /^Your reply/ }).inputValue(), 'Half a reply');
    await page.getByRole('button', { name: 'Discard' }).first().click();
    await page.getByRole('button', { name: 'Discard' }).first().click();
    await page.reload();
    await page.getByRole('button', { name: invitation }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Your post' }).count(), 0);
    await page.context().close();
  });

  it('moves from post to post with Page Down and Page Up', async () => {
    const page = await intranet.openAs(visitor);
    const articles = page.getByRole('article');
    await articles.first().focus();
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-posinset') === '2');
    await page.keyboard.press('PageUp');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-posinset') === '1');
    await page.context().close();
  });

  it('reads it in Dutch, too', async () => {
    const page = await intranet.openAs(visitor, { language: 'nl-NL' });
    await page.getByRole('button', { name: 'Wat wil je delen of vragen?' }).waitFor();
    await page.getByRole('button', { name: 'Antwoorden' }).first().waitFor();
    await page.context().close();
  });
});

describe('hostile words', () => {
  it('are shown harmless, whether typed or written to the list by another tool', async () => {
    const typed = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> javascript:alert(1)';
    const stored = `<p onclick="window.hacked=1">stored <a href="javascript:window.hacked=1">link</a><img src="x" onerror="window.hacked=1"><svg onload="window.hacked=1"></svg><iframe src="https://elsewhere.example"></iframe></p><script>window.hacked=1</script><style>body{display:none}</style>`;
    const page = await intranet.openAs(visitor);
    await (await post(page, typed)).waitFor();
    for (const [list, more] of [['SchilPosts', {}], ['SchilReplies', { PostId: 1 }]] as const) {
      const answer = await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${list}')/items`, { as: colleague, method: 'POST', body: { Title: '<b>x</b>', Body: stored, Key: `hostile-${list}`, ...more } });
      assert.equal(answer.status, 201);
    }
    await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilThemes')/items", { method: 'POST', body: { Title: '<img src=x onerror="window.hacked=1">' } });
    await page.reload();
    const article = articleWith(page, 'stored link').first();
    await article.getByText('link').click();
    await article.getByText('stored').click();
    await articleWith(page, 'javascript:alert(1)').waitFor();
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[role=article], article')].flatMap((one) => [...one.querySelectorAll('script, iframe, svg[onload], style, [onclick], [onerror], a[href^="javascript"]')].map((found) => found.outerHTML))), []);
    await page.context().close();
    intranet.assertNothingStrange();
  });
});
