/** `@pnp/sp/clientside-pages`, whole, with the comments and likes of pages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClientsidePageFromFile, ClientsideText, ClientsideWebpart, CreateClientsidePage, PromotedState, type IClientsidePage } from '@pnp/sp/clientside-pages/index.js';
import '@pnp/sp/comments/clientside-page.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { editor, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const sp = pnpOf(sharePoint);
const folder = '/sites/intranet/SitePages';

/** What PnPjs' presets add to a page, and its type declarations keep from Node's way of resolving modules. */
type Page = IClientsidePage & {
  enableComments(): Promise<unknown>; disableComments(): Promise<unknown>; addComment(text: string): Promise<Json>; getComments(): Promise<Json[]>; clearComments(): Promise<void>;
  like(): Promise<void>; unlike(): Promise<void>; getLikedByInformation(): Promise<Json>;
};

const items = async (file: string, as?: string): Promise<Json[]> => values(await rest(`web/getlist('${folder}')/items?$filter=FileRef eq '${folder}/${file}'&$select=Title,PromotedState,OData__UIVersionString,CanvasContent1,CommentsDisabled,CheckoutUserId`, as === undefined ? {} : { as }));
const addPage = async (name: string, title: string): Promise<Page> => await CreateClientsidePage(sp.web, name, title) as Page;

