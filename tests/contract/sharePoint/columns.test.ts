import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

const form = (path: string, values_: Record<string, string | null>): Promise<Json[]> => rest(`${path}/addvalidateupdateitemusingpath`, { body: { formValues: Object.entries(values_).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })) } }).then((reply) => values(reply));
const errors = (results: Json[]): unknown[] => results.filter((result) => result['HasException'] === true).map((result) => `${String(result['FieldName'])}: ${String(result['ErrorMessage'])}`);

describe('required columns', () => {
  it('are asked for by forms, and not by plain REST (koltyakov in SharePoint/PnP-JS-Core#376)', async () => {
    const { path } = await newList(rest, 'Required', ['<Field Type="Text" Name="Must" DisplayName="Must" Required="TRUE"/>']);
    assert.equal((await rest(`${path}/items`, { body: {} })).status, 201);
    assert.deepEqual(errors(await form(path, { Title: 'x', Must: '' })), ["Must: You can't leave this blank."]);
    assert.deepEqual(errors(await form(path, { Title: '', Must: 'y' })), ["Title: You can't leave this blank."]);
    assert.deepEqual(errors(await form(path, { Title: 'x', Must: 'y' })), []);
    assert.equal((await rest(`${path}/itemcount`)).json['value'], 2);
  });
});

describe('defaults', () => {
  it('fill what was not given, and leave alone what was emptied', async () => {
    const { path } = await newList(rest, 'Defaults', [
      '<Field Type="Text" Name="A" DisplayName="A"><Default>text</Default></Field>', '<Field Type="Number" Name="B" DisplayName="B"><Default>3.5</Default></Field>', '<Field Type="Boolean" Name="C" DisplayName="C"><Default>1</Default></Field>',
      '<Field Type="DateTime" Name="D" DisplayName="D"><Default>[today]</Default></Field>', '<Field Type="Choice" Name="E" DisplayName="E"><Default>b</Default><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>',
      '<Field Type="MultiChoice" Name="F" DisplayName="F"><Default>;#a;#b;#</Default><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>', '<Field Type="DateTime" Name="G" DisplayName="G"><DefaultFormula>=Today+7</DefaultFormula></Field>', '<Field Type="Text" Name="H" DisplayName="H"><DefaultFormula>="said"</DefaultFormula></Field>',
    ]);
    const today = new Date().toISOString().slice(0, 10);
    const id = await addItem(rest, path, { Title: 'x' });
    const pick = ({ A, B, C, D, E, F, G, H }: Json): unknown[] => [A, B, C, D, E, F, G, H];
    const read = pick((await rest(`${path}/items(${id})`)).json);
    assert.deepEqual(read, ['text', 3.5, true, `${today}T00:00:00Z`, 'b', ['a', 'b'], `${new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`, 'said']);
    assert.deepEqual(pick((await rest(`${path}/items(${await addItem(rest, path, { A: null, B: 0, C: false, D: null, E: null, F: null, G: null, H: '' })})`)).json), [null, 0, false, null, null, null, null, '']);
    for (const [formula, refused] of [['=CONCAT("a")', /^500 .*syntax error or is not supported/], ['=[A]&"b"', /^500 .*cannot refer to another column/]] as const) {
      assert.match(refusal(await rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Text" DisplayName="Z"><DefaultFormula>${formula.replaceAll('&', '&amp;')}</DefaultFormula></Field>` } } })), refused);
    }
  });
});

describe('unique columns', () => {
  it('hold a value once, also when several write at once, when it is changed, and when it is asked later', async () => {
    const { path } = await newList(rest, 'Unique', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>', '<Field Type="Number" Name="N" DisplayName="N"/>', '<Field Type="User" Name="Who" DisplayName="Who" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => rest(`${path}/items`, { body: { Key: 'once', N: 1 } })));
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), [201, ...Array<number>(19).fill(500)]);
    const other = await addItem(rest, path, { Key: 'other', N: 1, WhoId: 6 });
    assert.match(refusal(await rest(`${path}/items(${other})`, { body: { Key: 'ONCE' }, headers: merge })), /^500 -2130575169, Microsoft\.SharePoint\.SPDuplicateValuesFoundException .*\[Key\]\.$/);
    assert.match(refusal(await rest(`${path}/items`, { body: { WhoId: 6 } })), /\[Who\]\.$/);
    assert.equal((await rest(`${path}/items`, { body: { Key: null } })).status, 201);
    const late = `${path}/fields/getbyinternalnameortitle('N')`;
    assert.match(refusal(await rest(late, { body: { Indexed: true, EnforceUniqueValues: true }, headers: merge })), /^500 .*duplicate values/);
    assert.equal((await rest(`${late}/enforceuniquevalues`)).json['value'], false);
    assert.match(refusal(await rest(late, { body: { EnforceUniqueValues: true }, headers: merge })), /^500 .*must be indexed/);
  });
});

