import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, assertKeys, editor, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const keys = 'ClientFormCustomFormatter Description DisplayFormTemplateName DisplayFormUrl DocumentTemplate DocumentTemplateUrl EditFormTemplateName EditFormUrl Group Hidden Id JSLink '
  + 'MobileDisplayFormUrl MobileEditFormUrl MobileNewFormUrl Name NewFormTemplateName NewFormUrl ReadOnly SchemaXml Scope Sealed StringId';
const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => { sp = pnpOf(sharePoint); });

const names = async (path: string): Promise<unknown[]> => values(await rest(`${path}?$select=Name`)).map(({ Name }) => Name);

describe('content types of webs', () => {
  it('are those that every site collection has, with the recorded keys', async () => {
    const types = values<Json>(await rest('web/contenttypes'));
    assertKeys(types[0], keys);
    const by = (id: string): Json | undefined => types.find(({ StringId }) => StringId === id);
    assert.deepEqual([by('0x01')?.['Name'], by('0x0101')?.['Name'], by('0x0120')?.['Sealed'], by('0x0106')?.['Group']], ['Item', 'Document', true, 'List Content Types']);
    assert.equal((await rest("web/contenttypes('0x01')/stringid")).json['value'], '0x01');
    assert.equal((await rest("web/availablecontenttypes/getbyid('0x0108')")).json['Name'], 'Task');
    assert.deepEqual((await rest("web/contenttypes('0x01')/fieldlinks?$select=Name,Required")).json['value'], [{ Name: 'ContentType', Required: false }, { Name: 'Title', Required: true }]);
    assert.deepEqual(values(await rest("web/contenttypes('0x01')/fields?$select=InternalName")).map(({ InternalName }) => InternalName), ['ContentType', 'Title']);
    assert.equal((await rest("web/contenttypes('0x010801')/parent")).json['StringId'], '0x0108');
    assert.deepEqual((await rest("web/contenttypes('0x01FF')")).json, { 'odata.null': true });
  });

  it('are added, changed and deleted by who manages lists', async () => {
    const added = await rest('web/contenttypes', { body: { Id: { StringValue: '0x0101009D1CB255DA76424F860D91F20E6C4119' }, Name: 'Recipe', Group: 'Kitchen', Description: 'What to cook' } });
    assert.equal(added.status, 201, added.text);
    assertKeys(added.json, keys);
    const id = String(added.json['StringId']);
    assert.match(id, /^0x0100[0-9A-F]{32}$/, 'the service makes its own id, from Item');
    assert.deepEqual([added.json['Group'], (added.json['Id'] as Json)['StringValue']], ['Kitchen', id]);
    assert.equal((await rest(`web/contenttypes('${id.toLowerCase()}')`, { body: { Name: 'Dish', Hidden: true }, headers: merge })).status, 204);
    const { Name, Hidden, Group } = (await rest(`web/contenttypes('${id}')`)).json;
    assert.deepEqual([Name, Hidden, Group], ['Dish', true, 'Kitchen']);
    for (const as of [visitor, editor]) {
      const call = await rest(`web/contenttypes('${id}')`, { method: 'DELETE', as });
      assert.equal(call.status, as === visitor ? 403 : 200);
    }
    assert.deepEqual((await rest(`web/contenttypes('${id}')`)).json, { 'odata.null': true });
    assert.equal((await rest('web/contenttypes', { body: { Name: 'x' }, as: visitor })).status, 403);
  });

  it('refuses taken names and ids, what comes from nothing, what is sealed, in use or unknown', async () => {
    const add = async (body: Json): Promise<string> => refusal(await rest('web/contenttypes', { body }));
    assert.equal((await rest('web/contenttypes', { body: { Name: 'Plan' } })).status, 201);
    assert.match(await add({ Name: 'plan' }), /A duplicate content type "plan" was found\./);
    for (const body of [{ Name: 'a/b' }, { Name: '' }, {}]) assert.match(await add(body), /^400 .*expected range/);
    assert.match(await add({ Name: 'a', Nonsense: 1 }), /The property 'Nonsense' does not exist on type 'SP.ContentType'/);
    assert.match(refusal(await rest("web/contenttypes('0x0120')", { body: { Name: 'x' }, headers: merge })), /sealed/);
    assert.match(refusal(await rest("web/contenttypes('0x01')", { method: 'DELETE' })), /The content type is in use\./);
  });

  it('of a web below are its own; available are those above, too', async () => {
    assert.equal((await rest('web/webs/add', { body: { parameters: { Title: 'Below', Url: 'below' } } })).status, 200);
    const below = restOf(sharePoint, `${sharePoint.site}/below`);
    assert.deepEqual(values(await below('web/contenttypes')), []);
    const added = await below('web/contenttypes', { body: { Name: 'Only below' } });
    assert.equal((await below(`web/contenttypes('${String(added.json['StringId'])}')/scope`)).json['value'], '/sites/intranet/below');
    const available = values(await below('web/availablecontenttypes?$select=Name')).map(({ Name }) => Name);
    assert.ok(available.includes('Only below') && available.includes('Item'));
    assert.equal((await names('web/availablecontenttypes')).includes('Only below'), false);
  });
});

