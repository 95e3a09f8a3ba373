import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { assertKeys, editor, merge, minimal, newList, refusal, restOf, values, verbose, visitor, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

const documents = '/sites/intranet/Shared Documents';
const folder = (path = documents): string => `web/getfolderbyserverrelativepath(decodedurl='${path.replaceAll("'", "''")}')`;
const file = (path: string): string => `web/getfilebyserverrelativepath(decodedurl='${encodeURIComponent(path.replaceAll("'", "''"))}')`;
const plain = { 'content-type': 'application/octet-stream' };
const put = (name: string, content: string, more: object = {}): Promise<{ status: number; json: Json; text: string; headers: Headers }> =>
  rest(`${folder()}/files/add(url='${encodeURIComponent(name.replaceAll("'", "''"))}',overwrite=true)`, { body: content, headers: plain, ...more });
const download = (path: string, headers: Record<string, string> = {}, as = ''): Promise<Response> =>
  fetch(`${sharePoint.url}${encodeURI(path)}`, { headers: as === '' ? headers : { ...headers, authorization: `Basic ${btoa(`${as}:any`)}` } });

describe('files', () => {
  it('have the recorded keys (file-get) and come back as they were sent', async () => {
    const added = await put('Plan.txt', 'The plan: {not JSON}');
    assert.equal(added.status, 200, added.text);
    assertKeys(added.json, 'CheckInComment CheckOutType ContentTag CustomizedPageStatus ETag Exists ExistsAllowThrowForPolicyFailures ExistsWithException IrmEnabled Length Level LinkingUri LinkingUrl MajorVersion MinorVersion Name ServerRelativeUrl TimeCreated TimeLastModified Title UIVersion UIVersionLabel UniqueId');
    const { Length, Name, ServerRelativeUrl, ETag, UniqueId, UIVersionLabel } = added.json;
    assert.deepEqual([Length, Name, ServerRelativeUrl, ETag, UIVersionLabel], ['20', 'Plan.txt', `${documents}/Plan.txt`, `"{${String(UniqueId).toUpperCase()}},1"`, '1.0']);
    for (const address of [file(`${documents}/Plan.txt`), `web/getfilebyserverrelativeurl('${documents.toUpperCase()}/plan.TXT')`, `web/getfilebyid('${String(UniqueId)}')`, `${folder()}/files('Plan.txt')`, "web/getfilebyserverrelativeurl('Shared Documents/Plan.txt')"]) {
      const value = await rest(`${address}/$value`);
      assert.equal(value.text, 'The plan: {not JSON}', address);
      assert.equal((await rest(address)).json['UniqueId'], UniqueId);
    }
  });

  it('refuse as recorded (err-file-404, err-folder-404)', async () => {
    for (const [path, expected] of [
      [file(`${documents}/IdontExist.pdf`), `404 -2130575338, Microsoft.SharePoint.SPException The file ${documents}/IdontExist.pdf does not exist.`],
      [folder(`${documents}/none`), '404 -2147024894, System.IO.FileNotFoundException File Not Found.'],
      [file('/sites/other/x.txt'), '400 -2147024809, System.ArgumentException Server relative urls must start with SPWeb.ServerRelativeUrl'],
      [`${folder()}/files/getbyurl('none.txt')`, `404 -2130575338, Microsoft.SharePoint.SPException The file ${documents}/none.txt does not exist.`],
    ] as const) assert.equal(refusal(await rest(path)), expected);
  });

  it('are items of their library, with names, sizes, ETags and versions', async () => {
    await put('Item.bin', '12345');
    const [row] = values(await rest("web/lists/getbytitle('Documents')/items?$filter=FileLeafRef eq 'Item.bin'&$select=Id,GUID,FileRef,FileLeafRef,FileDirRef,FSObjType,File_x0020_Size,File/Length,OData__UIVersionString&$expand=File,Folder"));
    assert.deepEqual([row?.['FileRef'], row?.['FileLeafRef'], row?.['FileDirRef'], row?.['FSObjType'], row?.['File_x0020_Size'], (row?.['File'] as Json)['Length'], row?.['Folder'], row?.['OData__UIVersionString']],
      [`${documents}/Item.bin`, 'Item.bin', documents, 0, '5', '5', null, '1.0']);
    const changed = await rest(`${file(`${documents}/Item.bin`)}/$value`, { method: 'PUT', body: '123', headers: { 'if-match': `"{${String(row?.['GUID']).toUpperCase()}},1"` } });
    assert.equal(changed.status, 200, changed.text);
    assert.match(refusal(await rest(`${file(`${documents}/Item.bin`)}/$value`, { body: 'x', headers: { 'x-http-method': 'PUT', 'if-match': changed.headers.get('etag')?.replace('2"', '1"') ?? '' } })), /^412/);
    const fields = (await rest(`${file(`${documents}/Item.bin`)}/listitemallfields`)).json;
    assert.deepEqual([fields['Id'], fields['OData__UIVersionString'], fields['FileSystemObjectType'], fields['CheckoutUserId']], [row?.['Id'], '2.0', 0, null]);
    assert.deepEqual((await rest(`${file(`${documents}/Item.bin`)}?$select=Length,Author/Title,ListItemAllFields/Id,ServerRelativePath&$expand=Author,ListItemAllFields`)).json,
      { Author: { Title: 'Marijke van der Velden' }, ListItemAllFields: { Id: row?.['Id'], ID: row?.['Id'] }, Length: '3', ServerRelativePath: { DecodedUrl: `${documents}/Item.bin` } });
    assert.equal((await rest(`${file(`${documents}/Item.bin`)}/properties`)).json['vti_x005f_filesize'], 3);
  });

  it('are overwritten, kept, or named anew, as the client says', async () => {
    await put('Twice.txt', 'one');
    assert.equal((await put('Twice.txt', 'two')).json['MajorVersion'], 2);
    assert.match(refusal(await rest(`${folder()}/files/add(url='Twice.txt')`, { body: 'three' })), /^400 -2130575257, Microsoft\.SharePoint\.SPException A file with the name Shared Documents\/Twice\.txt already exists\. It was last modified by i:0#/);
    assert.equal((await rest(`${folder()}/files/addusingpath(decodedurl='Twice.txt',EnsureUniqueFileName=true)`, { body: 'three' })).json['Name'], 'Twice1.txt');
    assert.equal((await rest(`${file(`${documents}/Twice.txt`)}/$value`)).text, 'two');
  });

  it('may have any name that SharePoint takes, and no other', async () => {
    for (const name of ["50% of #1, it's {ours} & theirs.txt", 'Straße à 家.txt', '.hidden', 'no extension']) {
      assert.equal((await put(name, name)).json['Name'], name);
      assert.equal(await (await download(`${documents}/${name}`.replaceAll('%', '%25')).catch(() => ({ text: () => Promise.resolve('') }))).text() === name || /[#%]/.test(name), true, name);
      assert.equal((await rest(`${file(`${documents}/${name}`)}/$value`)).text, name);
    }
    for (const name of ['a*b', 'a:b', 'a<b', 'a>b', 'a?b', 'a|b', 'a"b', 'a\\b', ' a', 'a ', 'a.', 'CON', 'lpt1', '_vti_x', '~$a.docx', 'desktop.ini', '..', '.', 'a\nb']) {
      assert.match(refusal(await put(name, 'x')), /^(400 -2130575245, Microsoft\.SharePoint\.SPException The file or folder name ".*" contains characters that are not permitted|404 -2147024894)/s, name);
      assert.match(refusal(await rest(`${folder()}/folders/addusingpath(decodedurl='${encodeURIComponent(name)}')`, { method: 'POST' })), /^(400 -2130575245|404 -2147024894)/, name);
    }
    assert.match(refusal(await rest(`${folder()}/files/addusingpath(decodedurl=@f)?@f='${'x'.repeat(390)}'`, { body: 'x' })), /^400 -2147024690, /);
    await put('Rename me.txt', 'x');
    const item = `${file(`${documents}/Rename me.txt`)}/listitemallfields`;
    assert.match(refusal(await rest(item, { body: { FileLeafRef: 'a*b.txt' }, headers: merge })), /^400 -2130575245/);
    assert.match(refusal(await rest(item, { body: { FileLeafRef: 'Plan.txt' }, headers: merge })), /^400 -2130575257, .* A file or folder with the name Shared Documents\/Plan\.txt already exists\./);
    assert.equal((await rest(item, { body: { FileLeafRef: 'Renamed.txt' }, headers: merge })).status, 204);
    assert.equal((await rest(`${file(`${documents}/Renamed.txt`)}/$value`)).text, 'x');
  });

  it('are copied, moved and deleted', async () => {
    await put('Source.txt', 'content');
    assert.equal((await rest(`${file(`${documents}/Source.txt`)}/copyto(strnewurl='/sites/intranet/SitePages/Copy.txt',boverwrite=false)`, { method: 'POST' })).status, 200);
    assert.equal((await rest(`${file('/sites/intranet/SitePages/Copy.txt')}/$value`)).text, 'content');
    assert.equal((await rest(`${file(`${documents}/Source.txt`)}/moveto(newurl='${documents}/Moved.txt',flags=1)`, { method: 'POST' })).status, 200);
    assert.equal((await rest(`${file(`${documents}/Source.txt`)}`)).status, 404);
    assert.equal((await rest(file(`${documents}/Moved.txt`), { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    assert.equal((await rest(file(`${documents}/Moved.txt`))).status, 404);
    assert.equal((await rest(`${file('/sites/intranet/SitePages/Copy.txt')}/moveto(newurl='${documents}/Far.txt',flags=1)`, { method: 'POST' })).status, 200);
    assert.equal((await rest(`${file(`${documents}/Far.txt`)}/$value`)).text, 'content');
  });

  it('answer in every format, and in batches', async () => {
    await put('Formats.txt', 'x');
    const light = (await rest(file(`${documents}/Formats.txt`), { headers: { accept: minimal } })).json;
    assert.deepEqual([light['odata.type'], light['odata.editLink']], ['SP.File', `Web/GetFileByServerRelativePath(decodedurl='${documents}/Formats.txt')`]);
    const whole = (await rest(`${folder()}/files`, { headers: { accept: verbose } })).json as unknown as { d: { results: { __metadata: { type: string }; Name: string; ListItemAllFields: object }[] } };
    const found = whole.d.results.find(({ Name }) => Name === 'Formats.txt');
    assert.deepEqual([found?.__metadata.type, Object.keys(found?.ListItemAllFields ?? {})], ['SP.File', ['__deferred']]);
    const parts = [`GET ${file(`${documents}/Formats.txt`)}?$select=Name HTTP/1.1`, `GET ${file(`${documents}/none`)} HTTP/1.1`].map((line) => `--b\nContent-Type: application/http\n\n${line.replaceAll(' HTTP', '\u0000HTTP').replaceAll(' ', '%20').replace('GET%20', 'GET ').replace('\u0000', ' ')}\naccept: application/json;odata=nometadata\n\n`);
    const { text } = await rest('$batch', { body: `${parts.join('')}--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.match(text, /200[\s\S]*\{"Name":"Formats\.txt"\}[\s\S]*404[\s\S]*does not exist\./);
  });
});

describe('files at their own address', () => {
  it('come with their type, whole or in ranges, and only when they changed', async () => {
    await put('Picture.png', '0123456789');
    const whole = await download(`${documents}/Picture.png`);
    assert.deepEqual([whole.status, whole.headers.get('content-type'), whole.headers.get('content-disposition'), await whole.text()], [200, 'image/png', null, '0123456789']);
    for (const [range, status, text, said] of [['bytes=2-4', 206, '234', 'bytes 2-4/10'], ['bytes=7-', 206, '789', 'bytes 7-9/10'], ['bytes=-2', 206, '89', 'bytes 8-9/10'], ['bytes=20-', 416, '', 'bytes */10'], ['bytes=x', 200, '0123456789', null]] as const) {
      const part = await download(`${documents}/Picture.png`, { range });
      assert.deepEqual([part.status, await part.text(), part.headers.get('content-range')], [status, text, said], range);
    }
    assert.equal((await download(`${documents}/Picture.png`, { 'if-none-match': whole.headers.get('etag') ?? '' })).status, 304);
    assert.equal((await download(`${documents}/none.png`)).status, 404);
  });

  it('never run as a page of the site', async () => {
    for (const name of ['evil.html', 'evil.svg', 'evil.js', 'evil.xml', 'evil.aspx', 'evil.htm', 'evil']) {
      await put(name, '<script>alert(1)</script>');
      const answer = await download(`${documents}/${name}`);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/, name);
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/, name);
      assert.doesNotMatch(answer.headers.get('content-type') ?? '', /script|html/, name);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    }
  });
});

it('a page that is added as an item is a page at its address, and a file by its path', async () => {
  const added = await rest("web/getlist('/sites/intranet/SitePages')/items", { body: { Title: 'New', FileLeafRef: 'New page.aspx', PageLayoutType: 'Article', CanvasContent1: '<div></div>' } });
  assert.equal(added.status, 201, added.text);
  const page = await download('/sites/intranet/SitePages/New page.aspx');
  assert.deepEqual([page.status, page.headers.get('content-type'), page.headers.get('content-disposition')], [200, 'text/html; charset=utf-8', null]);
  const asFile = (await rest(`${file('/sites/intranet/SitePages/New page.aspx')}?$select=Length,CustomizedPageStatus,ListItemAllFields/PageLayoutType&$expand=ListItemAllFields`)).json;
  assert.deepEqual([asFile['Length'], asFile['CustomizedPageStatus'], (asFile['ListItemAllFields'] as Json)['PageLayoutType']], ['0', 1, 'Article']);
  assert.match(refusal(await rest("web/getlist('/sites/intranet/SitePages')/items", { body: { Title: 'New', FileLeafRef: 'a/b.aspx' } })), /^400 -2130575245/);
});

describe('folders', () => {
  it('have the recorded keys (folder-get), hold files and folders, and are items (item-doclib-folder)', async () => {
    const added = await rest(`${folder()}/folders/add('Reports')`, { method: 'POST' });
    assert.equal(added.status, 201, added.text);
    assertKeys(added.json, 'Exists ExistsAllowThrowForPolicyFailures IsWOPIEnabled ItemCount Name ProgID ServerRelativeUrl TimeCreated TimeLastModified UniqueId WelcomePage');
    assert.equal((await rest('web/folders', { body: { ServerRelativeUrl: `${documents}/Reports/2026` } })).json['ServerRelativeUrl'], `${documents}/Reports/2026`);
    assert.match(refusal(await rest(`${folder()}/folders/addusingpath(decodedurl='reports')`, { method: 'POST' })), /^400 -2130575257, /);
    assert.equal((await rest(`${folder()}/folders/addusingpath(decodedurl='reports',overwrite=true)`, { method: 'POST' })).json['Name'], 'Reports');
    await rest(`${folder(`${documents}/Reports/2026`)}/files/add(url='Deep.txt',overwrite=true)`, { body: 'deep', headers: plain });
    assert.deepEqual(values(await rest(`${folder(`${documents}/Reports`)}/folders?$select=Name,ItemCount`)), [{ Name: '2026', ItemCount: 1 }]);
    assert.deepEqual(values(await rest(`${folder(`${documents}/reports/2026`)}/files?$select=Name`)), [{ Name: 'Deep.txt' }]);
    const item = (await rest(`${folder(`${documents}/Reports`)}/listitemallfields`)).json;
    assert.deepEqual([item['FileSystemObjectType'], item['Title'], String(item['ContentTypeId']).slice(0, 8)], [1, 'Reports', '0x012000']);
    assert.deepEqual((await rest(`${folder(`${documents}/Reports/2026`)}/parentfolder/name`)).json, { value: 'Reports' });
    assert.equal((await rest(`${folder()}/listitemallfields`)).json['odata.null'], true);
    assert.deepEqual(values(await rest('web/folders?$select=Name')).map(({ Name }) => Name), ['SitePages', 'Shared Documents', 'SiteAssets']);
    assert.equal((await rest('web/rootfolder')).json['WelcomePage'], 'SitePages/Home.aspx');
  });

  it('take along what they hold when they are renamed, and delete it', async () => {
    await rest('web/folders', { body: { ServerRelativeUrl: `${documents}/Old` } });
    await rest('web/folders', { body: { ServerRelativeUrl: `${documents}/Old/Inner` } });
    await rest('web/folders', { body: { ServerRelativeUrl: `${documents}/Older` } });
    await rest(`${folder(`${documents}/Old/Inner`)}/files/add(url='a.txt')`, { body: 'a', headers: plain });
    await rest(`${folder(`${documents}/Older`)}/files/add(url='b.txt')`, { body: 'b', headers: plain });
    const count = async (): Promise<unknown> => (await rest("web/lists/getbytitle('Documents')/itemcount")).json['value'];
    assert.equal((await rest(`${folder(`${documents}/Old`)}/listitemallfields`, { body: { FileLeafRef: 'Né "w"'.replaceAll('"', '') }, headers: merge })).status, 204);
    assert.equal((await rest(`${file(`${documents}/Né w/Inner/a.txt`)}/$value`)).text, 'a');
    assert.equal((await rest(`${file(`${documents}/Older/b.txt`)}/$value`)).text, 'b');
    const before = Number(await count());
    assert.equal((await rest(folder(`${documents}/Né w`), { method: 'DELETE' })).status, 200);
    assert.equal((await rest(file(`${documents}/Né w/Inner/a.txt`))).status, 404);
    assert.equal(await count(), before - 3);
    assert.match(refusal(await rest(folder(), { method: 'DELETE' })), /^501/);
  });

  it('stand in lists, too, and forms add to them', async () => {
    const list = await newList(rest, 'Foldered');
    const root = String((await rest(`${list.path}/rootfolder`)).json['ServerRelativeUrl']);
    const form = (info: object, Title: string): Promise<{ text: string; json: Json }> => rest(`${list.path}/addvalidateupdateitemusingpath`, { body: { listItemCreateInfo: info, formValues: [{ FieldName: 'Title', FieldValue: Title }], bNewDocumentUpdate: false } });
    await form({ FolderPath: { DecodedUrl: root }, UnderlyingObjectType: 1, LeafName: 'Inside' }, 'Inside');
    await form({ FolderPath: { DecodedUrl: `${sharePoint.url}${root}/Inside` }, UnderlyingObjectType: 0 }, 'In the folder');
    assert.match((await form({ FolderPath: { DecodedUrl: `${root}/none` }, UnderlyingObjectType: 0 }, 'Nowhere')).text, /File Not Found/);
    assert.match((await form({ FolderPath: { DecodedUrl: documents }, UnderlyingObjectType: 0 }, 'Elsewhere')).text, /File Not Found/);
    const rows = values(await rest(`${list.path}/items?$select=Title,FSObjType,FileRef,FileDirRef&$filter=FileDirRef ne 'x'&$orderby=Id`));
    assert.deepEqual(rows, [
      { Title: 'Inside', FSObjType: 1, FileRef: `${root}/Inside`, FileDirRef: root },
      { Title: 'In the folder', FSObjType: 0, FileRef: `${root}/Inside/2_.000`, FileDirRef: `${root}/Inside` },
    ]);
    assert.deepEqual((await rest(`${list.path}/items(1)?$select=Folder/Name,File&$expand=Folder,File`)).json, { Folder: { Name: 'Inside' }, File: null });
    assert.equal((await rest(`${folder(`${root}/Inside`)}/listitemallfields/id`)).json['value'], 1);
    assert.match(refusal(await rest(`${folder(`${root}/Inside`)}/files/add(url='x.txt')`, { body: 'x' })), /^501/);
    await rest(`${list.path}/items`, { body: { Title: 'In the root' } });
    const caml = async (Scope: string, FolderServerRelativeUrl?: string): Promise<unknown> => values(await rest(`${list.path}/getitems?$select=Title`, { body: { query: { ViewXml: `<View${Scope}/>`, ...(FolderServerRelativeUrl === undefined ? {} : { FolderServerRelativeUrl }) } } })).map(({ Title }) => Title);
    assert.deepEqual(await caml(''), ['Inside', 'In the root']);
    assert.deepEqual(await caml(" Scope='FilesOnly'"), ['In the root']);
    assert.deepEqual(await caml(" Scope='Recursive'"), ['In the folder', 'In the root']);
    assert.deepEqual(await caml(" Scope='RecursiveAll'"), ['Inside', 'In the folder', 'In the root']);
    assert.deepEqual(await caml('', `${root}/inside`), ['In the folder']);
    const rendered = async (parameters: object): Promise<unknown> => ((await rest(`${list.path}/renderlistdataasstream`, { body: { parameters } })).json['Row'] as Json[]).map(({ Title }) => Title);
    assert.deepEqual(await rendered({}), ['Inside', 'In the root']);
    assert.deepEqual(await rendered({ FolderServerRelativeUrl: `${root}/Inside` }), ['In the folder']);
    assert.deepEqual(await rendered({ ViewXml: "<View Scope='RecursiveAll'><ViewFields><FieldRef Name='Title'/></ViewFields></View>" }), ['Inside', 'In the folder', 'In the root']);
    assert.match(refusal(await rest(`${list.path}/getitems`, { body: { query: { ViewXml: '<View/>', FolderServerRelativeUrl: `${root}/none` } } })), /^404 .*File Not Found\./);
    assert.equal((await rest(`${list.path}/items(1)`, { method: 'DELETE' })).status, 200);
    assert.deepEqual(values(await rest(`${list.path}/items?$select=Title`)), [{ Title: 'In the root' }]);
  });
});

describe('who may', () => {
  it('read, add and change files follows the library and the item', async () => {
    await put('Secret.txt', 'secret');
    assert.equal((await download(`${documents}/Secret.txt`, {}, visitor)).status, 200);
    assert.match(refusal(await rest(`${folder()}/files/add(url='v.txt')`, { body: 'x', as: visitor })), /^403/);
    assert.match(refusal(await rest(`${folder()}/folders/add('v')`, { method: 'POST', as: visitor })), /^403/);
    for (const [path, method] of [['/$value', 'PUT'], ['', 'DELETE'], ["/startupload(uploadId=guid'00000000-0000-0000-0000-000000000001')", 'POST'], [`/moveto(newurl='${documents}/v.txt',flags=1)`, 'POST'], [`/copyto(strnewurl='${documents}/v.txt',boverwrite=true)`, 'POST']] as const) {
      assert.match(refusal(await rest(`${file(`${documents}/Secret.txt`)}${path}`, { method, as: visitor, ...(method === 'DELETE' || path.includes('url=') ? {} : { body: 'x' }) })), /^403/, path);
    }
    assert.equal((await rest(`${file(`${documents}/Secret.txt`)}/listitemallfields/breakroleinheritance(copyroleassignments=false)`, { method: 'POST' })).status, 200);
    for (const as of [visitor, editor]) {
      assert.match(refusal(await rest(`${file(`${documents}/Secret.txt`)}/$value`, { as })), /^404 -2130575338/);
      assert.equal((await download(`${documents}/Secret.txt`, {}, as)).status, 404);
      assert.ok(!values(await rest(`${folder()}/files?$select=Name`, { as })).some(({ Name }) => Name === 'Secret.txt'));
      assert.match(refusal(await put('Secret.txt', 'mine', { as })), /^403/);
    }
    assert.equal((await rest(`${file(`${documents}/Secret.txt`)}/$value`)).text, 'secret');
    assert.equal((await rest(`${folder()}/files/add(url='e.txt')`, { body: 'x', as: editor })).status, 200);
  });

  it('hear SharePoint refuse what is no address', async () => {
    for (const path of ["web/getfilebyserverrelativepath(decodedurl='/sites/intranet/../../etc/passwd')", "web/getfilebyserverrelativepath(decodedurl='')", `${folder(`${documents}/..`)}`, "web/getfilebyid('x')", "web/getfolderbyid('x')", `${folder()}/files('../x')`]) {
      const reply = await rest(path);
      assert.ok([400, 404].includes(reply.status), `${path}: ${reply.status} ${reply.text}`);
    }
    for (const path of ['/sites/intranet/..%2f..%2fetc%2fpasswd', '/sites/intranet/Shared%20Documents/%E0%A4%A', '/sites/intranet/Shared%20Documents/']) {
      assert.ok([400, 404].includes((await fetch(`${sharePoint.url}${path}`)).status), path);
    }
    for (const call of ["continueupload(uploadId=guid'00000000-0000-0000-0000-000000000001',fileOffset=5)", "finishupload(uploadId=guid'00000000-0000-0000-0000-000000000001',fileOffset=0)", "startupload(uploadId='x')"]) {
      assert.match(refusal(await rest(`${file(`${documents}/Plan.txt`)}/${call}`, { body: 'x' })), /^400 -2147024809/, call);
    }
  });
});

it('files are there after a restart, and gone with their library', () => onKeptData(async (start) => {
  const first = await start();
  const address = "web/getfolderbyserverrelativeurl('Ours')/files/add(url='kept.txt')";
  await restOf(first)('web/lists', { body: { Title: 'Ours', BaseTemplate: 101 } });
  assert.equal((await restOf(first)(address, { body: 'kept', headers: plain })).status, 200);
  await first.stop();
  const second = await start();
  const asked = restOf(second);
  assert.equal((await asked("web/getfilebyserverrelativeurl('Ours/kept.txt')/$value")).text, 'kept');
  assert.equal((await asked("web/lists/getbytitle('Ours')", { method: 'DELETE' })).status, 200);
  assert.equal((await asked("web/getfilebyserverrelativeurl('Ours/kept.txt')")).status, 404);
  await second.stop();
}));

describe('moving and copying', () => {
  const library = '/sites/intranet/Other library';
  const util = (method: string, from: string, to: string, more: object = {}, query = ''): Promise<Reply> =>
    rest(`SP.MoveCopyUtil.${method}${query}`, { body: { [method.endsWith('ByPath') ? 'srcPath' : 'srcUrl']: where(method, from), [method.endsWith('ByPath') ? 'destPath' : 'destUrl']: where(method, to), ...more } });
  const where = (method: string, path: string): unknown => method.endsWith('ByPath') ? { DecodedUrl: `${sharePoint.url}${path}` } : encodeURI(`${sharePoint.url}${path}`);
  const names = async (path: string, kind: 'files' | 'folders'): Promise<unknown[]> => values(await rest(`${folder(path)}/${kind}?$select=Name`)).map(({ Name }) => Name);

  it('reach another library, with columns, versions, author and unique id', async () => {
    assert.equal((await rest('web/lists', { body: { Title: 'Other library', BaseTemplate: 101 } })).status, 201);
    for (const list of ['Documents', 'Other library']) assert.equal((await rest(`web/lists/getbytitle('${list}')/fields`, { body: { Title: 'Topic', FieldTypeKind: 2 } })).status, 201);
    await put('Travels.txt', 'one', { as: editor });
    await put('Travels.txt', 'two');
    const before = (await rest(file(`${documents}/Travels.txt`))).json;
    assert.equal((await rest(`${file(`${documents}/Travels.txt`)}/listitemallfields`, { body: { Topic: 'Sea' }, headers: merge })).status, 204);
    assert.deepEqual((await util('CopyFileByPath', `${documents}/Travels.txt`, `${library}/Copy.txt`)).json, { 'odata.null': true });
    assert.equal((await rest(`${file(`${library}/Copy.txt`)}/listitemallfields?$select=Topic`)).json['Topic'], 'Sea');
    assert.equal((await util('MoveFile', `${documents}/Travels.txt`, `${library}/Travels here.txt`)).status, 200);
    const moved = (await rest(`${file(`${library}/Travels here.txt`)}?$select=UniqueId,TimeCreated,UIVersionLabel,Author/Email,ListItemAllFields/Topic&$expand=Author,ListItemAllFields`)).json;
    assert.deepEqual([moved['UniqueId'], moved['TimeCreated'], moved['UIVersionLabel'], moved['Author'], (moved['ListItemAllFields'] as Json)['Topic']], [before['UniqueId'], before['TimeCreated'], '3.0', { Email: editor }, 'Sea']);
    assert.equal((await rest(`${file(`${library}/Travels here.txt`)}/versions(512)/$value`)).text, 'one');
    assert.match(refusal(await rest(file(`${documents}/Travels.txt`))), /^404/);
  });

  it('overwrite, refuse or keep both', async () => {
    await put('A.txt', 'a');
    await put('B.txt', 'b');
    assert.match(refusal(await rest(`${file(`${documents}/A.txt`)}/moveto(newurl='${documents}/B.txt',flags=0)`, { method: 'POST' })), /^400 -2130575257/);
    assert.equal((await util('MoveFileByPath', `${documents}/A.txt`, `${documents}/B.txt`, { options: { KeepBoth: true } }, '(overwrite=@a1)?@a1=false')).status, 200);
    assert.equal((await rest(`${file(`${documents}/B1.txt`)}/$value`)).text, 'a');
    assert.equal((await rest(`${file(`${documents}/B1.txt`)}/moveto(newurl='${documents}/B.txt',flags=1)`, { method: 'POST' })).status, 200);
    assert.equal((await rest(`${file(`${documents}/B.txt`)}/$value`)).text, 'a');
    assert.match(refusal(await util('CopyFileByPath', `${documents}/B.txt`, `${library}/Copy.txt`)), /^400 -2130575257/);
    assert.equal((await util('CopyFile', `${documents}/B.txt`, `${library}/Copy.txt`, {}, '(overwrite=@a1)?@a1=true')).status, 200);
    assert.match(refusal(await rest('SP.MoveCopyUtil.CopyFileByPath', { body: {} })), /^400/);
    assert.match(refusal(await rest('SP.MoveCopyUtil.MoveFileByPath', { as: visitor, body: { srcPath: where('ByPath', `${documents}/B.txt`), destPath: where('ByPath', `${documents}/C.txt`) } })), /^403/);
  });

  it('take folders with what they hold', async () => {
    for (const path of ['Trip', 'Trip/Photos']) assert.equal((await rest(`${folder()}/folders/addusingpath(decodedurl='${documents}/${path}')`, { method: 'POST' })).status, 201);
    for (const name of ['Trip/Plan.txt', 'Trip/Photos/One.txt']) assert.equal((await rest(`${folder()}/files/add(url='${documents}/${name}',overwrite=true)`, { body: name, headers: plain })).status, 200);
    assert.deepEqual((await util('CopyFolderByPath', `${documents}/Trip`, `${library}/Trip`)).json, { 'odata.null': true });
    assert.deepEqual((await util('CopyFolderByPath', `${documents}/Trip`, `${library}/Trip`, { options: { KeepBoth: true } })).json, { 'odata.null': true });
    assert.match(refusal(await util('CopyFolder', `${documents}/Trip`, `${library}/Trip`)), /^400 -2130575257/);
    assert.match(refusal(await util('CopyFolder', `${documents}/Trip`, `${documents}/Trip/Photos/Trip`)), /^404/);
    assert.deepEqual([await names(library, 'folders'), await names(`${library}/Trip1`, 'files'), await names(`${library}/Trip1/Photos`, 'files')], [['Trip', 'Trip1'], ['Plan.txt'], ['One.txt']]);
    assert.equal((await util('MoveFolderByPath', `${documents}/Trip`, `${library}/Moved`)).status, 200);
    assert.deepEqual([(await rest(`${file(`${library}/Moved/Photos/One.txt`)}/$value`)).text, (await rest(folder(`${documents}/Trip`))).status], ['Trip/Photos/One.txt', 404]);
    const { json } = await rest(`${folder(`${library}/Moved`)}/storagemetrics`);
    assertKeys(json, 'LastModified TotalFileCount TotalFileStreamSize TotalSize');
    assert.deepEqual([json['TotalFileCount'], json['TotalFileStreamSize']], ['2', String('Trip/Plan.txtTrip/Photos/One.txt'.length)]);
  });
});

describe('a folder', () => {
  it('is renamed, and the web\'s own says which page is its home', async () => {
    assert.equal((await rest(`${folder()}/folders/add('Before')`, { method: 'POST' })).status, 201);
    assert.equal((await rest(folder(`${documents}/Before`), { body: { Name: 'After' }, headers: merge })).status, 204);
    assert.equal((await rest(folder(`${documents}/After`))).status, 200);
    assert.equal((await rest(folder(), { body: { Name: 'Shared Documents' }, headers: merge })).status, 204);
    assert.match(refusal(await rest(folder(`${documents}/After`), { body: { Nonsense: 'x' }, headers: merge })), /^400 .*'Nonsense' does not exist on type 'SP.Folder'/);
    assert.match(refusal(await rest(folder(`${documents}/After`), { body: { Name: 'Mine' }, headers: merge, as: visitor })), /^403/);
    assert.equal((await rest('web/rootfolder', { body: { WelcomePage: 'SitePages/Other.aspx' }, headers: merge })).status, 204);
    assert.equal((await rest('web/welcomepage')).json['value'], 'SitePages/Other.aspx');
    assert.match(refusal(await rest('web/rootfolder', { body: { WelcomePage: 'x' }, headers: merge, as: editor })), /^403/);
    assert.equal((await rest(`${folder(`${documents}/After`)}/deletewithparameters`, { body: { parameters: { BypassSharedLock: true } } })).status, 200);
  });

  it('takes pages of a kind, and files and folders are found by their addresses', async () => {
    const made = await rest(`${folder('/sites/intranet/SitePages')}/files/addtemplatefile(urloffile='/sites/intranet/SitePages/Template.aspx',templatefiletype=3)`, { method: 'POST' });
    assert.deepEqual([made.status, made.json['CheckOutType'], made.json['Level'], made.json['UIVersionLabel'], made.json['CustomizedPageStatus'], made.json['Title']], [200, 0, 255, '0.1', 1, null]);
    assert.match(refusal(await rest(`${folder('/sites/intranet/SitePages')}/files/addtemplatefile(urloffile='x.aspx',templatefiletype=9)`, { method: 'POST' })), /^400/);
    await put('A b #1.txt', 'found');
    assert.equal((await rest(`web/getfilebyurl(@p1)/openbinarystream?@p1='${encodeURIComponent(`${sharePoint.url}${encodeURI(documents)}/A%20b%20%231.txt`)}'`)).text, 'found');
    assert.equal((await rest(`web/getfolderbyurl('${encodeURIComponent(sharePoint.url + documents)}')`)).json['Name'], 'Shared Documents');
    assert.equal((await rest('web/defaultdocumentlibrary?$select=Title')).json['Title'], 'Documents');
    assert.equal((await rest(`${file(`${documents}/A b #1.txt`)}/savebinarystream`, { body: 'saved', headers: plain })).status, 200);
    assert.equal((await rest(`${file(`${documents}/A b #1.txt`)}/$value`)).text, 'saved');
  });
});
