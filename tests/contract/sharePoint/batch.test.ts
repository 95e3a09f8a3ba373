import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { newList, nometadata, refusal, restOf, verbose, visitor, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
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
const send = (body: string, call: object = {}): Promise<Reply> => rest('$batch', { body, headers: { 'content-type': 'multipart/mixed; boundary=batch_1' }, ...call });
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
    const relative = `${site}/_api/${path}/items`;
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

  it('takes a hundred requests, and answers those of other places one by one', async () => {
    assert.equal(statuses(await send(batchOf(Array.from({ length: 100 }, () => ({ url: 'web/title' }))))), Array(100).fill('200').join());
    assert.equal(statuses(await send(batchOf([{ url: 'http://other.example/_api/web' }, { url: '/sites/none/_api/web' }, { url: 'http://[' }, { url: `${sharePoint.site}/_api/$batch` }]))), '400,400,400,404');
  });

  it('holds each part to who asks, and needs a digest like any write', async () => {
    assert.equal(statuses(await send(batchOf([{ method: 'POST', url: items, body: { Title: 'x' } }, { url: items }]), { as: visitor })), '403,200');
    assert.equal((await send(batchOf([{ url: items }]), { headers: { 'content-type': 'multipart/mixed; boundary=batch_1', authorization: '' } })).status, 403);
  });

  it('takes writes in change sets as clients frame them: several in one, with boundaries in the middle of a line (CLI for Microsoft 365)', async () => {
    const { path: list } = await newList(rest, 'Framed');
    const post = (title: string): string => `--changeset_2\nContent-Type: application/http\nContent-Transfer-Encoding: binary\n\nPOST ${sharePoint.site}/_api/${list}/items HTTP/1.1\nAccept: ${nometadata}\nContent-Type: application/json;\n odata=nometadata\n\n{"Title":"${title}"}`;
    const reply = await send(`preamble\n--batch_1\nContent-Type: multipart/mixed; boundary="changeset_2"\n\nContent-Transfer-Encoding: binary\n\n${post('a')}${post('b')}\n\n--changeset_2--\n\n--batch_1--\nepilogue`);
    assert.equal(statuses(reply), '201,201', reply.text);
    assert.deepEqual((await rest(`${list}/items?$select=Title`)).json['value'], [{ Title: 'a' }, { Title: 'b' }]);
  });

  it('lets a change set refer to what it made, and to nothing else', async () => {
    const inSet = (parts: readonly string[]): string => `--batch_1\nContent-Type: multipart/mixed; boundary=c\n\n${parts.map((part) => `--c\n${part}\n`).join('')}--c--\n--batch_1--\n`;
    const part = (id: string, method: string, url: string, body: object): string => `Content-Type: application/http\nContent-Transfer-Encoding: binary\nContent-ID: ${id}\n\n${method} ${url} HTTP/1.1\naccept: ${nometadata}\nif-match: *\ncontent-type: application/json\n\n${JSON.stringify(body)}\n`;
    const reply = await send(inSet([part('1', 'POST', items, { Title: 'first' }), part('2', 'PATCH', '$1', { Title: 'changed' }), part('3', 'POST', '$1/recycle', {}), part('4', 'PATCH', '$7', { Title: 'x' })]));
    assert.equal(statuses(reply), '201,204,200,400', reply.text);
    assert.match(reply.text, /The relative URI '\$7' was specified in a batch operation, but a base URI was not specified/);
    assert.match(refusal(await send(inSet([part('1', 'POST', items, {}), part('1', 'POST', items, {})]))), /^400 -1, Microsoft\.Data\.OData\.ODataException The content ID '1' was found more than once in the same change set\./);
  });

  it('refuses as a whole what Microsoft\'s OData library refuses, and does nothing of it', async () => {
    const { path: list } = await newList(rest, 'Whole');
    const url = `${sharePoint.site}/_api/${list}/items`;
    const write: Part = { method: 'POST', url, body: { Title: 'never' } };
    const operation = (method: string, to = url): string => `Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n${method} ${to} HTTP/1.1\naccept: ${nometadata}\n\n`;
    const inSet = (parts: readonly string[]): string => `--batch_1\nContent-Type: multipart/mixed; boundary=c\n\n${parts.map((part) => `--c\n${part}\n`).join('')}--c--\n`;
    const wrong: readonly (readonly [string, RegExp])[] = [
      [inSet([operation('GET')]), /An invalid HTTP method 'GET' was detected for a request in a change set\. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', 'MERGE', and 'PATCH'\.$/], // office365-rest-python-client#871
      [`--batch_1\n${operation('POST')}\n`, /An invalid HTTP method 'POST' was detected for a query operation\. Query operations only support the HTTP 'GET' method\.$/],
      [inSet(Array.from({ length: 1001 }, () => operation('POST', 'x'))), /The current change set contains too many operations\. Only change sets with a maximum number of '1000' operations are allowed\.$/],
      [`--batch_1\n${operation('GET')}\n`.repeat(101), /The current batch message contains too many parts\. Only batch messages with a maximum number of '100' query operations and change sets are allowed\.$/],
      [inSet(['Content-Type: multipart/mixed; boundary=d\n\n--d--\n']), /nested/],
      ['--batch_1\nContent-Type: text/plain\n\nGET x HTTP/1.1\n\n', /The content type 'text\/plain' of a part of the batch is not valid/],
      ['--batch_1\nContent-Type: application/http\n\nGET\n\n', /The request line 'GET' is not valid/], ['--batch_1\nContent-Type: application/http\n\nGET x HTTP/2\n\n', /The HTTP version 'HTTP\/2' used in a batch operation/],
      ['--batch_1\nContent-Type: application/http\n\nGET x HTTP/1.1\nno header\n\n', /The header 'no header' is not valid/],
      [`${'x'.repeat(1_048_577)}`, /The maximum number of bytes allowed to be read from the stream has been exceeded\. After the last read operation, a total of \d+ bytes has been read from the stream; however a maximum of 1048576 bytes is allowed\.$/], // pnpcore#777
    ];
    for (const [body, said] of wrong) {
      const reply = refusal(await send(`${batchOf([write]).replace('--batch_1--\n', '')}${body}--batch_1--\n`));
      assert.match(reply, /^400 -1, Microsoft\.Data\.OData\.ODataException /, body.slice(0, 80));
      assert.match(reply, said);
    }
    for (const contentType of ['application/json', 'multipart/mixed', 'multipart/mixed; boundary=']) assert.equal((await send('x', { headers: { 'content-type': contentType } })).status, 400, contentType);
    assert.equal((await rest(`${list}/itemcount`)).json['value'], 0);
  });

  it('in OData 4 takes writes outside change sets, as SPFx sends them', async () => {
    const operation = (method: string, body: string): string => `--batch_1\nContent-type: application/http\nContent-Transfer-Encoding: binary\n\n${method} ${items}${method === 'GET' ? '?$top=1' : ''} HTTP/1.1\naccept: application/json;odata.metadata=minimal\ncontent-type: application/json;charset=utf-8\nodata-version: 4.0\n\n${body}\n\n`;
    const reply = await send(`\n${operation('POST', '{"Title":"from SPFx"}')}${operation('GET', '')}--batch_1--\n\n`, { headers: { accept: 'application/json', 'odata-version': '4.0', 'content-type': 'multipart/mixed; boundary=batch_1' } });
    assert.equal(statuses(reply), '201,200', reply.text);
    assert.match(reply.text, /CONTENT-TYPE: application\/json;odata\.metadata=minimal;odata\.streaming=true;IEEE754Compatible=false;charset=utf-8\r\n/);
  });
});
