import { randomUUID } from 'node:crypto';
import type { LocalSharePoint } from '../localSharePoint.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { KeepAlive, type Ask } from './keepAlive.ts';
import { rateOf, type Rate } from './rate.ts';
import { checkAdded, insertBatch, itemsInABatch, itemsOf } from './sites/itemBatch.ts';
import { postRow, type Row } from './sites/rows.ts';
import { huge, inWords, themes } from './sites/siteSize.ts';

const list = 'SchilPosts';
const itemsOnAPage = 30;
const connections = [1, 8];
/** Fewer than the list view threshold. */
const windowOfIds = 4900;

/** Something that is asked again and again, a little different each time. */
interface Load { readonly key: string; readonly name: string; ask(number: number): Ask; check(answer: string): void }

/** How much the local SharePoint gets done over HTTP, with 100,000 items in the list. */
export const server: Benchmark = {
  name: 'server', title: 'The local SharePoint over HTTP, 100,000 items in the list',
  async *measure(means): AsyncGenerator<Figure> {
    const size = huge(means.large);
    const sharePoint = await means.site(size);
    const loads: readonly Load[] = [
      { key: 'windowReads', name: `Pages of ${itemsOnAPage}, by a window of ids`, ask: (number) => read(window(windowOfIds + (number * 7919) % (size.posts - windowOfIds))), check: checkPage },
      { key: 'columnReads', name: `Pages of ${itemsOnAPage}, by an indexed column that leaves ${size.posts / themes}`, ask: (number) => read(`ThemeId eq ${1 + number % themes}`), check: checkPage },
      { key: 'inserts', name: 'Items added one by one', ask: (number) => ({ method: 'POST', path: itemsOf(list), body: JSON.stringify(newPost(number)) }), check: () => undefined },
    ];
    for (const load of loads) {
      for (const concurrency of connections) {
        const { perSecond, note } = await measured(sharePoint, concurrency, load);
        yield { key: `${load.key}By${concurrency}`, name: `${load.name}, ${concurrency} at a time`, value: perSecond, unit: 'per second', note };
      }
    }
    const { perSecond, note } = await measured(sharePoint, 1, {
      key: 'batches', name: 'Batches', ask: (number) => batch(sharePoint, number), check: (answer) => checkAdded(answer, itemsInABatch),
    });
    yield { key: 'batchedInserts', name: `Items added in batches of ${itemsInABatch}`, value: perSecond * itemsInABatch, unit: 'per second', note: `a batch: ${note}; ${inWords(size)} at the start` };
  },
};

async function measured(sharePoint: LocalSharePoint, concurrency: number, { ask, check }: Load): Promise<Rate> {
  const connection = new KeepAlive(sharePoint, concurrency);
  try {
    return await rateOf(concurrency, async (number) => check(await connection.ask(ask(number))));
  } finally {
    connection.close();
  }
}

/** A page of posts with their authors, newest first, as a feed reads it. */
function read(filter: string): Ask {
  const query = { $select: 'Id,Title,Body,Created,ThemeId,Author/Id,Author/Title,Author/EMail', $expand: 'Author', $filter: filter, $orderby: 'Id desc', $top: String(itemsOnAPage) };
  return { method: 'GET', path: `${itemsOf(list)}?${Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}` };
}

function window(below: number): string {
  return `Id lt ${below} and Id ge ${below - windowOfIds}`;
}

function checkPage(answer: string): void {
  const { value } = JSON.parse(answer) as { value: readonly object[] };
  if (value.length !== itemsOnAPage) throw new Error(`A page had ${value.length} items instead of ${itemsOnAPage}.`);
}

/** With a key of its own, as clients make them. */
function newPost(number: number): Row {
  return { ...postRow(number, themes), Key: randomUUID() };
}

function batch(sharePoint: LocalSharePoint, number: number): Ask {
  return { method: 'POST', path: '$batch', ...insertBatch(sharePoint, list, Array.from({ length: itemsInABatch }, (_, at) => newPost(number * itemsInABatch + at))) };
}
