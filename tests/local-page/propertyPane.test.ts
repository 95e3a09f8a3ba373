import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { allFields, applying } from './samplePackage/samplePackage.ts';
import { feed, startPageSuite, type PageSuite, type SitePage } from './sitePage.ts';
import { storedControls, webPartHtml } from './storedCanvas.ts';

const [one, two] = ['bbbbbbbb-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];

/** What a web part shows of its own properties. */
const properties = async (page: Page, instanceId = one): Promise<Record<string, unknown>> => JSON.parse(await page.locator(`[data-instance="${instanceId}"] .sample-properties`).innerText()) as Record<string, unknown>;
const told = (page: Page, instanceId = one): Promise<string[]> => page.locator(`[data-instance="${instanceId}"] .sample-told li`).allTextContents();
const property = async (page: Page, text: string, instanceId = one): Promise<void> => { await page.locator(`[data-instance="${instanceId}"] .sample-properties`, { hasText: text }).waitFor(); };

describe('the property pane', () => {
  let suite: PageSuite;
  let made = 0;
  before(async () => { suite = await startPageSuite(); });
  after(async () => { await suite.end(); });

  /** A page with one web part, or two, in edit mode, and the pane of the first one. */
  async function openPane(webPartId: string, more: object = {}, other?: string): Promise<SitePage & { readonly file: string }> {
    made += 1;
    const file = `Pane${made}.aspx`;
    const path = await suite.addPage(file, `<div>${webPartHtml(webPartId, one, { title: 'One', ...more }, [1, 1, 1])}${other === undefined ? '' : webPartHtml(other, two, { title: 'Two' }, [1, 1, 2])}</div>`);
    const opened = await suite.open({ path: `${path}?Mode=Edit` });
    await opened.shown(other === undefined ? 1 : 2);
    await opened.page.locator(`[data-key="${one}/properties"]`).click();
    await opened.page.locator('aside h2').waitFor();
    return { ...opened, file };
  }

  it('draws every kind of field, with the values that the web part has', async () => {
    const { page, problems, close } = await openPane(allFields, { lines: 'a\nb', agreed: true, fruit: 3, size: 'large', level: 4 });
    const pane = page.locator('aside');
    assert.equal(await pane.getByRole('heading', { level: 2 }).textContent(), 'Made elsewhere');
    assert.equal(await pane.locator('.lsp-pane-description').textContent(), 'Every kind of field.');
    assert.deepEqual(await pane.getByRole('heading', { level: 3 }).allTextContents(), ['Texts', 'Choices']);
    assert.equal(await pane.getByLabel('Title').inputValue(), 'One');
    assert.equal(await pane.getByLabel('Title').getAttribute('maxlength'), '40');
    assert.equal(await pane.getByText('Shown at the top').count(), 1);
    assert.deepEqual(await pane.getByLabel('Lines').evaluate((box) => [box.tagName, (box as HTMLTextAreaElement).value]), ['TEXTAREA', 'a\nb']);
    assert.deepEqual(await pane.getByLabel('Locked').evaluate((box) => [(box as HTMLInputElement).disabled, (box as HTMLInputElement).value]), [true, 'Not to be changed']);
    assert.equal(await pane.getByRole('switch', { name: 'More' }).isChecked(), false);
    assert.equal(await pane.getByText('Hidden').count(), 1);
    assert.equal(await pane.getByRole('checkbox', { name: 'Agreed' }).isChecked(), true);
    const fruit = pane.getByLabel('Fruit');
    assert.equal(await fruit.evaluate((box) => (box as HTMLSelectElement).selectedOptions[0]?.textContent), 'Mango');
    assert.deepEqual(await fruit.locator('optgroup').evaluateAll((groups) => groups.map((group) => [(group as HTMLOptGroupElement).label, group.children.length])), [['From here', 2], ['From afar', 1]]);
    assert.equal(await fruit.locator('hr').count(), 1);
    assert.equal(await pane.getByRole('group', { name: 'Size' }).getByRole('radio', { name: 'Large' }).isChecked(), true);
    assert.equal(await pane.getByRole('radio', { name: 'Huge' }).isDisabled(), true);
    assert.equal(await pane.getByRole('group', { name: 'Shape' }).locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth > 0), true);
    await pane.getByRole('button', { name: 'Next' }).click();
    await pane.getByText('2 of 2').waitFor();
    assert.equal(await pane.getByRole('slider', { name: 'Level' }).inputValue(), '4');
    assert.equal(await pane.locator('output').textContent(), '4 %');
    assert.equal(await pane.getByText('A label').isVisible(), false);
    const others = pane.getByRole('button', { name: 'Others' });
    assert.equal(await others.getAttribute('aria-expanded'), 'false');
    await others.click();
    assert.equal(await pane.getByRole('heading', { level: 4 }).textContent(), 'A heading');
    assert.equal(await pane.getByText('A label').isVisible(), true);
    assert.deepEqual(await pane.getByRole('link', { name: 'A link' }).evaluate((link) => [link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]), ['/sites/intranet', '_blank', 'noopener noreferrer']);
    assert.equal(await pane.getByText('A hostile link').getAttribute('href'), null);
    assert.equal(await pane.locator('hr').count(), 1);
    assert.equal(await pane.getByRole('button', { name: 'Custom first' }).count(), 1);
    assert.deepEqual(problems, []);
    await close();
  });

  it('gives every change to the web part at once, and the page stores it', async () => {
    const { page, file, problems, close } = await openPane(allFields);
    const pane = page.locator('aside');
    await pane.getByLabel('Title').pressSequentially(' and more');
    await property(page, '"title":"One and more"');
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).value), 'One and more', 'the field keeps the focus and what was typed');
    await pane.getByLabel('Lines').fill('a\nb');
    await pane.getByLabel('More', { exact: true }).check();
    await pane.getByText('Shown', { exact: true }).waitFor();
    await pane.getByLabel('More text').fill('nested');
    await pane.getByLabel('Agreed').check();
    await pane.getByLabel('Fruit').selectOption('Mango');
    await pane.getByRole('radio', { name: 'Large' }).check();
    await pane.getByRole('radio', { name: 'Tiles' }).check();
    await pane.getByRole('button', { name: 'Next' }).click();
    await pane.getByRole('slider', { name: 'Level' }).press('ArrowRight');
    await pane.getByRole('button', { name: 'Others' }).click();
    await pane.getByRole('button', { name: 'Press' }).click();
    await pane.getByRole('button', { name: 'Press' }).click();
    await pane.getByRole('button', { name: 'Custom first' }).click();
    await property(page, '"first":"chosen"');
    const wanted = {
      title: 'One and more', lines: 'a\nb', extra: true, more: { text: 'nested' }, agreed: true, fruit: 3, size: 'large', shape: 'tiles', level: 2, pressed: 2, custom: { first: 'chosen' },
    };
    assert.deepEqual(await properties(page), wanted);
    assert.ok((await told(page)).includes('agreed: undefined → true'), 'onPropertyPaneFieldChanged was called');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The page is saved.').waitFor();
    assert.equal(await pane.isVisible(), false);
    const [control] = storedControls((await suite.stored(file)).CanvasContent1);
    // Indexed texts are kept apart, as SharePoint does.
    assert.deepEqual({ title: 'One and more', ...control?.webPart?.properties }, wanted);
    assert.ok(!('title' in (control?.webPart?.properties ?? {})));
    assert.deepEqual((control?.webPart?.serverProcessedContent as { searchablePlainTexts: object }).searchablePlainTexts, { title: 'One and more' });
    await page.reload();
    await property(page, '"pressed":2');
    assert.deepEqual(await properties(page), wanted);
    assert.deepEqual(problems, []);
    await close();
  });

  it('shows what is wrong with a text, at once or later, and keeps it from the web part', async () => {
    const { page, close } = await openPane(allFields);
    const pane = page.locator('aside');
    await pane.getByLabel('Checked at once').fill('Hey!');
    await pane.getByText('No exclamation marks, please.').waitFor();
    assert.equal(await pane.getByLabel('Checked at once').getAttribute('aria-invalid'), 'true');
    assert.equal((await properties(page))['checked'], undefined);
    await pane.getByLabel('Checked at once').fill('Hey');
    await property(page, '"checked":"Hey"');
    assert.equal(await pane.getByText('No exclamation marks, please.').count(), 0);
    await pane.getByLabel('Checked later').fill('taken');
    await pane.getByText('This name is taken.').waitFor();
    await pane.getByLabel('Checked later').fill('slow');
    await page.waitForFunction(() => 'sampleAnswer' in window);
    await pane.getByLabel('Checked later').fill('quick');
    await property(page, '"asked":"quick"');
    // The answer about "slow" comes last, and no longer counts.
    await page.evaluate(() => (window as unknown as { sampleAnswer(): void }).sampleAnswer());
    await pane.getByLabel('Title').fill('Another');
    await property(page, '"title":"Another"');
    assert.equal((await properties(page))['asked'], 'quick');
    await close();
  });

  it('lets custom fields draw themselves, keeps their element, and tells them when they go', async () => {
    const { page, close } = await openPane(allFields);
    const pane = page.locator('aside');
    await pane.getByLabel('More', { exact: true }).check();
    const custom = pane.getByRole('button', { name: 'Custom second' });
    await custom.waitFor();
    await pane.getByLabel('Title').fill('Drawn again');
    await pane.locator('.sample-custom[data-drawn="2"]').waitFor();
    await custom.click();
    await property(page, '"second":"chosen"');
    await pane.getByLabel('More', { exact: true }).uncheck();
    await page.getByText('custom second disposed').waitFor();
    assert.equal(await custom.count(), 0);
    await close();
  });

  it('waits for "Apply" when the web part wants that', async () => {
    const { page, close } = await openPane(applying);
    const pane = page.locator('aside');
    const apply = pane.getByRole('button', { name: 'Apply' });
    assert.equal(await apply.isDisabled(), true);
    await pane.getByLabel('Title').fill('');
    await pane.getByText('Give it a title.').waitFor();
    assert.equal(await apply.isDisabled(), true);
    await pane.getByLabel('Title').fill('Another');
    await page.waitForFunction(() => document.querySelector<HTMLButtonElement>('aside .lsp-primary')?.disabled === false);
    assert.equal(await page.locator('.sample-title').textContent(), 'One');
    await apply.click();
    await page.locator('.sample-title', { hasText: 'Another' }).waitFor();
    assert.deepEqual((await told(page)).filter((word) => /^(start|applied|complete)$/.test(word)), ['start', 'complete', 'applied']);
    await pane.getByLabel('Title').fill('Forgotten');
    await page.waitForFunction(() => document.querySelector<HTMLButtonElement>('aside .lsp-primary')?.disabled === false);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Configure' }).click();
    assert.equal(await pane.getByLabel('Title').inputValue(), 'Another', 'what was not applied is forgotten');
    await close();
  });

  it('is opened by web parts themselves, one at a time, and says what belongs to whom', async () => {
    const { page, close } = await openPane(allFields, {}, applying);
    const pane = page.locator('aside');
    await page.locator(`[data-instance="${two}"] .sample-configure`).click();
    await pane.getByRole('button', { name: 'Apply' }).waitFor();
    assert.deepEqual((await told(page)).filter((word) => word !== 'resized'), ['start', 'complete']);
    assert.deepEqual((await told(page, two)).filter((word) => word !== 'resized'), ['start']);
    assert.ok((await told(page)).includes('resized'), 'the pane takes width from the page');
    await page.locator(`[data-key="${two}/remove"]`).click();
    assert.equal(await pane.isVisible(), false, 'a deleted web part has no pane');
    await close();
  });

  it('shows the shipped web part\'s own properties', async () => {
    const { page, problems, close } = await openPane(feed);
    const pane = page.locator('aside');
    await pane.getByLabel('Posts to load at once').waitFor();
    await pane.getByLabel('Title').fill('Our conversations');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The page is saved.').waitFor();
    assert.deepEqual(problems, []);
    await close();
  });
});
