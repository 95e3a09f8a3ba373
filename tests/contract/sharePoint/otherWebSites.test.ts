import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';

const sharePoint = await localSharePointForAll('--empty');

/** As a browser sends it: `fetch` of Node sets these headers itself. */
function send(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(sharePoint.url);
    request({ host: '127.0.0.1', port, method, path, headers: { accept: 'application/json', ...headers } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on('error', reject).end();
  });
}

describe('another web site in the same browser', () => {
  const elsewhere = { origin: 'https://elsewhere.example' };

  it('cannot write, choose who somebody is, or make things go wrong', async () => {
    for (const path of ['/_local/act-as', '/_local/faults', '/_local/people', '/sites/intranet/_api/contextinfo', '/sites/intranet/_api/web/lists']) assert.equal(await send('POST', path, elsewhere), 403, path);
    assert.equal(await send('DELETE', '/_local/requests', elsewhere), 403);
  });

  it('cannot read under a name of its own that leads here', async () => {
    for (const path of ['/sites/intranet/_api/web', '/sites/intranet', '/_local/people']) assert.equal(await send('GET', path, { host: 'rebound.example' }), 403, path);
  });

  it('does not keep the page itself and other programs from it', async () => {
    assert.equal(await send('POST', '/sites/intranet/_api/contextinfo', { origin: sharePoint.url }), 200);
    assert.equal(await send('POST', '/sites/intranet/_api/contextinfo', {}), 200);
    assert.equal(await send('GET', '/sites/intranet/_api/web', { host: `localhost:${new URL(sharePoint.url).port}` }), 200);
  });
});
