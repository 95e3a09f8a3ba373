import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { nometadata, owner, refusal, restOf, values, visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty', '--site', '/sites/annual-fair');
const rest = restOf(sharePoint);

const me = async (headers: Record<string, string>): Promise<string> => {
  const reply = await rest('web/currentuser', { headers: { authorization: '', ...headers } });
  return reply.status === 200 ? String(reply.json['Email']) : String(reply.status);
};
const basic = (email: string): string => `Basic ${btoa(`${email}:any password`)}`;

describe('who asks', () => {
  it('is told by Basic, Bearer or the cookie, and is the owner without any', async () => {
    assert.equal(await me({}), owner);
    assert.equal(await me({ authorization: basic(visitor) }), visitor);
    assert.equal(await me({ authorization: basic(visitor.toUpperCase()) }), visitor);
    assert.equal(await me({ authorization: `Bearer ${visitor}` }), visitor);
    assert.equal(await me({ authorization: 'Bearer eyJhbGciOi.any.token' }), owner);
    assert.equal(await me({ cookie: `other=1; ActAs=${encodeURIComponent(visitor)}` }), visitor);
    assert.equal(await me({ authorization: basic('nobody@contoso.example') }), '401');
    assert.equal(await me({ authorization: 'Basic %%%' }), '401');
    assert.equal(await me({ cookie: 'ActAs=%E0%A4%A' }), '401');
  });
});

describe('a form digest', () => {
  const write = (headers: Record<string, string>, title = String(Math.random())): Promise<string> => rest('web/lists', { body: { Title: title, BaseTemplate: 100 }, headers: { authorization: '', ...headers } }).then((reply) => reply.status === 201 ? '201' : refusal(reply));
  const digest = async (headers: Record<string, string> = {}): Promise<string> => String((await rest('contextinfo', { method: 'POST', headers: { authorization: '', ...headers } })).json['FormDigestValue']);

  it('is needed for a write, unless there is an Authorization header', async () => {
    assert.match(await write({}), /^403 -2130575251, Microsoft\.SharePoint\.SPException The security validation for this page is invalid and might be corrupted\./);
    assert.match(await write({ 'x-requestdigest': '0x00,24 Nov 2026 16:52:09 -0000' }), /^403 -2130575251/);
    const good = await digest();
    assert.match(good, /^0x[0-9A-F]{128},\d\d \w{3} \d{4} \d\d:\d\d:\d\d -0000$/);
    assert.equal(await write({ 'x-requestdigest': good }), '201');
    assert.equal(await write({ authorization: 'Bearer any' }), '201');
    assert.equal(await write({ 'x-requestdigest': good.replace(/,\d\d/, ',01') }).then((said) => said.slice(0, 3)), '403');
  });

  it('is good for one person and one site', async () => {
    const visitors = await digest({ cookie: `ActAs=${encodeURIComponent(visitor)}` });
    assert.match(await write({ 'x-requestdigest': visitors }), /^403/);
    const fair = restOf(sharePoint, `${sharePoint.url}/sites/annual-fair`);
    const there = String((await fair('contextinfo', { method: 'POST' })).json['FormDigestValue']);
    assert.match(await write({ 'x-requestdigest': there }), /^403/);
    assert.equal((await fair('web/lists', { body: { Title: 'Stands', BaseTemplate: 100 }, headers: { authorization: '', 'x-requestdigest': there } })).status, 201);
  });

  it('tells its site and how long it is good', async () => {
    const { json } = await rest('contextinfo', { method: 'POST' });
    assert.deepEqual([json['FormDigestTimeoutSeconds'], json['WebFullUrl'], json['SiteFullUrl'], json['SupportedSchemaVersions']], [1800, sharePoint.site, sharePoint.site, ['14.0.0.0', '15.0.0.0']]);
    assert.equal((await rest('contextinfo')).status, 405);
  });
});

describe('a second site', () => {
  it('has its own lists, groups and permissions, and the same people', async () => {
    const fair = restOf(sharePoint, `${sharePoint.url}/sites/annual-fair`);
    assert.deepEqual([(await fair('web/title')).json['value'], (await fair('web')).json['ServerRelativeUrl']], ['Annual fair', '/sites/annual-fair']);
    await fair('web/lists', { body: { Title: 'Only here', BaseTemplate: 100 } });
    assert.equal(values<{ Title: string }>(await rest('web/lists')).some(({ Title }) => Title === 'Only here'), false);
    assert.equal((await rest("web/getlist('/sites/annual-fair/Lists/Only here')")).status, 404);
    assert.equal((await fair('web/associatedownergroup')).json['Title'], 'Annual fair Owners');
    assert.equal((await fair('web/currentuser', { as: visitor })).json['Email'], visitor);
  });
});

describe('the service', () => {
  it('tells when it is ready, and of which sites', async () => {
    const health = await fetch(`${sharePoint.url}/_local/health`);
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ready', sites: ['/sites/intranet', '/sites/annual-fair'] }]);
  });

  it('listens on this machine only', async () => {
    const port = Number(new URL(sharePoint.url).port);
    const others = Object.values(networkInterfaces()).flat().filter((address) => address?.family === 'IPv4' && !address.internal).map((address) => address?.address ?? '');
    for (const host of others) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = createConnection({ host, port, timeout: 2000 });
        for (const event of ['connect', 'error', 'timeout'] as const) socket.on(event, () => { socket.destroy(); resolve(event); });
      });
      assert.notEqual(outcome, 'connect', host);
    }
  });

  it('starts faults only from what is one', async () => {
    for (const fault of [{ match: { path: '(' } }, { match: 'x' }, { nonsense: 1 }, 'x']) assert.equal((await rest('/_local/faults', { body: fault })).status, 400, JSON.stringify(fault));
    assert.equal((await fetch(`${sharePoint.site}/_api/web`, { headers: { accept: nometadata } })).status, 200);
  });
});
