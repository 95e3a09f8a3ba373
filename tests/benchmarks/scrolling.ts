import type { CDPSession } from 'playwright-core';
import type { Benchmark, Figure } from './benchmark.ts';
import { scrollToTheEnd } from './scrollToTheEnd.ts';
import { inWords, scrolled } from './sites/siteSize.ts';
import { visit } from './visit.ts';

/** Scrolling from the newest post to the oldest of 5,000, as fast as they come, and what it leaves in the browser. */
export const scrolling: Benchmark = {
  name: 'scrolling', title: 'Scrolling through 5,000 posts',
  async *measure(means): AsyncGenerator<Figure> {
    const sharePoint = await means.site(scrolled);
    const { page, end } = await visit(await means.browser(), sharePoint);
    const developerTools = await page.context().newCDPSession(page);
    const before = await heapSize(developerTools);
    await sharePoint.forgetRequests();
    const { milliseconds, reached, mostArticles, frames, waited } = await page.evaluate(scrollToTheEnd, scrolled.posts);
    if (reached < scrolled.posts) throw new Error(`The page stopped at post ${reached} of ${scrolled.posts}: nothing older came for 20 seconds.`);
    const asked = (await sharePoint.requests()).filter(({ path }) => path.includes('/_api/'));
    const after = await heapSize(developerTools);
    const longFrames = frames.filter((frame) => frame > 50).length;
    yield { key: 'time', name: 'Time', value: milliseconds / 1000, unit: 's', note: `by three screens with each frame; ${inWords(scrolled)}` };
    yield { key: 'waited', name: '  of it waiting at the end for older posts', value: waited / 1000, unit: 's' };
    yield { key: 'postsPerSecond', name: '  posts passed', value: reached / milliseconds * 1000, unit: 'per second' };
    yield { key: 'requests', name: 'Requests to _api on the way', value: asked.length, unit: 'requests' };
    yield { key: 'mostArticles', name: 'Most articles in the page at once', value: mostArticles, unit: 'articles' };
    yield { key: 'longestFrame', name: 'Longest frame', value: Math.max(...frames), unit: 'ms', note: `${longFrames} of ${frames.length} frames took more than 50 ms` };
    yield { key: 'heapBefore', name: 'Browser heap before', value: before, unit: 'bytes', note: 'JavaScript objects in use, after garbage collection' };
    yield { key: 'heapAfter', name: 'Browser heap after', value: after, unit: 'bytes', note: `${((after - before) / scrolled.posts / 1000).toFixed(1)} KB more for each post` };
    await end();
  },
};

/** Bytes of JavaScript objects that are still in use. */
async function heapSize(developerTools: CDPSession): Promise<number> {
  await developerTools.send('Performance.enable');
  await developerTools.send('HeapProfiler.enable');
  await developerTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await developerTools.send('Performance.getMetrics');
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize');
  if (!used) throw new Error('The browser does not tell how large its heap is.');
  return used.value;
}
