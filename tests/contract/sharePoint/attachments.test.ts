import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, colleague, merge, minimal, newList, owner, refusal, restOf, values, verbose, visitor, type Json, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
const rest = restOf(sharePoint);

interface Place { readonly list: string; readonly item: string; readonly id: number; readonly listId: string; readonly title: string }

async function newItem(title: string): Promise<Place> {
  const { path, id: listId, title: unique } = await newList(rest, title);
  const id = await addItem(rest, path, { Title: 'Attach files to me' });
  return { list: path, item: `${path}/items(${id})`, id, listId, title: unique };
}

function attach(item: string, name: string, body = 'PnP Rocks !!!', as?: string): ReturnType<Rest> {
  return rest(`${item}/AttachmentFiles/add(FileName='${encodeURIComponent(name.replaceAll("'", "''"))}')`, { body, headers: { 'content-type': 'text/plain' }, ...(as === undefined ? {} : { as }) });
}

/** The bytes behind an address. */
async function bytesOf(path: string): Promise<Buffer> {
  const answer = await fetch(`${sharePoint.site}/_api/${path}`, { headers: { authorization: 'Bearer owner' } });
  assert.equal(answer.status, 200);
  return Buffer.from(await answer.arrayBuffer());
}

describe('attachments', () => {
  it('are added, listed, read and deleted as recorded', async () => {
    const { list, item, id, title } = await newItem('Recorded');
    assert.deepEqual(values(await rest(`${list}/items?$select=Id,AttachmentFiles&$expand=AttachmentFiles`)), [{ AttachmentFiles: [], Id: 1, ID: 1 }]);
    const recorded = {
      FileName: 'test_added.txt', FileNameAsPath: { DecodedUrl: 'test_added.txt' },
      ServerRelativePath: { DecodedUrl: `${site}/Lists/${title}/Attachments/${id}/test_added.txt` }, ServerRelativeUrl: `${site}/Lists/${title}/Attachments/${id}/test_added.txt`,
    };
    const added = await attach(item, 'test_added.txt');
    assert.deepEqual([added.status, added.json], [200, recorded]);
    assert.deepEqual(values(await rest(`${list}/items?$select=Id,AttachmentFiles&$expand=AttachmentFiles`)), [{ AttachmentFiles: [recorded], Id: 1, ID: 1 }]);
    assert.deepEqual(values(await rest(`${item}/AttachmentFiles`)), [recorded]);
    assert.deepEqual((await rest(`${item}/AttachmentFiles/getByFileName('TEST_added.txt')`)).json, recorded);
    assert.equal((await rest(`${item}/AttachmentFiles('test_added.txt')/$value`)).text, 'PnP Rocks !!!');
    const deleted = await rest(`${item}/AttachmentFiles('test_added.txt')`, { method: 'DELETE' });
    assert.deepEqual([deleted.status, deleted.text], [200, '']);
    assert.deepEqual(values(await rest(`${item}/AttachmentFiles`)), []);
    assert.match(refusal(await rest(`${item}/AttachmentFiles('test_added.txt')`)), /^404 -2147024894, System\.IO\.FileNotFoundException File Not Found\./);
  });

  it('make the item one with attachments and a new version', async () => {
    const { list, item } = await newItem('Marked');
    const plain = await addItem(rest, list, { Title: 'plain' });
    await attach(item, 'a.txt');
    const read = (await rest(item)).json;
    assert.deepEqual([read['Attachments'], read['OData__UIVersionString']], [true, '2.0']);
    assert.equal((await rest(`${list}/items(${plain})`)).json['Attachments'], false);
    assert.deepEqual(values(await rest(`${list}/items?$select=Title&$filter=Attachments eq 1`)), [{ Title: 'Attach files to me' }]);
    assert.deepEqual(values(await rest(`${list}/items?$select=Title&$filter=Attachments eq false`)), [{ Title: 'plain' }]);
    const rows = (await rest(`${list}/RenderListDataAsStream`, { body: { parameters: { ViewXml: '<View/>' } } })).json['Row'] as Json[];
    assert.deepEqual(rows.map(({ Attachments }) => Attachments), ['1', '0']);
    assert.deepEqual(values(await rest(`${item}/versions?$select=Attachments`)), [{ Attachments: true }, { Attachments: false }]);
    await attach(item, 'b.txt');
    await rest(`${item}/AttachmentFiles('a.txt')`, { method: 'DELETE' });
    assert.equal((await rest(item)).json['Attachments'], true);
    await rest(`${item}/AttachmentFiles('b.txt')`, { method: 'DELETE' });
    assert.equal((await rest(item)).json['Attachments'], false);
  });

  it('are kept byte for byte, and never shown as a page', async () => {
    const { item } = await newItem('Bytes');
    const all = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 256));
    const add = await fetch(`${sharePoint.site}/_api/${item}/AttachmentFiles/add(FileName='all.html')`, { method: 'POST', body: all, headers: { authorization: 'Bearer owner', accept: 'application/json' } });
    assert.equal(add.status, 200);
    assert.deepEqual(await bytesOf(`${item}/AttachmentFiles('all.html')/$value`), all);
    const { headers } = await rest(`${item}/AttachmentFiles('all.html')/$value`);
    assert.deepEqual([headers.get('content-type'), headers.get('content-disposition'), headers.get('x-content-type-options')], ['application/octet-stream', 'attachment', 'nosniff']);
    assert.equal((await rest(`${item}/AttachmentFiles('all.html')/$value`, { method: 'PUT', body: '{"not": json', headers: { 'if-match': '*' } })).status, 204);
    assert.equal((await bytesOf(`${item}/AttachmentFiles('all.html')/$value`)).toString(), '{"not": json');
  });

  it('are at their own address, for who may see the item', async () => {
    const { item } = await newItem('Address');
    const url = String((await attach(item, 'page & more.html', '<script>alert(1)</script>')).json['ServerRelativeUrl']);
    const got = await rest(encodeURI(url));
    assert.deepEqual([got.status, got.text, got.headers.get('content-type')], [200, '<script>alert(1)</script>', 'application/octet-stream']);
    assert.match(String(got.headers.get('content-disposition')), /^attachment/);
    assert.equal((await rest(encodeURI(url.replace('page', 'no')))).status, 404);
    await rest(`${item}/breakroleinheritance(false)`, { method: 'POST' });
    assert.equal((await rest(encodeURI(url), { as: colleague })).status, 404);
  });

  it('have names that are refused when they are taken or not permitted', async () => {
    const { item } = await newItem('Names');
    assert.equal((await attach(item, "Ann's notes & 100% – é.txt")).json['FileName'], "Ann's notes & 100% – é.txt");
    assert.equal((await rest(`${item}/AttachmentFiles('${encodeURIComponent("Ann''s notes & 100% – é.txt")}')/$value`)).text, 'PnP Rocks !!!');
    assert.match(refusal(await attach(item, "ANN'S notes & 100% – É.txt".replace('É', 'é'))), /^400 -2130575257, Microsoft\.SharePoint\.SPException The specified name is already in use\./);
    for (const name of ['a:b.txt', 'a*b', 'a?b', 'a"b', 'a<b', 'a|b', '../../x', 'a\\b', ' a', 'a.', '..', ' ']) {
      assert.match(refusal(await attach(item, name)), /^400 -2130575245, Microsoft\.SharePoint\.SPException The file or folder name contains characters that are not permitted/, name);
    }
    assert.match(refusal(await rest(`${item}/AttachmentFiles/add(FileName=@f)?@f='${'x'.repeat(256)}'`, { body: 'x' })), /^400 -2130575245/);
    assert.match(refusal(await attach(item, '')), /^400 -2130575245/);
    assert.match(refusal(await rest(`${item}/AttachmentFiles/add`, { body: 'x' })), /^400/);
    const quoted = "x'; DROP TABLE attachments; --";
    assert.equal((await attach(item, quoted)).json['FileName'], quoted);
    assert.equal(values(await rest(`${item}/AttachmentFiles`)).length, 2);
  });

  it('are refused where the list has none, to who may not edit, and with the item that is not seen', async () => {
    const { list, item } = await newItem('Refused');
    await attach(item, 'there.txt');
    assert.match(refusal(await attach(item, 'mine.txt', 'x', visitor)), /^403/);
    assert.match(refusal(await rest(`${item}/AttachmentFiles('there.txt')`, { method: 'DELETE', as: visitor })), /^403/);
    assert.match(refusal(await rest(`${item}/AttachmentFiles('there.txt')/$value`, { method: 'PUT', body: 'x', as: visitor })), /^403/);
    assert.equal((await rest(`${item}/AttachmentFiles('there.txt')/$value`, { as: visitor })).text, 'PnP Rocks !!!');
    assert.equal((await rest(list, { body: { EnableAttachments: false }, headers: merge })).status, 204);
    assert.match(refusal(await attach(item, 'late.txt')), /^400 .*Attachments have been disabled/);
    await rest(`${item}/breakroleinheritance(false)`, { method: 'POST' });
    assert.match(refusal(await rest(`${item}/AttachmentFiles('there.txt')/$value`, { as: colleague })), /^404/);
    assert.match(refusal(await rest(`${item}/AttachmentFiles`, { as: colleague })), /^404/);
    assert.equal((await rest(`${item}/AttachmentFiles`, { as: owner })).status, 200);
  });

  it('come in every format, and go with their item', async () => {
    const { item, listId } = await newItem('Formats');
    await attach(item, "it's.txt");
    const light = (await rest(`${item}/AttachmentFiles('it''s.txt')`, { headers: { accept: minimal } })).json;
    assert.deepEqual([light['odata.type'], light['odata.editLink']], ['SP.Attachment', `Web/Lists(guid'${listId}')/Items(1)/AttachmentFiles('it''s.txt')`]);
    const heavy = (await rest(`${item}/AttachmentFiles`, { headers: { accept: verbose } })).json['d'] as { results: { __metadata: Json; FileNameAsPath: Json }[] };
    assert.deepEqual([heavy.results[0]?.__metadata['type'], heavy.results[0]?.FileNameAsPath['__metadata']], ['SP.Attachment', { type: 'SP.ResourcePath' }]);
    assert.equal((await rest(item, { method: 'DELETE' })).status, 200);
    assert.match(refusal(await rest(`${item}/AttachmentFiles`)), /^404/);
  });

  it('PnPjs adds, reads, changes and deletes them', async () => {
    const { listId, id } = await newItem('PnP');
    const item = pnpOf(sharePoint).web.lists.getById(listId).items.getById(id);
    await item.attachmentFiles.add('file1.txt', 'Here is my content');
    await item.attachmentFiles.add("it's 50%.json", '{"a":');
    assert.deepEqual((await item.attachmentFiles() as { FileName: string }[]).map(({ FileName }) => FileName), ['file1.txt', "it's 50%.json"]);
    assert.equal(await item.attachmentFiles.getByName('file1.txt').getText(), 'Here is my content');
    assert.equal(await item.attachmentFiles.getByName("it's 50%.json").getText(), '{"a":');
    await item.attachmentFiles.getByName('file1.txt').setContent('Changed');
    assert.equal(Buffer.from(await item.attachmentFiles.getByName('file1.txt').getBuffer()).toString(), 'Changed');
    assert.deepEqual((await item.select('Title', 'AttachmentFiles').expand('AttachmentFiles')() as { AttachmentFiles: Json[] }).AttachmentFiles.length, 2);
    await item.attachmentFiles.getByName('file1.txt').delete();
    assert.match(await refusedWith(item.attachmentFiles.getByName('file1.txt')()), /^404/);
    assert.match(await refusedWith(item.attachmentFiles.add("it's 50%.json", 'x')), /^400 .*already in use/);
  });
});
