import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { addItem, editor, merge, newList, restOf, values, visitor, type Json } from './rest.ts';

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
