import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, editor, merge, newList, refusal, restOf, values, visitor, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest: Rest = restOf(sharePoint);

const lookupXml = (list: string, attributes = '', name = 'Customer'): string => `<Field Type="Lookup" Name="${name}" DisplayName="${name}" List="{${list}}" ShowField="Title" ${attributes}/>`;
const create = (path: string, xml: string, as?: string): ReturnType<Rest> => rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml, Options: 8 } }, ...(as === undefined ? {} : { as }) });
const fieldAt = (path: string, name: string): string => `${path}/fields/getbyinternalnameortitle('${name}')`;
const titles = async (path: string): Promise<string[]> => values(await rest(`${path}/items?$select=Title&$orderby=Id`)).map((item) => String(item['Title']));

async function related(title: string, attributes: string): Promise<{ customers: Awaited<ReturnType<typeof newList>>; orders: Awaited<ReturnType<typeof newList>>; one: number; two: number }> {
  const customers = await newList(rest, `Customers ${title}`);
  const orders = await newList(rest, `Orders ${title}`);
  assert.equal((await create(orders.path, lookupXml(customers.id, attributes))).status, 200);
  const [one, two] = [await addItem(rest, customers.path, { Title: 'one' }), await addItem(rest, customers.path, { Title: 'two' })];
  for (const [Title, CustomerId] of [['a', one], ['b', one], ['c', two], ['d', null]] as const) await addItem(rest, orders.path, { Title, CustomerId });
  return { customers, orders, one, two };
}

describe('lookups that restrict', () => {
  it('keep what they point to, whether it is deleted or recycled', async () => {
    const { customers, orders, one } = await related('restrict', 'Indexed="TRUE" RelationshipDeleteBehavior="Restrict"');
    const text = new RegExp(`^500 -2147467259, .*This item cannot be deleted because an item in the "${orders.title}" list is related to an item in the "${customers.title}" list\\.$`);
    assert.match(refusal(await rest(`${customers.path}/items(${one})`, { method: 'DELETE', headers: { 'if-match': '*' } })), text);
    assert.match(refusal(await rest(`${customers.path}/items(${one})/recycle`, { method: 'POST' })), text);
    assert.deepEqual(await titles(customers.path), ['one', 'two']);
    for (const item of [1, 2]) await rest(`${orders.path}/items(${item})`, { body: { CustomerId: null }, headers: merge });
    assert.equal((await rest(`${customers.path}/items(${one})/recycle`, { method: 'POST' })).status, 200);
    assert.deepEqual(await titles(customers.path), ['two']);
  });
});

