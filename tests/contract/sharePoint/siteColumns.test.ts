import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, merge, newList, refusal, restOf, values, visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => { sp = pnpOf(sharePoint); });

const create = (path: string, SchemaXml: string, Options = 0): ReturnType<typeof rest> => rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml, Options } } });

describe('site columns', () => {
  it('are there from the beginning', async () => {
    const { Id, InternalName, TypeAsString, Group, FromBaseType, Scope } = (await rest("web/fields/getbytitle('Other Address Country/Region')")).json;
    assert.deepEqual([Id, InternalName, TypeAsString, Group, FromBaseType, Scope], ['3c0e9e00-8fcc-479f-9d8d-3447cda34c5b', 'OtherAddressCountry', 'Text', 'Core Contact and Calendar Columns', false, new URL(sharePoint.site).pathname]);
    assert.equal((await rest("web/availablefields(guid'fa564e0f-0c70-4ab9-b863-0177e6ddd247')")).json['InternalName'], 'Title');
    assert.match(refusal(await rest("web/fields/getbyinternalnameortitle('OtherAddressCountry')", { body: { Title: 'x' }, headers: merge })), /^501/);
  });

  it('are added, changed and deleted (WebFieldTests)', async () => {
    const added = await create('web', '<Field Type="Choice" Name="A colour" DisplayName="A colour" Group="Ours" Required="FALSE"><CHOICES><CHOICE>red</CHOICE></CHOICES></Field>');
    assert.deepEqual([added.status, added.json['InternalName'], added.json['StaticName'], added.json['EntityPropertyName'], added.json['Group']], [200, 'A colour', 'A_x0020_colour', 'A colour', 'Ours']);
    assert.match(String(added.json['SchemaXml']), /^<Field Type="Choice" Name="A colour" DisplayName="A colour" Group="Ours" Required="FALSE" ID="\{[0-9a-f-]{36}\}" SourceID="\{[0-9a-f-]{36}\}" StaticName="A_x0020_colour" Version="1"><CHOICES><CHOICE>red<\/CHOICE><\/CHOICES><\/Field>$/);
    const at = "web/fields/getbytitle('A colour')";
    assert.equal((await rest(at, { body: { Description: 'Any', Choices: ['red', 'blue'] }, headers: merge })).status, 204);
    const { Description, Choices } = (await rest(at)).json;
    assert.deepEqual([Description, Choices], ['Any', ['red', 'blue']]);
    assert.match(refusal(await create('web', '<Field Type="Text" Name="A colour" DisplayName="Other"/>')), /^500 .*duplicate field name/);
    assert.equal(values(await rest("web/fields?$filter=Group eq 'Ours'&$select=Title")).length, 1);
    assert.match(refusal(await rest('web/fields/createfieldasxml', { body: { parameters: { SchemaXml: '<Field Type="Text" DisplayName="Mine"/>' } }, as: visitor })), /^403/);
    assert.equal((await rest(at, { method: 'DELETE' })).status, 200);
    assert.equal((await rest(at)).status, 400);
  });

  it('become columns of lists, by their XML and by their id alone', async () => {
    const made = (await rest('web/fields/createfieldasxml', { body: { parameters: { SchemaXml: '<Field Type="Number" Name="ProjectNumber" DisplayName="Project number" Min="1" Group="Ours"/>' } } })).json;
    const [first, second] = [await newList(rest, 'Taken'), await newList(rest, 'By id')];
    const taken = await create(first.path, String(made['SchemaXml']));
    assert.deepEqual(['Id', 'InternalName', 'Title', 'MinimumValue'].map((name) => taken.json[name]), [made['Id'], 'ProjectNumber', 'Project number', 1]);
    assert.match(String(taken.json['SchemaXml']), new RegExp(`SourceID="\\{${String((await rest('web/id')).json['value'])}\\}"`));
    const byId = await create(second.path, `<Field ID="{${String(made['Id'])}}" />`);
    assert.deepEqual([byId.status, byId.json['InternalName'], byId.json['TypeAsString'], byId.json['MinimumValue']], [200, 'ProjectNumber', 'Number', 1]);
    assert.match(refusal(await rest(`${second.path}/items`, { body: { ProjectNumber: 0 } })), /Invalid number value/);
    assert.match(refusal(await create(second.path, `<Field ID="{${String(made['Id'])}}" />`)), /duplicate/);
    assert.match(refusal(await create(second.path, '<Field ID="{00000000-0000-0000-0000-000000000001}" />')), /^400/);
    const builtIn = await create(second.path, '<Field ID="{3c0e9e00-8fcc-479f-9d8d-3447cda34c5b}" Name="OtherAddressCountry"/>');
    assert.deepEqual([builtIn.json['InternalName'], builtIn.json['Title']], ['OtherAddressCountry', 'Other Address Country/Region']);
  });

  it('with PnPjs', async () => {
    const calculated = await sp.web.fields.addCalculated('Next', { Formula: '=Modified+1' } as never) as unknown as Record<string, unknown>;
    assert.deepEqual([calculated['Formula'], calculated['TypeAsString'], calculated['ReadOnlyField']], ['=Modified+1', 'Calculated', false]);
    const list = await sp.web.lists.add('Looked up');
    const lookup = await sp.web.fields.addLookup('Looks', { LookupListId: list.Id, LookupFieldName: 'Title' }) as unknown as Record<string, unknown>;
    assert.equal(lookup['IsRelationship'], false);
    await sp.web.fields.getByTitle('Looks').delete();
    assert.match(await refusedWith(sp.web.fields.getByTitle('Looks')()), /^400/);
    assert.equal((await sp.web.availablefields.filter("Title eq 'Next'")()).length, 1);
  });
});

