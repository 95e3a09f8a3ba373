/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import * as fc from 'fast-check';
import type { FeedFilter } from '../../domain/feed/feedRepository';
import { Client } from '../connection/client';
import type { Row } from '../connection/parse';
import { posts } from '../schema/posts';
import { answeringSite, type AnsweringSite } from '../testing/answeringSite';
import { answerRows } from '../testing/listRows';
import { postRow } from '../testing/rows';
import { newestId } from './idWindows';
import { olderPosts, pageOf, type PostPage } from './postQueries';

const site = answeringSite(() => ({}));

/** Lists whose ids have holes, as when much was deleted or belongs to other themes. */
const sparse = fc.uniqueArray(fc.integer({ min: 1, max: 60_000 }), { maxLength: 60 }).map((ids) => ids.sort((left, right) => right - left));

function listWith(ids: readonly number[], themeOf: (id: number) => number): AnsweringSite {
  const rows = ids.map((id) => postRow(id, { ThemeId: themeOf(id) }));
  return answeringSite((asked) => answerRows(rows, asked));
}

/** Every page down to the end, and how many round trips it took. */
async function readAll(list: AnsweringSite, filter: FeedFilter, from: number, pageSize: number): Promise<{ ids: number[]; pages: PostPage[] }> {
  const client = new Client(list);
  const pages: PostPage[] = [];
  for (let olderThan: number | undefined = from; olderThan !== undefined; olderThan = pages[pages.length - 1].olderThan) {
    pages.push(await olderPosts(client, filter, olderThan, pageSize));
    if (pages.length > 500) throw new Error('It does not come to an end.');
  }
  return { pages, ids: pages.reduce<number[]>((all, { posts }) => all.concat(posts.map(({ id }) => id)), []) };
}

/** The ids between which a query looks. */
function spanOf(path: string): { from: number; below: number } {
  return { from: Number(/Id ge (\d+)/.exec(path)?.[1]), below: Number(/Id lt (\d+)/.exec(path)?.[1]) };
}

describe('older posts', () => {
  it('come newest first, all of them, each once, to the end', async () => {
    await fc.assert(fc.asyncProperty(sparse, fc.integer({ min: 1, max: 60_001 }), fc.integer({ min: 1, max: 30 }), async (ids, from, pageSize) => {
      const { ids: found, pages } = await readAll(listWith(ids, () => 1), {}, from, pageSize);
      expect(found).toEqual(ids.filter((id) => id < from));
      pages.forEach(({ posts }) => expect(posts.length).toBeLessThanOrEqual(pageSize));
    }), { numRuns: 40 });
  });

  it('of one theme likewise', async () => {
    await fc.assert(fc.asyncProperty(sparse, fc.integer({ min: 1, max: 30 }), async (ids, pageSize) => {
      const { ids: found } = await readAll(listWith(ids, (id) => id % 2), { themeId: 1 }, 60_001, pageSize);
      expect(found).toEqual(ids.filter((id) => id % 2 === 1));
    }), { numRuns: 40 });
  });

  it('are looked for in windows that touch each other and stay under the threshold', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 200_000 }), fc.boolean(), async (from, themed) => {
      const list = listWith([], () => 1);
      await readAll(list, themed ? { themeId: 1 } : {}, from, 20);
      const spans = list.requests.map(({ path }) => spanOf(path));
      spans.forEach((span, at) => {
        expect(span.below - span.from).toBeLessThan(5000);
        expect(span.below).toBe(at === 0 ? from : spans[at - 1].from);
      });
      expect(spans[spans.length - 1].from).toBe(1);
    }), { numRuns: 20 });
  });

  it('may begin on an empty page with a place to go on, where a theme is quiet', async () => {
    const list = listWith([10], () => 1);
    expect(await olderPosts(new Client(list), { themeId: 1 }, 100_000, 20)).toEqual({ posts: [], olderThan: 51_000 });
    expect(list.trips.filter(({ path }) => path === '$batch')).toHaveLength(1);
  });

  it('before the first there are none', async () => {
    expect(await olderPosts(new Client(listWith([1], () => 1)), {}, 1, 20)).toEqual({ posts: [] });
  });

  it('are refused when one window is', async () => {
    const crowded = Array.from({ length: 5001 }, () => postRow(7));
    await expect(olderPosts(new Client(answeringSite((asked) => answerRows(crowded, asked))), {}, 100, 20)).rejects.toMatchObject({ reason: 'unexpected' });
  });
});

describe('a page', () => {
  const rows = (count: number): Row[] => Array.from({ length: count }, (_, at) => postRow(100 - at));

  it.each([[0, 20, undefined], [19, 20, undefined], [20, 20, undefined], [21, 20, 81], [2, 1, 100]])('of %d rows, %d a page, goes on below %p', (count, pageSize, olderThan) => {
    const page = pageOf(rows(count), site, pageSize);
    expect([page.posts.length, page.olderThan]).toEqual([Math.min(count, pageSize), olderThan]);
  });

  it('of something else is refused', () => {
    expect(() => pageOf({ value: 'x' }, site, 20)).toThrow('unexpected');
  });
});

describe('the newest post', () => {
  it('is known by its id, 0 without any', async () => {
    expect(await newestId(new Client(listWith([3, 99, 12], () => 1)), posts)).toBe(99);
    expect(await newestId(new Client(listWith([], () => 1)), posts)).toBe(0);
  });
});
