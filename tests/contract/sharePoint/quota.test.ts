import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { startLocalSharePoint } from '../../localSharePoint.ts';
import { colleague, editor, restOf, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const setQuota = (body: unknown): Promise<Reply> => rest('/_local/quota', { body });
const limits = ({ headers }: Reply): (string | null)[] => ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].map((name) => headers.get(name));
const statuses = async (times: number, ask: () => Promise<Reply>): Promise<number[]> => {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) found.push((await ask()).status);
  return found;
};

afterEach(async () => {
  await rest('/_local/quota', { method: 'DELETE' });
  await rest('/_local/clock', { method: 'DELETE' });
});

describe('a quota', () => {
  it('is off until it is set', async () => {
    assert.deepEqual((await rest('/_local/quota')).json, { limits: {}, use: [] });
    assert.deepEqual(limits(await rest('web')), [null, null, null, null]);
  });

  it('of requests counts each user alone, tells from 80 % on, refuses with Retry-After, and counts what it refused', async () => {
    await rest('/_local/clock', { body: { fixed: '2030-01-01T00:00:00Z' } });
    await setQuota({ user: { requests: 10, seconds: 300 } });
    assert.deepEqual(await statuses(7, () => rest('web/title', { as: editor })), Array.from({ length: 7 }, () => 200));
    assert.deepEqual(limits(await rest('web/title', { as: editor })), ['10', '2', '300', null]);
    assert.deepEqual(await statuses(3, () => rest('web/title', { as: editor })), [200, 200, 429]);
    const refused = await rest('web/title', { as: editor });
    assert.deepEqual([refused.status, ...limits(refused), refused.text], [429, '10', '0', '300', '300', '<html><body><h1>429 TOO MANY REQUESTS</h1></body></html>']);
    assert.equal((await rest('web/title', { as: colleague })).status, 200);
    await rest('/_local/clock', { body: { advanceMs: 200_000 } });
    assert.equal((await rest('web/title', { as: editor })).status, 429);
    await rest('/_local/clock', { body: { advanceMs: 100_000 } });
    assert.equal((await rest('web/title', { as: editor })).status, 200);
    const { use } = (await rest('/_local/quota')).json as unknown as { use: Json[] };
    assert.deepEqual(use.find(({ user }) => user === editor), { quota: 'user', user: editor, used: 2, of: 10, freeInSeconds: 0 });
  });

  it('of searches, of searches for people, and of profiles is of its own', async () => {
    await rest('/_local/clock', { body: { fixed: '2030-01-02T00:00:00Z' } });
    await setQuota({ search: { requests: 2, seconds: 1 }, peopleSearch: { requests: 1, seconds: 1 }, profiles: { requests: 2, seconds: 300 } });
    const search = (as: string, more = ''): Promise<Reply> => rest(`search/query?querytext='x'${more}`, { as });
    assert.deepEqual(await statuses(3, () => search(editor)), [200, 200, 429]);
    assert.equal((await search(colleague)).status, 200);
    const people = "&sourceid='B09A7990-05EA-4AF9-81EF-EDFAB16C4E31'";
    await rest('/_local/clock', { body: { advanceMs: 1000 } });
    assert.deepEqual([(await search(editor, people)).status, (await search(colleague, people)).status], [200, 429]);
    assert.deepEqual(await statuses(2, () => rest('web', { as: editor })), [200, 200]);
    const mine = (as: string): Promise<Reply> => rest('SP.UserProfiles.PeopleManager/GetMyProperties', { as });
    assert.deepEqual([(await mine(editor)).status, (await mine(colleague)).status, (await mine(colleague)).status], [200, 200, 429]);
    const part = (path: string): string => `--b\nContent-Type: application/http\n\nGET ${sharePoint.site}/_api/${path} HTTP/1.1\naccept: application/json\n\n`;
    await setQuota({ profiles: { requests: 3, seconds: 300 } });
    const batch = (parts: number): Promise<Reply> => rest('$batch', { body: `${part('sp.userprofiles.peoplemanager/getmyproperties').repeat(parts)}--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.deepEqual([(await batch(3)).status, (await batch(1)).status], [200, 429]);
  });

  it('as documented is 3,000 requests in five minutes', async () => {
    await setQuota({ documented: true, search: { requests: 5, seconds: 1 } });
    assert.deepEqual((await rest('/_local/quota')).json['limits'], {
      user: { requests: 3000, seconds: 300 }, search: { requests: 5, seconds: 1 }, peopleSearch: { requests: 25, seconds: 1 }, profiles: { requests: 3000, seconds: 300 },
    });
  });

  it('that is none is refused with what may be sent', async () => {
    for (const body of [{}, [], 'documented', { documented: 1 }, { user: 5 }, { user: { requests: 0, seconds: 1 } }, { user: { requests: 1 } }, { nonsense: { requests: 1, seconds: 1 } }]) {
      const { status, json } = await setQuota(JSON.stringify(body));
      assert.equal(status, 400, JSON.stringify(body));
      assert.match(String(json['error']), /A quota is \{"documented": true\}/);
    }
  });

  it('may be given at the start', async () => {
    const limited = await startLocalSharePoint('--empty', '--quota', 'user=3/300,search=10/1', '--threshold', '3');
    try {
      const ask = restOf(limited);
      assert.deepEqual(await statuses(4, () => ask('web/title')), [200, 200, 200, 429]);
      await ask('/_local/quota', { method: 'DELETE' });
      const list = await ask('web/lists', { body: { Title: 'Long', BaseTemplate: 100 } });
      for (let at = 0; at < 4; at += 1) assert.equal((await ask(`web/lists(guid'${String(list.json['Id'])}')/items`, { body: { Title: `${at}` } })).status, 201);
      const items = `web/lists(guid'${String(list.json['Id'])}')/items`;
      assert.deepEqual([(await ask(`${items}?$filter=Title eq '1'`)).status, (await ask(`${items}?$filter=Id gt 1`)).status, (await ask(`${items}?$top=2`)).status], [500, 200, 200]);
      assert.equal((await ask('site?$select=MaxItemsPerThrottledOperation')).json['MaxItemsPerThrottledOperation'], 3);
    } finally {
      await limited.stop();
    }
  });
});
