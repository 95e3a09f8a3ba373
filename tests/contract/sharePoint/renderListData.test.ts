import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, newList, refusal, restOf, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
let title: string;
before(async () => {
  const places = await newList(rest, 'Places');
  await addItem(rest, places.path, { Title: 'Utrecht' });
  ({ path, title } = await newList(rest, 'Rendered', [
    '<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateOnly"/>', `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`,
    '<Field Type="User" Name="Helper" DisplayName="Helper"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>',
  ]));
  const { Id: HelperId } = (await rest(`web/ensureuser('${visitor}')`, { method: 'POST' })).json;
  await addItem(rest, path, { Title: 'One', Points: 1234.5, Done: true, Due: '2026-02-03T00:00:00Z', PlaceId: 1, HelperId, Link: { Url: 'https://x.example', Description: 'x' }, Tags: ['a', 'b'] });
  for (let at = 2; at <= 5; at += 1) await addItem(rest, path, { Title: `Item ${at}` });
});

const render = async (parameters: object, address = ''): Promise<Json> => {
  const reply = await rest(`${path}/RenderListDataAsStream${address}`, { body: { parameters } });
  assert.equal(reply.status, 200, reply.text);
  assert.equal(reply.headers.get('content-type'), 'application/json; charset=utf-8');
  return reply.json;
};
const fields = (...names: readonly string[]): string => `<ViewFields>${names.map((name) => `<FieldRef Name="${name}"/>`).join('')}</ViewFields>`;

