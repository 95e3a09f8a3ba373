import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { allFields, applying, failing } from './samplePackage/samplePackage.ts';
import { editor, feed, startPageSuite, visitor, type PageSuite } from './sitePage.ts';
import { controlHtml, placeOf, storedControls, webPartHtml } from './storedCanvas.ts';

const [one, two, three] = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000003'];

const tools = (page: Page, instanceId: string) => ({ click: (name: string): Promise<void> => page.locator(`[data-key="${instanceId}/${name}"]`).click() });
const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The page is saved.').waitFor();
};
const addWebPart = async (page: Page, id: string, at = 0): Promise<void> => {
  await page.getByRole('button', { name: 'Add a web part' }).nth(at).click();
  await page.locator(`[data-web-part="${id}"]`).click();
};

describe('edit mode', () => {
  let suite: PageSuite;
  before(async () => { suite = await startPageSuite(); });
  after(async () => { await suite.end(); });

  it('is for those who may edit pages', async () => {
    for (const [as, may] of [[undefined, true], [editor, true], [visitor, false]] as const) {
      const { page, close } = await suite.open({ path: '/sites/intranet/SitePages/Home.aspx?Mode=Edit', ...as === undefined ? {} : { as } });
      assert.equal(await page.getByRole('button', { name: 'Save', exact: true }).count(), may ? 1 : 0);
      assert.equal(await page.getByRole('button', { name: /^(Edit|New page)$/ }).count(), 0);
      if (may) await page.getByRole('button', { name: 'Discard changes' }).click();
      await page.locator('html[data-ready]:not(.lsp-editing)').waitFor();
      assert.equal(await page.getByRole('button', { name: /^(Edit|New page)$/ }).count(), may ? 2 : 0);
      await close();
    }
    const refused = await suite.sharePoint.ask("web/lists/getbytitle('Site Pages')/items(1)", { as: visitor, method: 'POST', body: { Title: 'Mine' }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
    assert.equal(refused.status, 403);
  });

  it('makes a page with web parts of several packages, one of them twice, and stores it as SharePoint does', async () => {
    const { page, problems, shown, close } = await suite.open({ as: editor });
    await page.getByRole('button', { name: 'New page' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('Give the page a title.').waitFor();
    await page.getByRole('dialog').getByLabel('Page title').fill('Café & "plans" <2027>');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.waitForURL(/Cafe-plans-2027\.aspx\?Mode=Edit$/);
    await page.getByRole('button', { name: 'Add a web part' }).click();
    await page.getByRole('searchbox').fill('FEED');
    await page.getByText('1 web part', { exact: true }).waitFor();
    await page.locator(`[data-web-part="${feed}"]`).click();
    await addWebPart(page, allFields);
    await addWebPart(page, allFields);
    await shown(3);
    assert.equal(await page.locator('.sample[data-mode="2"]').count(), 2, 'new web parts are in edit mode');
    await page.locator('.sample-count').nth(1).click();
    await save(page);
    assert.equal(await page.locator('.sample[data-mode="1"]').count(), 2, 'after saving they are read');
    const { Title, CanvasContent1 } = await suite.stored('Cafe-plans-2027.aspx');
    assert.equal(Title, 'Café & "plans" <2027>');
    const controls = storedControls(CanvasContent1);
    assert.deepEqual(controls.map((control) => [placeOf(control), control.controlData['controlType'], control.webPart?.id, control.webPart?.properties['count']]), [
      ['1.1.1', 3, feed, undefined], ['1.1.2', 3, allFields, 0], ['1.1.3', 3, allFields, 1],
    ]);
    assert.equal(new Set(controls.map(({ webPart }) => webPart?.instanceId)).size, 3);
    assert.deepEqual(controls[1]?.webPart?.serverProcessedContent, { htmlStrings: {}, searchablePlainTexts: { title: 'All fields' }, imageSources: {}, links: { link: '/sites/intranet' } });
    assert.match(controls[1]?.html ?? '', /<div data-sp-prop-name="title" data-sp-searchableplaintext="true">All fields<\/div><a data-sp-prop-name="link" href="\/sites\/intranet"><\/a>/);
    assert.deepEqual(problems, []);
    await close();
    const read = await suite.open({ path: '/sites/intranet/SitePages/cafe-plans-2027.aspx', as: visitor });
    await read.shown(3);
    assert.deepEqual(await read.page.locator('.sample-title').allTextContents(), ['All fields', 'All fields']);
    assert.match(await read.page.locator('.sample-properties').nth(1).innerText(), /"count":1/);
    assert.deepEqual(await read.page.locator('.lsp-navigation a').allTextContents(), ['Home', 'Café & "plans" <2027>']);
    assert.equal(await read.page.title(), 'Café & "plans" <2027> – Intranet');
    assert.deepEqual(read.problems, []);
    await read.close();
  });

  it('moves web parts up, down, to other columns and other sections', async () => {
    const path = await suite.addPage('Moves.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}${webPartHtml(allFields, two, { title: 'Two' }, [1, 1, 2])}${webPartHtml(applying, three, { title: 'Three' }, [2, 1, 1], { emphasis: { zoneEmphasis: 3 } })}</div>`);
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(3);
    await tools(page, one).click('down');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-key')), `${one}/properties`, 'the tool is disabled now: the focus is beside it');
    await tools(page, one).click('up');
    await page.getByLabel('Layout').first().selectOption('twoThirdsLeft');
    await tools(page, two).click('move');
    await page.getByRole('button', { name: 'Section 1, column 2' }).click();
    await tools(page, three).click('move');
    await page.getByRole('button', { name: 'Section 1, column 1' }).click();
    assert.equal(await page.locator(`[data-instance="${three}"] .sample`).getAttribute('data-background'), '#ffffff', 'the web part has the colours of its new section at once');
    await page.getByLabel('Background').first().selectOption('Soft');
    assert.deepEqual(await page.locator('.sample').evaluateAll((all) => all.map((one) => one.getAttribute('data-background'))), ['#ebf3fc', '#ebf3fc', '#ebf3fc']);
    await page.getByRole('group', { name: 'Tools of section 2' }).getByRole('button', { name: 'Move up' }).click();
    await save(page);
    const controls = storedControls((await suite.stored('Moves.aspx')).CanvasContent1);
    assert.deepEqual(controls.map((control) => [placeOf(control), control.controlData.position?.['sectionFactor'], control.controlData.emphasis, control.webPart?.instanceId]), [
      ['1.1.1', 12, { zoneEmphasis: 3 }, undefined], ['2.1.1', 8, { zoneEmphasis: 2 }, one], ['2.1.2', 8, { zoneEmphasis: 2 }, three], ['2.2.1', 4, { zoneEmphasis: 2 }, two],
    ]);
    await close();
  });

  it('gives back what was deleted, with what was changed before', async () => {
    const path = await suite.addPage('Undo.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}${webPartHtml(allFields, two, { title: 'Two' }, [2, 1, 1])}</div>`);
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(2);
    await page.locator(`[data-instance="${one}"] .sample-count`).click();
    await tools(page, one).click('remove');
    await page.getByText('"Made elsewhere" is deleted.').waitFor();
    assert.equal(await page.locator(`[data-instance="${one}"]`).count(), 0);
    assert.match(await page.locator('body').getAttribute('data-disposed') ?? '', new RegExp(one), 'the web part was told to clean up');
    await page.keyboard.press('Enter');
    await page.getByText('It is back.').waitFor();
    await page.locator(`[data-instance="${one}"] .sample-properties`, { hasText: '"count":1' }).waitFor();
    await page.getByRole('group', { name: 'Tools of section 2' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The section is deleted.').waitFor();
    assert.equal(await page.locator('.sample').count(), 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await shown(2);
    await tools(page, two).click('remove');
    await save(page);
    const controls = storedControls((await suite.stored('Undo.aspx')).CanvasContent1);
    assert.deepEqual(controls.map((control) => [placeOf(control), control.webPart?.properties['count']]), [['1.1.1', 1], ['2.1.1', undefined]]);
    await close();
  });

  it('keeps everything when somebody else saved the page in the meantime', async () => {
    const path = await suite.addPage('Conflict.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}</div>`, 'Before');
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit`, as: editor });
    await shown(1);
    await page.locator('.sample-count').click();
    const theirs = await suite.sharePoint.ask("web/lists/getbytitle('Site Pages')/items?$select=Id&$filter=FileLeafRef eq 'Conflict.aspx'");
    const { Id } = (theirs.json as { value: [{ Id: number }] }).value[0];
    await suite.sharePoint.ask(`web/lists/getbytitle('Site Pages')/items(${Id})`, { method: 'POST', body: { Title: 'Theirs' }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else saved this page in the meantime.').waitFor();
    assert.match(await page.locator('.sample-properties').innerText(), /"count":1/);
    assert.equal((await suite.stored('Conflict.aspx')).Title, 'Theirs', 'nothing was overwritten');
    await page.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('The page is saved.').waitFor();
    const stored = await suite.stored('Conflict.aspx');
    assert.equal(storedControls(stored.CanvasContent1)[0]?.webPart?.properties['count'], 1);
    await close();
  });

  it('keeps everything when SharePoint refuses or does not answer, and can be saved afterwards', async () => {
    const path = await suite.addPage('Faults.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}</div>`);
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(1);
    await page.locator('.sample-count').click();
    await page.getByLabel('Page title').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Give the page a title.').waitFor();
    await page.getByLabel('Page title').fill('Faults');
    await suite.sharePoint.fault({ status: 503, match: { path: '/items\\(' } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The page was not saved.').waitFor();
    assert.match(await page.locator('.sample-properties').innerText(), /"count":1/);
    await save(page);
    assert.equal((await suite.stored('Faults.aspx')).Title, 'Faults');
    await close();
  });

  it('asks before changes are lost, and only then', async () => {
    const path = await suite.addPage('Leaving.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}</div>`);
    const { page, shown, close } = await suite.open({ path });
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await shown(1);
    await page.getByRole('link', { name: 'Intranet' }).click();
    await page.waitForURL(/Home\.aspx$/);
    assert.deepEqual(asked, [], 'nothing was changed');
    await page.goto(suite.sharePoint.url + path);
    await shown(1);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.locator('.sample-count').click();
    const dialog = page.waitForEvent('dialog');
    await page.getByRole('link', { name: 'Intranet' }).click();
    await dialog;
    assert.deepEqual(asked, ['beforeunload']);
    assert.match(page.url(), /Leaving\.aspx\?Mode=Edit$/);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    assert.match(await page.locator('.sample-properties').innerText(), /"count":1/);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await page.locator('html[data-ready]:not(.lsp-editing)').waitFor();
    await shown(1);
    assert.match(await page.locator('.sample-properties').innerText(), /^\{"title":"One"\}$/);
    assert.deepEqual(asked, ['beforeunload']);
    await close();
  });

  it('shows a page that another tool wrote, and keeps what it does not know', async () => {
    const unknown = controlHtml({ controlType: 99, id: 'u1', position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 2, sectionFactor: 12, layoutIndex: 1, zoneId: 'z-1' }, theirs: { a: [1] } }, '<p>unknown</p>');
    const missing = webPartHtml('99999999-0000-4000-8000-000000000000', two, { secret: 'kept' }, [1, 1, 3], { reservedHeight: 120 });
    const empty = controlHtml({ displayMode: 2, position: { zoneIndex: 0.5, sectionIndex: 2, sectionFactor: 6 } }, '');
    const settings = controlHtml({ controlType: 0, pageSettingsSlice: { isDefaultDescription: true } }, '');
    const text = controlHtml({ controlType: 4, id: three, position: { zoneIndex: 0.5, sectionIndex: 1, controlIndex: 1, sectionFactor: 6 }, editorType: 'CKEditor' }, '<div data-sp-rte=""><h2>Welcome</h2><p style="color&#58;#a4262c;">Hello <a href="/sites/intranet">there</a></p></div>');
    const path = await suite.addPage('Elsewhere.aspx', `<div>${settings}${missing}${unknown}${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1], { zoneGroupMetadata: { type: 1, displayName: 'Group' } })}${text}${empty}</div>`);
    const read = await suite.open({ path, as: visitor });
    await read.shown(1);
    assert.deepEqual(await read.page.locator('.lsp-section').evaluateAll((all) => all.map((section) => section.querySelectorAll('.lsp-column').length)), [2, 1]);
    await read.page.getByText('The web part "Made elsewhere" is not installed here.').waitFor();
    assert.equal(await read.page.getByRole('heading', { name: 'Welcome' }).count(), 1);
    assert.equal(await read.page.getByText('Hello there').evaluate((shown) => getComputedStyle(shown).color), 'rgb(164, 38, 44)');
    await read.close();
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(1);
    await tools(page, one).click('down');
    await save(page);
    const controls = storedControls((await suite.stored('Elsewhere.aspx')).CanvasContent1);
    assert.deepEqual(controls.map((control) => [placeOf(control), control.controlData['controlType'], control.controlData['id']]), [
      ['1.1.1', 4, three], ['1.2.1', undefined, 'emptySection'], ['2.1.1', 99, 'u1'], ['2.1.2', 3, one], ['2.1.3', 3, two], ['undefined.undefined.undefined', 0, undefined],
    ]);
    assert.deepEqual(controls[0]?.controlData['editorType'], 'CKEditor');
    assert.match(controls[0]?.html ?? '', /<div data-sp-rte=""><h2>Welcome<\/h2><p style="color:#a4262c;">Hello <a href="\/sites\/intranet">there<\/a><\/p><\/div>/);
    assert.deepEqual([controls[2]?.controlData['theirs'], controls[2]?.controlData.position?.['zoneId'], controls[2]?.html.includes('<p>unknown</p>')], [{ a: [1] }, 'z-1', true]);
    assert.deepEqual(controls.slice(2, 5).map(({ controlData }) => controlData['zoneGroupMetadata']), Array(3).fill({ type: 1, displayName: 'Group' }));
    assert.deepEqual([controls[4]?.controlData['reservedHeight'], controls[4]?.webPart?.properties], [120, { secret: 'kept' }]);
    assert.deepEqual(controls[5]?.controlData['pageSettingsSlice'], { isDefaultDescription: true });
    await close();
  });

  it('lets only web parts that can stand from edge to edge', async () => {
    const path = await suite.addPage('Wide.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}${webPartHtml(applying, two, { title: 'Two' }, [2, 1, 1])}</div>`);
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(2);
    assert.deepEqual(await page.locator('option[value="fullWidth"]').evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).disabled)), [false, true]);
    await page.getByLabel('Layout').first().selectOption('fullWidth');
    await page.getByRole('button', { name: 'Add a web part' }).first().click();
    assert.deepEqual(await page.locator('[data-web-part]').evaluateAll((all) => all.map((tile) => tile.getAttribute('data-web-part'))), [allFields]);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator(`[data-key="${two}/move"]`).isDisabled(), true);
    const [wide, page1200] = await page.locator(`[data-instance="${one}"]`).evaluate((shown) => [shown.clientWidth, window.innerWidth]);
    assert.ok(wide !== undefined && page1200 !== undefined && wide > page1200 - 40);
    await close();
  });

  it('shows that a web part failed, in its place, and lets it be deleted', async () => {
    const path = await suite.addPage('Fails.aspx', `<div>${webPartHtml(failing, one, {}, [1, 1, 1])}${webPartHtml(allFields, two, { title: 'Two' }, [1, 1, 2])}</div>`);
    const { page, shown, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(1);
    await page.locator(`[data-instance="${one}"]`).getByText(/went wrong/i).waitFor();
    await tools(page, one).click('remove');
    await save(page);
    assert.deepEqual(storedControls((await suite.stored('Fails.aspx')).CanvasContent1).map(({ webPart }) => webPart?.instanceId), [two]);
    await close();
  });

  it('works with the keyboard alone', async () => {
    const path = await suite.addPage('Keys.aspx', `<div>${webPartHtml(allFields, one, { title: 'One' }, [1, 1, 1])}${webPartHtml(allFields, two, { title: 'Two' }, [1, 1, 2])}</div>`);
    const { page, shown, close } = await suite.open({ path });
    await shown(2);
    const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-key') ?? document.activeElement?.getAttribute('data-command') ?? document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null);
    const press = async (key: string, times = 1): Promise<void> => { for (let time = 0; time < times; time += 1) await page.keyboard.press(key); };
    await press('Tab');
    assert.equal(await focused(), 'Skip to content');
    await page.locator('[data-command="edit"]').focus();
    await press('Enter');
    assert.equal(await focused(), 'save');
    await page.locator(`[data-key="${one}/properties"]`).focus();
    await press('ArrowRight');
    assert.equal(await focused(), `${one}/down`, 'up is disabled and passed over');
    await press('Enter');
    assert.equal(await focused(), `${one}/properties`);
    await press('End');
    assert.equal(await focused(), `${one}/remove`);
    await press('ArrowRight');
    assert.equal(await focused(), `${one}/properties`);
    await press('Enter');
    await page.locator('aside').getByLabel('Title').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.closest('aside') !== null), true);
    await press('Escape');
    assert.equal(await focused(), `${one}/properties`);
    assert.deepEqual(await page.locator('.sample-title').allTextContents(), ['Two', 'One']);
    await close();
  });
});
