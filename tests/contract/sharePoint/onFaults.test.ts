import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, editor, newList, restOf, verbose, values, type Json, type Reply } from './rest.ts';
import { pnpOf, refusedWith } from './pnp.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const faults = (body: unknown): Promise<Reply> => rest('/_local/faults', { body });
const shown = async (): Promise<{ rules: Json[]; served: number; latest: Json[] }> => (await rest('/_local/faults')).json as never;
const list = await newList(rest, 'Struck');
const count = async (): Promise<unknown> => (await rest(`${list.path}/itemcount`)).json['value'];

afterEach(async () => { await rest('/_local/faults', { method: 'DELETE' }); });

describe('a fault', () => {
  it('answers any status with Retry-After in seconds or as a date, in HTML or JSON, or with a body of one\'s own', async () => {
    await faults([
      { status: 429, retryAfter: 31 }, { status: 429, as: 'json', retryAfter: '2026-12-01T10:00:00Z' }, { status: 503 }, { status: 500, as: 'json' }, { status: 500, as: 'json' },
      { status: 404, body: '{"mine":true}' }, { status: 504, body: 'Gateway Timeout' },
    ]);
    const html = await rest('web');
    assert.deepEqual([html.status, html.headers.get('retry-after'), html.headers.get('content-type'), html.text], [429, '31', 'text/html; charset=utf-8', '<html><body><h1>429 TOO MANY REQUESTS</h1></body></html>']);
    const json = await rest('web');
    assert.deepEqual([json.status, json.headers.get('retry-after'), json.json], [429, 'Tue, 01 Dec 2026 10:00:00 GMT', { error: { code: 'activityLimitReached', innererror: { code: 'throttledRequest' }, message: 'The request has been throttled' } }]);
    assert.deepEqual([(await rest('web')).status], [503]);
    assert.equal(((await rest('web')).json['odata.error'] as Json)['code'], '-1, Microsoft.SharePoint.Client.UnknownError');
    assert.equal(((await rest('web', { headers: { accept: verbose } })).json['error'] as Json)['code'], '-1, Microsoft.SharePoint.Client.UnknownError');
    const mine = await rest('web');
    assert.deepEqual([mine.status, mine.json, mine.headers.get('content-type')], [404, { mine: true }, 'application/json; charset=utf-8']);
    const plain = await rest('web');
    assert.deepEqual([plain.status, plain.text, plain.headers.get('content-type')], [504, 'Gateway Timeout', 'text/plain; charset=utf-8']);
    assert.equal((await rest('web')).status, 200);
  });

  it('cuts the connection before the write, or after it', async () => {
    const add = (): Promise<Reply> => rest(`${list.path}/items`, { body: { Title: 'x' } });
    const before = Number(await count());
    await faults({ match: { method: 'POST' }, cut: 'before' });
    await assert.rejects(add());
    assert.equal(await count(), before);
    await faults({ match: { method: 'POST' }, cut: 'after' });
    await assert.rejects(add());
    assert.equal(await count(), before + 1);
    await faults({ match: { method: 'POST' }, lose: true });
    await assert.rejects(add());
    assert.equal(await count(), before + 2);
  });

  it('answers half of the JSON, or HTML where JSON was asked for, after the work was done', async () => {
    const before = Number(await count());
    await faults([{ malformed: 'truncated' }, { malformed: 'html' }]);
    const add = (): Promise<Response> => fetch(`${sharePoint.site}/_api/${list.path}/items`, { method: 'POST', body: '{"Title":"x"}', headers: { authorization: 'Bearer owner', accept: 'application/json', 'content-type': 'application/json' } });
    const half = await add();
    assert.equal(half.status, 201);
    assert.match(half.headers.get('content-type') ?? '', /application\/json/);
    await assert.rejects(half.json(), SyntaxError);
    const page = await add();
    assert.deepEqual([page.status, page.headers.get('content-type')], [201, 'text/html; charset=utf-8']);
    assert.match(await page.text(), /^<!DOCTYPE html>/);
    assert.equal(await count(), before + 2);
  });

  it('delays, and may go wrong after that', async () => {
    await faults([{ delayMs: 120 }, { delayMs: 120, status: 503 }]);
    for (const status of [200, 503]) {
      const started = performance.now();
      assert.equal((await rest('web')).status, status);
      assert.ok(performance.now() - started >= 115);
    }
  });

  it('tells of the limit that is near, with an answer that is fine otherwise', async () => {
    await faults({ rateLimit: { limit: 1200, remaining: 120, reset: 5 }, times: 1 });
    const { status, headers } = await rest('web');
    assert.deepEqual([status, ...['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))], [200, '1200', '120', '5']);
    assert.equal((await rest('web')).headers.get('ratelimit-limit'), null);
  });

  it('strikes who and what it matches: method, path, user and text', async () => {
    await faults([
      { match: { method: 'get', path: 'currentuser$' }, status: 500, times: 'always' }, { match: { user: editor.toUpperCase() }, status: 503, times: 'always' },
      { match: { body: '"title":\\s*"unlucky' }, status: 429, times: 'always' },
    ]);
    assert.deepEqual([(await rest('web/currentuser')).status, (await rest('web/currentuser?$select=Id')).status, (await rest('web', { as: editor })).status], [500, 200, 503]);
    assert.deepEqual([(await rest(`${list.path}/items`, { body: { Title: 'Unlucky one' } })).status, (await rest(`${list.path}/items`, { body: { Title: 'lucky' } })).status], [429, 201]);
  });

  it('strikes parts of a batch alone', async () => {
    await faults([{ part: true, match: { path: 'currentuser' }, status: 429, retryAfter: 3, times: 2 }, { part: true, match: { path: 'siteusers' }, malformed: 'truncated' }]);
    const part = (path: string): string => `--b\nContent-Type: application/http\n\nGET ${sharePoint.site}/_api/web/${path} HTTP/1.1\naccept: application/json\n\n`;
    const send = async (): Promise<string> => (await rest('$batch', { body: `${part('title')}${part('currentuser')}${part('siteusers')}--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } })).text;
    const text = await send();
    assert.deepEqual([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]), ['200', '429', '200']);
    assert.match(text, /RETRY-AFTER: 3\r\n/);
    assert.throws(() => { JSON.parse(/"SP\.ApiData\.Users|\{"odata\.metadata":"[^"]*[uU]sers".*$/m.exec(text)?.[0] ?? '{'); }, SyntaxError);
    assert.equal((await rest('web/currentuser')).status, 200);
  });

  it('strikes after so many, so often, and by chances that a seed repeats', async () => {
    await faults({ status: 503, after: 2, times: 2 });
    const statuses = async (times: number): Promise<number[]> => {
      const found: number[] = [];
      for (let at = 0; at < times; at += 1) found.push((await rest('web/title')).status);
      return found;
    };
    assert.deepEqual(await statuses(6), [200, 200, 503, 503, 200, 200]);
    const byChance = async (seed: number): Promise<number[]> => {
      await rest('/_local/faults', { method: 'DELETE' });
      await faults({ status: 503, probability: 0.3, seed });
      return statuses(60);
    };
    const first = await byChance(7);
    const struck = first.filter((status) => status === 503).length;
    assert.ok(struck > 8 && struck < 30, String(struck));
    assert.deepEqual(await byChance(7), first);
    assert.notDeepEqual(await byChance(8), first);
  });

  it('is waited out, or told, by PnPjs', async () => {
    await faults([{ match: { path: 'currentuser' }, status: 429, retryAfter: 1 }]);
    assert.equal((await pnpOf(sharePoint).web.currentUser()).IsSiteAdmin, true);
    await faults({ match: { path: 'currentuser' }, malformed: 'html' });
    assert.match(await refusedWith(pnpOf(sharePoint).web.currentUser()), /JSON|token/i);
  });
});

describe('GET /_local/faults', () => {
  it('shows the rules that stand and what was served; DELETE clears both', async () => {
    const added = (await faults([{ match: { path: 'web/title' }, status: 503, times: 2 }, { status: 429, probability: 0.5, seed: 3, match: { path: 'nothing-like-it' } }])).json;
    const [first, second] = added['rules'] as number[];
    await rest('web/title', { as: editor });
    const { rules, served, latest } = await shown();
    assert.deepEqual(rules, [
      { id: first, match: { path: 'web/title' }, status: 503, times: 2, fitted: 1, struck: 1 },
      { id: second, status: 429, probability: 0.5, seed: 3, match: { path: 'nothing-like-it' }, times: 'always', fitted: 0, struck: 0 },
    ]);
    assert.deepEqual([served, latest.map(({ at, ...one }) => [typeof at, one])], [1, [['string', { rule: first, method: 'GET', path: '/sites/intranet/_api/web/title', user: editor, part: false, fault: 'answered 503' }]]]);
    await rest('web/title');
    assert.equal((await shown()).rules.length, 1);
    await rest('/_local/faults', { method: 'DELETE' });
    assert.deepEqual(await shown(), { rules: [], served: 0, latest: [] });
  });
});

describe('a fault that is none', () => {
  it('is refused with what may be sent, and nothing of its list is kept', async () => {
    const wrong: unknown[] = [
      {}, [], 'x', 1, null, [[]], [{ status: 500 }, {}], { match: { path: 'web' } }, { times: 3 }, { nonsense: 1, status: 500 }, { status: 200 }, { status: '500' }, { status: 500.5 }, { retryAfter: 3 },
      { status: 429, retryAfter: -1 }, { status: 429, retryAfter: 'soon' }, { delayMs: 0 }, { delayMs: '5' }, { lose: false }, { lose: 1 }, { cut: 'sometimes' }, { malformed: 'odd' }, { status: 500, times: 0 },
      { status: 500, times: 'often' }, { status: 500, probability: 0 }, { status: 500, probability: 1.1 }, { status: 500, seed: 2 }, { status: 500, after: -1 }, { status: 500, cut: 'before' }, { cut: 'before', malformed: 'html' },
      { part: true, lose: true }, { part: true, delayMs: 5 }, { body: 'x' }, { status: 500, body: 'x', as: 'json' }, { status: 500, match: { path: '(' } }, { status: 500, match: 'web' }, { status: 500, match: { host: 'x' } },
      { status: 500, match: { method: 1 } }, { rateLimit: { limit: 1 } }, { status: 500, toString: 1 }, { status: 500, as: 'xml' },
    ];
    for (const body of wrong) {
      const { status, json } = await faults(JSON.stringify(body));
      assert.equal(status, 400, JSON.stringify(body));
      assert.match(String(json['error']), /A fault is an object of \{match, status, .*\}, with something that goes wrong/, JSON.stringify(body));
    }
    assert.equal((await faults('{')).status, 400);
    assert.deepEqual((await shown()).rules, []);
  });
});

describe('lists and items', () => {
  it('are as they were told, whatever was cut', async () => {
    const { path } = await newList(rest, 'Kept');
    await faults({ match: { method: 'POST', path: 'Kept' }, cut: 'before', probability: 0.5, seed: 11 });
    let answered = 0;
    for (let at = 0; at < 20; at += 1) answered += await addItem(rest, path, { Title: 'x' }).then(() => 1, () => 0);
    await rest('/_local/faults', { method: 'DELETE' });
    assert.ok(answered > 0 && answered < 20);
    assert.equal(values(await rest(`${path}/items`)).length, answered);
  });
});
