import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { startReceiver, type Receiver } from './receiver.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, assertKeys, editor, merge, minimal, newList, refusal, restOf, values, verbose, visitor, type Json, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const receivers: Receiver[] = [];
const newReceiver = async (): Promise<Receiver> => {
  const started = await startReceiver();
  receivers.push(started);
  return started;
};
after(async () => { await Promise.all(receivers.map((receiver) => receiver.stop())); });
afterEach(async () => { await rest('/_local/clock', { method: 'DELETE' }); });

const days = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString();
const subscribe = async (path: string, url: string, more: object = {}, ask: Rest = rest): Promise<string> => {
  const added = await ask(`${path}/subscriptions`, { body: { resource: 'x', notificationUrl: url, expirationDateTime: days(30), ...more } });
  assert.equal(added.status, 201, added.text);
  return String(added.json['id']);
};
interface Sent { readonly value: readonly Json[] }

describe('a list\'s subscriptions', () => {
  it('are added as recorded, after the receiver answered a token; read, changed and removed', async () => {
    const receiver = await newReceiver();
    const { path, id: listId } = await newList(rest, 'Hooks');
    const added = await rest(`web/lists(guid'${listId}')/subscriptions`, { body: { resource: `${sharePoint.site}/_api/web/lists('${listId}')`, notificationUrl: receiver.url, expirationDateTime: `${days(30).slice(0, 19)}.4030149+00:00`, clientState: 'state' } });
    const { id } = added.json;
    const expected = { clientState: 'state', expirationDateTime: `${days(30).slice(0, 10)}${String(added.json['expirationDateTime']).slice(10, 19)}.4030149Z`, id, notificationUrl: receiver.url, resource: listId, resourceData: null };
    assert.deepEqual([added.status, added.json], [201, expected]);
    assert.equal(Object.keys(added.json).join(), 'clientState,expirationDateTime,id,notificationUrl,resource,resourceData');
    assert.deepEqual(receiver.posts.map(({ url, body, headers }) => [url.replace(/=[0-9a-f-]{36}$/, '=…'), body, headers['content-length']]), [['/hook?validationtoken=…', '', '0']]);
    assert.deepEqual(values(await rest(`${path}/subscriptions`)), [expected]);
    assert.deepEqual((await rest(`${path}/subscriptions('${String(id)}')`)).json, expected);
    assert.deepEqual((await rest(`${path}/Subscriptions(guid'${String(id)}')`)).json, expected);
    assert.deepEqual((await rest(`${path}?$select=Id,Subscriptions&$expand=Subscriptions`)).json, { Subscriptions: [expected], Id: listId });
    const later = `${days(60).slice(0, 19)}Z`;
    assert.equal((await rest(`${path}/subscriptions('${String(id)}')`, { method: 'PATCH', body: { expirationDateTime: later } })).status, 204);
    assert.deepEqual((await rest(`${path}/subscriptions/getbyid('${String(id)}')`)).json, { ...expected, expirationDateTime: later });
    assert.equal((await rest(`${path}/subscriptions('${String(id)}')`, { body: { clientState: 'other' }, headers: merge })).status, 204);
    assert.equal((await rest(`${path}/subscriptions('${String(id)}')`, { method: 'DELETE' })).status, 204);
    assert.deepEqual(values(await rest(`${path}/subscriptions`)), []);
    assert.match(refusal(await rest(`${path}/subscriptions('${String(id)}')`)), /^404 /);
  });

  it('speak all metadata modes', async () => {
    const receiver = await newReceiver();
    const { path, id: listId } = await newList(rest, 'Modes');
    const id = await subscribe(path, receiver.url);
    const one = (await rest(`${path}/subscriptions('${id}')`, { headers: { accept: minimal } })).json;
    assertKeys(one, 'odata.metadata odata.type odata.id odata.editLink clientState expirationDateTime id notificationUrl resource resourceData');
    assert.deepEqual([one['odata.metadata'], one['odata.type'], one['odata.editLink']], [`${sharePoint.site}/_api/$metadata#SP.ApiData.Subscriptions/@Element`, 'Microsoft.SharePoint.Webhooks.Subscription', `Web/Lists(guid'${listId}')/Subscriptions('${id}')`]);
    assert.equal((await rest(`${path}/subscriptions`, { headers: { accept: minimal } })).json['odata.metadata'], `${sharePoint.site}/_api/$metadata#SP.ApiData.Subscriptions`);
    const { d } = (await rest(`${path}/subscriptions`, { headers: { accept: verbose } })).json as { d: { results: { __metadata: Json }[] } };
    assert.equal(d.results[0]?.__metadata['type'], 'Microsoft.SharePoint.Webhooks.Subscription');
    const sent = { __metadata: { type: 'Microsoft.SharePoint.Webhooks.Subscription' }, resource: 'x', notificationUrl: `${receiver.url}/verbose`, expirationDateTime: days(1) };
    assert.equal((await rest(`${path}/subscriptions`, { body: sent, headers: { accept: verbose, 'content-type': verbose } })).status, 201);
  });

  it('are answered but kept as they are when the address is subscribed already', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Twice');
    const id = await subscribe(path, receiver.url, { clientState: 'first' });
    const again = await rest(`${path}/subscriptions`, { body: { resource: 'x', notificationUrl: receiver.url, expirationDateTime: days(90), clientState: 'second' } });
    assert.deepEqual([again.status, again.json['id'], again.json['clientState']], [201, id, 'second']);
    assert.deepEqual(values(await rest(`${path}/subscriptions`)).map(({ clientState }) => clientState), ['first']);
  });

  it('are added in a batch, too, and each part is done once', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Batched');
    const part = (address: string, body: object): string => `--c\nContent-Type: application/http\n\nPOST ${sharePoint.site}/_api/${path}/${address} HTTP/1.1\naccept: application/json\ncontent-type: application/json\n\n${JSON.stringify(body)}\n`;
    const parts = [part('items', { Title: 'one' }), part('subscriptions', { resource: 'x', notificationUrl: receiver.url }), part('items', { Title: 'two' })];
    const { text } = await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.deepEqual([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]), ['201', '201', '201']);
    assert.deepEqual([values(await rest(`${path}/items`)).length, values(await rest(`${path}/subscriptions`)).length], [2, 1]);
  });

  it('are refused unless the receiver answers the token as plain text with 200, and is on this machine', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Refused');
    const add = async (notificationUrl: unknown, more: object = {}): Promise<string> => refusal(await rest(`${path}/subscriptions`, { body: { resource: 'x', notificationUrl, expirationDateTime: days(30), ...more } }));
    const failed = (url: string): string => `400 -1, System.InvalidOperationException Failed to validate the notification URL '${url}'.`;
    receiver.handshake = (_token, response) => { response.end('something else'); };
    assert.equal(await add(receiver.url), failed(receiver.url));
    receiver.handshake = (token, response) => { response.writeHead(201).end(token); };
    assert.equal(await add(receiver.url), failed(receiver.url));
    receiver.handshake = (token, response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(token); };
    assert.equal(await add(receiver.url), failed(receiver.url));
    receiver.handshake = (_token, response) => { response.writeHead(302, { location: receiver.url }).end(); };
    assert.equal(await add(receiver.url), failed(receiver.url));
    await receiver.stop();
    assert.equal(await add(receiver.url), failed(receiver.url));
    for (const url of ['https://contoso.example/hook', 'http://192.168.0.1/hook', 'http://127.0.0.1.example/x', 'ftp://127.0.0.1/x', 'http://user@evil.example/127.0.0.1', '/hook']) {
      assert.equal(await add(url), `${failed(url)} The local SharePoint sends notifications to programs on this machine alone: http://127.0.0.1 or http://localhost, and any port.`);
    }
    assert.match(await add(undefined), /^400 -2147024809/);
    assert.match(await add(5), /^400 -2147024809/);
    assert.match(await add(receiver.url, { nonsense: 1 }), /^400 .*The property 'nonsense' does not exist/);
    assert.deepEqual(values(await rest(`${path}/subscriptions`)), []);
  });

  it('end within 180 days, and are gone then', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Ending');
    for (const expirationDateTime of [days(181), days(-1), 'soon', 5, '2031-02-30T99:00:00Z']) {
      assert.equal(refusal(await rest(`${path}/subscriptions`, { body: { resource: 'x', notificationUrl: receiver.url, expirationDateTime } })),
        '400 -1, System.ArgumentException The specified expiration date is invalid. Should be greater than today and within 6 months', String(expirationDateTime));
    }
    const id = await subscribe(path, receiver.url, { expirationDateTime: days(180) });
    assert.match(refusal(await rest(`${path}/subscriptions('${id}')`, { method: 'PATCH', body: { expirationDateTime: days(200) } })), /^400 .*expiration date is invalid/);
    const unnamed = (await rest(`${path}/subscriptions`, { body: { resource: 'x', notificationUrl: `${receiver.url}/2` } })).json;
    assert.equal(String(unnamed['expirationDateTime']).slice(0, 10), days(180).slice(0, 10));
    await rest('/_local/clock', { body: { offsetMs: 181 * 86_400_000 } });
    assert.deepEqual(values(await rest(`${path}/subscriptions`)), []);
    await addItem(rest, path, { Title: 'nobody is told' });
  });

  it('are for who manages the list', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Managed');
    const id = await subscribe(path, receiver.url, {}, (address, call) => rest(address, { ...call, as: editor }));
    for (const [address, call] of [['', {}], ['', { body: { resource: 'x', notificationUrl: receiver.url } }], [`('${id}')`, {}], [`('${id}')`, { method: 'DELETE' }], [`('${id}')`, { method: 'PATCH', body: {} }]] as const) {
      assert.match(refusal(await rest(`${path}/subscriptions${address}`, { ...call, as: visitor })), /^403 -2147024891/);
    }
    assert.equal(receiver.posts.length, 1, 'nobody asks a receiver for a visitor');
  });

  it('of real time are not here', async () => {
    const { path } = await newList(rest, 'Sockets');
    assert.match(refusal(await rest(`${path}/subscriptions/socketio`)), /^501 .*real-time/);
  });

  it('are all that PnPjs does with them', async () => {
    const receiver = await newReceiver();
    const { id: listId } = await newList(rest, 'PnP hooks');
    const { subscriptions } = pnpOf(sharePoint).web.lists.getById(listId);
    const { id } = await subscriptions.add(receiver.url, days(20), 'pnp') as { id: string };
    assert.deepEqual((await subscriptions()).map((one: Json) => [one['id'], one['clientState'], one['resource']]), [[id, 'pnp', listId]]);
    assert.equal((await subscriptions.getById(id)() as Json)['notificationUrl'], receiver.url);
    await subscriptions.getById(id).update(`${days(40).slice(0, 19)}Z`, `${receiver.url}/new`, 'renewed');
    const renewed = await subscriptions.getById(id)() as Json;
    assert.deepEqual([renewed['expirationDateTime'], renewed['notificationUrl'], renewed['clientState']], [`${days(40).slice(0, 19)}Z`, `${receiver.url}/new`, 'renewed']);
    await subscriptions.getById(id).delete();
    assert.match(await refusedWith(subscriptions.getById(id)()), /^404/);
    assert.match(await refusedWith(subscriptions.add('https://contoso.example/x', days(1))), /Failed to validate the notification URL/);
  });
});

