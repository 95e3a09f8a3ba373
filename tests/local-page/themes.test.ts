import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { coloursOf } from '../../local-sharepoint/page/themes/colours.ts';
import { allFields } from './samplePackage/samplePackage.ts';
import { startPageSuite, type PageSuite } from './sitePage.ts';
import { webPartHtml } from './storedCanvas.ts';

const emphases = [0, 1, 2, 3] as const;
const id = (number: number): string => `dddddddd-0000-4000-8000-00000000000${number}`;

interface Seen { readonly background: string | null; readonly consumed: string | null; readonly inverted: string | null; readonly themes: string | null; readonly sdks: string | null; readonly token: string }

/** What each web part says of the theme it has. */
const seen = (page: Page): Promise<Seen[]> => page.locator('.sample').evaluateAll((all) => all.map((sample) => ({
  background: sample.getAttribute('data-background'), consumed: sample.getAttribute('data-consumed'), inverted: sample.getAttribute('data-inverted'), themes: sample.getAttribute('data-themes'),
  sdks: sample.getAttribute('data-sdks'), token: getComputedStyle(sample.querySelector('.sample-token') ?? sample).color,
})));

const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

describe('the theme service', () => {
  let suite: PageSuite;
  let path = '';
  before(async () => {
    suite = await startPageSuite();
    path = await suite.addPage('Themes.aspx', `<div>${emphases.map((emphasis) => webPartHtml(allFields, id(emphasis), { title: `Section ${emphasis}` }, [emphasis + 1, 1, 1], { emphasis: { zoneEmphasis: emphasis } })).join('')}</div>`);
  });
  after(async () => { await suite.end(); });

  it('gives each web part the colours of its section, in both themes, changed while it runs', async () => {
    const { page, shown, problems, close } = await suite.open({ path });
    await shown(4);
    const expected = (theme: 'light' | 'dark', themes: string): Seen[] => emphases.map((emphasis) => {
      const { background, isInverted } = coloursOf(theme, emphasis);
      return { background, consumed: background, inverted: String(isInverted), themes, sdks: '0', token: rgb(coloursOf(theme, 0).primary) };
    });
    assert.deepEqual(await seen(page), expected('light', '1'));
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('switch', { name: 'Dark theme' }).check();
    await page.locator('.sample[data-themes="2"]').nth(3).waitFor();
    assert.deepEqual(await seen(page), expected('dark', '2'));
    await page.reload();
    await shown(4);
    assert.deepEqual(await seen(page), expected('dark', '1'), 'the theme is remembered');
    assert.deepEqual(problems, []);
    await close();
  });

  it('is heard by web parts when the background of their section changes, and only by them', async () => {
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(4);
    await page.getByLabel('Background').first().selectOption('Strong');
    await page.locator(`[data-instance="${id(0)}"] .sample[data-themes="2"]`).waitFor();
    assert.deepEqual((await seen(page)).map(({ background, themes }) => [background, themes]), emphases.map((emphasis) => [coloursOf('light', emphasis === 0 ? 3 : emphasis).background, emphasis === 0 ? '2' : '1']));
    assert.equal(await page.locator('.lsp-section').first().evaluate((section) => getComputedStyle(section).backgroundColor), rgb(coloursOf('light', 3).background));
    await close();
  });
});