describe('lookups that cascade', () => {
  it('take along what looks an item up', async () => {
    const { customers, orders, one, two } = await related('cascade', 'Indexed="TRUE" RelationshipDeleteBehavior="Cascade"');
    assert.equal((await rest(`${customers.path}/items(${one})`, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    assert.deepEqual([await titles(customers.path), await titles(orders.path)], [['two'], ['c', 'd']]);
    assert.equal((await rest(`${customers.path}/items(${two})/recycle`, { method: 'POST' })).status, 200);
    assert.deepEqual([await titles(customers.path), await titles(orders.path)], [[], ['d']]);
    const recycled = values(await rest(`web/recyclebin?$select=Title,DirName`)).map((entry) => entry['Title']);
    assert.deepEqual(recycled.filter((title) => title === 'c' || title === 'two').sort(), ['c', 'two']);
  });

  it('go on from list to list, and stop at what may not be deleted', async () => {
    const { customers, orders, one } = await related('chain', 'Indexed="TRUE" RelationshipDeleteBehavior="Cascade"');
    const lines = await newList(rest, 'Lines');
    assert.equal((await create(lines.path, lookupXml(orders.id, 'Indexed="TRUE" RelationshipDeleteBehavior="Restrict"', 'Of'))).status, 200);
    const line = await addItem(rest, lines.path, { Title: 'line', OfId: 2 });
    assert.match(refusal(await rest(`${customers.path}/items(${one})`, { method: 'DELETE', headers: { 'if-match': '*' } })), /-2147467259/);
    assert.deepEqual([await titles(customers.path), await titles(orders.path)], [['one', 'two'], ['a', 'b', 'c', 'd']]);
    await rest(`${lines.path}/items(${line})`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal((await rest(`${customers.path}/items(${one})`, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    assert.deepEqual(await titles(orders.path), ['c', 'd']);
  });

  it('may point to their own list, round and round', async () => {
    const { path, id } = await newList(rest, 'Tree');
    await create(path, lookupXml(id, 'Indexed="TRUE" RelationshipDeleteBehavior="Cascade"', 'Parent'));
    const first = await addItem(rest, path, { Title: 'first' });
    const second = await addItem(rest, path, { Title: 'second', ParentId: first });
    await rest(`${path}/items(${first})`, { body: { ParentId: second }, headers: merge });
    await addItem(rest, path, { Title: 'third' });
    assert.equal((await rest(`${path}/items(${first})`, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    assert.deepEqual([await titles(path), (await rest(`${path}/itemcount`)).json['value']], [['third'], 1]);
  });
});

describe('relationships', () => {
  it('need an index, one value, and lists that one manages on both sides', async () => {
    const [target, list] = [await newList(rest, 'Target'), await newList(rest, 'Referrer')];
    assert.match(refusal(await create(list.path, lookupXml(target.id, 'RelationshipDeleteBehavior="Restrict"'))), /^500 .*must be indexed/);
    assert.match(refusal(await create(list.path, `<Field Type="LookupMulti" DisplayName="Several" List="{${target.id}}" ShowField="Title" Mult="TRUE" RelationshipDeleteBehavior="Cascade"/>`)), /^500 .*cannot be enforced/);
    assert.equal((await create(list.path, lookupXml(target.id))).status, 200);
    assert.match(refusal(await rest(fieldAt(list.path, 'Customer'), { body: { RelationshipDeleteBehavior: 1 }, headers: merge })), /must be indexed/);
    assert.equal((await rest(fieldAt(list.path, 'Customer'), { body: { Indexed: true, RelationshipDeleteBehavior: 2 }, headers: merge })).status, 204);
    const { RelationshipDeleteBehavior, SchemaXml } = (await rest(fieldAt(list.path, 'Customer'))).json;
    assert.equal(RelationshipDeleteBehavior, 2);
    assert.match(String(SchemaXml), / Indexed="TRUE" RelationshipDeleteBehavior="Restrict" Version="1" \/>$/);
    assert.match(refusal(await create(list.path, lookupXml(target.id), visitor)), /^403/);
    assert.match(refusal(await rest('web/fields/createfieldasxml', { body: { parameters: { SchemaXml: lookupXml(target.id, 'Indexed="TRUE" RelationshipDeleteBehavior="Restrict"', 'Everywhere') } } })), /^500 .*cannot be enforced/);
  });

  it('are told by the list that is looked up', async () => {
    const { customers, orders } = await related('told', 'Indexed="TRUE" RelationshipDeleteBehavior="Restrict"');
    const id = (await rest(fieldAt(orders.path, 'Customer'))).json['Id'];
    const [relation, ...others] = values(await rest(`${customers.path}/getrelatedfields`));
    assert.deepEqual([relation, others], [{ FieldId: id, ListId: orders.id, RelationshipDeleteBehavior: 2, WebId: (await rest('web/id')).json['value'] }, []]);
    assert.deepEqual(values(await rest(`${orders.path}/getrelatedfields`)), []);
  });
});

describe('columns that a lookup brings along', () => {
  it('show another property of the same item, and go with it', async () => {
    const target = await newList(rest, 'Cities', ['<Field Type="Text" Name="Country" DisplayName="Country"/>']);
    const list = await newList(rest, 'Trips');
    const primary = (await create(list.path, lookupXml(target.id, '', 'City'))).json['Id'];
    const added = await rest(`${list.path}/fields/adddependentlookupfield(displayName='City:Country', primarylookupfieldid='${String(primary)}', showfield='Country')`, { method: 'POST' });
    assert.deepEqual([added.status, added.json['InternalName'], added.json['LookupField'], String(added.json['LookupList']).replace(/[{}]/g, ''), added.json['PrimaryFieldId']], [200, 'City_x003a_Country', 'Country', target.id, primary]);
    const city = await addItem(rest, target.path, { Title: 'Paris', Country: 'France' });
    const trip = await addItem(rest, list.path, { CityId: city });
    assert.deepEqual(values(await rest(`${list.path}/items?$select=City/Title,City_x003a_Country/Country&$expand=City,City_x003a_Country`)), [{ City: { Title: 'Paris' }, City_x003a_Country: { Country: 'France' } }]);
    assert.equal((await rest(`${list.path}/items(${trip})/fieldvaluesastext`)).json['City_x005f_x003a_x005f_Country'], 'France');
    assert.equal(values(await rest(`${list.path}/items?$filter=City_x003a_Country/Country eq 'France'`)).length, 1);
    assert.match(refusal(await rest(`${list.path}/items(${trip})`, { body: { City_x003a_CountryId: 1 }, headers: merge })), /^500 .*may be read only/);
    assert.equal((await rest(fieldAt(list.path, 'City'), { method: 'DELETE' })).status, 200);
    assert.equal((await rest(fieldAt(list.path, 'City:Country'))).status, 400);
  });

  it('may count what looks an item up', async () => {
    const { customers, orders, one, two } = await related('counted', '');
    assert.equal((await create(customers.path, `<Field Type="Lookup" Name="Orders" DisplayName="Orders" List="{${orders.id}}" ShowField="Customer" CountRelated="TRUE"/>`)).json['ReadOnlyField'], true);
    const counts = async (as?: string): Promise<unknown[]> => values(await rest(`${customers.path}/items?$select=Title,Orders`, as === undefined ? {} : { as })).map((item) => item['Orders']);
    assert.deepEqual(await counts(), ['2', '1']);
    await rest(`${orders.path}/items(3)`, { body: { CustomerId: one }, headers: merge });
    assert.deepEqual([await counts(), (await rest(`${customers.path}/items(${two})/fieldvaluesastext`)).json['Orders']], [['3', '0'], '0']);
    await rest(`${orders.path}/items(1)/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
    assert.deepEqual(await counts(editor), ['2', '0']);
    assert.match(refusal(await rest(`${customers.path}/items(${one})`, { body: { OrdersId: 5 }, headers: merge })), /^(400|500)/);
  });
});

describe('files with a lookup that brings a column along', () => {
  it('get former versions back', async () => {
    const target = await newList(rest, 'Subjects', ['<Field Type="Text" Name="Code" DisplayName="Code"/>']);
    const [one, two] = [await addItem(rest, target.path, { Title: 'one', Code: '1' }), await addItem(rest, target.path, { Title: 'two', Code: '2' })];
    const library = "web/lists/getbytitle('Documents')";
    const primary = (await create(library, lookupXml(target.id, '', 'Subject'))).json['Id'];
    assert.equal((await rest(`${library}/fields/adddependentlookupfield(displayName='SubjectCode', primarylookupfieldid='${String(primary)}', showfield='Code')`, { method: 'POST' })).status, 200);
    const file = `web/getfilebyserverrelativepath(decodedurl='${new URL(sharePoint.site).pathname}/Shared Documents/subject.txt')`;
    assert.equal((await rest("web/getfolderbyserverrelativepath(decodedurl='Shared Documents')/files/addusingpath(decodedurl='subject.txt',overwrite=true)", { body: 'x' })).status, 200);
    for (const SubjectId of [one, two]) assert.equal((await rest(`${file}/listitemallfields`, { body: { SubjectId }, headers: merge })).status, 204);
    const label = values(await rest(`${file}/versions?$select=VersionLabel`)).map((version) => version['VersionLabel']).at(-1);
    const restored = await rest(`${file}/versions/restorebylabel('${String(label)}')`, { method: 'POST' });
    assert.equal(restored.status, 200, restored.text);
    const { SubjectId, SubjectCodeId } = (await rest(`${file}/listitemallfields`)).json;
    assert.equal(SubjectId, SubjectCodeId);
  });
});