describe('notifications', () => {
  it('tell of changes as documented, several in one request, and only of the list', async () => {
    const receiver = await newReceiver();
    const { path, id: listId } = await newList(rest, 'Told');
    const other = await newList(rest, 'Other');
    const expirationDateTime = `${days(30).slice(0, 19)}Z`;
    const first = await subscribe(path, receiver.url, { clientState: 'mine', expirationDateTime });
    await addItem(rest, other.path, { Title: 'elsewhere' });
    const id = await addItem(rest, path, { Title: 'a' });
    await addItem(rest, path, { Title: 'b' });
    const [added] = await receiver.notifications(1);
    const webId = (await rest('web/id')).json['value'];
    const { value } = JSON.parse(added?.body ?? '{}') as Sent;
    assert.deepEqual(value, [{ subscriptionId: first, clientState: 'mine', expirationDateTime: `${expirationDateTime.slice(0, -1)}.0000000Z`, resource: listId, tenantId: value[0]?.['tenantId'], siteUrl: '/sites/intranet', webId }]);
    assert.match(String(value[0]?.['tenantId']), /^[0-9a-f-]{36}$/);
    assert.match(added?.headers['content-type'] ?? '', /^application\/json/);
    for (const [at, call] of [[2, { body: { Title: 'changed' }, headers: merge }], [3, { method: 'DELETE' }]] as const) {
      await rest(`${path}/items(${id})`, call);
      assert.equal((await receiver.notifications(at)).length, at);
    }
    await subscribe(other.path, receiver.url);
    const part = (address: string): string => `--c\n\nPOST ${sharePoint.site}/_api/${address}/items HTTP/1.1\ncontent-type: application/json\n\n{"Title":"x"}\n`;
    await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${part(path)}${part(other.path)}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    const both = JSON.parse((await receiver.notifications(4))[3]?.body ?? '{}') as Sent;
    assert.deepEqual(both.value.map(({ resource }) => resource).sort(), [listId, other.id].sort());
  });

  it('tell of documents, attachments, recycling and restoring; not of comments and permissions', async () => {
    const receiver = await newReceiver();
    const library = "web/lists/getbytitle('Documents')";
    const id = await subscribe(library, receiver.url);
    await rest("web/getfolderbyserverrelativeurl('/sites/intranet/Shared Documents')/files/add(url='told.txt',overwrite=true)", { body: 'text' });
    assert.equal((await receiver.notifications(1)).length, 1);
    await rest(`${library}/subscriptions('${id}')`, { method: 'DELETE' });
    const { path } = await newList(rest, 'Events');
    const item = `${path}/items(${await addItem(rest, path, { Title: 'a' })})`;
    await subscribe(path, `${receiver.url}/list`);
    await rest(`${item}/comments`, { body: { text: 'nobody is told' } });
    await rest(`${item}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, { method: 'POST' });
    const steps = [
      () => rest(`${item}/attachmentfiles/add(filename='a.txt')`, { body: 'text' }),
      () => rest(`${item}/attachmentfiles('a.txt')`, { method: 'DELETE' }),
      () => rest(`${item}/recycle`, { method: 'POST' }),
      async () => {
        const [entry] = values(await rest("web/recyclebin?$filter=Title eq 'a'"));
        return rest(`web/recyclebin('${String(entry?.['Id'])}')/restore`, { method: 'POST' });
      },
    ];
    for (const [at, step] of steps.entries()) {
      const { status, text } = await step();
      assert.ok(status < 300, text);
      const told = await receiver.notifications(at + 2);
      assert.equal(told.length, at + 2);
      assert.equal((JSON.parse(told[at + 1]?.body ?? '{}') as Sent).value.length, 1);
    }
  });

  it('are tried again every five minutes, five times, and then given up; later ones are sent', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Retried');
    await rest('/_local/clock', { body: { fixed: days(0) } });
    await subscribe(path, receiver.url);
    receiver.status = 500;
    await addItem(rest, path, { Title: 'a' });
    for (let tries = 1; tries <= 6; tries += 1) {
      assert.equal((await receiver.notifications(tries)).length, tries);
      await rest('/_local/clock', { body: { advanceMs: 300_000 } });
    }
    receiver.status = 200;
    await addItem(rest, path, { Title: 'b' });
    assert.equal((await receiver.notifications(7)).length, 7, 'the seventh is the one of the new item: the other is given up');
  });

  it('do not slow a write whose receiver never answers', async () => {
    const receiver = await newReceiver();
    const { path } = await newList(rest, 'Dead');
    await subscribe(path, receiver.url);
    receiver.status = undefined;
    await addItem(rest, path, { Title: 'a' });
    await receiver.notifications(1);
    const started = performance.now();
    for (let at = 0; at < 20; at += 1) await addItem(rest, path, { Title: 'b' });
    assert.ok(performance.now() - started < 30_000, 'each would have waited for five seconds');
  });

  it('survive a restart', () => onKeptData(async (start) => {
    const receiver = await newReceiver();
    const first = await start();
    const { path } = await newList(restOf(first), 'Restarted');
    const id = await subscribe(path, receiver.url, {}, restOf(first));
    receiver.status = 503;
    await addItem(restOf(first), path, { Title: 'a' });
    await receiver.notifications(1);
    await first.stop();
    receiver.status = 200;
    const second = await start();
    assert.deepEqual(values(await restOf(second)(`${path}/subscriptions`)).map((one) => one['id']), [id]);
    await restOf(second)('/_local/clock', { body: { offsetMs: 300_001 } });
    assert.equal((JSON.parse((await receiver.notifications(2))[1]?.body ?? '{}') as Sent).value[0]?.['subscriptionId'], id);
  }));
});
