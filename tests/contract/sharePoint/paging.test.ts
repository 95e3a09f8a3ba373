import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addMany, newList, restOf, values } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

describe('pages of items', () => {
  it('together are the whole list, in every order, forwards and backwards, with equal and empty values', async () => {
    const { path } = await newList(rest, 'Paged', ['<Field Type="Number" Name="Rank" DisplayName="Rank" Indexed="TRUE"/>', '<Field Type="Text" Name="Word" DisplayName="Word"/>']);
    await addMany(rest, `${sharePoint.site}/_api/${path}`, Array.from({ length: 27 }, (_, at) => ({ Title: `${at}`, ...(at % 4 === 0 ? {} : { Rank: at % 3 }), ...(at % 5 === 0 ? {} : { Word: ['b', 'A', 'c'][at % 3] }) })));
    for (const order of ['Rank', 'Rank desc', 'Rank desc,Id', 'Rank,Word desc', 'Word desc,Rank', 'Word,Id desc', 'Id desc', '']) {
      const query = `$select=Id${order === '' ? '' : `&$orderby=${order}`}`;
      const ids = (reply: Awaited<ReturnType<typeof rest>>): unknown[] => values(reply).map(({ Id }) => Id);
      const whole = ids(await rest(`${path}/items?${query}&$top=100`));
      assert.equal(whole.length, 27);
      const forwards: unknown[] = [];
      const starts: string[] = [];
      let next: string | undefined = `${path}/items?${query}&$top=4`;
      while (next !== undefined) {
        const reply: Awaited<ReturnType<typeof rest>> = await rest(next.replace(`${sharePoint.site}/_api/`, ''));
        forwards.push(...ids(reply));
        next = reply.json['odata.nextLink'] as string | undefined;
        if (next !== undefined) starts.push(next);
      }
      assert.deepEqual(forwards, whole, order);
      const third = (starts[2] ?? '').replace(`${sharePoint.site}/_api/`, '').replace('Paged%3dTRUE', 'Paged%3dTRUE%26PagedPrev%3dTRUE');
      assert.deepEqual(ids(await rest(third)), whole.slice(7, 11), `${order}, backwards`);
    }
  });
});
