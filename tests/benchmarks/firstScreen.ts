import type { Browser, Request } from 'playwright-core';
import type { LocalSharePoint } from '../localSharePoint.ts';
import { visitor } from '../browser/intranet.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { KeepAlive, type Ask } from './keepAlive.ts';
import { inFigures } from './printing.ts';
import { huge, inWords, small, type SiteSize } from './sites/siteSize.ts';
import { median } from './statistics.ts';
import { visit } from './visit.ts';

const pageLoads = 7;
const repeatedBatches = 25;

interface Measured { readonly size: SiteSize; readonly sharePoint: LocalSharePoint; readonly batch: Ask; readonly loads: number[]; readonly serverTimes: number[] }

/** What the first screen of a visitor costs, and whether it costs more with 100,000 posts than with 100. */
export const firstScreen: Benchmark = {
  name: 'first-screen', title: 'First screen of a visitor, nothing in the browser\'s cache',
  async *measure(means) {
    const browser = await means.browser();
    const sites: Measured[] = [];
    for (const size of [small, huge(means.large)]) {
      const sharePoint = await means.site(size);
      const { requests, end } = await visit(browser, sharePoint);
      const batch = batchOf(requests, sharePoint);
      sites.push({ size, sharePoint, batch, loads: [], serverTimes: [] });
      yield* transferred(size, requests);
      await end();
    }
    // In turns, so that whatever else the machine does touches both alike.
    for (let load = 0; load < pageLoads; load += 1) for (const { sharePoint, loads } of sites) loads.push(await timeToFirstContent(browser, sharePoint));
    yield* compared(sites, 'loads', 'firstContent', 'Time to first content');
    for (const site of sites) site.serverTimes.push(...await serverTimes(site));
    yield* compared(sites, 'serverTimes', 'batchServerTime', 'Server\'s time for the first screen\'s $batch');
  },
};

/** What went over the wire for the lists' content; scripts, styles and pictures are not counted (`npm run size` tells of the package's own). */
async function* transferred(size: SiteSize, requests: readonly Request[]): AsyncGenerator<Figure> {
  const at = `at ${inFigures(size.posts)} posts`;
  const key = (name: string): string => `${name}At${size.posts}`;
  const api = requests.filter(isApi);
  const bytes = await Promise.all(api.map(bytesOf));
  const sum = (name: 'sent' | 'raw' | 'wire'): number => bytes.reduce((total, one) => total + one[name], 0);
  yield { key: key('requests'), name: `Requests to _api ${at}`, value: api.length, unit: 'requests', note: `${api.map((request) => new URL(request.url()).pathname.split('/_api/')[1] ?? '').join(', ')}; ${inWords(size)}` };
  yield { key: key('sentBytes'), name: `  their bodies as sent ${at}`, value: sum('sent'), unit: 'bytes' };
  yield { key: key('answerBytes'), name: `  the answers, raw ${at}`, value: sum('raw'), unit: 'bytes' };
  yield { key: key('answerBytesOnTheWire'), name: `  the answers as they came, gzipped ${at}`, value: sum('wire'), unit: 'bytes', note: 'sample words repeat; people\'s compress less' };
}

async function bytesOf(request: Request): Promise<{ sent: number; raw: number; wire: number }> {
  const body = await (await request.response())?.body();
  if (!body) throw new Error(`The answer to ${request.url()} could not be read.`);
  const { responseBodySize } = await request.sizes();
  return { sent: request.postDataBuffer()?.length ?? 0, raw: body.length, wire: responseBodySize };
}

function isApi(request: Request): boolean {
  return /\/_api\//.test(new URL(request.url()).pathname);
}

/** The `$batch` that the page sent, to be sent again. */
function batchOf(requests: readonly Request[], { site }: LocalSharePoint): Ask {
  const request = requests.find((one) => one.url().startsWith(`${site}/_api/$batch`));
  const [body, contentType] = [request?.postData(), request?.headers()['content-type']];
  if (!body || contentType === undefined) throw new Error('The page sent no $batch for its first screen.');
  return { method: 'POST', path: '$batch', contentType, body };
}

async function timeToFirstContent(browser: Browser, sharePoint: LocalSharePoint): Promise<number> {
  const { firstContent, end } = await visit(browser, sharePoint);
  await end();
  return firstContent;
}

/** What the service itself noted about the same batch, sent again and again: without the network and without compression. */
async function serverTimes({ sharePoint, batch }: Measured): Promise<number[]> {
  await sharePoint.forgetRequests();
  const connection = new KeepAlive(sharePoint, 1);
  for (let time = 0; time < repeatedBatches; time += 1) {
    const answer = await connection.ask(batch);
    const refused = /^HTTP\/1\.1 [45].*$/m.exec(answer)?.[0];
    if (refused !== undefined) throw new Error(`A part of the first screen's $batch was answered ${refused}`);
  }
  connection.close();
  return (await sharePoint.requests()).filter(({ path, user }) => path.endsWith('$batch') && user === visitor).map(({ milliseconds }) => milliseconds);
}

function* compared(sites: readonly Measured[], which: 'loads' | 'serverTimes', key: string, name: string): Generator<Figure> {
  for (const { size, [which]: times } of sites) {
    const note = `median of ${times.length}, from ${inFigures(Math.min(...times))} to ${inFigures(Math.max(...times))} ms`;
    yield { key: `${key}At${size.posts}`, name: `${name} at ${inFigures(size.posts)} posts`, value: median(times), unit: 'ms', note };
  }
  const [few, many] = sites.map(({ [which]: times }) => median(times));
  yield { key: `${key}Ratio`, name: '  ratio of the two', value: (many ?? NaN) / (few ?? NaN), unit: 'times' };
}
