import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../localSharePoint.ts';
import { writeSamplePackage } from './samplePackage/samplePackage.ts';

export const shipped = 'sharepoint/solution/schil.sppkg';
/** The shipped activity feed. */
export const feed = '6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10';
export const editor = 'samir.elamrani@contoso.example';
export const visitor = 'yusuf.demir@contoso.example';

/** Milliseconds that anything on a page may take before its test fails. */
const longest = 10_000;

/** A local SharePoint with the shipped package and the sample package, and a browser. */
export interface PageSuite {
  readonly sharePoint: LocalSharePoint;
  readonly browser: Browser;
  open(options?: Opening): Promise<SitePage>;
  /** Makes a page over REST, as another tool would; answers its address. */
  addPage(file: string, canvas: string, title?: string): Promise<string>;
  /** The item of a page, as it is stored. */
  stored(file: string): Promise<{ readonly Title: string; readonly CanvasContent1: string }>;
  end(): Promise<void>;
}

export interface Opening {
  /** Server-relative; the home page when there is none. */
  readonly path?: string;
  readonly as?: string;
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
  readonly width?: number;
}

/** A page in a browser of its own, with what went wrong in it. */
export interface SitePage {
  readonly page: Page;
  /** Errors of scripts and of the console, and requests that failed. */
  readonly problems: string[];
  /** Requests to other hosts. */
  readonly elsewhere: string[];
  /** Resolves when so many web parts have been shown. */
  shown(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startPageSuite(): Promise<PageSuite> {
  const folder = mkdtempSync(join(tmpdir(), 'sample-package-'));
  const [sharePoint, browser] = await Promise.all([startLocalSharePoint('--empty', '--package', shipped, '--package', writeSamplePackage(folder)), launchChromium()]);
  return {
    sharePoint, browser,
    open: (options) => openPage(browser, sharePoint, options),
    addPage: async (file, canvas, title = file) => {
      const made = await sharePoint.ask("web/lists/getbytitle('Site Pages')/items", { method: 'POST', body: { Title: title, FileLeafRef: file, PageLayoutType: 'Article', CanvasContent1: canvas } });
      if (made.status !== 201) throw new Error(`The page was not made: ${made.status} ${made.text}`);
      return `/sites/intranet/SitePages/${file}`;
    },
    stored: async (file) => {
      const { json } = await sharePoint.ask(`web/lists/getbytitle('Site Pages')/items?$select=Title,CanvasContent1&$filter=${encodeURIComponent(`FileLeafRef eq '${file}'`)}`);
      return (json as { value: [{ Title: string; CanvasContent1: string }] }).value[0];
    },
    end: async () => {
      await Promise.all([browser.close(), sharePoint.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, { url }: LocalSharePoint, { path = '/sites/intranet/SitePages/Home.aspx', as, theme, language, width = 1200 }: Opening = {}): Promise<SitePage> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const cookies = [...as === undefined ? [] : [{ name: 'ActAs', value: encodeURIComponent(as), url }], ...language === undefined ? [] : [{ name: 'PageLanguage', value: language, url }]];
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(longest);
  if (theme !== undefined) await page.addInitScript((name) => localStorage.setItem('page-theme', name), theme);
  const problems: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => { if (!request.url().startsWith(url) && !request.url().startsWith('data:')) elsewhere.push(request.url()); });
  page.on('response', (response) => { if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`); });
  await page.goto(url + path);
  await page.locator('html[data-ready]').waitFor();
  return {
    page, problems, elsewhere,
    shown: async (count) => { await page.locator('.lsp-frame[data-loaded]').nth(count - 1).waitFor({ state: 'attached' }); },
    close: () => context.close(),
  };
}
