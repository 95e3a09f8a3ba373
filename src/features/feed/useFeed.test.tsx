import { waitFor } from '@testing-library/react';
import { personOf, postOf } from '../../domain/feed/testing/words';
import { emptyCache } from '../testing/showFeature';
import type { InMemoryFeed } from './testing/inMemoryFeed';
import { feedOfThree, idsIn, openHooks, shownAfter } from './testing/openHooks';

let feed: InMemoryFeed;
let cache: ReturnType<typeof emptyCache>;
beforeEach(() => {
  cache = emptyCache();
  feed = feedOfThree();
});
afterEach(() => cache.clear());

describe('reading on', () => {
  it('goes page by page to the end, each post once', async () => {
    feed.posts.push(...[4, 5, 6, 7].map((id) => postOf(id, { author: personOf(id) })));
    const shown = await openHooks(feed, cache, {}, 3);
    for (let page = 0; page < 3 && shown.feed.hasOlder; page += 1) {
      await shownAfter(() => shown.feed.loadOlder());
      await waitFor(() => expect(shown.feed.isLoadingOlder).toBe(false));
    }
    expect([idsIn(shown), shown.feed.hasOlder]).toEqual([[7, 6, 5, 4, 3, 2, 1], false]);
  });

  it('that is refused keeps what was read, and can be tried again', async () => {
    const shown = await openHooks(feed, cache, {}, 2);
    feed.refuseNext('loadOlder', 'offline');
    await shownAfter(() => shown.feed.loadOlder());
    await waitFor(() => expect(shown.feed.olderError).toMatchObject({ reason: 'offline' }));
    expect([idsIn(shown), shown.feed.error]).toEqual([[3, 2], undefined]);
    await shownAfter(() => shown.feed.loadOlder());
    await waitFor(() => expect(idsIn(shown)).toEqual([3, 2, 1]));
    expect(shown.feed.olderError).toBeUndefined();
  });

  it('from the top again keeps what stands there when that is refused', async () => {
    const shown = await openHooks(feed, cache);
    feed.posts.push(postOf(4));
    feed.refuseNext('loadFirstScreen', 'offline');
    await shownAfter(() => shown.feed.reload());
    await waitFor(() => expect(shown.feed.reloadError).toMatchObject({ reason: 'offline' }));
    expect(idsIn(shown)).toEqual([3, 2, 1]);
    await shownAfter(() => shown.feed.reload());
    await waitFor(() => expect(idsIn(shown)).toEqual([4, 3, 2, 1]));
    expect(shown.feed.reloadError).toBeUndefined();
  });
});
