import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf } from './pnp.ts';
import { addItem, merge, newList, refusal, restOf, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const sp = pnpOf(sharePoint);
let path: string;
let title: string;
before(async () => {
  const places = await newList(rest, 'Places');
  for (const Title of ['Utrecht', 'Assen']) await addItem(rest, places.path, { Title });
  ({ path, title } = await newList(rest, 'Orders', [
    '<Field Type="Choice" Name="Status" DisplayName="Status"><CHOICES><CHOICE>Open</CHOICE><CHOICE>Closed</CHOICE></CHOICES></Field>', '<Field Type="Number" Name="Amount" DisplayName="Amount"/>',
    `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`, '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateTime"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>',
  ]));
  for (const [Title, Status, Amount, PlaceId, Due] of [['a', 'Open', 10, 1, '2026-03-01T08:00:00Z'], ['b', 'Closed', 5, 2, '2026-03-01T20:00:00Z'], ['c', 'Open', 2.5, 2, '2026-03-02T08:00:00Z'], ['d', 'Open', null, 1, null], ['e', null, 7, null, null]] as const) {
    await addItem(rest, path, { Title, Status, Amount, PlaceId, Due });
  }
});

const render = async (parameters: object, query = ''): Promise<Json> => {
  const reply = await rest(`${path}/RenderListDataAsStream${query}`, { body: { parameters } });
  assert.equal(reply.status, 200, reply.text);
  return reply.json;
};
const rowsOf = (json: Json): Json[] => json['Row'] as Json[];
const titles = (json: Json): string => rowsOf(json).map((row) => row['Title']).join('');
const fields = (...names: readonly string[]): string => `<ViewFields>${names.map((name) => `<FieldRef Name="${name}"/>`).join('')}</ViewFields>`;
const grouped = (groups: string, attributes = 'Collapse="TRUE"'): string => `<View><Query><GroupBy ${attributes}>${groups}</GroupBy></Query>${fields('Title', 'Status', 'Amount')}<RowLimit>100</RowLimit></View>`;

describe('groups in RenderListDataAsStream', () => {
  it('answers one row for each group, with the keys that SharePoint Online writes (firmfooting/dbml-sharepoint)', async () => {
    const json = await render({ ViewXml: grouped('<FieldRef Name="Status"/>') });
    assert.deepEqual(rowsOf(json).map((row) => [row['Status'], row['Status.COUNT.group'], row['Status.groupindex']]), [['', '1', '1_'], ['Closed', '1', '2_'], ['Open', '3', '3_']]);
    assert.deepEqual(rowsOf(json)[2], { Status: 'Open', 'Status.urlencoded': '%3B%23Open%3B%23', 'Status.singleurlencoded': 'Open', 'Status.COUNT.group': '3', 'Status.newgroup': '1', 'Status.groupindex': '3_' });
    assert.equal(rowsOf(json)[0]?.['Status.urlencoded'], '%3B%23%3B%23');
    assert.deepEqual([json['FirstRow'], json['LastRow']], [1, 3]);
  });

  it('groups by two columns: counts of both levels', async () => {
    const rows = rowsOf(await render({ ViewXml: grouped('<FieldRef Name="Status" Ascending="FALSE"/><FieldRef Name="Place"/>') }));
    assert.deepEqual(rows.map((row) => [row['Status'], (row['Place'] as Json[] | '') === '' ? '' : (row['Place'] as Json[])[0]?.['lookupValue'], row['Status.COUNT.group'], row['Status.newgroup'], row['Status.groupindex'], row['Place.COUNT.group2'], row['Place.groupindex2']]), [
      ['Open', 'Assen', '3', '1', '1_', '1', '1_'], ['Open', 'Utrecht', '3', '', '1_', '2', '2_'], ['Closed', 'Assen', '1', '1', '2_', '1', '1_'], ['', '', '1', '1', '3_', '1', '1_'],
    ]);
    assert.equal(rows[1]?.['Place.urlencoded'], '%3B%23Open%3B%23Utrecht%3B%23');
    assert.equal(rowsOf(await render({ ViewXml: grouped('<FieldRef Name="Status"/><FieldRef Name="Place"/>'), FirstGroupOnly: true })).length, 3);
  });

  it('groups numbers, dates by day; refuses columns of several values', async () => {
    const days = rowsOf(await render({ ViewXml: grouped('<FieldRef Name="Due"/>') }));
    assert.deepEqual(days.map((row) => [row['Due'], row['Due.COUNT.group']]), [['', '2'], ['3/1/2026', '2'], ['3/2/2026', '1']]);
    assert.equal(rowsOf(await render({ ViewXml: grouped('<FieldRef Name="Amount"/>') }))[1]?.['Amount.urlencoded'], '%3B%232%2E50000000000000%3B%23');
    assert.match(refusal(await rest(`${path}/RenderListDataAsStream`, { body: { parameters: { ViewXml: grouped('<FieldRef Name="Tags"/>') } } })), /^501 .*MultiChoice/);
  });

  it('writes items when groups are open, and those of one group when it is opened', async () => {
    for (const parameters of [{ ViewXml: grouped('<FieldRef Name="Status"/>', '') }, { ViewXml: grouped('<FieldRef Name="Status"/>'), ExpandGroups: true }]) {
      const json = await render(parameters);
      assert.equal(titles(json), 'ebacd');
      assert.deepEqual(rowsOf(json).map((row) => [row['Status.newgroup'], row['Status.COUNT.group'], row['Status.groupindex']]), [['1', '1', '1_'], ['1', '1', '2_'], ['1', '3', '3_'], ['', '3', '3_'], ['', '3', '3_']]);
    }
    assert.equal(titles(await render({ ViewXml: grouped('<FieldRef Name="Status"/>') }, '?DrillDown=1&GroupString=%3B%23Open%3B%23&IsGroupRender=TRUE')), 'acd');
    assert.equal(titles(await render({ ViewXml: grouped('<FieldRef Name="Status"/><FieldRef Name="Place"/>') }, '?GroupString=%3B%23Open%3B%23Assen%3B%23')), 'c');
    assert.equal(titles(await render({ ViewXml: grouped('<FieldRef Name="Status"/>') }, '?GroupString=%3B%23%3B%23')), 'e');
    assert.equal(titles(await render({ ViewXml: grouped('<FieldRef Name="Due"/>') }, '?GroupString=%3B%232026-03-01%3B%23')), 'ab');
    assert.match(refusal(await rest(`${path}/RenderListDataAsStream?GroupString=%25zz`, { body: { parameters: { ViewXml: grouped('<FieldRef Name="Status"/>') } } })), /^400 /, 'an escape that cannot be read');
  });

  it('pages groups by GroupLimit', async () => {
    const view = grouped('<FieldRef Name="Status"/>', 'Collapse="TRUE" GroupLimit="2"');
    const first = await render({ ViewXml: view });
    assert.deepEqual([rowsOf(first).length, first['LastRow']], [2, 2]);
    const second = await render({ ViewXml: view, Paging: String(first['NextHref']).slice(1) });
    assert.deepEqual([rowsOf(second).map((row) => row['Status']), second['FirstRow'], second['NextHref']], [['Open'], 3, undefined]);
    assert.ok(String(second['PrevHref']).startsWith('?Paged=TRUE&PageFirstRow=1'));
  });
});

describe('totals in RenderListDataAsStream', () => {
  const view = (inside: string, totals: string): string => `<View><Query>${inside}</Query><Aggregations Value="On">${totals}</Aggregations>${fields('Title', 'Amount')}<RowLimit>1</RowLimit></View>`;
  it('stand on the first row, over all rows that the view finds', async () => {
    const [row = {}] = rowsOf(await render({ ViewXml: view('', ['SUM', 'AVG', 'MIN', 'MAX', 'COUNT', 'STDEV', 'VAR'].map((type) => `<FieldRef Name="Amount" Type="${type}"/>`).join('')) }));
    assert.deepEqual(['SUM', 'AVG', 'MIN', 'MAX', 'COUNT'].map((type) => row[`Amount.${type}`]), ['24.5', '6.125', '2.5', '10', '4']);
    assert.deepEqual([Math.round(Number(row['Amount.VAR']) * 1000), Math.round(Number(row['Amount.STDEV']) * 1000)], [10063, 3172]);
  });

  it('stand on each group as .agg and .agg2; nothing for a group without values', async () => {
    const rows = rowsOf(await render({ ViewXml: view('<GroupBy Collapse="TRUE" GroupLimit="20"><FieldRef Name="Status"/><FieldRef Name="Place"/></GroupBy>', '<FieldRef Name="Amount" Type="Sum"/>').replace('<RowLimit>1<', '<RowLimit>20<') }));
    assert.deepEqual(rows.map((row) => [row['Amount.SUM.agg'], row['Amount.SUM.agg2']]), [['7', '7'], ['5', '5'], ['12.5', '2.5'], ['12.5', '10']]);
    const none = rowsOf(await render({ ViewXml: view('<Where><Eq><FieldRef Name="Title"/><Value Type="Text">d</Value></Eq></Where>', '<FieldRef Name="Amount" Type="SUM"/>') }));
    assert.equal(none[0]?.['Amount.SUM'], '');
  });

  it('are kept with a view, as MERGE and SetViewXml write them', async () => {
    const made = await rest(`${path}/views`, { body: { Title: 'Totals', ViewFields: ['Title', 'Amount'] } });
    const address = `${path}/views(guid'${String(made.json['Id'])}')`;
    const totals = '<FieldRef Name="Amount" Type="Sum" />';
    assert.equal((await rest(address, { body: { Aggregations: totals, AggregationsStatus: 'On' }, headers: merge })).status, 204);
    const read = (await rest(`${address}?$select=Aggregations,AggregationsStatus,ListViewXml`)).json;
    assert.deepEqual([read['Aggregations'], read['AggregationsStatus']], [totals, 'On']);
    assert.match(String(read['ListViewXml']), /<Aggregations Value="On"><FieldRef Name="Amount" Type="Sum" \/><\/Aggregations>/);
    assert.equal(rowsOf(await render({}, `?View=${String(made.json['Id'])}`))[0]?.['Amount.SUM'], '24.5');
  });
});

describe('what the address and overrideParameters put over a view', () => {
  it('filters and sorts, and repeats it in the answer', async () => {
    const json = await render({}, '?FilterField1=Status&FilterValue1=Open&SortField=Title&SortDir=Desc');
    assert.deepEqual([titles(json), json['FilterFields'], json['FilterLink'], json['SortField'], json['SortDir']], ['dca', ';Status;', '?FilterField1=Status&FilterValue1=Open&', 'Title', 'descending']);
    assert.equal(titles(await render({}, '?FilterField1=ID&FilterValue1=2')), 'b');
    assert.equal(titles(await render({}, '?FilterField1=Amount&FilterValue1=5&FilterOp1=Geq&FilterField2=Status&FilterValue2=Open')), 'a');
    assert.equal(titles(await render({}, '?FilterFields1=Title&FilterValues1=a%3B%23c')), 'ac');
    assert.equal(titles(await render({}, '?FilterField1=Status&FilterValue1=')), 'e');
    assert.equal(titles(await render({}, '?FilterField1=Place&FilterValue1=Assen')), 'bc');
    assert.equal(titles(await render({}, '?FilterField1=Place&FilterLookupId1=1')), 'ad');
    assert.equal(titles(await render({}, '?FilterField1=Due&FilterValue1=2026-03-01')), 'ab');
    assert.equal(titles(await render({}, '?InplaceSearchQuery=ope')), 'acd');
    assert.equal(titles(await render({}, '?ID=3')), 'c');
    assert.match(refusal(await rest(`${path}/RenderListDataAsStream?FilterField1=Nope&FilterValue1=x`, { body: { parameters: {} } })), /^500 /);
  });

  it('takes the view that is named, and pages with its name', async () => {
    const made = await rest(`${path}/views`, { body: { Title: 'Small', ViewFields: ['Title'], RowLimit: 2, Query: '<OrderBy><FieldRef Name="Title" Ascending="FALSE"/></OrderBy>' } });
    const id = String(made.json['Id']);
    const first = await render({}, `?View=${id}`);
    assert.deepEqual([titles(first), first['NextHref']], ['ed', `?Paged=TRUE&p_Title=d&p_ID=4&PageFirstRow=3&View=${id}`]);
    assert.equal(titles(await render({}, String(first['NextHref']))), 'cb');
    const list = sp.web.lists.getByTitle(title);
    const overridden = await list.renderListDataAsStream({ RenderOptions: 2 }, { ViewId: `{${id}}` });
    assert.equal(overridden.Row.map((row: Json) => row['Title']).join(''), 'ed');
    assert.equal((await list.renderListDataAsStream({ ViewXml: '<View><RowLimit>5</RowLimit></View>' }, undefined, new Map([['SortField', 'Title'], ['SortDir', 'Desc']]))).Row.length, 5);
    assert.match(refusal(await rest(`${path}/RenderListDataAsStream?View=00000000-0000-0000-0000-000000000001`, { body: { parameters: {} } })), /^404 /);
  });
});

describe('other RenderOptions', () => {
  it('put the data beside the schema of the view and what pages know of the list', async () => {
    const json = await render({ RenderOptions: 7, ViewXml: grouped('<FieldRef Name="Status"/>') });
    assert.deepEqual(Object.keys(json).slice(0, 4), ['wpq', 'Templates', 'ListData', 'ListSchema']);
    const schema = json['ListSchema'] as Json & { Field: Json[] };
    assert.deepEqual([schema['Collapse'], schema['group1'], schema.Field.map((field) => `${String(field['Name'])}:${String(field['FieldType'])}`)], ['TRUE', 'Status', ['Title:Text', 'Status:Choice', 'Amount:Number']]);
    assert.deepEqual([json['ListTitle'], json['ListTemplateType'], json['listUrlDir'], (json['BasePermissions'] as Json)['ManageLists']], [title, 100, `/sites/intranet/Lists/${title}`, true]);
    assert.deepEqual((await render({ RenderOptions: 4 }))['ListData'], undefined);
  });

  it('describe forms (pnp/sp-dev-fx-controls-react reads them)', async () => {
    const json = await render({ RenderOptions: 64, ViewXml: `<View>${fields('ID')}</View>`, AddRequiredFields: true });
    const [id = ''] = Object.keys(json['ContentTypeIdToNameMap'] as Json);
    assert.match(id, /^0x0100[0-9A-F]{32}$/);
    const edit = ((json['ClientForms'] as Json)['Edit'] as Record<string, Json[]>)['Item'] ?? [];
    assert.deepEqual(edit.map((field) => field['InternalName']), ['Title', 'Attachments', 'Status', 'Amount', 'Place', 'Due', 'Tags']);
    assert.deepEqual([edit[0]?.['Required'], edit[2]?.['Choices'], edit[4]?.['LookupFieldName'], json['EnableAttachments']], [true, ['Open', 'Closed'], 'Title', 'true']);
  });
});

describe('RenderListData, the older one', () => {
  it('answers rows as a text, which PnPjs reads', async () => {
    const data = await sp.web.lists.getByTitle(title).renderListData(`<View>${fields('Title')}<RowLimit>2</RowLimit></View>`);
    assert.deepEqual([data.Row.map((row: Json) => row['Title']), data.FirstRow, data.LastRow], [['a', 'b'], 1, 2]);
    assert.match(refusal(await rest(`${path}/renderlistdata`, { body: {} })), /^400 /);
  });
});

describe('RenderListFormData', () => {
  it('answers values and columns of a form as a text, which PnPjs reads', async () => {
    const list = sp.web.lists.getByTitle(title);
    const data = await list.renderListFormData(1, 'editform', 2) as unknown as Json & { ListSchema: Record<string, Json> };
    assert.deepEqual([data['Title'], data['Status'], data['Place'], data['Due'], data['FormControlMode'], data['ContentType']], ['a', 'Open', '1;#Utrecht', '3/1/2026 8:00 AM', 2, 'Item']);
    assert.match(String(data['Author']), /^\d+;#Marijke van der Velden,#i:0#\.f\|membership\|/);
    assert.deepEqual([data.ListSchema['Title']?.['Required'], data.ListSchema['Status']?.['Type'], (data['ItemAttributes'] as Json)['Id'], (data['FieldControlModes'] as Json)['Author']], [true, 'Choice', 1, 1]);
    assert.equal((await list.renderListFormData(0, 'newform', 3) as unknown as Json)['Title'], '');
    assert.match(refusal(await rest(`${path}/renderlistformdata(itemid=99,formid='x',mode='1')`, { method: 'POST' })), /^404 /);
    assert.match(refusal(await rest(`${path}/renderlistformdata(itemid=1,formid='x',mode='9')`, { method: 'POST' })), /^400 /);
  });
});

describe('BulkValidateUpdateListItems', () => {
  it('puts one form to several items, and says what each column says', async () => {
    const form = (value: string): object => ({ itemIds: [4, 5], formValues: [{ FieldName: 'Amount', FieldValue: value }], bNewDocumentUpdate: false });
    const done = await rest(`${path}/bulkvalidateupdatelistitems`, { body: form('3') });
    assert.deepEqual((done.json['value'] as Json[]).map((result) => [result['ItemId'], result['FieldName'], result['HasException']]), [[4, 'Amount', false], [5, 'Amount', false]]);
    assert.equal((await rest(`${path}/items(5)?$select=Amount`)).json['Amount'], 3);
    const refused = await rest(`${path}/bulkvalidateupdatelistitems`, { body: form('many') });
    assert.deepEqual((refused.json['value'] as Json[]).map((result) => result['HasException']), [true, true]);
    assert.match(refusal(await rest(`${path}/bulkvalidateupdatelistitems`, { body: { ...form('1'), itemIds: [5, 99] } })), /^404 /);
    assert.equal((await rest(`${path}/items(5)?$select=Amount`)).json['Amount'], 3);
    assert.match(refusal(await rest(`${path}/bulkvalidateupdatelistitems`, { body: {} })), /^400 /);
  });
});
