import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { allFields, applying } from './samplePackage/samplePackage.ts';
import { feed, startPageSuite, visitor, type PageSuite } from './sitePage.ts';
import { controlHtml, webPartHtml } from './storedCanvas.ts';

const id = (number: number): string => `cccccccc-0000-4000-8000-00000000000${number}`;
const strong = { emphasis: { zoneEmphasis: 3 } };

/** Sections of all backgrounds and several layouts, with texts and web parts of both packages. */
const canvas = `<div>${controlHtml({ controlType: 4, id: id(1), position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12 }, ...strong }, '<div data-sp-rte=""><h2>Welcome</h2><p>Read <a href="/sites/intranet">more</a></p></div>')}`
  + webPartHtml(allFields, id(2), { title: 'One' }, [2, 1, 1, 8], { emphasis: { zoneEmphasis: 1 } }) + webPartHtml(applying, id(3), { title: 'Two' }, [2, 2, 1, 4], { emphasis: { zoneEmphasis: 1 } })
  + webPartHtml(allFields, id(4), { title: 'Three' }, [3, 1, 1], { emphasis: { zoneEmphasis: 2 } }) + webPartHtml(feed, id(5), {}, [4, 1, 1])
  + webPartHtml(applying, id(6), { title: 'Beside' }, [1, 1, 1], { position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 2 } }) + '</div>';

const widths = (page: Page): Promise<number[]> => page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('.lsp-scroll')?.scrollWidth ?? 0]);

describe('the page', () => {
  let suite: PageSuite;
  let path = '';
  before(async () => {
    suite = await startPageSuite();
    path = await suite.addPage('Look.aspx', canvas, 'How it looks');
  });
  after(async () => { await suite.end(); });

  for (const theme of ['light', 'dark'] as const) {
    it(`has no accessibility violation in the ${theme} theme: reading, account menu, editing, toolbox, pane`, async () => {
      const { page, shown, close } = await suite.open({ path, theme });
      await shown(5);
      const check = async (what: string): Promise<void> => { assert.deepEqual(await violations(page), [], what); };
      await check('reading');
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.locator('.lsp-person').first().waitFor();
      await check('account menu');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await check('editing');
      await page.getByRole('button', { name: 'Add a web part' }).first().click();
      await check('toolbox');
      await page.keyboard.press('Escape');
      await page.locator(`[data-key="${id(2)}/properties"]`).click();
      await page.locator('aside').getByLabel('Title').waitFor();
      await page.locator('aside').getByLabel('Checked at once').fill('!');
      await page.getByText('No exclamation marks').waitFor();
      await check('first page of the pane');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Others' }).click();
      await page.locator('.sample-custom').waitFor();
      await check('second page of the pane');
      await page.keyboard.press('Escape');
      await page.locator(`[data-key="${id(3)}/remove"]`).click();
      await check('a message with a way back');
      await close();
    });
  }

  it('fits 320 pixels without scrolling sideways, reading and editing, in both languages', async () => {
    for (const language of ['en-US', 'nl-NL']) {
      const { page, shown, close } = await suite.open({ path, language, width: 320 });
      await shown(5);
      assert.deepEqual(await widths(page), [320, 320], `reading in ${language}`);
      await page.locator('[data-command="edit"]').click();
      assert.deepEqual(await widths(page), [320, 320], `editing in ${language}`);
      await page.locator(`[data-key="${id(2)}/properties"]`).click();
      await page.locator('aside input').first().waitFor();
      assert.deepEqual(await page.locator('aside').evaluate((pane) => [pane.scrollWidth, pane.clientWidth]), [320, 320], `pane in ${language}`);
      await close();
    }
  });

  it('speaks Dutch when that is chosen, and so do the web parts', async () => {
    const { page, shown, close } = await suite.open({ path });
    await page.getByRole('button', { name: /^Account of/ }).click();
    const reloaded = page.waitForEvent('load');
    await page.getByLabel('Language').selectOption('Nederlands');
    await reloaded;
    await shown(5);
    assert.equal(await page.getAttribute('html', 'lang'), 'nl-NL');
    await page.getByText('Begin gesprekken op deze site').waitFor();
    await page.getByRole('button', { name: 'Bewerken' }).click();
    await page.getByRole('button', { name: 'Webonderdeel toevoegen' }).first().click();
    assert.deepEqual((await page.locator('[data-web-part] strong').allTextContents()).slice(0, 2), ['Alle velden', 'Faalt altijd']);
    assert.match(await page.locator('.lsp-byline time').textContent() ?? '', /^\d+ [a-z]+ \d{4}$/);
    await close();
  });

  it('asks nothing of any other host, and causes no error, for owner and visitor', async () => {
    for (const as of [undefined, visitor]) {
      const { page, shown, problems, elsewhere, close } = await suite.open({ path, ...as === undefined ? {} : { as } });
      await shown(5);
      await page.waitForLoadState('networkidle');
      assert.deepEqual([problems, elsewhere], [[], []]);
      await close();
    }
  });

  it('lets somebody act as another person', async () => {
    const { page, problems, close } = await suite.open({ path });
    await page.getByRole('button', { name: 'Account of Marijke van der Velden' }).click();
    await page.getByRole('searchbox', { name: 'Find somebody' }).fill('yusuf');
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: /Yusuf Demir/ }).click();
    await reloaded;
    await page.getByRole('button', { name: 'Account of Yusuf Demir' }).waitFor();
    await page.locator('html[data-ready]').waitFor();
    assert.equal(await page.locator('[data-command]').count(), 0);
    assert.deepEqual(problems, []);
    await close();
  });

  it('leaves the looks of web parts to themselves', async () => {
    const { page, shown, close } = await suite.open({ path });
    await shown(5);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const reached = await page.evaluate((instanceId) => {
      const names = ['button', 'input', 'select', 'textarea', 'a', 'p', 'h1', 'h2', 'ul', 'li', 'table', 'td', 'fieldset', 'legend', 'label', 'img', 'section', 'header', 'main', 'hr', 'dialog', 'nav', 'aside', 'div', 'span', 'svg'];
      const place = document.querySelector(`[data-instance="${instanceId}"]`);
      const probes = names.map((name) => document.createElement(name));
      // Names that anybody may give to their own.
      for (const probe of probes) probe.className = 'section column control field tools text choice dialog notice primary button photo pane hint editing';
      place?.append(...probes);
      const rulesOf = (rules: CSSRuleList): CSSStyleRule[] => [...rules].flatMap((rule) => rule instanceof CSSStyleRule ? [rule] : rule instanceof CSSMediaRule ? rulesOf(rule.cssRules) : []);
      const rules = [...document.styleSheets].filter(({ href }) => href?.endsWith('/page.css')).flatMap((sheet) => rulesOf(sheet.cssRules));
      return { rules: rules.length, found: rules.filter(({ selectorText }) => probes.some((probe) => probe.matches(selectorText))).map(({ selectorText }) => selectorText) };
    }, id(2));
    assert.ok(reached.rules > 100);
    assert.deepEqual(reached.found, []);
    await close();
  });
});