describe('new columns', () => {
  it('join the content types of their list as the options say, and leave them when they are deleted', async () => {
    const { path } = await newList(rest, 'Typed');
    const type = values(await rest(`${path}/contenttypes?$select=StringId`))[0]?.['StringId'];
    const names = async (): Promise<unknown[]> => values(await rest(`${path}/contenttypes('${String(type)}')/fieldlinks?$select=Name`)).map(({ Name }) => Name);
    const before_ = await names();
    await create(path, '<Field Type="Text" Name="In" DisplayName="In"/>', 8);
    await create(path, '<Field Type="Text" Name="Out" DisplayName="Out"/>', 8 + 2);
    await create(path, '<Field Type="Text" Name="All" DisplayName="All"/>', 8 + 4);
    assert.deepEqual(await names(), [...before_, 'In', 'All']);
    assert.equal((await rest(`${path}/fields/getbytitle('In')`, { method: 'DELETE' })).status, 200);
    assert.deepEqual(await names(), [...before_, 'All']);
    assert.equal((await rest(`${path}/items`, { body: { Title: 'x', All: 'y' } })).status, 201);
  });
});

describe("a column's XML", () => {
  it('can be changed: what it says holds, and stays as it was written', async () => {
    const { path } = await newList(rest, 'Rewritten', ['<Field Type="Number" Name="N" DisplayName="N"/>', '<Field Type="Text" Name="T" DisplayName="T"/>']);
    const at = `${path}/fields/getbyinternalnameortitle('N')`;
    const before_ = String((await rest(at)).json['SchemaXml']);
    assert.match(before_, /^<Field Type="Number" Name="N" DisplayName="N" ID="\{.{36}\}" SourceID="\{.{36}\}" StaticName="N" ColName="float1" RowOrdinal="0" \/>$/);
    assert.equal((await rest(at, { body: { SchemaXml: before_.replace(' DisplayName="N"', ' DisplayName="Score" Min="2" Decimals="1" ShowInNewForm="FALSE" Customised="yes"') }, headers: merge })).status, 204);
    const { Title, MinimumValue, DisplayFormat, InternalName, SchemaXml } = (await rest(at)).json;
    assert.deepEqual([Title, MinimumValue, DisplayFormat, InternalName], ['Score', 2, 1, 'N']);
    assert.match(String(SchemaXml), /^<Field Type="Number" Name="N" DisplayName="Score" Min="2" Decimals="1" ShowInNewForm="FALSE" Customised="yes" ID=.* RowOrdinal="0" Version="1" \/>$/);
    assert.match(refusal(await rest(`${path}/items`, { body: { N: 1 } })), /Invalid number value/);
    assert.match(refusal(await rest(at, { body: { SchemaXml: '<Field Type="Text" Name="N" DisplayName="N"/>' }, headers: merge })), /^501 .*type of a column/);
    assert.match(refusal(await rest(at, { body: { SchemaXml: '<Field' }, headers: merge })), /^400/);
    assert.match(refusal(await rest(at, { body: { FieldTypeKind: 2 }, headers: merge })), /^501/);
  });

  it('of a sealed column, or one that may not be deleted', async () => {
    const { path } = await newList(rest, 'Sealed', ['<Field Type="Text" Name="Kept" DisplayName="Kept" AllowDeletion="FALSE"/>', '<Field Type="Text" Name="Closed" DisplayName="Closed" Sealed="TRUE"/>']);
    for (const name of ['Kept', 'Closed']) assert.match(refusal(await rest(`${path}/fields/getbyinternalnameortitle('${name}')`, { method: 'DELETE' })), /^500 .*cannot be deleted/, name);
    assert.deepEqual([(await rest(`${path}/fields/getbytitle('Closed')`)).json['Sealed'], (await rest(`${path}/fields/getbytitle('Closed')`)).json['CanBeDeleted']], [true, false]);
  });

  it('of columns that append needs versions in the list', async () => {
    const { path } = await newList(rest, 'Appending');
    const note = '<Field Type="Note" Name="Log" DisplayName="Log" AppendOnly="TRUE"/>';
    await rest(path, { body: { EnableVersioning: false }, headers: merge });
    assert.match(refusal(await create(path, note, 8)), /^500 .*turn on versions/);
    await rest(path, { body: { EnableVersioning: true }, headers: merge });
    assert.equal((await create(path, note, 8)).json['AppendOnly'], true);
    const id = await addItem(rest, path, { Log: 'first' });
    await rest(`${path}/items(${id})`, { body: { Log: 'second' }, headers: merge });
    assert.deepEqual(values(await rest(`${path}/items(${id})/versions`)).map((version) => version['Log']), ['second', 'first']);
  });
});
