import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf } from './pnp.ts';
import { addItem, assertKeys, merge, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => {
  sp = pnpOf(sharePoint);
});

const made = async (title: string, template: number): Promise<Json> => {
  const created = await rest('web/lists', { body: { Title: title, BaseTemplate: template } });
  assert.equal(created.status, 201, created.text);
  return created.json;
};

describe('templates of lists', () => {
  it('make lists with their base type, feature, content type and view', async () => {
    const facts = [
      [103, 0, 'Link', '0x0105', 'All Links'], [104, 0, 'Announcement', '0x0104', 'All items'], [105, 0, 'Contact', '0x0106', 'All contacts'], [106, 0, 'Event', '0x0102', 'Calendar'],
      [107, 0, 'Task', '0x0108', 'All Tasks'], [109, 1, 'Picture', '0x010102', 'All Pictures'],
    ] as const;
    for (const [template, baseType, name, id, view] of facts) {
      const list = await made(`Of ${template}`, template);
      assert.deepEqual([list['BaseTemplate'], list['BaseType']], [template, baseType]);
      assert.match(String(list['TemplateFeatureId']), new RegExp(`0${template}$`));
      const [contentType = {}] = values(await rest(`web/lists(guid'${String(list['Id'])}')/contenttypes`));
      assert.deepEqual([contentType['Name'], String(contentType['StringId']).startsWith(`${id}00`)], [name, true]);
      const [first = {}] = values(await rest(`web/lists(guid'${String(list['Id'])}')/views?$filter=DefaultView eq true`));
      assert.equal(first['Title'], view);
    }
    assert.match(refusal(await rest('web/lists', { body: { Title: 'No', BaseTemplate: 108 } })), /^501 .*template 108/);
    assert.match(refusal(await rest('web/lists', { body: { Title: 'No', BaseTemplate: 5 } })), /^400 /);
  });

  it('give contacts, tasks, links and announcements their columns', async () => {
    await addItem(rest, "web/lists/getbytitle('Of 105')", { Title: 'Jansen', FirstName: 'Lotte', Email: 'l@contoso.example' });
    const first = await addItem(rest, "web/lists/getbytitle('Of 107')", { Title: 'First' });
    const second = await addItem(rest, "web/lists/getbytitle('Of 107')", { Title: 'Then', PredecessorsId: [first], PercentComplete: 0.5 });
    const task = (await rest(`web/lists/getbytitle('Of 107')/items(${second})?$select=Status,Priority,PercentComplete,Predecessors/Title&$expand=Predecessors`)).json;
    assert.deepEqual([task['Status'], task['Priority'], task['PercentComplete'], task['Predecessors']], ['Not Started', '(2) Normal', 0.5, [{ Title: 'First' }]]);
    await addItem(rest, "web/lists/getbytitle('Of 103')", { URL: { Url: 'https://x.example', Description: 'x' } });
    await addItem(rest, "web/lists/getbytitle('Of 104')", { Title: 'News', Body: '<p>Hello</p>', Expires: '2026-12-01T00:00:00Z' });
    assert.match(refusal(await rest("web/lists/getbytitle('Of 107')/fields/getbyinternalnameortitle('Status')/deleteobject", { method: 'POST' })), /^500 /);
  });

  it('know how large a picture is', async () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from([0, 0, 0, 40, 0, 0, 0, 30]), Buffer.alloc(9)]);
    const reply = await fetch(`${sharePoint.site}/_api/web/lists/getbytitle('Of 109')/rootfolder/files/add(url='a.png',overwrite=true)?$expand=ListItemAllFields`, { method: 'POST', body: png, headers: { authorization: 'Bearer owner', accept: 'application/json;odata=nometadata' } });
    assert.equal(reply.status, 200);
    const [row = {}] = values(await rest("web/lists/getbytitle('Of 109')/items?$select=ImageWidth,ImageHeight,FileLeafRef"));
    assert.deepEqual([row['ImageWidth'], row['ImageHeight'], row['FileLeafRef']], [40, 30, 'a.png']);
  });
});

