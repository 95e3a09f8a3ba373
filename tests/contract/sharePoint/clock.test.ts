import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, merge, newList, refusal, restOf, values, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const setClock = (body: unknown): Promise<Reply> => rest('/_local/clock', { body });

afterEach(async () => { await rest('/_local/clock', { method: 'DELETE' }); });

describe('POST /_local/clock', () => {
  it('stands still, runs on from a moment, before or after this machine\'s, and goes on by so much', async () => {
    assert.deepEqual((await setClock({ fixed: '2031-05-06T07:08:09.123Z' })).json, { now: '2031-05-06T07:08:09.123Z', runs: false });
    assert.deepEqual((await setClock({ advanceMs: 1000 })).json, { now: '2031-05-06T07:08:10.123Z', runs: false });
    assert.deepEqual((await rest('/_local/clock')).json, { now: '2031-05-06T07:08:10.123Z', runs: false });
    const running = (await setClock({ now: '2031-05-06T07:08:09Z' })).json;
    assert.equal(running['runs'], true);
    const moment = Date.parse(String(running['now'])) - Date.parse('2031-05-06T07:08:09Z');
    assert.ok(moment >= 0 && moment < 60_000, String(moment));
    const back = (await setClock({ offsetMs: -86_400_000 })).json;
    assert.equal(back['offsetMs'], -86_400_000);
    assert.ok(Math.abs(Date.parse(String(back['now'])) - (Date.now() - 86_400_000)) < 60_000);
    assert.equal((await setClock({ advanceMs: 86_400_000 })).json['offsetMs'], 0);
    assert.equal((await rest('/_local/clock', { method: 'DELETE' })).json['offsetMs'], 0);
  });

  it('refuses anything else with what may be sent', async () => {
    for (const body of [{}, [], 'x', 1, { fixed: 'soon' }, { fixed: 5 }, { offsetMs: 'x' }, { offsetMs: 0.5 }, { fixed: '2031-05-06T07:08:09Z', offsetMs: 1 }, { nonsense: 1 }, { offsetMs: 1e18 }, { fixed: '0001-01-01T00:00:00Z' }]) {
      const { status, json } = await setClock(JSON.stringify(body));
      assert.equal(status, 400, JSON.stringify(body));
      assert.match(String(json['error']), /A clock is set by one of \{"fixed"/);
    }
  });
});

describe('the time that is set', () => {
  const day = '2031-05-06';

  it('is the one of items, versions, comments, lists, columns, files, attachments, the recycle bin, the change log and search', async () => {
    const { path, id: listId } = await newList(rest, 'Times', ['<Field Type="DateTime" Name="Day" DisplayName="Day"><Default>[today]</Default></Field>']);
    await setClock({ fixed: `${day}T10:00:00Z` });
    const id = await addItem(rest, path, { Title: 'then' });
    const { json: item, headers } = await rest(`${path}/items(${id})`);
    assert.equal(headers.get('date'), 'Tue, 06 May 2031 10:00:00 GMT');
    assert.deepEqual([item['Created'], item['Modified'], String(item['Day']).slice(0, 10)], [`${day}T10:00:00Z`, `${day}T10:00:00Z`, day]);
    await setClock({ advanceMs: 3_600_000 });
    await rest(`${path}/items(${id})`, { body: { Title: 'later' }, headers: merge });
    assert.equal((await rest(`${path}/items(${id})`)).json['Modified'], `${day}T11:00:00Z`);
    assert.deepEqual(values(await rest(`${path}/items(${id})/versions?$select=Created`)).map(({ Created }) => String(Created).slice(0, 19)), [`${day}T11:00:00`, `${day}T10:00:00`]);
    const comment = (await rest(`${path}/items(${id})/comments`, { body: { text: 'x' } })).json;
    assert.match(String(comment['createdDate']), /^2031-05-06T11:00:00/);
    assert.equal((await rest(`${path}?$select=LastItemModifiedDate`)).json['LastItemModifiedDate'], `${day}T11:00:00Z`);
    const created = (await rest('web/lists', { body: { Title: 'Made then', BaseTemplate: 100 } })).json;
    assert.equal(created['Created'], `${day}T11:00:00Z`);
    await rest(`${path}/fields`, { body: { Title: 'Added then', FieldTypeKind: 2 } });
    const file = await rest("web/getfolderbyserverrelativeurl('/sites/intranet/Shared Documents')/files/add(url='then.txt',overwrite=true)", { body: 'text' });
    assert.equal(file.json['TimeCreated'], `${day}T11:00:00Z`);
    const changes = values(await rest(`${path}/getchanges`, { body: { query: { Item: true, Field: true, Add: true, Update: true } } }));
    assert.deepEqual([...new Set(changes.map(({ Time }) => Time))].slice(-2), [`${day}T10:00:00Z`, `${day}T11:00:00Z`]);
    await rest(`${path}/items(${id})/recycle`, { method: 'POST' });
    const bin = values(await rest('web/recyclebin?$select=DeletedDate'));
    assert.deepEqual(bin.map(({ DeletedDate }) => DeletedDate), [`${day}T11:00:00Z`]);
    assert.match(String(((await rest(`web/lists(guid'${listId}')?$select=CurrentChangeToken`)).json['CurrentChangeToken'] as Json)['StringValue']), new RegExp(`^1;3;${listId};${(BigInt(Date.parse(`${day}T11:00:00Z`)) + 62_135_596_800_000n) * 10_000n};`));
  });

  it('is <Today/> of CAML, the time of digests, and what KQL takes for today', async () => {
    const { path } = await newList(rest, 'Today');
    await setClock({ fixed: `${day}T23:00:00Z` });
    await addItem(rest, path, { Title: 'today' });
    const today = async (): Promise<number> => values(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View><Query><Where><Geq><FieldRef Name="Created"/><Value Type="DateTime"><Today/></Value></Geq></Where></Query></View>' } } })).length;
    const found = async (): Promise<unknown> => {
      const answer = (await rest(`search/query?querytext='created=today title:today contentclass:STS_ListItem_GenericList'`)).json as { PrimaryQueryResult: { RelevantResults: { TotalRows: number } } };
      return answer.PrimaryQueryResult.RelevantResults.TotalRows;
    };
    assert.deepEqual([await today(), await found()], [1, 1]);
    const digest = String((await rest('contextinfo', { method: 'POST', headers: { authorization: '' } })).json['FormDigestValue']);
    assert.match(digest, /,06 May 2031 23:00:00 -0000$/);
    const write = (): Promise<Reply> => rest(`${path}/items`, { body: { Title: 'x' }, headers: { authorization: '', 'x-requestdigest': digest } });
    assert.equal((await write()).status, 201);
    await setClock({ advanceMs: 1_800_001 });
    assert.match(refusal(await write()), /^403 -2130575252/);
    await setClock({ fixed: '2031-05-07T01:00:00Z' });
    assert.deepEqual([await today(), await found()], [0, 0]);
  });
});