describe('PnPjs: pages', () => {
  it('are added, filled, saved as drafts, published and loaded again', async () => {
    const page = await addPage('Filled', 'A filled page');
    const section = page.addSection();
    section.emphasis = 2;
    section.addControl(new ClientsideText('<p>Hello & <em>welcome</em></p>'));
    section.addColumn(4).addControl(new ClientsideText('<p>Second</p>'));
    page.addVerticalSection().addControl(new ClientsideText('<p>Beside</p>'));
    page.description = 'What it is about';
    page.topicHeader = 'Topic';
    page.showTopicHeader = true;
    await page.setAuthorByLoginName(`i:0#.f|membership|${editor}`);
    assert.equal(await page.save(false), true);
    assert.deepEqual([(await items('Filled.aspx'))[0]?.['OData__UIVersionString'], await items('Filled.aspx', visitor)], ['0.1', []]);
    assert.equal(await page.save(), true);
    assert.deepEqual([(await items('Filled.aspx', visitor)).map(({ Title, OData__UIVersionString, CheckoutUserId }) => [Title, OData__UIVersionString, CheckoutUserId])], [[['A filled page', '1.0', null]]]);
    const loaded = await sp.web.loadClientsidePage(`${folder}/Filled.aspx`);
    assert.deepEqual([loaded.title, loaded.description, loaded.topicHeader, loaded.showTopicHeader, loaded.authorByLine, loaded.sections.length, loaded.hasVerticalSection], ['A filled page', 'What it is about', 'Topic', true, editor, 2, true]);
    assert.deepEqual(loaded.sections[0]?.columns.map(({ controls }) => controls.map((control) => (control as ClientsideText).text)), [['<p>Hello &amp; <em>welcome</em></p>'], ['<p>Second</p>']]);
    assert.equal(loaded.sections[0]?.emphasis, 2);
    loaded.sections[0]?.columns[1]?.remove();
    loaded.title = 'Changed';
    await loaded.save();
    const again = await ClientsidePageFromFile(sp.web.getFileByServerRelativePath(`${folder}/Filled.aspx`));
    assert.deepEqual([again.title, again.sections[0]?.columns.length, (await items('Filled.aspx'))[0]?.['OData__UIVersionString']], ['Changed', 1, '2.0']);
    const shown = /id="page-data">(.*)<\/script>/.exec(await (await fetch(`${sharePoint.site}/SitePages/Filled.aspx`)).text())?.[1] ?? '';
    assert.match(shown, /Hello &amp; \\u003cem/);
  });

  it('hold web parts, as their definitions or by hand', async () => {
    const page = await sp.web.addClientsidePage('Web-parts.aspx');
    const part = ClientsideWebpart.fromComponentDef({
      ComponentType: 1, Id: '{6C5F0F4E-8D0F-4B57-9D53-6A2F7C1E9B10}', ManifestType: 1, Name: 'Feed', Status: 0,
      Manifest: JSON.stringify({ preconfiguredEntries: [{ title: { default: 'Feed' }, description: { default: 'The feed' }, properties: { count: 1 } }] }),
    });
    part.setProperties({ count: 2, words: 'a "b" <c>' });
    page.addSection().addControl(part);
    await page.save();
    const loaded = await sp.web.loadClientsidePage(`${folder}/Web-parts.aspx`);
    const found = loaded.findControl<ClientsideWebpart>((control) => control instanceof ClientsideWebpart);
    assert.deepEqual([found?.title, found?.getProperties(), loaded.findControlById(part.id) !== null], ['Feed', { count: 2, words: 'a "b" <c>' }, true]);
    assert.equal(Array.isArray(await sp.web.getClientsideWebParts()), true);
  });

  it('have a banner from a file of the site, which is shown', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const { ServerRelativeUrl } = await sp.web.getFolderByServerRelativePath('/sites/intranet/Shared Documents').files.addUsingPath('banner.png', png, { Overwrite: true });
    const page = await addPage('Banner', 'Banner');
    page.setBannerImage(ServerRelativeUrl, { altText: 'A banner', translateX: 50 });
    await page.save();
    const loaded = await sp.web.loadClientsidePage(`${folder}/Banner.aspx`);
    assert.match(loaded.bannerImageUrl, /\/_layouts\/15\/getpreview\.ashx\?guidSite=[0-9a-f-]+&guidWeb=[0-9a-f-]+&guidFile=[0-9a-f-]+$/);
    const shown = await fetch(loaded.bannerImageUrl);
    assert.deepEqual([shown.status, shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer()).equals(png)], [200, 'image/png', true]);
    const usual = await fetch(`${sharePoint.url}/_layouts/15/images/sitepagethumbnail.png`);
    assert.deepEqual([usual.status, usual.headers.get('content-type')], [200, 'image/png']);
  });

  it('become news, are copied, made templates and reposted', async () => {
    const page = await addPage('Promoted', 'Promoted');
    page.addSection().addControl(new ClientsideText('<p>News</p>'));
    assert.equal(await page.promoteToNews(), true);
    assert.deepEqual((await items('Promoted.aspx', visitor)).map(({ PromotedState: state, OData__UIVersionString: version }) => [state, version]), [[2, '1.0']]);
    const copy = await page.copy(sp.web, 'Promoted-copy', 'The copy', true, PromotedState.NotPromoted);
    assert.deepEqual([copy.title, (await items('Promoted-copy.aspx'))[0]?.['PromotedState']], ['The copy', 0]);
    assert.match(String((await items('Promoted-copy.aspx'))[0]?.['CanvasContent1']), /<p>News<\/p>/);
    const template = await page.saveAsTemplate();
    assert.equal(template.title, 'Promoted');
    assert.match(await sp.web.addRepostPage({ Title: 'Elsewhere', Description: 'd', OriginalSourceUrl: 'https://contoso.example/x', BannerImageUrl: 'https://contoso.example/x.png' } as never), /\/SitePages\/.+\.aspx$/);
    const second = await sp.web.loadClientsidePage(`${folder}/Promoted-copy.aspx`);
    await second.recycle();
    assert.deepEqual(await items('Promoted-copy.aspx'), []);
    await page.delete();
    assert.deepEqual(await items('Promoted.aspx'), []);
  });

  it('give up what was changed', async () => {
    const page = await addPage('Given-up', 'Before');
    await page.save();
    page.title = 'After';
    await page.save(false);
    await page.discardPageCheckout();
    assert.equal(page.title, 'Before');
  });

  it('are liked and commented', async () => {
    const page = await addPage('Talked-about', 'Talked about');
    await page.save();
    await page.addComment('Well said');
    assert.deepEqual((await page.getComments()).map(({ text }) => text), ['Well said']);
    await page.like();
    assert.equal((await page.getLikedByInformation())['likeCount'], '1');
    await page.unlike();
    await page.clearComments();
    assert.deepEqual(await page.getComments(), []);
    await page.disableComments();
    assert.equal((await items('Talked-about.aspx'))[0]?.['CommentsDisabled'], true);
    await page.enableComments();
    assert.equal((await sp.web.loadClientsidePage(`${folder}/Talked-about.aspx`)).commentsDisabled, false);
  });

  it('are shared by e-mail, which is kept', async () => {
    const page = await addPage('Shared', 'Shared & seen');
    await page.save();
    await page.share([editor], 'Look at <this>');
    const [mail] = values<Json>(await rest('/_local/mails').then((reply) => ({ ...reply, json: { value: JSON.parse(reply.text) as unknown } })));
    assert.deepEqual([mail?.['To'], mail?.['Subject']], [[editor], 'Marijke van der Velden shared "Shared & seen" with you']);
    assert.match(String(mail?.['Body']), /Look at &lt;this&gt;.*SitePages\/Shared.aspx/);
    assert.match(await refusedWith(page.share(['nobody@elsewhere.example'], 'Look')), /^500 .*valid recipient/);
  });

  it('are refused to who may not edit them', async () => {
    assert.match(await refusedWith(CreateClientsidePage(pnpOf(sharePoint, visitor).web, 'No', 'No')), /^403/);
    const page = await addPage('Mine', 'Mine');
    assert.match(await refusedWith(pnpOf(sharePoint, editor).web.loadClientsidePage(`${folder}/Mine.aspx`)), /^404/);
    await page.save();
    const theirs = await pnpOf(sharePoint, editor).web.loadClientsidePage(`${folder}/Mine.aspx`);
    await theirs.save(false);
    assert.match(await refusedWith((await sp.web.loadClientsidePage(`${folder}/Mine.aspx`)).save()), /^423 .*checked out for editing/);
  });
});
