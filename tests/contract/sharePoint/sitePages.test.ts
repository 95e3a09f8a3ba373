/** Pages through the SitePages service: made, saved, published, promoted, copied; the item, the file and the page host show the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { assertKeys, editor, merge, minimal, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

const pages = 'sitepages/pages';
const metadataKeys = 'AbsoluteUrl AuthorByline BannerImageUrl BannerThumbnailUrl CallToAction Categories ContentTypeId Description DoesUserHaveEditPermission FileName FirstPublished Id IsPageCheckedOutToCurrentUser IsWebWelcomePage Modified PageLayoutType Path PromotedState Title TopicHeader UniqueId Url Version VersionInfo';
const pageKeys = `${metadataKeys} AlternativeUrlMap AuthoringMetadata CanvasContent1 CoAuthState Language LayoutWebpartsContent SitePageFlags`;

const text = (innerHTML: string): object => ({ controlType: 4, id: '3eacf73c-8e45-4258-84c7-ced6edfe0240', position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12, layoutIndex: 1 }, emphasis: {}, innerHTML });
const webPart = {
  controlType: 3, id: '8d4a1c7e-41c7-4a3b-9b42-2f7a3c1f0e11', webPartId: '6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10', position: { zoneIndex: 1, sectionIndex: 1, controlIndex: 2, sectionFactor: 12, layoutIndex: 1 }, emphasis: {},
  webPartData: { id: '6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10', instanceId: '8d4a1c7e-41c7-4a3b-9b42-2f7a3c1f0e11', title: 'A "feed"', dataVersion: '1.0', properties: { count: 3, words: "it's <b>" } },
};
const settings = { controlType: 0, pageSettingsSlice: { isDefaultDescription: true, isDefaultThumbnail: true } };

async function newPage(body: object = {}, as?: string): Promise<Json> {
  const made = await rest(pages, { body, ...as === undefined ? {} : { as } });
  assert.equal(made.status, 201, made.text);
  return made.json;
}

async function call(path: string, body: object = {}, as?: string): Promise<Json> {
  const answer = await rest(path, { body, ...as === undefined ? {} : { as } });
  assert.equal(answer.status, 200, answer.text);
  return answer.json;
}

const shown = async (file: string, as: string): Promise<Response> => fetch(`${sharePoint.site}/SitePages/${file}`, { headers: { authorization: `Basic ${btoa(`${as}:any`)}` } });

describe('a page', () => {
  it('is made checked out, with the recorded keys and a name by chance, and named by its first title', async () => {
    const made = await newPage({ PageLayoutType: 'Article', PromotedState: 0 });
    assertKeys(made, pageKeys);
    const { Id, FileName, IsPageCheckedOutToCurrentUser, Version, FirstPublished, VersionInfo, CanvasContent1, LayoutWebpartsContent, Title, BannerImageUrl, Path, Url } = made;
    assert.deepEqual([IsPageCheckedOutToCurrentUser, Version, FirstPublished, VersionInfo, CanvasContent1, LayoutWebpartsContent, Title, BannerImageUrl], [true, '0.1', '0001-01-01T08:00:00Z', { LastVersionCreated: '0001-01-01T00:00:00', LastVersionCreatedBy: '' }, '[]', null, null, null]);
    assert.deepEqual([/^[0-9a-z]{8}\.aspx$/.test(String(FileName)), Path, Url], [true, { DecodedUrl: `SitePages/${String(FileName)}` }, `SitePages/${String(FileName)}`]);
    assert.deepEqual(await call(`${pages}(${String(Id)})/savepage`, { Title: 'The  annual fair: 2027!', CanvasContent1: JSON.stringify([text('<p>Hello</p>')]), TopicHeader: 'News', Description: 'About it', AuthorByline: [editor] }), { value: true });
    const { json } = await rest(`${pages}(${String(Id)})`);
    assert.deepEqual([json['FileName'], json['Title'], json['TopicHeader'], json['Description'], json['AuthorByline'], json['BannerImageUrl']],
      ['The-annual-fair-2027!.aspx', 'The  annual fair: 2027!', 'News', 'About it', [editor], `${sharePoint.url}/_layouts/15/images/sitepagethumbnail.png`]);
    await call(`${pages}(${String(Id)})/savepage`, { Title: 'Another title' });
    assert.equal((await rest(`${pages}/getbyid(${String(Id)})?$select=FileName`)).json['FileName'], 'The-annual-fair-2027!.aspx');
    const item = (await rest(`web/getlist('/sites/intranet/SitePages')/items(${String(Id)})`)).json;
    assertKeys(item, 'FileSystemObjectType Id ServerRedirectedEmbedUri ServerRedirectedEmbedUrl ContentTypeId ComplianceAssetId WikiField Title CanvasContent1 BannerImageUrl Description PromotedState FirstPublishedDate LayoutWebpartsContent OData__AuthorBylineId _AuthorBylineStringId OData__TopicHeader OData__SPSitePageFlags OData__SPCallToAction OData__OriginalSourceUrl OData__OriginalSourceSiteId OData__OriginalSourceWebId OData__OriginalSourceListId OData__OriginalSourceItemId OData__ColorTag ID Created AuthorId Modified EditorId OData__CopySource CheckoutUserId OData__UIVersionString GUID');
    assert.deepEqual([item['CheckoutUserId'], item['OData__UIVersionString'], item['OData__TopicHeader']], [(await rest('web/currentuser')).json['Id'], '0.1', 'News']);
  });

  it('keeps its controls: as JSON for the service, as HTML in its item, and shows them', async () => {
    const { Id } = await newPage({ Name: 'Controls.aspx', Title: 'Controls' });
    const controls = [text('<p>One & <b>two'), webPart, settings];
    const layout = [{ id: 'cbe7b0a9-3504-44dd-a3a3-0e5cacd07788', instanceId: 'cbe7b0a9-3504-44dd-a3a3-0e5cacd07788', title: 'Title Region', dataVersion: '1.4', properties: { title: 'Controls: "all"' } }];
    await call(`${pages}(${String(Id)})/savepage`, { CanvasContent1: JSON.stringify(controls), LayoutWebpartsContent: JSON.stringify(layout) });
    const { json } = await rest(`${pages}/getbyurl('SitePages/controls.aspx')`);
    assert.deepEqual([JSON.parse(String(json['CanvasContent1'])), JSON.parse(String(json['LayoutWebpartsContent']))], [[text('<p>One &amp; <b>two</b></p>'), webPart, settings], layout]);
    const item = (await rest(`${pages}(${String(Id)})/listitemallfields`)).json;
    assert.match(String(item['CanvasContent1']), /^<div><div data-sp-canvascontrol="" data-sp-canvasdataversion="1.0" data-sp-controldata="&#123;&quot;controlType&quot;&#58;4,.*<div data-sp-rte=""><p>One &amp; <b>two<\/b><\/p><\/div><\/div><div .*data-sp-webpartdata="&#123;/);
    assert.match(String(item['LayoutWebpartsContent']), /^<div><div data-sp-canvascontrol="" data-sp-canvasdataversion="1.4" data-sp-controldata="&#123;&quot;id&quot;&#58;&quot;cbe7b0a9-/);
    await call(`${pages}(${String(Id)})/publish`);
    assert.match(await (await shown('Controls.aspx', visitor)).text(), /6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10/);
    for (const CanvasContent1 of ['{', '{"a":1}', '[1]']) assert.match(refusal(await rest(`${pages}(${String(Id)})/savepage`, { body: { CanvasContent1 } })), /^400 -2147024809/);
    assert.match(refusal(await rest(`${pages}(${String(Id)})/savepage`, { body: { Nonsense: 1 } })), /^400 .*'Nonsense' does not exist on type 'SP.Publishing.SitePage'/);
    assert.match(refusal(await rest(`${pages}(${String(Id)})/savepage`, { body: { Title: 1 } })), /^400 .*Edm.String/);
  });

  it('is a draft for editors until it is published, and again after a change; readers see the last published version', async () => {
    const { Id } = await newPage({ Name: 'Drafts.aspx', Title: 'Version one' });
    const page = `${pages}(${String(Id)})`;
    for (const as of [editor, visitor]) assert.deepEqual([(await rest(page, { as })).status, (await shown('Drafts.aspx', as)).status], [404, 404], as);
    assert.deepEqual(await call(`${page}/savepageasdraft`, { Description: 'Soon' }), { value: true });
    assert.deepEqual([(await rest(page, { as: editor })).json['Version'], (await rest(page, { as: visitor })).status, (await shown('Drafts.aspx', visitor)).status], ['0.1', 404, 404]);
    assert.deepEqual(await call(`${page}/publish`, {}, editor), { value: true });
    const published = (await rest(page, { as: visitor })).json;
    assert.deepEqual([published['Version'], published['Title'], published['DoesUserHaveEditPermission'], (published['VersionInfo'] as Json)['LastVersionCreatedBy']], ['1.0', 'Version one', false, 'Samir El Amrani']);
    assert.match(String(published['FirstPublished']), /^20/);
    const checkedOut = await call(`${page}/checkoutpage`, {}, editor);
    assert.equal(checkedOut['IsPageCheckedOutToCurrentUser'], true);
    await call(`${page}/savepage`, { Title: 'Version two' }, editor);
    assert.deepEqual([(await rest(page)).json['Title'], (await rest(page, { as: visitor })).json['Title']], ['Version one', 'Version one']);
    assert.match(refusal(await rest(`${page}/savepage`, { body: { Title: 'Mine' } })), /^423 .*SPFileCheckOutException The file "SitePages\/Drafts.aspx" is checked out for editing by /);
    const discarded = await call(`${page}/discardPage`, {}, editor);
    assert.deepEqual([discarded['Title'], discarded['Version'], discarded['IsPageCheckedOutToCurrentUser']], ['Version one', '1.0', false]);
    await call(`${page}/savepage`, { Title: 'Version three' }, editor);
    await call(`${page}/publish`, {}, editor);
    assert.deepEqual([(await rest(page, { as: visitor })).json['Title'], (await rest(page)).json['Version'], (await rest(page)).json['FirstPublished']], ['Version three', '2.0', published['FirstPublished']]);
    assert.match(await (await shown('Drafts.aspx', visitor)).text(), /Version three/);
    for (const method of ['savepage', 'checkoutpage', 'publish', 'promotetonews']) assert.match(refusal(await rest(`${page}/${method}`, { body: { Title: 'x' }, as: visitor })), /^403/, method);
    assert.match(refusal(await rest(pages, { body: { PageLayoutType: 'Article' }, as: visitor })), /^403/);
  });

  it('becomes news, and no news', async () => {
    const { Id } = await newPage({ Name: 'News.aspx', Title: 'News' });
    const page = `${pages}(${String(Id)})`;
    const state = async (): Promise<unknown> => (await rest(page)).json['PromotedState'];
    await call(`${page}/promoteToNews`);
    assert.equal(await state(), 1);
    await call(`${page}/publish`);
    assert.equal(await state(), 2);
    assert.deepEqual(values(await rest(`${pages}?$filter=PromotedState eq 2&$select=Title,Id`)), [{ Title: 'News', Id }]);
    await call(`${page}/demoteFromNews`);
    assert.equal(await state(), 0);
    await call(`${page}/promoteToNews`);
    assert.deepEqual([await state(), (await rest(`${page}/listitemallfields?$select=PromotedState,OData__UIVersionString`)).json], [2, { PromotedState: 2, OData__UIVersionString: '1.0' }]);
  });

  it('is published at the moment that was set, by the clock', async () => {
    const { Id } = await newPage({ Name: 'Later.aspx', Title: 'Later', PromotedState: 1 });
    const page = `${pages}(${String(Id)})`;
    const at = new Date(Date.now() + 3_600_000).toISOString();
    for (const PublishStartDate of ['2001-01-01T00:00:00Z', 'soon', undefined]) assert.match(refusal(await rest(`${page}/schedulepublish`, { body: { sitePage: { PublishStartDate } } })), /^400 /);
    assert.match(refusal(await rest(`${page}/schedulepublish`, { body: { sitePage: { PublishStartDate: at } }, as: visitor })), /^404/);
    assert.match(String((await call(`${page}/SchedulePublish`, { sitePage: { PublishStartDate: at } }))['value']), /^\d+$/);
    assert.deepEqual([(await rest(page)).json['Version'], (await rest(page, { as: visitor })).status], ['0.1', 404]);
    try {
      assert.equal((await rest('/_local/clock', { body: { now: new Date(Date.now() + 7_200_000).toISOString() } })).status, 200);
      const { json } = await rest(page, { as: visitor });
      assert.deepEqual([json['Version'], json['PromotedState'], (json['VersionInfo'] as Json)['LastVersionCreatedBy']], ['1.0', 2, 'Marijke van der Velden']);
    } finally {
      await rest('/_local/clock', { method: 'DELETE' });
    }
  });

  it('is copied, made a template, reposted, recycled and deleted', async () => {
    const { Id } = await newPage({ Name: 'Source.aspx', Title: 'Source', CanvasContent1: JSON.stringify([text('<p>Words</p>')]) });
    const page = `${pages}(${String(Id)})`;
    const copy = await call(`${page}/copy`);
    assert.deepEqual([copy['FileName'], copy['Title'], copy['CanvasContent1'], copy['IsPageCheckedOutToCurrentUser']], ['Source(1).aspx', 'Copy of Source', JSON.stringify([text('<p>Words</p>')]), true]);
    const template = await call(`${page}/savepageastemplate`);
    assert.deepEqual([String(template['Url']).startsWith('SitePages/Templates/'), template['SitePageFlags']], [true, 'Template']);
    await call(`${pages}(${String(template['Id'])})/savepage`, { Title: 'My template' });
    assert.deepEqual(values(await rest(`${pages}/templates`)).map(({ Title, FileName }) => [Title, FileName]), [['My template', 'My-template.aspx']]);
    assert.equal(values(await rest(pages)).some(({ Title }) => Title === 'My template'), false);
    const repost = (await rest(`${pages}/reposts`, { body: { Title: 'Elsewhere', OriginalSourceUrl: 'https://contoso.example/news', Description: 'Read it there' } })).json;
    assert.deepEqual([repost['PageLayoutType'], repost['PromotedState'], repost['Version']], ['RepostPage', 2, '1.0']);
    assert.match(String((await call(`${pages}(${String(copy['Id'])})/recycle`))['value']), /^[0-9a-f-]{36}$/);
    assert.equal((await rest(page, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    for (const id of [Id, copy['Id'], 999]) assert.match(refusal(await rest(`${pages}(${String(id)})`)), /^404 -2130575338, System.ArgumentException Item does not exist/);
  });

  it('is listed, filtered and read in every format, and has its likes and comments', async () => {
    const { Id } = await newPage({ Name: 'Listed.aspx', Title: 'Listed' });
    await call(`${pages}(${String(Id)})/publish`);
    const [listed] = values(await rest(`${pages}?$filter=FileName eq 'Listed.aspx'`));
    assertKeys(listed, metadataKeys);
    assert.deepEqual(values(await rest(`${pages}?$select=Title,CanvasContent1&$filter=Id eq ${String(Id)}`)), [{ Title: 'Listed', CanvasContent1: '[]' }]);
    const light = (await rest(`${pages}(${String(Id)})`, { headers: { accept: minimal } })).json;
    assert.deepEqual([light['odata.type'], light['odata.editLink']], ['SP.Publishing.SitePage', `SitePages/Pages(${String(Id)})`]);
    const heavy = (await rest(`${pages}(${String(Id)})`, { headers: { accept: verbose } })).json['d'] as { __metadata: Json; Path: Json };
    assert.deepEqual([heavy.__metadata['type'], (heavy.Path['__metadata'] as Json)['type']], ['SP.Publishing.SitePage', 'SP.ResourcePath']);
    assert.equal((await rest(`${pages}(${String(Id)})/like`, { method: 'POST', as: visitor })).status, 200);
    assert.equal((await rest(`${pages}(${String(Id)})/comments`, { body: { text: 'Well said' }, as: visitor })).status, 201);
    assert.deepEqual(values(await rest(`${pages}(${String(Id)})/comments`)).map(({ text: said }) => said), ['Well said']);
    assert.equal((await rest(`${pages}(${String(Id)})/listitemallfields/setcommentsdisabled(true)`, { method: 'POST' })).status, 200);
    assert.match(refusal(await rest(`${pages}(${String(Id)})/comments`, { body: { text: 'Too late' } })), /^403/);
    assert.deepEqual((await rest(`${pages}(${String(Id)})?$select=Id,CreatedBy/Name&$expand=CreatedBy`)).json, { CreatedBy: { Name: 'Marijke van der Velden' }, Id });
  });
});

describe('the item of a page', () => {
  it('is a page for the service too, and a change of it is a draft', async () => {
    const list = "web/getlist('/sites/intranet/SitePages')";
    const home = (await rest(`${pages}/getbyurl('SitePages/Home.aspx')`)).json;
    assert.deepEqual([home['IsWebWelcomePage'], home['PageLayoutType'], home['Version'], JSON.parse(String(home['CanvasContent1']))[0]?.position?.zoneIndex], [true, 'Home', '1.0', 1]);
    assert.equal((await rest(`${list}/items(${String(home['Id'])})`, { body: { Title: 'New home' }, headers: merge })).status, 204);
    const title = async (as: string): Promise<unknown> => (await rest(`${list}/items(${String(home['Id'])})`, { as })).json['Title'];
    assert.deepEqual([await title(editor), await title(visitor)], ['New home', 'Home']);
    assert.equal((await rest(`${list}/items(${String(home['Id'])})/file/publish(comment='')`, { method: 'POST' })).status, 200);
    assert.equal(await title(visitor), 'New home');
    const library = (await rest(list)).json;
    assert.deepEqual([library['EnableMinorVersions'], library['ForceCheckout'], library['EnableFolderCreation'], library['EnableModeration']], [true, true, false, false]);
    assert.equal((await rest('lists/EnsureClientRenderedSitePagesLibrary?$select=Id', { method: 'POST' })).json['Id'], library['Id']);
  });
});