describe('values', () => {
  it('are held to their limits, in bodies and in forms', async () => {
    const { path, id } = await newList(rest, 'Limits', ['<Field Type="Number" Name="N" DisplayName="N" Min="1" Max="10"/>', '<Field Type="Text" Name="T" DisplayName="T" MaxLength="5"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', '<Field Type="DateTime" Name="D" DisplayName="D"/>', '<Field Type="User" Name="Who" DisplayName="Who"/>', '<Field Type="Integer" Name="I" DisplayName="I"/>']);
    await rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Lookup" DisplayName="L" List="${id}" ShowField="Title"/>` } } });
    const add = async (body: object): Promise<string> => { const reply = await rest(`${path}/items`, { body }); return reply.status === 201 ? '201' : refusal(reply); };
    for (const [body, refused] of [
      [{ N: 11 }, /^500 .*Invalid number value/], [{ T: '123456' }, /^500 .*Invalid text value/], [{ Body: 'x'.repeat(64_000) }, /^500 .*Invalid text value/], [{ D: '1799-01-01T00:00:00Z' }, /^500 .*Invalid date/], [{ D: 'soon' }, /^400 .*Edm\.DateTime/],
      [{ WhoId: 9999 }, /^500 .*Invalid data has been used/], [{ LId: 9999 }, /^500 .*Invalid data has been used/], [{ LId: 'x' }, /^400 .*Edm\.Int32/], [{ I: 1.5 }, /^400 .*Edm\.Int32/], [{ N: true }, /^400 .*Edm\.Double/], [{ Title: 'x'.repeat(256) }, /^500/],
    ] as const) assert.match(await add(body), refused, JSON.stringify(body).slice(0, 60));
    for (const body of [{ N: 10, T: '12345', Body: 'x'.repeat(63_999), D: '8900-12-31T00:00:00Z' }, { N: '3', WhoId: '6' }, { WhoId: 0, LId: 1 }, { D: '/Date(1767225600000)/' }, { D: '2026-01-01' }]) assert.equal(await add(body), '201', JSON.stringify(body).slice(0, 60));
    assert.deepEqual(errors(await form(path, { N: '0', T: '123456', D: '1/1/1800', Who: "[{'Key':'nobody'}]", L: '77', I: 'x', MetaInfo: 'abc' })), [
      'N: The value of this field must be between 1 and 10.', 'T: This field can have no more than 5 characters.', 'D: You must specify a valid date within the range of 1/1/1900 and 12/31/8900.', 'Who: The user does not exist or is not unique.',
      'L: Select an option from the list.', 'I: Only numbers can go here.', 'MetaInfo: abc',
    ]);
  });

  it('of forms are read as recorded (RegularRestUpdateTest, SpecialFieldRestUpdateTest)', async () => {
    const { path, id } = await newList(rest, 'Forms', ['<Field Type="Note" Name="M" DisplayName="M"/>', '<Field Type="Number" Name="N" DisplayName="N"/>', '<Field Type="Boolean" Name="B" DisplayName="B"/>', '<Field Type="DateTime" Name="D" DisplayName="D"/>', '<Field Type="Currency" Name="C" DisplayName="C"/>', '<Field Type="MultiChoice" Name="X" DisplayName="X"/>',
      '<Field Type="URL" Name="U" DisplayName="U"/>', '<Field Type="User" Name="P" DisplayName="P"/>', '<Field Type="UserMulti" Name="Q" DisplayName="Q" Mult="TRUE"/>']);
    for (const xml of [`<Field Type="Lookup" DisplayName="L" List="${id}" ShowField="Title"/>`, `<Field Type="LookupMulti" DisplayName="K" List="${id}" ShowField="Title" Mult="TRUE"/>`]) await rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml } } });
    await addItem(rest, path, { Title: 'first' });
    const key = (login: string): string => JSON.stringify([{ Key: login }]);
    const everyone = String((await rest("web/siteusers?$filter=PrincipalType eq 4")).json['value'] && values(await rest('web/siteusers?$filter=PrincipalType eq 4'))[0]?.['LoginName']);
    const added = await form(path, { Title: 'Item1', M: 'PnP', N: '67687', B: '1', D: '2020-12-06 06:25:47', C: '67.67', X: 'Option A;#Option B;#', U: 'https://pnp.com, PnP Rocks', P: key(everyone), Q: `[{"Key":"i:0#.f|membership|${visitor}"},{"Key":"${everyone}"}]`, L: '1', K: '1;#;#1;#;#' });
    assert.deepEqual(errors(added), []);
    assert.deepEqual(added.at(-1), { ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: '2', HasException: false, ItemId: 0 });
    const { N, B, D, C, X, U, PId, QId, LId, KId } = (await rest(`${path}/items(2)`)).json;
    assert.deepEqual([N, B, D, C, X, U, (QId as number[]).includes(Number(PId)), (QId as number[]).length, LId, KId], [67687, true, '2020-12-06T06:25:47Z', 67.67, ['Option A', 'Option B'], { Description: 'PnP Rocks', Url: 'https://pnp.com' }, true, 2, 1, [1, 1]]);
    const emptied = values(await rest(`${path}/items(2)/validateupdatelistitem`, { body: { bNewDocumentUpdate: false, formValues: [['U', ''], ['P', '[]'], ['Q', '[]'], ['L', null], ['K', ''], ['D', null], ['X', '']].map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })) } }));
    assert.deepEqual([errors(emptied), emptied[1]], [[], { ErrorCode: 0, ErrorMessage: null, FieldName: 'P', FieldValue: '[]', HasException: false, ItemId: 2 }]);
    const after_ = (await rest(`${path}/items(2)`)).json;
    assert.deepEqual(['U', 'PId', 'QId', 'LId', 'KId', 'D', 'X'].map((name) => after_[name]), Array(7).fill(null));
  });
});