describe('content types of lists', () => {
  it('begin with Item or Document, and Folder', async () => {
    const list = await newList(rest, 'Typed');
    const types = values<Json>(await rest(`${list.path}/contenttypes`));
    assert.deepEqual(types.map(({ Name }) => Name), ['Item', 'Folder']);
    assertKeys(types[0], keys);
    assert.match(String(types[0]?.['StringId']), /^0x0100[0-9A-F]{32}$/);
    assert.match(String(types[0]?.['Scope']), /^\/sites\/intranet\/Lists\/Typed/);
    assert.deepEqual(await names("web/lists/getbytitle('Documents')/contenttypes"), ['Document', 'Folder']);
    assert.ok((await names("web/lists/getbytitle('Site Pages')/contenttypes")).includes('Site Page'));
  });

  it('addavailablecontenttype copies one of the web; items may be of it', async () => {
    const list = await newList(rest, 'Contacts');
    const added = await rest(`${list.path}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: '0x0106' } });
    assert.equal(added.status, 200, added.text);
    assertKeys(added.json, keys);
    const id = String(added.json['StringId']);
    assert.match(id, /^0x010600[0-9A-F]{32}$/);
    assert.deepEqual([added.json['Name'], added.json['Group'], added.json['Description']], ['Contact', 'List Content Types', 'Store information about a business or personal contact.']);
    const columns = values(await rest(`${list.path}/contenttypes('${id}')/fields?$select=InternalName`)).map(({ InternalName }) => InternalName);
    assert.ok(['ContentType', 'Title', 'FirstName', 'EMail', 'WebPage'].every((name) => columns.includes(name)), columns.join());
    assert.equal((await rest(`${list.path}/fields/getbyinternalnameortitle('FirstName')/id`)).json['value'], '4a722dd4-d406-4356-93f9-2550b8f50dd0', 'the list has the column of the site');
    assert.match(refusal(await rest(`${list.path}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: '0x0106' } })), /A duplicate content type "Contact" was found\./);
    assert.equal((await rest(`${list.path}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: '0x01FF' } })).status, 404);
    assert.equal((await rest(`${list.path}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: '0x0108' }, as: visitor })).status, 403);
    const plain = await addItem(rest, list.path, { Title: 'plain' });
    const exact = await addItem(rest, list.path, { Title: 'exact', ContentTypeId: id });
    const nearest = await addItem(rest, list.path, { Title: 'nearest', ContentTypeId: '0x0106' });
    const rows = values<Json>(await rest(`${list.path}/items?$select=Title,ContentTypeId,ContentType/Name&$expand=ContentType&$orderby=Id`));
    assert.deepEqual(rows.map(({ ContentType }) => (ContentType as Json)['Name']), ['Item', 'Contact', 'Contact']);
    assert.deepEqual([rows[1]?.['ContentTypeId'], rows[2]?.['ContentTypeId']], [id, id]);
    assert.deepEqual(values(await rest(`${list.path}/items?$filter=ContentType eq 'Contact'&$select=Id`)).map(({ Id }) => Id), [exact, nearest]);
    assert.equal((await rest(`${list.path}/items(${plain})`, { body: { ContentTypeId: id }, headers: merge })).status, 204);
    assert.equal((await rest(`${list.path}/items(${plain})/contenttype`)).json['Name'], 'Contact');
    assert.match(refusal(await rest(`${list.path}/contenttypes('${id}')`, { method: 'DELETE' })), /The content type is in use\./);
  });

  it('are renamed and deleted, not the last one; the first is what new items are', async () => {
    const list = await newList(rest, 'Renamed');
    const [item] = values<Json>(await rest(`${list.path}/contenttypes`));
    const added = (await rest(`${list.path}/contenttypes/addavailablecontenttype`, { body: { contentTypeId: '0x0104' } })).json;
    assert.equal((await rest(`${list.path}/contenttypes('${String(added['StringId'])}')`, { body: { Name: 'News' }, headers: merge })).status, 204);
    assert.deepEqual(await names(`${list.path}/contenttypes`), ['Item', 'Folder', 'News']);
    assert.equal((await rest("web/contenttypes('0x0104')")).json['Name'], 'Announcement', 'the web keeps its own');
    assert.equal((await rest(`${list.path}/contenttypes('${String(item?.['StringId'])}')`, { method: 'DELETE' })).status, 200);
    assert.deepEqual(await names(`${list.path}/contenttypes`), ['Folder', 'News']);
    assert.match(refusal(await rest(`${list.path}/contenttypes('${String(added['StringId'])}')`, { method: 'DELETE' })), /^500 /);
    const id = await addItem(rest, list.path, { Title: 'x' });
    assert.equal((await rest(`${list.path}/items(${id})/contenttypeid`)).json['value'], added['StringId']);
  });
});

describe('PnPjs: content types', () => {
  it('all of its methods', async () => {
    const { data } = await sp.web.contentTypes.add('0x01008D19F38845B0884EBEBE239FDF359184', 'By PnPjs', 'told', 'PnP');
    const id = String((data as unknown as Json)['StringId']);
    const type = sp.web.contentTypes.getById(id);
    assert.equal((await type()).Name, 'By PnPjs');
    await type.update({ Name: 'By PnPjs changed', Description: 'new' });
    assert.equal((await type()).Description, 'new');
    assert.deepEqual((await type.fieldLinks()).map(({ Name }) => Name), ['ContentType', 'Title']);
    assert.equal((await type.fieldLinks.getById('fa564e0f-0c70-4ab9-b863-0177e6ddd247')()).Required, true);
    assert.equal((await type.fields()).length, 2);
    assert.equal((await type.parent()).Name, 'Item');
    assert.deepEqual(await type.workflowAssociations(), []);
    const { Id } = await sp.web.lists.add('Types by PnPjs', '', 100, true);
    const list = sp.web.lists.getById(Id);
    await list.contentTypes.addAvailableContentType(id);
    assert.ok((await list.contentTypes()).some(({ Name }) => Name === 'By PnPjs changed'));
    assert.match(await refusedWith(type.delete()), /The content type is in use/);
    const { Id: itemId } = await list.items.add({ Title: 'x' }) as unknown as { Id: number };
    assert.equal((await list.items.getById(itemId).contentType()).Name, 'Item');
  });
});
