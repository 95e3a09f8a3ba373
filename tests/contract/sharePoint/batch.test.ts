import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { newList, nometadata, refusal, restOf, verbose, visitor, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
let items: string;
before(async () => {
  ({ path } = await newList(rest, 'Batched'));
  items = `${sharePoint.site}/_api/${path}/items`;
});

interface Part { readonly method?: string; readonly url: string; readonly body?: object; readonly headers?: string }
/** A batch as PnP Core and PnPjs write it: each write in a change set, reads outside. */
function batchOf(parts: readonly Part[], end = '\n'): string {
  const text = parts.map(({ method = 'GET', url, body, headers = `accept: ${nometadata}` }) => {
    const request = `Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n${method} ${url} HTTP/1.1\n${headers}\ncontent-type: application/json\n\n${body === undefined ? '' : `${JSON.stringify(body)}\n`}\n`;
    return method === 'GET' ? `--batch_1\n${request}` : `--batch_1\nContent-Type: multipart/mixed; boundary="changeset_1"\n\n--changeset_1\n${request}--changeset_1--\n\n`;
  }).join('');
  return `${text}--batch_1--\n`.replaceAll('\n', end);
}
const send = (body: string, call: object = {}): Promise<Reply> => rest('$batch', { body, headers: { 'content-type': 'multipart/mixed; boundary=batch_1', accept: '*/*' }, ...call });
const statuses = (reply: Reply): string => [...reply.text.matchAll(/HTTP\/1\.1 (\d+)/g)].map((match) => match[1]).join();

describe('$batch', () => {
  it('answers as recorded: CRLF, one part a request, headers in capitals (batch-error-404)', async () => {
    const reply = await send(batchOf([{ method: 'POST', url: items, body: { Title: 'a' } }, { url: `${items}(99)` }, { url: `${items}(1)?$select=Title` }, { method: 'DELETE', url: `${items}(1)` }]));
    assert.equal(reply.status, 200);
    assert.equal(statuses(reply), '201,404,200,200');
    const boundary = /^--(batchresponse_[0-9a-f-]{36})\r\nContent-Type: application\/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP\/1\.1 201 Created\r\nCONTENT-TYPE: application\/json;odata=nometadata;streaming=true;charset=utf-8\r\n/.exec(reply.text)?.[1];
    assert.ok(boundary, reply.text.slice(0, 300));
    assert.ok(reply.text.endsWith(`--${boundary}--\r\n`));
    assert.match(reply.headers.get('content-type') ?? '', new RegExp(`^multipart/mixed; ?boundary=${boundary}$`));
    assert.match(reply.text, /\r\nETAG: "[0-9a-f-]{36},1"\r\nLOCATION: http/);
    assert.match(reply.text, /HTTP\/1\.1 404 Not Found\r\nCONTENT-TYPE: [^\r]+\r\n\r\n\{"odata\.error":\{"code":"-2130575338, System\.ArgumentException"/);
  });

  it('reads CRLF, quoted boundaries, relative addresses and verbose parts', async () => {
    const relative = `/sites/intranet/_api/${path}/items`;
    const reply = await send(batchOf([{ method: 'POST', url: relative, body: { Title: 'b' } }, { url: `${relative}?$top=1`, headers: `accept: ${verbose}` }, { url: 'web/title' }], '\r\n'), { headers: { 'content-type': 'multipart/mixed; boundary="batch_1"' } });
    assert.equal(statuses(reply), '201,200,200');
    assert.match(reply.text, /odata=verbose;charset=utf-8\r\n\r\n\{"d":\{"results":\[/);
  });

  it('lets a failing part stop no other, and undoes what the failing one began', async () => {
    const reply = await send(batchOf([{ method: 'POST', url: items, body: { Title: 'kept' } }, { method: 'POST', url: items, body: { Title: 'no', Nope: 1 } }, { method: 'POST', url: items, headers: 'accept: */*', body: { Title: 'in Atom' } }, { method: 'POST', url: items, body: { Title: 'kept too' } }]));
    assert.equal(statuses(reply), '201,400,201,201');
    assert.match(reply.text, /CONTENT-TYPE: application\/atom\+xml;type=entry;charset=utf-8\r\n/);
    assert.deepEqual((await rest(`${path}/items?$select=Title&$filter=startswith(Title,'kept') or startswith(Title,'in') or startswith(Title,'no')`)).json['value'], [{ Title: 'kept' }, { Title: 'in Atom' }, { Title: 'kept too' }]);
  });

  it('counts the items right when a part was refused', async () => {
    const { path: counted } = await newList(rest, 'Counted', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    const add = (key: string): Part => ({ method: 'POST', url: `${sharePoint.site}/_api/${counted}/items`, body: { Key: key } });
    assert.equal(statuses(await send(batchOf([add('a'), add('a'), add('b'), { url: `${sharePoint.site}/_api/${counted}` }, add('c')]))), '201,500,201,200,201');
    assert.equal((await rest(`${counted}/itemcount`)).json['value'], 3);
  });

  it('takes a hundred requests, and refuses more and what it cannot read', async () => {
    assert.equal(statuses(await send(batchOf(Array.from({ length: 100 }, () => ({ url: 'web/title' }))))), Array(100).fill('200').join());
    assert.match(refusal(await send(batchOf(Array.from({ length: 101 }, () => ({ url: 'web/title' }))), { headers: { 'content-type': 'multipart/mixed; boundary=batch_1' } })), /^400/);
    for (const contentType of ['application/json', 'multipart/mixed']) assert.equal((await send('x', { headers: { 'content-type': contentType } })).status, 400, contentType);
    const nested = `${'--b\nContent-Type: multipart/mixed; boundary=b\n\n'.repeat(2000)}--b--`;
    assert.ok((await send(nested, { headers: { 'content-type': 'multipart/mixed; boundary=b' } })).status < 500);
    assert.equal(statuses(await send(batchOf([{ url: 'http://other.example/_api/web' }, { url: '/sites/none/_api/web' }, { url: 'http://[' }, { url: `${sharePoint.site}/_api/$batch` }]))), '400,400,400,404');
  });

  it('holds each part to who asks, and needs a digest like any write', async () => {
    assert.equal(statuses(await send(batchOf([{ method: 'POST', url: items, body: { Title: 'x' } }, { url: items }]), { as: visitor })), '403,200');
    assert.equal((await send(batchOf([{ url: items }]), { headers: { 'content-type': 'multipart/mixed; boundary=batch_1', authorization: '' } })).status, 403);
  });
});
