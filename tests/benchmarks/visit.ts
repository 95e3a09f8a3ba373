import type { Browser, Page, Request } from 'playwright-core';
import type { LocalSharePoint } from '../localSharePoint.ts';
import { visitor } from '../browser/intranet.ts';

/** A visitor who has the home page open for the first time, with nothing in the browser's cache. */
export interface Visit {
  readonly page: Page;
  /** Milliseconds from the start of the navigation until the first post is in the page. */
  readonly firstContent: number;
  /** Everything that the page asked for until it had no more to ask. */
  readonly requests: readonly Request[];
  end(): Promise<void>;
}

/** How long anything on a page may take before it counts as not measurable, in milliseconds. */
const patience = 60_000;

declare global {
  interface Window { firstContentAt?: number }
}

/** Opens the home page in a browser context of its own. Throws when no post appears on it. */
export async function visit(browser: Browser, sharePoint: LocalSharePoint): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(patience);
  await context.addCookies([{ name: 'ActAs', value: encodeURIComponent(visitor), url: sharePoint.url }]);
  await context.addInitScript(noteFirstContent);
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => { requests.push(request); });
  await page.goto(sharePoint.site);
  try {
    await page.waitForFunction(() => window.firstContentAt !== undefined);
  } catch {
    throw new Error(`No post appeared on the page within ${patience / 1000} seconds. It says: ${(await page.innerText('body')).slice(0, 200)}`);
  }
  const firstContent = await page.evaluate(() => window.firstContentAt ?? NaN);
  await page.waitForLoadState('networkidle');
  return { page, firstContent, requests, end: () => context.close() };
}

/** Runs in the page before anything else: notes when the first article is there. The page's clock starts with the navigation. */
function noteFirstContent(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('article') === null) return;
    window.firstContentAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}
