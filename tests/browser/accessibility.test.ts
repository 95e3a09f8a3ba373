import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setUp } from '../contract/repositories.ts';
import { owner, sidewaysScroll, startIntranet, violations, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  const add = async (list: string, body: object, as = visitor): Promise<void> => {
    const { status, text } = await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${list}')/items`, { as, method: 'POST', body });
    assert.equal(status, 201, text);
  };
  for (const Title of ['Safety', 'A theme with a very long name that does not fit on a phone at all']) await add('SchilThemes', { Title }, owner);
  await add('SchilPosts', { Title: 'Long', Key: 'long', ThemeId: 2, Body: `<p>${'Averylongwordthatdoesnotbreakbyitself'.repeat(6)} and a <a href="https://contoso.example/a/very/long/address/${'x'.repeat(120)}">link</a></p><h3>A heading</h3><blockquote>A quote</blockquote><pre>${'code '.repeat(60)}</pre><ul><li>one</li></ul>` });
  for (const at of [1, 2, 3, 4]) await add('SchilReplies', { Title: 'x', Key: `reply-${at}`, PostId: 1, Body: `<p>Reply ${at}</p>` });
  for (const Kind of ['like', 'love', 'funny']) await add('SchilReactions', { Title: 'x', Key: `post-1-${Kind}-x`, PostId: 1, TargetKind: 'post', TargetId: 1, Kind });
});
after(async () => { await intranet.stop(); });

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1200, 320]) {
    describe(`the feed in the ${theme} theme, ${width} pixels wide`, () => {
      it('has nothing that axe finds wrong, whatever is open, and no sideways scroll', async () => {
        const page = await intranet.openAs(visitor, { theme, width });
        const check = async (what: string): Promise<void> => {
          assert.deepEqual(await violations(page), [], what);
          assert.equal(await sidewaysScroll(page), 0, what);
        };
        const article = page.getByRole('article').first();
        await article.waitFor();
        await check('the feed');
        await article.getByRole('button', { name: 'Show all 4 replies' }).click();
        await article.getByRole('button', { name: /^React/ }).first().click();
        await check('the kinds of reaction');
        await page.keyboard.press('Escape');
        await article.getByRole('button', { name: /^3 reactions/ }).click();
        await check('who reacted');
        await page.keyboard.press('Escape');
        await article.getByRole('button', { name: /^More actions/ }).first().click();
        await check('the menu');
        await page.getByRole('menuitem', { name: 'Delete' }).click();
        await check('the question before deleting');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'What would you like to share or ask?' }).click();
        await page.getByRole('textbox', { name: 'Your post' }).pressSequentially('Thanks @lot');
        await page.getByRole('option').first().waitFor();
        await check('writing');
        await page.context().close();
      });
    });
  }

}

describe('high contrast', () => {
  it('tells by more than the theme\'s colours which theme is read and which reaction is one\'s own', async () => {
    const page = await intranet.openAs(visitor, { width: 320 });
    await page.emulateMedia({ forcedColors: 'active' });
    const looks = async (role: string): Promise<string[]> => page.getByRole('group', { name: role }).getByRole('button').evaluateAll((all) => all.slice(0, 4).map((one) => {
      const { backgroundColor, borderTopColor } = getComputedStyle(one);
      return `${one.getAttribute('aria-pressed') ?? ''} ${backgroundColor} ${borderTopColor}`;
    }));
    await page.getByRole('article').first().waitFor();
    const different = (found: readonly string[]): boolean => new Set(found.map((look) => look.replace(/^true |^false /, ''))).size > 1;
    assert.ok(different(await looks('Theme')), 'themes');
    await page.getByRole('article').first().getByRole('button', { name: /^React/ }).first().click();
    const kinds = await looks('React');
    assert.ok(kinds.some((kind) => kind.startsWith('true')) && different(kinds), kinds.join());
    await page.context().close();
  });
});

describe('the set-up check', () => {
  it('has nothing that axe finds wrong in either theme, on a phone too', async () => {
    await intranet.sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilReplies')/fields/getbyinternalnameortitle('PostId')", { method: 'DELETE' });
    for (const theme of ['light', 'dark'] as const) {
      const page = await intranet.openAs(owner, { theme, width: 320 });
      await page.getByRole('row', { name: /PostId/ }).first().waitFor();
      assert.deepEqual(await violations(page), [], theme);
      assert.equal(await sidewaysScroll(page), 0, theme);
      await page.context().close();
    }
    intranet.assertNothingStrange();
  });
});
