import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setUp } from '../contract/repositories.ts';
import { addPosts } from './addPosts.ts';
import { startIntranet, visitor, type Intranet } from './intranet.ts';

const count = 5000;
let intranet: Intranet;
before(async () => {
  intranet = await startIntranet();
  await setUp(intranet.sharePoint);
  await addPosts(intranet.sharePoint, count);
  await intranet.sharePoint.forgetRequests();
});
after(async () => { await intranet.stop(); });

describe('5,000 posts', () => {
  it('are scrolled through from the newest to the oldest: each once, in order, with a light page', { timeout: 240_000 }, async () => {
    const page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    const requests = await intranet.sharePoint.requests();
    assert.equal(requests.filter(({ path, user }) => path.endsWith('$batch') && user === visitor).length, 1, 'the first screen is one round trip');
    const seen = await page.evaluate(async () => {
      const scroller = document.querySelector('[data-is-scrollable]') as HTMLElement;
      const found: number[] = [];
      let most = 0;
      let idle = 0;
      while (idle < 400) {
        const articles = [...document.querySelectorAll('article')];
        most = Math.max(most, articles.length);
        let isNew = false;
        for (const article of articles) {
          const number = Number(/Post number (\d+)/.exec(article.textContent ?? '')?.[1]);
          if (found.includes(number, Math.max(0, found.length - 60))) continue;
          found.push(number);
          isNew = true;
        }
        if (found[found.length - 1] === 1) break;
        idle = isNew ? 0 : idle + 1;
        scroller.scrollTop += scroller.clientHeight * 0.8;
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
        if (!isNew) await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
      return { found, most };
    });
    assert.equal(seen.found.length, count);
    assert.deepEqual(seen.found, Array.from({ length: count }, (_, at) => count - at));
    assert.ok(seen.most < 60, `${seen.most} articles were in the page at once`);
    await page.getByText('You have seen everything.').waitFor();
    await page.context().close();
    intranet.assertNothingStrange();
  });

  it('keep the place of what one reads while older ones arrive', async () => {
    const page = await intranet.openAs(visitor);
    await page.getByRole('article').first().waitFor();
    const shift = await page.evaluate(async () => {
      const scroller = document.querySelector('[data-is-scrollable]') as HTMLElement;
      const frames = async (many: number): Promise<void> => { for (let at = 0; at < many; at += 1) await new Promise((resolve) => { requestAnimationFrame(resolve); }); };
      scroller.scrollTop = 2400;
      await frames(20);
      const read = [...document.querySelectorAll('article')].find((article) => article.getBoundingClientRect().top > 200) as HTMLElement;
      const before = read.getBoundingClientRect().top;
      // Long enough for the next page to arrive and be measured.
      await frames(60);
      return read.isConnected ? Math.abs(read.getBoundingClientRect().top - before) : Infinity;
    });
    assert.ok(shift <= 1, `moved by ${shift} pixels`);
    await page.context().close();
  });
});
