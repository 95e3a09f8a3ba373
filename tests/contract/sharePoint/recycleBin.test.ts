import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, assertKeys, colleague, editor, merge, minimal, newList, owner, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
const rest = restOf(sharePoint);

interface Entry extends Json { Id: string; Title: string }

async function recycle(path: string, as?: string): Promise<string> {
  const reply = await rest(`${path}/recycle`, { method: 'POST', ...(as === undefined ? {} : { as }) });
  assert.equal(reply.status, 200, reply.text);
  assert.match(String(reply.json['value']), /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  return String(reply.json['value']);
}

async function restore(id: string, as?: string): Promise<string> {
  const reply = await rest(`web/recyclebin('${id}')/restore`, { method: 'POST', ...(as === undefined ? {} : { as }) });
  return reply.status === 200 ? 'restored' : refusal(reply);
}

async function titles(as?: string): Promise<string[]> {
  return values<Entry>(await rest('web/recyclebin', as === undefined ? {} : { as })).map(({ Title }) => Title);
}

describe('the recycle bin', () => {
  it('lists what was recycled, as recorded', async () => {
    const { path, title } = await newList(rest, 'Recorded');
    const id = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'Recycle me' }, editor)})`);
    assert.match(refusal(await rest(`${path}/items(1)`)), /^404 -2130575338, System\.ArgumentException Item does not exist/);
    assert.equal((await rest(path)).json['ItemCount'], 0);
    const [entry] = values<Entry>(await rest(`web/recyclebin?$filter=Id eq '${id}'`));
    assert.ok(entry);
    // Recorded: PnP Core SDK, RecycleListItemTest.
    assertKeys(entry, 'AuthorEmail AuthorName DeletedByEmail DeletedByName DeletedDate DeletedDateLocalFormatted DirName DirNamePath Id ItemState ItemType LeafName LeafNamePath Size Title');
    const { DeletedDate, DeletedDateLocalFormatted, Size, ...others } = entry;
    assert.match(String(DeletedDate), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.match(String(DeletedDateLocalFormatted), /^\d+\/\d+\/\d{4} \d+:\d\d [AP]M$/);
    assert.match(String(Size), /^\d+$/);
    const directory = `${site.slice(1)}/Lists/${title}`;
    assert.deepEqual(others, {
      AuthorEmail: editor, AuthorName: 'Samir El Amrani', DeletedByEmail: owner, DeletedByName: 'Marijke van der Velden', DirName: directory, DirNamePath: { DecodedUrl: directory },
      Id: id, ItemState: 1, ItemType: 3, LeafName: '1_.000', LeafNamePath: { DecodedUrl: '1_.000' }, Title: 'Recycle me',
    });
    assert.deepEqual((await rest(`web/recyclebin('${id}')`)).json, entry);
    assert.equal((await rest(`web/recyclebin('${id}')/author`)).json['Email'], editor);
  });

  it('gives an item back under its id with its values, versions, attachments and permissions', async () => {
    const { path } = await newList(rest, 'Back', ['<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Text" Name="Gone" DisplayName="Gone"/>']);
    const item = `${path}/items(${await addItem(rest, path, { Title: 'First', Points: 1.5, Gone: 'x' }, editor)})`;
    await rest(item, { body: { Title: 'Second' }, headers: merge });
    await rest(`${item}/AttachmentFiles/add(FileName='a.txt')`, { body: 'kept', headers: { 'content-type': 'text/plain' } });
    await rest(`${item}/breakroleinheritance(false)`, { method: 'POST' });
    const former = (await rest(item)).json;
    const id = await recycle(item);
    assert.equal((await rest(`${path}/fields/getbyinternalnameortitle('Gone')`, { method: 'DELETE' })).status, 200);
    assert.equal(await addItem(rest, path, { Title: 'Other' }), 2, 'its id is not given to another item');
    assert.equal(await restore(id), 'restored');
    assert.equal(values(await rest(`web/recyclebin?$filter=Id eq '${id}'`)).length, 0);
    const back = (await rest(item)).json;
    assert.deepEqual({ ...back, Gone: 'x' }, former);
    assert.equal((await rest(item, { headers: { accept: minimal } })).json['odata.etag'], `"${String(former['GUID'])},3"`);
    assert.deepEqual(values<{ Title: string }>(await rest(`${item}/versions?$select=Title`)).map(({ Title }) => Title), ['Second', 'Second', 'First']);
    assert.equal((await rest(`${item}/AttachmentFiles('a.txt')/$value`)).text, 'kept');
    assert.match(refusal(await rest(item, { as: editor })), /^404/);
    assert.equal((await rest(path)).json['ItemCount'], 2);
    assert.match(await restore(id), /^404/);
  });

  it('deletes for good', async () => {
    const { path } = await newList(rest, 'For good');
    const id = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'x' })})`);
    assert.equal((await rest(`web/recyclebin('${id}')/deleteobject`, { method: 'POST' })).status, 200);
    assert.match(await restore(id), /^404/);
    const asked = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'z' })})`);
    const deleted = await rest(`web/recyclebin(guid'${asked}')`, { method: 'DELETE' });
    assert.deepEqual([deleted.status, deleted.text], [200, ''], 'ListItemTests.RecycleListItemTest');
    assert.match(await restore(asked), /^404/);
    const second = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'y' })})`);
    assert.equal((await rest(path, { method: 'DELETE' })).status, 200);
    assert.match(await restore(second), /^404/, 'with its list');
  });

  it('shows people what they recycled themselves, and who manages the site everything', async () => {
    const { path } = await newList(rest, 'Own');
    const mine = await recycle(`${path}/items(${await addItem(rest, path, { Title: "editor's" }, editor)})`, editor);
    const owners = await recycle(`${path}/items(${await addItem(rest, path, { Title: "owner's" })})`);
    assert.deepEqual((await titles(editor)), ["editor's"]);
    assert.deepEqual((await titles()).slice(0, 2), ["owner's", "editor's"]);
    assert.deepEqual(await titles(colleague), []);
    assert.match(await restore(owners, editor), /^404/);
    assert.match(refusal(await rest(`web/recyclebin('${mine}')/movetosecondstage`, { method: 'POST', as: editor })), /^403/);
    assert.equal(await restore(mine, editor), 'restored');
    assert.match(refusal(await rest(`${path}/items(1)/recycle`, { method: 'POST', as: visitor })), /^403/);
    assert.match(refusal(await rest(`${path}/items(1)/recycle`, { method: 'POST', headers: { 'if-match': '"1,99"' } })), /^412/);
    assert.match(refusal(await rest("web/recyclebin('x'' OR 1=1 --')/restore", { method: 'POST' })), /^404/);
  });

  it('refuses an item whose unique value was given again', async () => {
    const { path } = await newList(rest, 'Unique', ['<Field Type="Text" Name="Code" DisplayName="Code" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    const id = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'a', Code: 'same' })})`);
    const other = await addItem(rest, path, { Title: 'b', Code: 'same' });
    assert.match(await restore(id), /^400 .*already exists/);
    await rest(`${path}/items(${other})`, { method: 'DELETE' });
    assert.equal(await restore(id), 'restored');
  });

  it('takes a list with its items and gives it back, unless its title is taken', async () => {
    const { path, title, id: listId } = await newList(rest, 'Whole', ['<Field Type="Number" Name="Points" DisplayName="Points"/>']);
    await addItem(rest, path, { Title: 'inside', Points: 3 });
    await rest(`${path}/views`, { body: { Title: 'Mine' } });
    const inside = await recycle(`${path}/items(${await addItem(rest, path, { Title: 'recycled before' })})`);
    assert.match(refusal(await rest(`${path}/recycle`, { method: 'POST', as: visitor })), /^403/);
    const id = await recycle(path);
    assert.match(refusal(await rest(path)), /^404/);
    assert.match(await restore(inside), /^404/, 'comes back with its list');
    const entry = (await rest(`web/recyclebin('${id}')`)).json;
    assert.deepEqual([entry['ItemType'], entry['Title'], entry['DirName'], entry['LeafName']], [4, title, `${site.slice(1)}/Lists`, title]);
    const other = await rest('web/lists', { body: { Title: title, BaseTemplate: 100 } });
    assert.match(await restore(id), /^500 -2130575342/);
    await rest(`web/lists(guid'${String(other.json['Id'])}')`, { method: 'DELETE' });
    assert.equal(await restore(id), 'restored');
    assert.equal((await rest(path)).json['Id'], listId);
    assert.deepEqual(values(await rest(`${path}/items?$select=Title,Points`)), [{ Title: 'inside', Points: 3 }]);
    assert.ok(values<{ Title: string }>(await rest(`${path}/views?$select=Title`)).some(({ Title }) => Title === 'Mine'));
    assert.equal(await restore(inside), 'restored');
    assert.equal(await addItem(rest, path, { Title: 'next' }), 3);
    const again = await recycle(path);
    assert.equal((await rest(`web/recyclebin('${again}')/deleteobject`, { method: 'POST' })).status, 200);
    assert.match(await restore(again), /^404/);
  });

  it('gives a file back with its content', async () => {
    const library = await rest('web/lists', { body: { Title: 'Papers', BaseTemplate: 101 } });
    assert.equal(library.status, 201, library.text);
    const folder = `web/getfolderbyserverrelativeurl('${site}/Papers')`;
    assert.equal((await rest(`${folder}/files/add(url='a.txt',overwrite=true)`, { body: 'words', headers: { 'content-type': 'text/plain' } })).status, 200);
    const file = `web/getfilebyserverrelativeurl('${site}/Papers/a.txt')`;
    const id = await recycle(file);
    assert.match(refusal(await rest(file)), /^404/);
    const entry = (await rest(`web/recyclebin('${id}')`)).json;
    assert.deepEqual([entry['ItemType'], entry['Title'], entry['DirName'], entry['LeafName']], [1, 'a.txt', `${site.slice(1)}/Papers`, 'a.txt']);
    assert.equal((await rest(`${folder}/files/add(url='a.txt',overwrite=true)`, { body: 'other', headers: { 'content-type': 'text/plain' } })).status, 200);
    assert.match(await restore(id), /^400 .*already exists/);
    assert.equal((await rest(file, { method: 'DELETE' })).status, 200);
    assert.equal(await restore(id), 'restored');
    assert.equal((await rest(`${file}/$value`)).text, 'words');
  });

  it('gives a folder back with what it holds', async () => {
    assert.equal((await rest('web/lists', { body: { Title: 'Drawers', BaseTemplate: 101 } })).status, 201);
    const folder = `web/getfolderbyserverrelativeurl('${site}/Drawers/One')`;
    assert.equal((await rest(`web/getfolderbyserverrelativeurl('${site}/Drawers')/folders/add('One')`, { method: 'POST' })).status, 201);
    assert.equal((await rest(`${folder}/folders/add('Two')`, { method: 'POST' })).status, 201);
    const inner = `web/getfolderbyserverrelativeurl('${site}/Drawers/One/Two')`;
    assert.equal((await rest(`${inner}/files/add(url='deep.txt',overwrite=true)`, { body: 'deep', headers: { 'content-type': 'text/plain' } })).status, 200);
    const file = `web/getfilebyserverrelativeurl('${site}/Drawers/One/Two/deep.txt')`;
    const single = await recycle(file);
    assert.equal(await restore(single), 'restored');
    const again = await recycle(file);
    const id = await recycle(folder);
    assert.match(refusal(await rest(inner)), /^404/);
    assert.match(await restore(again), /^404 .*File Not Found/, 'its folder is not there');
    assert.equal((await rest(`web/recyclebin('${id}')`)).json['ItemType'], 5);
    assert.equal(await restore(id), 'restored');
    assert.equal((await rest(inner)).status, 200);
    assert.equal(await restore(again), 'restored');
    assert.equal((await rest(`${file}/$value`)).text, 'deep');
    const last = await recycle(folder);
    assert.equal((await rest(`web/recyclebin('${last}')/deleteobject`, { method: 'POST' })).status, 200);
    assert.equal((await rest("web/lists/getbytitle('Drawers')")).json['ItemCount'], 0);
  });

  it('comes in every format and in batches', async () => {
    const { path } = await newList(rest, 'Formats');
    const id = await addItem(rest, path, { Title: 'x' });
    const called = await rest(`${path}/items(${id})/recycle`, { method: 'POST', headers: { accept: verbose } });
    const guid = String((called.json['d'] as Json)['Recycle']);
    assert.equal(((await rest(`web/recyclebin('${guid}')`, { headers: { accept: verbose } })).json['d'] as { __metadata: Json }).__metadata['type'], 'SP.RecycleBinItem');
    assert.equal((await rest(`web/recyclebin('${guid}')`, { headers: { accept: minimal } })).json['odata.editLink'], `Web/RecycleBin('${guid}')`);
    const part = `--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nPOST ${sharePoint.site}/_api/web/recyclebin('${guid}')/restore HTTP/1.1\naccept: application/json;odata=nometadata\n\n\n--c--\n--b--\n`;
    const batch = await rest('$batch', { body: part, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.match(batch.text, /HTTP\/1\.1 200[\s\S]*\{"odata\.null":true\}/);
    assert.equal((await rest(`${path}/items(${id})`)).json['Title'], 'x');
  });

  it('PnPjs recycles, restores, moves and deletes', async () => {
    const sp = pnpOf(sharePoint);
    await sp.web.recycleBin.deleteAll();
    assert.deepEqual(await sp.web.recycleBin(), []);
    const list = sp.web.lists.getById((await newList(rest, 'PnP')).id);
    for (const Title of ['a', 'b', 'c']) await list.items.add({ Title });
    const guid = String(await list.items.getById(1).recycle());
    assert.equal((await sp.web.recycleBin.getById(guid)() as Entry).Title, 'a');
    await sp.web.recycleBin.getById(guid).restore();
    for (const id of [1, 2, 3]) await list.items.getById(id).recycle();
    await sp.web.recycleBin.restoreAll();
    assert.deepEqual((await list.items.select('Title')() as Entry[]).map(({ Title }) => Title), ['a', 'b', 'c']);
    const [first, second] = [String(await list.items.getById(1).recycle()), String(await list.items.getById(2).recycle())];
    await sp.web.recycleBin.getById(first).moveToSecondStage();
    assert.deepEqual((await sp.web.recycleBin() as Entry[]).map(({ Title }) => Title), ['b']);
    assert.deepEqual(values<Entry>(await rest('site/recyclebin')).map(({ Title, ItemState }) => [Title, ItemState]), [['b', 1], ['a', 2]]);
    await sp.web.recycleBin.getById(second).delete();
    await sp.web.recycleBin.deleteAllSecondStageItems();
    assert.deepEqual(values(await rest('site/recyclebin')), []);
    assert.match(await refusedWith(sp.web.recycleBin.getById(second).restore()), /^404/);
    const whole = String(await list.recycle());
    await sp.web.recycleBin.getById(whole).restore();
    assert.equal((await list.items() as Entry[]).length, 1);
  });

  it('survives a restart', () => onKeptData(async (start) => {
    const first = await start();
    let asked = restOf(first);
    const { path } = await newList(asked, 'Lasting');
    const list = await newList(asked, 'Lasting list');
    await addItem(asked, path, { Title: 'item' });
    await asked(`${path}/items(1)/recycle`, { method: 'POST' });
    await asked(`${list.path}/recycle`, { method: 'POST' });
    await first.stop();
    const second = await start();
    asked = restOf(second);
    assert.equal((await asked('web/recyclebin/restoreall', { method: 'POST' })).status, 200);
    assert.equal((await asked(`${path}/items(1)`)).json['Title'], 'item');
    assert.equal((await asked(list.path)).json['Id'], list.id);
    await second.stop();
  }));
});
