import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { addItem, editor, merge, newList, restOf, values, visitor, type Call, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

describe('fifty at once', () => {
  it('lose nothing, double nothing, and are never told to come back', async () => {
    const { path } = await newList(rest, 'Busy', ['<Field Type="Number" Name="N" DisplayName="N"/>']);
    const added = await Promise.all(Array.from({ length: 50 }, (_, N) => rest(`${path}/items`, { body: { Title: 'x', N }, as: N % 2 === 0 ? editor : 'marijke.vandervelden@contoso.example' })));
    assert.deepEqual([...new Set(added.map(({ status }) => status))], [201]);
    const rows = values<{ Id: number; N: number }>(await rest(`${path}/items?$select=Id,N&$top=5000`));
    assert.deepEqual([rows.length, new Set(rows.map(({ N }) => N)).size, (await rest(`${path}/itemcount`)).json['value']], [50, 50, 50]);
  });

  it('update one item without losing a step, with ETags', async () => {
    const { path } = await newList(rest, 'Counter', ['<Field Type="Number" Name="N" DisplayName="N"/>']);
    const id = await addItem(rest, path, { Title: 'counter', N: 0 });
    const raise = async (): Promise<number> => {
      for (let tries = 1; ; tries += 1) {
        const read = await rest(`${path}/items(${id})?$select=N`);
        const { status } = await rest(`${path}/items(${id})`, { body: { N: Number(read.json['N']) + 1 }, headers: { ...merge, 'if-match': read.headers.get('etag') ?? '' } });
        assert.ok(status === 204 || status === 412, String(status));
        if (status === 204) return tries;
      }
    };
    await Promise.all(Array.from({ length: 50 }, raise));
    assert.deepEqual((({ N, OData__UIVersionString }) => [N, OData__UIVersionString])((await rest(`${path}/items(${id})?$select=N,OData__UIVersionString`)).json), [50, '51.0']);
  });
});

describe('fifty clients at work', () => {
  it('read what they wrote, find it by an indexed column, and leave what they did', async () => {
    const { path } = await newList(rest, 'At work', ['<Field Type="Text" Name="Client" DisplayName="Client" Indexed="TRUE"/>', '<Field Type="Number" Name="N" DisplayName="N"/>']);
    const client = async (number: number): Promise<void> => {
      const ask = (address: string, call: Call = {}): Promise<Reply> => rest(`${path}${address}`, number % 2 === 0 ? call : { ...call, as: editor });
      const ids: number[] = [];
      for (let N = 0; N < 4; N += 1) {
        const added = await ask('/items', { body: { Title: `${number}-${N}`, Client: `c${number}`, N } });
        assert.equal(added.status, 201, added.text);
        ids.push(Number(added.json['Id']));
        assert.equal((await ask(`/items(${ids[N]})?$select=Title`)).json['Title'], `${number}-${N}`);
      }
      const mine = async (): Promise<Json[]> => values(await ask(`/items?$select=Id,N,Title&$filter=Client eq 'c${number}'&$orderby=Id`));
      assert.deepEqual((await mine()).map(({ Id }) => Id), ids);
      const read = await ask(`/items(${ids[0]})`);
      assert.equal((await ask(`/items(${ids[0]})`, { body: { N: 10 }, headers: { ...merge, 'if-match': read.headers.get('etag') ?? '' } })).status, 204);
      assert.equal((await ask(`/items(${ids[1]})`, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
      assert.deepEqual((await mine()).map(({ N }) => N), [10, 2, 3]);
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => client(number)));
    const rows = values<{ Client: string }>(await rest(`${path}/items?$select=Client&$top=5000`));
    assert.deepEqual([rows.length, (await rest(`${path}/itemcount`)).json['value'], new Set(rows.map(({ Client }) => Client)).size], [150, 150, 50]);
  });

  it('lose and double nothing when requests fail at random, before the work and after it', async () => {
    const { path } = await newList(rest, 'Storm', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>', '<Field Type="Note" Name="Log" DisplayName="Log" NumLines="6" RichText="FALSE"/>']);
    const id = await addItem(rest, path, { Title: 'shared', Key: 'shared', Log: '' });
    const match = { path: 'Storm' };
    await rest('/_local/faults', {
      body: [
        { match, status: 503, probability: 0.08, seed: 1 }, { match, status: 429, retryAfter: 0, probability: 0.05, seed: 2 }, { match, cut: 'before', probability: 0.05, seed: 3 },
        { match: { ...match, method: 'POST' }, cut: 'after', probability: 0.1, seed: 4 }, { match: { ...match, method: 'POST' }, malformed: 'truncated', probability: 0.05, seed: 5 }, { match, delayMs: 5, probability: 0.1, seed: 6 },
      ],
    });
    /** As clients do: again, until there is an answer that says something. */
    const patient = async (address: string, call?: Call): Promise<Reply> => {
      for (;;) {
        const reply = await rest(`${path}${address}`, call).catch(() => undefined);
        if (reply && reply.status !== 503 && reply.status !== 429) return reply;
      }
    };
    const client = async (number: number): Promise<void> => {
      const added = await patient('/items', { body: { Title: 'row', Key: `row-${number}` } });
      assert.ok(added.status === 201 || /SPDuplicateValuesFoundException/.test(added.text), added.text);
      for (;;) {
        const read = await patient(`/items(${id})?$select=Log`);
        const log = String(read.json['Log'] ?? '');
        // Whether a lost answer was of a write that was done, the item tells.
        if (log.includes(`<${number}>`)) break;
        const { status } = await patient(`/items(${id})`, { body: { Log: `${log}<${number}>` }, headers: { ...merge, 'if-match': read.headers.get('etag') ?? '' } });
        assert.ok(status === 204 || status === 412, String(status));
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, number) => client(number)));
    const { served } = (await rest('/_local/faults')).json;
    await rest('/_local/faults', { method: 'DELETE' });
    assert.ok(Number(served) > 50, String(served));
    const rows = values<{ Key: string }>(await rest(`${path}/items?$select=Key&$filter=Title eq 'row'&$top=5000`));
    assert.deepEqual(rows.map(({ Key }) => Key).sort(), Array.from({ length: 50 }, (_, number) => `row-${number}`).sort());
    const log = String((await rest(`${path}/items(${id})`)).json['Log']);
    assert.deepEqual((log.match(/<\d+>/g) ?? []).sort(), Array.from({ length: 50 }, (_, number) => `<${number}>`).sort());
  });
});

describe('a restart', () => {
  it('keeps lists, items, ids, permissions, people and ETags, and never gives an id twice', () => onKeptData(async (start) => {
    const first = await start();
    let asked = restOf(first);
    const { path, id: listId } = await newList(asked, 'Kept', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    for (const Key of ['a', 'b', 'c']) await addItem(asked, path, { Title: Key, Key });
    await asked(`${path}/items(3)`, { method: 'DELETE' });
    await asked(path, { body: { WriteSecurity: 2, Description: 'kept' }, headers: merge });
    await asked(`${path}/views`, { body: { Title: 'Second' } });
    const { Id: userId } = (await asked(`web/ensureuser('${visitor}')`, { method: 'POST' })).json;
    const etag = (await asked(`${path}/items(2)`)).headers.get('etag');
    const changes = async (): Promise<unknown> => values(await asked(`${path}/getchanges`, { body: { query: { Item: true, Add: true, DeleteObject: true } } })).map(({ ChangeToken, ItemId }) => [ChangeToken, ItemId]);
    const logged = await changes();
    await first.stop();
    const second = await start();
    asked = restOf(second);
    const list = (await asked(`${path}?$select=Id,Description,ItemCount,WriteSecurity,Views/Title&$expand=Views`)).json;
    assert.deepEqual([list['Id'], list['Description'], list['ItemCount'], list['WriteSecurity'], (list['Views'] as Json[]).length], [listId, 'kept', 2, 2, 2]);
    assert.equal((await asked(`${path}/items(2)`)).headers.get('etag'), etag);
    assert.deepEqual(await changes(), logged);
    assert.equal((await asked(`web/ensureuser('${visitor}')`, { method: 'POST' })).json['Id'], userId);
    assert.equal(await addItem(asked, path, { Title: 'd', Key: 'd' }), 4, 'the id of the deleted item is not given again');
    assert.equal((await asked(`${path}/items`, { body: { Key: 'a' } })).status, 500);
    await second.stop();
  }));
});