describe('RenderListDataAsStream', () => {
  it('writes rows with the recorded keys, in their order (PagingTests.ListDataAsStreamListItemGetPagedAsyncPaging)', async () => {
    const json = await render({ ViewXml: `<View>${fields('Title')}<RowLimit Paged="TRUE">2</RowLimit></View>` });
    const [row = {}] = json['Row'] as Json[];
    assert.deepEqual(Object.keys(row), ['ID', 'PermMask', 'FSObjType', 'UniqueId', 'ContentTypeId', 'FileRef', 'FileRef.urlencode', 'FileRef.urlencodeasurl', 'FileRef.urlencoding', 'FileRef.scriptencodeasurl', 'Attachments', 'SMTotalSize', '_CommentFlags', '_CommentCount', 'Title', 'ItemChildCount', 'FolderChildCount', 'ScopeId', 'owshiddenversion', 'Restricted']);
    assert.deepEqual([row['ID'], row['PermMask'], row['FSObjType'], row['FileRef'], row['Attachments'], row['owshiddenversion']], ['1', '0x7ffffffffffbffff', '0', `/sites/intranet/Lists/${title}/1_.000`, '0', '1']);
    assert.match(String(row['UniqueId']), /^\{[0-9A-F-]{36}\}$/);
    assert.match(String(row['FileRef.urlencode']), /%2FLists%2FRendered%20\d+%2F1%5F%2E000$/);
    assert.deepEqual({ ...json, Row: 0 }, {
      Row: 0, FirstRow: 1, FolderPermissions: '0x7ffffffffffbffff', LastRow: 2, RowLimit: 2, NextHref: '?Paged=TRUE&p_ID=2&PageFirstRow=3&View=00000000-0000-0000-0000-000000000000',
      FilterLink: '?', ForceNoHierarchy: '1', HierarchyHasIndention: '', CurrentFolderPrincipalCount: '0', CurrentFolderSpItemUrl: '',
    });
  });

  it('writes every column of a view in XML that names none, in their order (ListItemAsFileFromDataStreamTest)', async () => {
    const [row = {}] = (await render({ ViewXml: '<View><RowLimit>1</RowLimit></View>' }))['Row'] as Json[];
    assert.deepEqual([row['Title'], row['LinkTitle'], row['ContentType'], row['_ModerationStatus'], row['_ModerationStatus.'], row['Order.'], row['_UIVersionString'], row['_IsCurrentVersion.value'], row['Points.']], ['One', 'One', 'Item', 'Approved', '0', '100.000000000000', '1.0', '1', '1234.50000000000']);
    assert.match(String(row['GUID']), /^\{[0-9A-F-]{36}\}$/);
    const keys = Object.keys(row);
    assert.ok(keys.indexOf('FileRef') > keys.indexOf('Modified') && keys.indexOf('FileRef.urlencode') === keys.indexOf('FileRef') + 1);
  });

  it('writes an empty page as recorded (renderlistdata-0)', async () => {
    const json = await render({ ViewXml: '<View><Query><Where><Eq><FieldRef Name="Title"/><Value Type="Text">none</Value></Eq></Where></Query></View>' });
    assert.deepEqual([json['Row'], json['FirstRow'], json['LastRow']], [[], 1, 0]);
  });

  it('pages forward by the body, without counting on (PagingTests), and forward and back by the address', async () => {
    const view = `<View>${fields('Title')}<RowLimit Paged="TRUE">2</RowLimit></View>`;
    const idsOf = (json: Json): string => (json['Row'] as Json[]).map((row) => row['ID']).join();
    const body = await render({ ViewXml: view, Paging: 'Paged=TRUE&p_ID=2&PageFirstRow=3' });
    assert.deepEqual([idsOf(body), body['FirstRow'], body['LastRow'], body['PrevHref']], ['3,4', 1, 2, undefined]);
    assert.match(String(body['NextHref']), /p_ID=4&PageFirstRow=3/);
    const second = await render({ ViewXml: view }, '?Paged=TRUE&p_ID=2&PageFirstRow=3');
    assert.deepEqual([idsOf(second), second['FirstRow'], second['LastRow']], ['3,4', 3, 4]);
    const third = await render({ ViewXml: view }, String(second['NextHref']));
    assert.deepEqual([idsOf(third), third['NextHref'], third['FirstRow']], ['5', undefined, 5]);
    const back = await render({ ViewXml: view }, String(third['PrevHref']));
    assert.deepEqual([idsOf(back), back['FirstRow']], ['3,4', 3]);
    assert.equal(idsOf(await render({ ViewXml: view, Paging: 'Paged=TRUE&PagedPrev=TRUE&p_ID=5' })), '3,4');
  });

  it('writes each type as views read it', async () => {
    const json = await render({ ViewXml: `<View>${fields('Points', 'Done', 'Due', 'Place', 'Helper', 'Link', 'Tags', 'Created')}</View>` });
    const [row = {}, empty = {}] = json['Row'] as Json[];
    assert.deepEqual([row['Points'], row['Points.'], row['Done'], row['Done.value'], row['Due'], row['Due.'], row['Link'], row['Link.desc'], row['Tags']], ['1,234.5', '1234.50000000000', 'Yes', '1', '2/3/2026', '2026-02-03T00:00:00Z', 'https://x.example', 'x', ['a', 'b']]);
    assert.deepEqual(row['Place'], [{ lookupId: 1, lookupValue: 'Utrecht', isSecretFieldValue: false }]);
    assert.deepEqual((row['Helper'] as Json[]).map(({ title: name, email }) => [name, email]), [['Yusuf Demir', visitor]]);
    assert.deepEqual([row['Place.'], row['Helper.title'], row['Helper.email'], row['Helper.id']], ['1;#Utrecht', 'Yusuf Demir', visitor, (row['Helper'] as Json[])[0]?.['id']]);
    assert.match(String(row['Helper.span']), /userdisp\.aspx\?ID=\d+">Yusuf Demir<\/a>/);
    assert.deepEqual([empty['Done.value'], empty['Place.'], empty['Helper.id'], empty['Points.']], ['', '', '', '']);
    assert.deepEqual([empty['Points'], empty['Place'], empty['Helper'], empty['Done'], empty['Due'], empty['Tags']], ['', '', '', '', '', '']);
    assert.match(String(row['Created']), /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d [AP]M$/);
    assert.match(String(((await render({ ViewXml: `<View>${fields('Created')}</View>`, DatesInUtc: true }))['Row'] as Json[])[0]?.['Created']), /^\d{4}-\d\d-\d\dT/);
  });

  it('uses the view with which the list opens when it is given none, and names what is not here', async () => {
    assert.deepEqual(((await render({}))['Row'] as Json[]).map((row) => row['Title']), ['One', 'Item 2', 'Item 3', 'Item 4', 'Item 5']);
    assert.match(refusal(await rest(`${path}/renderlistdataasstream`, { body: { parameters: { RenderOptions: 34 } } })), /^501 .*RenderOptions 32/);
    assert.match(refusal(await rest(`${path}/renderlistdataasstream`, { body: { parameters: 'x' } })), /^400/);
  });
});