describe('a list of events', () => {
  let path: string;
  before(async () => {
    path = `web/lists(guid'${String((await made('Meetings', 106))['Id'])}')`;
  });

  it('answers by default what users of SharePoint Online quote, and the rest when it is selected', async () => {
    const id = await addItem(rest, path, { Title: 'Standup', EventDate: '2026-03-01T09:00:00Z', EndDate: '2026-03-01T09:30:00Z', Location: 'Room 42', Category: 'Meeting' });
    const item = (await rest(`${path}/items(${id})`)).json;
    assertKeys(item, 'FileSystemObjectType Id ServerRedirectedEmbedUri ServerRedirectedEmbedUrl ContentTypeId Title OData__ColorTag ComplianceAssetId Location EventDate EndDate Description fAllDayEvent fRecurrence ParticipantsPickerId ParticipantsPickerStringId Category FreeBusy Overbook ID Modified Created AuthorId EditorId OData__UIVersionString Attachments GUID');
    assert.match(String(item['ContentTypeId']), /^0x010200[0-9A-F]{32}$/);
    assert.deepEqual([item['fAllDayEvent'], item['fRecurrence']], [false, false]);
    const more = (await rest(`${path}/items(${id})?$select=Duration,EventType,RecurrenceData,RecurrenceID,TimeZone,UID,XMLTZone`)).json;
    assert.deepEqual([more['Duration'], more['EventType'], more['RecurrenceData']], [1800, 0, null]);
    assert.equal((await rest(`${path}/items(${id})`, { body: { EndDate: '2026-03-01T10:00:00Z' }, headers: merge })).status, 204);
    assert.equal((await rest(`${path}/items(${id})?$select=Duration`)).json['Duration'], 3600);
  });

  it('keeps series as their makers write them', async () => {
    const rule = '<recurrence><rule><firstDayOfWeek>su</firstDayOfWeek><repeat><daily dayFrequency="1" /></repeat><repeatInstances>10</repeatInstances></rule></recurrence>';
    const id = await addItem(rest, path, { Title: 'Daily', EventDate: '2026-03-01T09:00:00Z', EndDate: '2026-03-10T09:30:00Z', fRecurrence: true, RecurrenceData: rule, Duration: 1800 });
    const item = (await rest(`${path}/items(${id})?$select=fRecurrence,EventType,Duration,RecurrenceData`)).json;
    assert.deepEqual([item['fRecurrence'], item['EventType'], item['Duration'], item['RecurrenceData']], [true, 1, 1800, rule]);
    assert.match(refusal(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View RecurrenceRowset="TRUE"/>' } } })), /^501 /);
  });

  it('has its types of columns, views and forms', async () => {
    const types = Object.fromEntries(values(await rest(`${path}/fields?$select=InternalName,TypeAsString,FieldTypeKind,Indexed,CanBeDeleted`)).map((field) => [field['InternalName'], [field['TypeAsString'], field['FieldTypeKind']]]));
    assert.deepEqual([types['fAllDayEvent'], types['fRecurrence'], types['EventDate'], types['ParticipantsPicker']], [['AllDayEvent', 29], ['Recurrence', 21], ['DateTime', 4], ['UserMulti', 20]]);
    assert.deepEqual(values(await rest(`${path}/views`)).map((view) => [view['Title'], view['ViewType'], String(view['ServerRelativeUrl']).split('/').pop()]), [['Calendar', 'CALENDAR', 'calendar.aspx'], ['All Events', 'HTML', 'AllItems.aspx'], ['Current Events', 'HTML', 'MyItems.aspx']]);
    assert.equal((await rest(`${path}/defaultviewurl`)).json['value'], '/sites/intranet/Lists/Meetings/calendar.aspx');
    assert.deepEqual(values(await rest(`${path}/forms`)).map((form) => [form['FormType'], String(form['ServerRelativeUrl']).split('/').pop()]), [[4, 'DispForm.aspx'], [6, 'EditForm.aspx'], [8, 'NewForm.aspx']]);
  });
});

describe('parts of lists', () => {
  it('are read: what can be added, rights management, event receivers', async () => {
    const list = "web/lists/getbytitle('Meetings')";
    const reader = (await rest(`${list}/creatablesinfo`, { as: visitor })).json;
    assert.deepEqual([reader['CanCreateItems'], (await rest(`${list}/creatablesinfo`)).json['CanCreateItems']], [false, true]);
    assert.equal((await rest(`${list}/informationrightsmanagementsettings`)).json['LicenseCacheExpireDays'], 30);
    assert.deepEqual(values(await rest(`${list}/eventreceivers`)), []);
    assert.match((await rest(`${list}/forms`, { headers: { accept: verbose } })).text, /"type":"SP.Form"/);
    assert.match(refusal(await rest(`${list}/saveastemplate`, { body: {} })), /^501 /);
  });

  it('reserve the number of an item (PnPjs)', async () => {
    await sp.web.lists.add('Reserved');
    const list = sp.web.lists.getByTitle('reserved');
    assert.equal(await list.reserveListItemId(), 1);
    assert.equal(await list.reserveListItemId(), 2);
    assert.equal((await list.items.add({ Title: 'x' })).Id, 3);
    assert.equal(await list.reserveListItemId(), 4);
    assert.match(refusal(await rest("web/lists/getbytitle('Reserved')/reservelistitemid", { method: 'POST', as: visitor })), /^403 /);
  });

  it('ensure the libraries that a web has (PnPjs)', async () => {
    await rest('web/getlist(\'/sites/intranet/SiteAssets\')', { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.match(refusal(await rest('web/lists/ensuresiteassetslibrary', { method: 'POST', as: visitor })), /^403 /);
    const assets = await sp.web.lists.ensureSiteAssetsLibrary();
    const read = await assets.select('Id', 'Title', 'IsSiteAssetsLibrary', 'EntityTypeName')() as unknown as Json;
    assert.deepEqual([read['Title'], read['IsSiteAssetsLibrary'], read['EntityTypeName']], ['Site Assets', true, 'SiteAssets']);
    assert.equal((await (await sp.web.lists.ensureSiteAssetsLibrary())()).Id, read['Id']);
    assert.equal((await (await sp.web.lists.ensureSitePagesLibrary())()).Title, 'Site Pages');
    const info = await assets.getParentInfos();
    assert.deepEqual([info.List.RootFolderServerRelativeUrl, info.ParentWeb.ServerRelativeUrl], ['/sites/intranet/SiteAssets', '/sites/intranet']);
  });
});
