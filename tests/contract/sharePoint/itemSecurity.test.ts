import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, colleague, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
let listId: string;
const contributeId = 1073741827;
before(async () => {
  ({ path, id: listId } = await newList(rest, 'Own', ['<Field Type="Number" Name="N" DisplayName="N" Indexed="TRUE"/>']));
  await rest(`${path}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
  await rest(`${path}/roleassignments/addroleassignment(principalid=4,roledefid=${contributeId})`, { method: 'POST' });
  for (const as of [undefined, visitor, colleague]) await addItem(rest, path, { Title: as ?? 'owner', N: 1 }, as);
});

const secure = (body: object): Promise<unknown> => rest(path, { body, headers: merge });
const titles = (rows: Json[]): string => rows.map((row) => String(row['Title']).split('.')[0]).join();

/** Every way to read the list, and what somebody sees by it. */
const ways: readonly (readonly [string, (as?: string) => Promise<string>])[] = [
  ['items', async (as) => titles(values(await rest(`${path}/items`, { ...as === undefined ? {} : { as } })))],
  ['a filter', async (as) => titles(values(await rest(`${path}/items?$filter=N eq 1`, { ...as === undefined ? {} : { as } })))],
  ['CAML', async (as) => titles(values(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View><Query><Where><Eq><FieldRef Name="N"/><Value Type="Number">1</Value></Eq></Where></Query></View>' } }, ...as === undefined ? {} : { as } })))],
  ['a stream', async (as) => titles((await rest(`${path}/renderlistdataasstream`, { body: { parameters: {} }, ...as === undefined ? {} : { as } })).json['Row'] as Json[])],
  ['a batch', async (as) => [...(await rest('$batch', { body: `--b\nContent-Type: application/http\n\nGET ${sharePoint.site}/_api/${path}/items HTTP/1.1\naccept: application/json;odata=nometadata\n\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' }, ...as === undefined ? {} : { as } })).text.matchAll(/"Title":"([^".]+)/g)].map((match) => match[1]).join()],
  ['an expansion', async (as) => titles((await rest(`${path}?$expand=Items`, { ...as === undefined ? {} : { as } })).json['Items'] as Json[])],
];

describe('item-level security: read all, change own', () => {
  it('refuses others\' items, not one\'s own, nor anybody who manages the list', async () => {
    await secure({ ReadSecurity: 1, WriteSecurity: 2 });
    const change = async (id: number, as?: string): Promise<number> => (await rest(`${path}/items(${id})`, { body: { N: 1 }, headers: merge, ...as === undefined ? {} : { as } })).status;
    assert.deepEqual([await change(1, visitor), await change(2, visitor), await change(3, visitor), await change(2), await change(3)], [403, 204, 403, 204, 204]);
    assert.match(refusal(await rest(`${path}/items(1)`, { method: 'DELETE', as: visitor })), /^403 -2147024891/);
    assert.match(refusal(await rest(`${path}/items(1)/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Title', FieldValue: 'x' }] }, as: visitor })), /^403/);
    for (const [, seen] of ways) assert.equal(await seen(visitor), 'owner,yusuf,lotte');
    await secure({ WriteSecurity: 4 });
    assert.equal(await change(2, visitor), 403);
    assert.equal((await rest(`${path}/items`, { body: { Title: 'x' }, as: visitor })).status, 403);
    await secure({ WriteSecurity: 1 });
    assert.match(refusal(await rest(path, { body: { ReadSecurity: 3 }, headers: merge })), /^400/);
  });
});

describe('item-level security: read own', () => {
  before(() => secure({ ReadSecurity: 2 }));
  after(() => secure({ ReadSecurity: 1 }));
  for (const [way, seen] of ways) {
    it(`hides others' items in ${way}`, async () => {
      assert.deepEqual([await seen(visitor), await seen()], ['yusuf', 'owner,yusuf,lotte']);
    });
  }

  it('hides them alone, and in lookups, and does not change the count', async () => {
    assert.match(refusal(await rest(`${path}/items(1)`, { as: visitor })), /^404 .*Item does not exist/);
    assert.equal((await rest(`${path}/itemcount`, { as: visitor })).json['value'], 3);
    const looking = await newList(rest, 'Looking', [`<Field Type="Lookup" Name="Own" DisplayName="Own" List="${listId}" ShowField="Title"/>`]);
    await addItem(rest, looking.path, { Title: 'a', OwnId: 1 });
    const as = visitor;
    assert.deepEqual(values(await rest(`${looking.path}/items?$select=OwnId,Own/Title&$expand=Own`, { as })), [{ OwnId: 1, Own: null }]);
    assert.deepEqual(values(await rest(`${looking.path}/items?$filter=Own/Title eq 'owner'`, { as })), []);
    assert.equal(values(await rest(`${looking.path}/items?$filter=Own/Title eq 'owner'`)).length, 1);
  });
});

describe('permissions of single items', () => {
  before(() => rest(`${path}/items(1)/breakroleinheritance(copyroleassignments=false)`, { method: 'POST' }));
  after(() => rest(`${path}/items(1)/resetroleinheritance`, { method: 'POST' }));
  for (const [way, seen] of ways) {
    it(`hold in ${way}`, async () => assert.deepEqual([await seen(visitor), await seen()], ['yusuf,lotte', 'owner,yusuf,lotte']));
  }

  it('open one item of a list that is closed otherwise', async () => {
    const closed = await newList(rest, 'Closed');
    for (const Title of ['one', 'two']) await addItem(rest, closed.path, { Title });
    await rest(`${closed.path}/breakroleinheritance(copyroleassignments=false)`, { method: 'POST' });
    await rest(`${closed.path}/items(2)/breakroleinheritance(copyroleassignments=true)`, { method: 'POST' });
    const { Id } = (await rest(`web/ensureuser('${visitor}')`, { method: 'POST' })).json;
    assert.equal((await rest(closed.path, { as: visitor })).status, 404);
    await rest(`${closed.path}/items(2)/roleassignments/addroleassignment(principalid=${String(Id)},roledefid=${contributeId})`, { method: 'POST' });
    assert.deepEqual(titles(values(await rest(`${closed.path}/items`, { as: visitor }))), 'two');
    assert.equal((await rest(`${closed.path}/items(2)`, { body: { Title: 'changed' }, headers: merge, as: visitor })).status, 204);
    assert.equal((await rest(`${closed.path}/items(1)`, { as: visitor })).status, 404);
    assert.equal((await rest(`${closed.path}/items`, { body: { Title: 'x' }, as: visitor })).status, 403);
  });
});
