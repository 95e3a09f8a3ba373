import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { site, startServer } from './testServer.ts';

const visitor = 'yusuf.demir@contoso.example';
let server: Awaited<ReturnType<typeof startServer>>;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

describe('who asks', () => {
  it('is the site owner unless somebody is named', async () => {
    assert.equal((await server.ask('web/currentuser')).json['IsSiteAdmin'], true);
    assert.equal((await server.ask('web/currentuser', { as: visitor })).json['Email'], visitor);
    assert.equal((await server.ask('web/currentuser', { headers: { authorization: `Bearer ${visitor}` } })).json['Email'], visitor);
    assert.equal((await server.ask('web/currentuser', { as: 'nobody@contoso.example' })).status, 401);
  });

  it('may be set by the account menu', async () => {
    const chosen = await server.ask('/_local/act-as', { method: 'POST', body: { email: visitor } });
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await fetch(`${server.url}${site}/_api/web/currentuser`, { headers: { accept: 'application/json', cookie } });
    assert.equal((await answer.json() as { Email: string }).Email, visitor);
  });
});

describe('a write without Authorization', () => {
  const post = async (digest?: string): Promise<Response> => fetch(`${server.url}${site}/_api/web/lists`, {
    method: 'POST', headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json', ...(digest === undefined ? {} : { 'x-requestdigest': digest }) },
    body: JSON.stringify({ Title: 'Digest', BaseTemplate: 100 }),
  });

  it('needs a digest', async () => {
    const refused = await post();
    assert.equal(refused.status, 403);
    assert.match(await refused.text(), /-2130575251, Microsoft\.SharePoint\.SPException/);
    const info = await fetch(`${server.url}${site}/_api/contextinfo`, { method: 'POST', headers: { accept: 'application/json;odata=nometadata' } });
    const { FormDigestValue: digest, FormDigestTimeoutSeconds: seconds } = await info.json() as { FormDigestValue: string; FormDigestTimeoutSeconds: number };
    assert.equal(seconds, 1800);
    assert.equal((await post(digest)).status, 201);
    assert.equal((await post(digest.replace(/^0x./, '0x'))).status, 403);
  });

  it('is refused when the digest is somebody else\'s', async () => {
    const info = await server.ask('contextinfo', { as: visitor, method: 'POST' });
    assert.equal((await post(String(info.json['FormDigestValue']))).status, 403);
  });
});

describe('the formats', () => {
  it('are minimal metadata unless asked otherwise, verbose, and no metadata', async () => {
    const minimal = await server.ask('web?$select=Title', { headers: { accept: 'application/json' } });
    assert.equal(minimal.json['odata.type'], 'SP.Web');
    const verbose = await server.ask('web?$select=Title', { headers: { accept: 'application/json;odata=verbose' } });
    assert.deepEqual(verbose.json, { d: { __metadata: { id: `${server.url}${site}/_api/Web`, uri: `${server.url}${site}/_api/Web`, type: 'SP.Web' }, Title: 'Intranet' } });
    assert.deepEqual((await server.ask('web?$select=Title')).json, { Title: 'Intranet' });
    assert.deepEqual((await server.ask('web/title')).json, { value: 'Intranet' });
  });

  it('write errors in the caller\'s format', async () => {
    const light = await server.ask("web/lists/getbytitle('No such')");
    assert.equal(light.status, 404);
    assert.deepEqual(light.json, { 'odata.error': { code: '-1, System.ArgumentException', message: { lang: 'en-US', value: `List 'No such' does not exist at site with URL '${server.url}${site}'.` } } });
    const atom = await server.ask("web/lists/getbytitle('No such')", { headers: { accept: '*/*' } });
    assert.match(atom.text, /<m:code>-1, System\.ArgumentException<\/m:code>/);
    assert.equal((await server.ask('web/nonsense')).status, 404);
    const notHere = await server.ask('social.feed/my');
    assert.equal(notHere.status, 501);
    assert.match(notHere.text, /social/);
  });
});

describe('a batch', () => {
  it('answers its parts in order, and one that fails stops no other', async () => {
    await server.ask('web/lists', { method: 'POST', body: { Title: 'Batch', BaseTemplate: 100 } });
    const api = `${server.url}${site}/_api/web/lists/getbytitle('Batch')/items`;
    const change = (title: string): string => `--changeset_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nPOST ${api} HTTP/1.1\naccept: application/json\ncontent-type: application/json\n\n${JSON.stringify({ Title: title })}\n\n`;
    const body = `--batch_1\nContent-Type: multipart/mixed; boundary="changeset_1"\n\n${change('one')}${change('two')}--changeset_1--\n\n`
      + `--batch_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET ${api}(99) HTTP/1.1\naccept: application/json;odata=nometadata\n\n`
      + `--batch_1\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nGET ${api}?%24select=Title HTTP/1.1\naccept: application/json;odata=nometadata\n\n--batch_1--\n`;
    const answer = await server.ask('$batch', { method: 'POST', body, headers: { 'content-type': 'multipart/mixed; boundary=batch_1' } });
    assert.equal(answer.status, 200);
    assert.deepEqual([...answer.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]), ['201', '201', '404', '200']);
    assert.match(answer.text, /\{"value":\[\{"Title":"one"\},\{"Title":"two"\}\]\}/);
    assert.match(answer.text.replace(/\r\n$/, ''), /--batchresponse_[0-9a-f-]+--$/);
    assert.equal((await server.ask('/_local/requests')).text.includes('"parts":["POST http'), true);
  });
});

describe('faults', () => {
  it('refuse, ask to wait, or lose the answer after the work was done', async () => {
    await server.ask('web/lists', { method: 'POST', body: { Title: 'Faults', BaseTemplate: 100 } });
    await server.ask('/_local/faults', { method: 'POST', body: [{ match: { path: 'Faults' }, status: 429, retryAfter: 7 }] });
    const throttled = await server.ask("web/lists/getbytitle('Faults')");
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, '7']);
    assert.equal((await server.ask("web/lists/getbytitle('Faults')")).status, 200);
    await server.ask('/_local/faults', { method: 'POST', body: { match: { method: 'POST', path: 'items' }, lose: true } });
    await assert.rejects(server.ask("web/lists/getbytitle('Faults')/items", { method: 'POST', body: { Title: 'kept' } }));
    assert.equal((await server.ask("web/lists/getbytitle('Faults')/itemcount")).json['value'], 1);
  });
});
