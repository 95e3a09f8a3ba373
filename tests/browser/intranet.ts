import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { packageFile } from '../../scripts/build.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../localSharePoint.ts';
import { launchChromium } from './chromium.ts';

export const owner = 'marijke.vandervelden@contoso.example';
export const editor = 'samir.elamrani@contoso.example';
export const visitor = 'yusuf.demir@contoso.example';
export const colleague = 'lotte.jansen@contoso.example';

export interface Looking { readonly theme?: 'light' | 'dark'; readonly language?: 'en-US' | 'nl-NL'; readonly width?: number; readonly height?: number; readonly path?: string }

/** The shipped package on a page of a local SharePoint, in a real browser. */
export interface Intranet {
  readonly sharePoint: LocalSharePoint;
  /** Opens the home page (or another) in a browser of somebody's own. */
  openAs(email: string, looking?: Looking): Promise<Page>;
  /** Fails when a page asked another host for anything, or wrote an error to its console. */
  assertNothingStrange(): void;
  stop(): Promise<void>;
}

/** A console message that tests cause on purpose: an answer that was refused, lost or cut off. */
const caused = /Failed to load resource/;

export async function startIntranet(): Promise<Intranet> {
  const [sharePoint, browser] = await Promise.all([startLocalSharePoint('--empty', '--package', packageFile), launchChromium()]);
  const strange: string[] = [];
  return {
    sharePoint,
    openAs: (email, looking = {}) => open(browser, sharePoint, email, looking, strange),
    assertNothingStrange: () => assert.deepEqual(strange, []),
    stop: async () => {
      await browser.close();
      await sharePoint.stop();
    },
  };
}

async function open(browser: Browser, sharePoint: LocalSharePoint, email: string, { theme = 'light', language = 'en-US', width = 1200, height = 900, path = '' }: Looking, strange: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'ActAs', value: encodeURIComponent(email), url: sharePoint.url }, { name: 'PageLanguage', value: language, url: sharePoint.url }]);
  await context.addInitScript((name) => { localStorage.setItem('page-theme', name); }, theme);
  const page = await context.newPage();
  page.on('request', (request) => { if (!request.url().startsWith(sharePoint.url) && !/^(data|blob):/.test(request.url())) strange.push(`asked ${request.url()}`); });
  page.on('console', (message) => { if (message.type() === 'error' && !caused.test(message.text())) strange.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => strange.push(`error: ${error.message}`));
  page.setDefaultTimeout(15_000);
  await page.goto(`${sharePoint.site}${path}`);
  return page;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page (WCAG 2.2 A and AA and its best practices), one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } };
    return (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary.replaceAll('\n', ' ')}`));
}

/** How many pixels the page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(...[document.documentElement, ...document.querySelectorAll('[data-is-scrollable]')].map((element) => element.scrollWidth - element.clientWidth)));
}
