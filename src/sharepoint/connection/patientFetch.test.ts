/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { RefusedError } from '../../domain/refusedError';
import { patientFetch } from './patientFetch';

const item = 'https://contoso.sharepoint.com/sites/intranet/_api/web/currentuser';
const batch = 'https://contoso.sharepoint.com/sites/intranet/_api/$batch';
const now = new Date('2026-11-24T12:00:00Z').getTime();
const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const busy = (status: number, retryAfter?: string) => async (): Promise<Response> => new Response('busy', { status, statusText: 'Busy', headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter } });
const fine = async (): Promise<Response> => new Response('fine');
const parts = (...statuses: number[]) => async (): Promise<Response> => new Response(statuses.map((status) => `--batchresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 ${status} Said\r\n\r\n{}\r\n`).join(''));

interface Seen { readonly at: number[]; readonly told: number[]; result: string | undefined }

/** Sends, with answers one after another (the last one from then on); the seconds at which it was sent, what was told, and how it ended. */
async function send(answers: readonly (() => Promise<Response>)[], init: RequestInit = {}, url: string = item): Promise<Seen> {
  const seen: Seen = { at: [], told: [], result: undefined };
  const site = {
    fetch: (): Promise<Response> => {
      seen.at.push((Date.now() - now) / 1000);
      return answers[Math.min(seen.at.length, answers.length) - 1]();
    },
    onWaiting: (seconds: number) => { seen.told.push(seconds); },
  };
  patientFetch(site, url, init).then((answer) => { seen.result = String(answer.status); }, (error: unknown) => {
    expect(error).toBeInstanceOf(RefusedError);
    seen.result = (error as RefusedError).message;
  });
  await jest.advanceTimersByTimeAsync(600_000);
  return seen;
}

beforeEach(() => jest.useFakeTimers({ now }));
afterEach(() => jest.useRealTimers());

describe('a busy SharePoint', () => {
  it.each([429, 503, 504])('%d is waited for as long as it asks, and told', async (status) => {
    expect(await send([busy(status, '7'), fine])).toEqual({ at: [0, 7], told: [7, 0], result: '200' });
  });

  it('may name a moment instead of seconds', async () => {
    expect((await send([busy(429, 'Tue, 24 Nov 2026 12:00:31 GMT'), fine])).at).toEqual([0, 31]);
    jest.setSystemTime(now);
    expect((await send([busy(429, 'Tue, 24 Nov 2026 11:00:00 GMT'), fine])).at).toEqual([0, 0]);
  });

  it.each([[undefined], [''], ['soon'], ['31 seconds']])('that says %p is given more time each attempt', async (retryAfter) => {
    expect(await send([busy(503, retryAfter)])).toEqual({ at: [0, 2, 6, 14], told: [2, 0, 4, 0, 8, 0], result: 'throttled: 503 Busy' });
  });

  it('is asked four times at most', async () => {
    expect(await send([busy(429, '1')])).toMatchObject({ at: [0, 1, 2, 3], result: 'throttled: 429 Busy' });
  });

  it('that asks for longer than anybody waits is said to be busy at once', async () => {
    expect(await send([busy(429, '121')])).toEqual({ at: [0], told: [], result: 'throttled: 429 Busy' });
    jest.setSystemTime(now);
    expect((await send([busy(429, '70')])).at).toEqual([0, 70]);
  });

  it('is waited for with a write, too: it did nothing', async () => {
    expect(await send([busy(503, '1'), fine], { method: 'POST' })).toMatchObject({ at: [0, 1], result: '200' });
  });

  it('in one part of a batch that only reads is waited for', async () => {
    const reading = { method: 'POST', body: '--batch_1\n\nGET https://contoso.sharepoint.com/_api/web HTTP/1.1\n' };
    expect(await send([parts(200, 429), parts(200, 200)], reading, batch)).toMatchObject({ at: [0, 2], result: '200' });
    jest.setSystemTime(now);
    const writing = { method: 'POST', body: '--batch_1\n\nPOST https://contoso.sharepoint.com/_api/web HTTP/1.1\n' };
    expect(await send([parts(200, 429), parts(200, 200)], writing, batch)).toMatchObject({ at: [0], result: '200' });
  });
});

describe('a lost connection', () => {
  it.each([[{}], [{ method: 'GET' }]])('is tried again when nothing is changed: %j', async (init) => {
    expect(await send([lost, lost, fine], init)).toEqual({ at: [0, 1, 3], told: [], result: '200' });
  });

  it.each(['POST', 'PATCH', 'DELETE'])('is told at once with %s, for it is not known whether that was done', async (method) => {
    expect(await send([lost], { method })).toMatchObject({ at: [0], result: 'offline: Failed to fetch' });
  });

  it('is tried again with a batch that only reads', async () => {
    expect((await send([lost, fine], { method: 'POST', body: '--batch_1\n\nGET https://contoso.sharepoint.com/_api/web HTTP/1.1\n' }, batch)).result).toBe('200');
    expect((await send([lost, fine], { method: 'POST', body: '--batch_1\n\nGET https://x/_api/web HTTP/1.1\n\n--batch_1\n\nMERGE https://x/_api/web HTTP/1.1\n' }, batch)).result).toBe('offline: Failed to fetch');
  });

  it('is given up after four times', async () => {
    expect(await send([lost])).toMatchObject({ at: [0, 1, 3, 6], result: 'offline: Failed to fetch' });
  });

  it('is what an answer that never comes is taken for', async () => {
    const site = { fetch: (_: RequestInfo | URL, init?: RequestInit) => new Promise<Response>((_resolve, reject) => { init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))); }) };
    let result: unknown;
    patientFetch(site, item, { method: 'POST' }).catch((error: unknown) => { result = error; });
    await jest.advanceTimersByTimeAsync(59_000);
    expect(result).toBeUndefined();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(result).toMatchObject({ reason: 'offline' });
  });
});

describe('any other answer', () => {
  it.each([200, 201, 400, 401, 403, 404, 409, 412, 500, 502])('%d is passed on as it is', async (status) => {
    expect(await send([async () => new Response('', { status })])).toMatchObject({ at: [0], told: [], result: String(status) });
  });

  it('can still be read', async () => {
    const answer = await patientFetch({ fetch: parts(200, 404) }, batch, { method: 'POST', body: '' });
    expect(await answer.text()).toContain('HTTP/1.1 404');
  });
});
