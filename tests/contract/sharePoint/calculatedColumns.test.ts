import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, merge, newList, nometadata, refusal, restOf, values, verbose, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

const operands = [
  '<Field Type="Text" Name="Word" DisplayName="A word"/>', '<Field Type="Number" Name="Price" DisplayName="Price"/>', '<Field Type="Number" Name="Pieces" DisplayName="Pieces"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due" Format="DateOnly"/>',
  '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', '<Field Type="User" Name="Who" DisplayName="Who"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>',
  '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
];
const escaped = (formula: string): string => formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const xmlOf = (name: string, formula: string, attributes = 'ResultType="Text"'): string => `<Field Type="Calculated" Name="${name}" DisplayName="${name}" ${attributes}><Formula>${escaped(formula)}</Formula></Field>`;
const create = (path: string, xml: string): ReturnType<typeof rest> => rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml, Options: 8 } } });
const field = (path: string, name: string): string => `${path}/fields/getbyinternalnameortitle('${name}')`;

describe('calculated columns', () => {
  it('are worked out when items are added and changed, by what they result in', async () => {
    const { path } = await newList(rest, 'Sums', [
      ...operands, xmlOf('Total', '=Price*Pieces', 'ResultType="Currency"'), xmlOf('Share', '=[Pieces]/8', 'ResultType="Number" Percentage="TRUE"'), xmlOf('Said', '=IF(ISBLANK([A word]),"nothing",UPPER([A word])&"!")'),
      xmlOf('Late', '=Due+7', 'ResultType="DateTime" Format="DateOnly"'), xmlOf('Big', '=Total>100', 'ResultType="Boolean"'), xmlOf('Twice', '=Total*2', 'ResultType="Number" Decimals="1"'),
    ]);
    const id = await addItem(rest, path, { Word: 'hello', Price: 12.5, Pieces: 4, Due: '2026-03-01T00:00:00Z' });
    const read = async (): Promise<unknown[]> => { const { Total, Share, Said, Late, Big, Twice } = (await rest(`${path}/items(${id})`)).json; return [Total, Share, Said, Late, Big, Twice]; };
    assert.deepEqual(await read(), ['50.0000000000000', '0.500000000000000', 'HELLO!', '2026-03-08T00:00:00Z', '0', '100.000000000000']);
    await rest(`${path}/items(${id})`, { body: { Price: 50, Word: null }, headers: merge });
    assert.deepEqual(await read(), ['200.000000000000', '0.500000000000000', 'nothing', '2026-03-08T00:00:00Z', '1', '400.000000000000']);
    const { Total, Share, Late, Big, Twice } = (await rest(`${path}/items(${id})/fieldvaluesastext`)).json;
    assert.deepEqual([Total, Share, Late, Big, Twice], ['$200.00', '50%', '3/8/2026', 'Yes', '400.0']);
    const stream = await rest(`${path}/renderlistdataasstream`, { body: { parameters: { ViewXml: '<View><ViewFields><FieldRef Name="Share"/><FieldRef Name="Said"/></ViewFields></View>' } } });
    const row = (stream.json['Row'] as Json[])[0];
    assert.deepEqual([row?.['Share'], row?.['Share.calculated'], row?.['Said.calculated']], ['50%', 'float;#0.500000000000000', 'string;#nothing']);
  });

  it('can be filtered and sorted by', async () => {
    const { path } = await newList(rest, 'Found', [...operands, xmlOf('Total', '=Price*Pieces', 'ResultType="Number"'), xmlOf('Said', '=[A word]&"!"')]);
    for (const [Word, Price] of [['c', 3], ['a', 1], ['b', 2]] as const) await addItem(rest, path, { Title: Word, Word, Price, Pieces: 10 });
    const titles = async (query: string): Promise<string> => values(await rest(`${path}/items?$select=Title&${query}`)).map((item) => item['Title']).join('');
    assert.deepEqual([await titles('$filter=Total gt 10&$orderby=Total'), await titles("$filter=Said eq 'A!'"), await titles('$orderby=Total desc')], ['bc', 'a', 'cba']);
    const caml = values(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View><Query><Where><Geq><FieldRef Name="Total"/><Value Type="Number">20</Value></Geq></Where><OrderBy><FieldRef Name="Total"/></OrderBy></Query></View>' } } }));
    assert.deepEqual(caml.map((item) => item['Title']), ['b', 'c']);
  });

  it('say what has no value', async () => {
    const { path } = await newList(rest, 'Errors', [...operands, xmlOf('Per', '=Price/Pieces', 'ResultType="Number"'), xmlOf('Wrong', '=[A word]+1', 'ResultType="Number"'), xmlOf('After', '=IF(ISERROR(Per),"none",Per)'), xmlOf('Gone', '=Pieces+1', 'ResultType="Number"')]);
    const id = await addItem(rest, path, { Word: 'x', Price: 1, Pieces: 0 });
    const read = async (): Promise<unknown[]> => { const { Per, Wrong, After, Gone } = (await rest(`${path}/items(${id})`)).json; return [Per, Wrong, After, Gone]; };
    assert.deepEqual(await read(), ['#DIV/0!', '#VALUE!', 'none', '1.00000000000000']);
    const gone = await rest(field(path, 'Pieces'), { method: 'DELETE' });
    assert.equal(gone.status, 200, gone.text);
    assert.deepEqual(await read(), ['#NAME?', '#VALUE!', 'none', '#NAME?']);
  });

  it('are worked out for the items that are there, also when the formula changes, and nobody writes them', async () => {
    const { path } = await newList(rest, 'Later', operands);
    const id = await addItem(rest, path, { Price: 3, Pieces: 2 });
    const added = await create(path, xmlOf('Total', '=Price*Pieces', 'ResultType="Number"'));
    const of = async (): Promise<unknown> => (await rest(`${path}/items(${id})?$select=Total`)).json['Total'];
    assert.deepEqual([added.json['Formula'], added.json['OutputType'], added.json['ReadOnlyField'], await of()], ['=Price*Pieces', 9, true, '6.00000000000000']);
    assert.equal((await rest(field(path, 'Total'), { body: { Formula: '=Price-Pieces', OutputType: 2 }, headers: merge })).status, 204);
    assert.equal(await of(), '1');
    assert.match(refusal(await rest(`${path}/items`, { body: { Total: '7' } })), /^500 -2147352571, .*may be read only/);
    const form = values(await rest(`${path}/items(${id})/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Total', FieldValue: '7' }], bNewDocumentUpdate: false } }))[0];
    assert.deepEqual([form?.['HasException'], form?.['ErrorMessage']], [true, '7']);
    const versions = values(await rest(`${path}/items(${id})/versions`));
    assert.equal(versions[0]?.['Total'], '1');
  });

  it('follow the titles of the columns that they read', async () => {
    const { path } = await newList(rest, 'Renamed', [...operands, xmlOf('Total', '=[A word]&Price')]);
    await rest(field(path, 'Word'), { body: { Title: 'Noun phrase' }, headers: merge });
    const { Formula, SchemaXml } = (await rest(field(path, 'Total'))).json;
    assert.equal(Formula, '=[Noun phrase]&Price');
    assert.match(String(SchemaXml), /<Formula>=Word&amp;Price<\/Formula><FieldRefs><FieldRef Name="Word" \/><FieldRef Name="Price" \/><\/FieldRefs><\/Field>$/);
    const id = await addItem(rest, path, { Word: 'x', Price: 2 });
    assert.equal((await rest(`${path}/items(${id})`)).json['Total'], 'x2');
  });

  it('refuse formulas that cannot be', async () => {
    const { path } = await newList(rest, 'Refused', [...operands, xmlOf('Total', '=Price*2', 'ResultType="Number"')]);
    for (const [formula, refused] of [
      ['=Price+', /^500 .*The formula contains a syntax error or is not supported\./], ['=NOSUCH(1)', /syntax error/], ['=IFS(Price>1,2)', /syntax error/], ['', /syntax error/], ['=SUM(A1:B2)', /syntax error/], [`="${'x'.repeat(1100)}"`, /too long/],
      ['=Nowhere+1', /^500 .*refers to a column that does not exist/], ['=[Today]', /^500 .*cannot contain volatile functions like Today and Me/], ['=[Me]', /volatile/], ['=Today+1', /volatile/],
      ...['Body', 'Who', 'Link', 'Tags', '[Created By]'].map((name) => [`=${name}&""`, /^500 .*defined as a data type that is not supported in formulas/] as const),
    ] as const) assert.match(refusal(await create(path, xmlOf('X', formula))), refused, formula.slice(0, 40));
    assert.match(refusal(await rest(field(path, 'Total'), { body: { Formula: '=Total+1' }, headers: merge })), /syntax error/);
    await create(path, xmlOf('Other', '=Total+1', 'ResultType="Number"'));
    assert.match(refusal(await rest(field(path, 'Total'), { body: { Formula: '=Other+1' }, headers: merge })), /syntax error/);
    assert.equal((await rest(field(path, 'Total'))).json['Formula'], '=Price*2');
    assert.equal((await create(path, xmlOf('Now', '=TODAY()', 'ResultType="DateTime"'))).status, 200);
    assert.match(refusal(await rest(field(path, 'Total'), { body: { Indexed: true }, headers: merge })), /^500/);
  });

  it('come as text in every format (field-calculated)', async () => {
    const { path } = await newList(rest, 'Formats', [...operands, xmlOf('Total', '=Price', 'ResultType="Number"')]);
    await addItem(rest, path, { Price: 0.5 });
    for (const accept of [nometadata, verbose]) {
      const { json } = await rest(`${path}/items(1)?$select=Total`, { headers: { accept } });
      assert.equal(((json['d'] ?? json) as Json)['Total'], '0.500000000000000');
    }
  });
});

describe('default formulas', () => {
  it('are worked out with the same functions', async () => {
    const { path } = await newList(rest, 'Defaults', [
      '<Field Type="DateTime" Name="D" DisplayName="D"><DefaultFormula>=DATE(YEAR([Today])+1,1,1)</DefaultFormula></Field>', '<Field Type="Number" Name="N" DisplayName="N"><DefaultFormula>=ROUND(10/4,0)</DefaultFormula></Field>',
      '<Field Type="Text" Name="T" DisplayName="T"><DefaultFormula>=CONCATENATE("a","-",TEXT(3,"000"))</DefaultFormula></Field>', '<Field Type="Text" Name="E" DisplayName="E"><DefaultFormula>=1/0</DefaultFormula></Field>',
    ]);
    const { D, N, T, E } = (await rest(`${path}/items(${await addItem(rest, path, {})})`)).json;
    assert.deepEqual([D, N, T, E], [`${new Date().getUTCFullYear() + 1}-01-01T00:00:00Z`, 3, 'a-003', null]);
  });
});

describe('validation formulas', () => {
  it('of columns refuse values, in bodies with SharePoint\'s error, in forms with the column\'s message', async () => {
    const { path } = await newList(rest, 'Validated', ['<Field Type="Number" Name="N" DisplayName="A number"><Validation Message="Between 1 and 10, please.">=AND([A number]&gt;=1,N&lt;=10)</Validation></Field>', '<Field Type="Text" Name="Free" DisplayName="Free"/>']);
    const { ValidationFormula, ValidationMessage, SchemaXml } = (await rest(field(path, 'N'))).json;
    assert.deepEqual([ValidationFormula, ValidationMessage], ['=AND([A number]>=1,[A number]<=10)', 'Between 1 and 10, please.']);
    assert.match(String(SchemaXml), /<Validation Message="Between 1 and 10, please\.">=AND\(N&gt;=1,N&lt;=10\)<\/Validation><\/Field>$/);
    const id = await addItem(rest, path, { N: 5 });
    assert.match(refusal(await rest(`${path}/items`, { body: { N: 11 } })), /^500 -2130575163, Microsoft\.SharePoint\.SPListDataValidationException List data validation failed\.$/);
    assert.match(refusal(await rest(`${path}/items(${id})`, { body: { N: 0 }, headers: merge })), /-2130575163/);
    assert.equal((await rest(`${path}/items(${id})`, { body: { Free: 'x' }, headers: merge })).status, 204);
    const [answer] = values(await rest(`${path}/items(${id})/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'N', FieldValue: '99' }], bNewDocumentUpdate: false } }));
    assert.deepEqual([answer?.['HasException'], answer?.['ErrorMessage'], answer?.['FieldName']], [true, 'Between 1 and 10, please.', 'N']);
    assert.equal((await rest(`${path}/items(${id})`)).json['N'], 5);
    assert.equal((await rest(field(path, 'N'), { body: { ValidationFormula: '' }, headers: merge })).status, 204);
    assert.equal((await rest(`${path}/items`, { body: { N: 11 } })).status, 201);
  });

  it('of lists compare columns', async () => {
    const { path } = await newList(rest, 'Whole', ['<Field Type="DateTime" Name="Start" DisplayName="Start date"/>', '<Field Type="DateTime" Name="End" DisplayName="End date"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>']);
    assert.equal((await rest(path, { body: { ValidationFormula: '=[End date]>=[Start date]', ValidationMessage: 'It ends before it starts.' }, headers: merge })).status, 204);
    assert.equal((await rest(`${path}?$select=ValidationFormula`)).json['ValidationFormula'], '=[End date]>=[Start date]');
    const id = await addItem(rest, path, { Start: '2026-01-01T00:00:00Z', End: '2026-01-02T00:00:00Z' });
    assert.match(refusal(await rest(`${path}/items(${id})`, { body: { End: '2025-01-01T00:00:00Z' }, headers: merge })), /^500 -2130575162, Microsoft\.SharePoint\.SPListDataValidationException List data validation failed\.$/);
    const results = values(await rest(`${path}/addvalidateupdateitemusingpath`, { body: { formValues: [['Title', 'x'], ['Start', '2/1/2026'], ['End', '1/1/2026']].map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })) } }));
    assert.deepEqual(results.filter((result) => result['HasException'] === true).map((result) => [result['ErrorCode'], result['ErrorMessage']]), [[-2130575162, 'It ends before it starts.']]);
    assert.equal((await rest(`${path}/itemcount`)).json['value'], 1);
    const file = `${path}/items(${id})/attachmentfiles/add(filename='a.txt')`;
    await rest(`${path}`, { body: { ValidationFormula: '=[End date]<[Start date]' }, headers: merge });
    assert.equal((await rest(file, { body: 'x' })).status, 200);
    assert.match(refusal(await rest(`${path}/items(${id})`, { body: { Title: 'x' }, headers: merge })), /-2130575162/);
    for (const [formula, refused] of [['=[Body]=""', /data type that is not supported/], ['=Nowhere', /does not exist/], ['=(', /syntax error/]] as const) assert.match(refusal(await rest(path, { body: { ValidationFormula: formula }, headers: merge })), refused);
  });

  it('are refused where a column cannot have one', async () => {
    const { path } = await newList(rest, 'Unvalidated', operands);
    for (const name of ['Body', 'Who', 'Link', 'Tags']) assert.match(refusal(await rest(field(path, name), { body: { ValidationFormula: `=${name}="x"` }, headers: merge })), /^500 .*This field type does not support validation formulas\./, name);
    assert.match(refusal(await rest(field(path, 'Price'), { body: { ValidationFormula: '=Pieces>1' }, headers: merge })), /cannot refer to another column/);
  });
});
