/** Check-out, drafts, publishing and the former versions of files: as the PnP Core SDK recorded them, with plain REST and with PnPjs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { assertKeys, editor, merge, refusal, restOf, values, visitor, type Json, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const plain = { 'content-type': 'application/octet-stream' };

let made = 0;

/** A new library with these settings; answers its title and the server-relative address of its folder. */
async function newLibrary(settings: object = {}, ask: Rest = rest): Promise<{ readonly path: string; readonly url: string }> {
  const title = `Library ${(made += 1)}`;
  const added = await ask('web/lists', { body: { Title: title, BaseTemplate: 101, ...settings } });
  assert.equal(added.status, 201, added.text);
  return { path: `web/lists/getbytitle('${title}')`, url: `/sites/intranet/${title}` };
}

const at = (url: string): string => `web/getfilebyserverrelativepath(decodedurl='${url}')`;

async function addFile(library: { readonly url: string }, name: string, content: string, as?: string): Promise<string> {
  const added = await rest(`web/getfolderbyserverrelativepath(decodedurl='${library.url}')/files/add(url='${name}',overwrite=true)`, { body: content, headers: plain, ...as === undefined ? {} : { as } });
  assert.equal(added.status, 200, added.text);
  return at(`${library.url}/${name}`);
}

async function call(path: string, as?: string): Promise<void> {
  const answer = await rest(path, { method: 'POST', ...as === undefined ? {} : { as } });
  assert.deepEqual([answer.status, answer.json], [200, { 'odata.null': true }], answer.text);
}

const state = async (file: string, as?: string): Promise<unknown[]> => {
  const { json } = await rest(file, as === undefined ? {} : { as });
  return [json['UIVersionLabel'], json['UIVersion'], json['Level'], json['CheckOutType'], json['CheckInComment']];
};
const labels = async (file: string): Promise<unknown[]> => values(await rest(`${file}/versions`)).map(({ VersionLabel }) => VersionLabel);
const content = async (address: string, as?: string): Promise<string> => (await rest(`${address}/$value`, as === undefined ? {} : { as })).text;

describe('checking out and in', () => {
  it('counts as recorded in a library with drafts (CheckinFileMajorVersionTest, CheckinFileOverwriteVersionTest, UndoCheckoutFileTest, GetFileVersionsTest)', async () => {
    const library = await newLibrary({ EnableMinorVersions: true });
    const file = await addFile(library, 'a.txt', 'one');
    assert.deepEqual(await state(file), ['0.1', 1, 2, 2, '']);
    await call(`${file}/checkout`);
    assert.deepEqual(await state(file), ['0.2', 2, 255, 0, '']);
    await call(`${file}/checkin(comment='TEST CHECK IN',checkintype=2)`);
    assert.deepEqual(await state(file), ['0.1', 1, 2, 2, 'TEST CHECK IN']);
    assert.equal((await rest(file)).json['ETag'], `"{${String((await rest(file)).json['UniqueId']).toUpperCase()}},2"`);
    await call(`${file}/checkout`);
    await addFile(library, 'a.txt', 'given up');
    await call(`${file}/undocheckout`);
    assert.deepEqual([await state(file), await content(file)], [['0.1', 1, 2, 2, 'TEST CHECK IN'], 'one']);
    await call(`${file}/checkout()`);
    await call(`${file}/checkin(comment='',checkintype=0)`);
    assert.deepEqual([await state(file), await labels(file)], [['0.2', 2, 2, 2, ''], ['0.1']]);
    await call(`${file}/checkout()`);
    await addFile(library, 'a.txt', 'changed');
    await call(`${file}/checkin(comment=@a2,checkintype=@a3)?@a2='It''s done'&@a3=1`);
    assert.deepEqual([await state(file), await labels(file)], [['1.0', 512, 1, 2, "It's done"], ['0.1', '0.2']]);
    assert.deepEqual([await content(file), await content(`${file}/versions(1)`), await content(`${file}/versions(2)`)], ['changed', 'one', 'one']);
  });

  it('is one person\'s alone until it is checked in: others read what was there and are refused (423)', async () => {
    const library = await newLibrary();
    const file = await addFile(library, 'b.txt', 'before');
    await call(`${file}/checkout`, editor);
    await addFile(library, 'b.txt', 'under way', editor);
    assert.deepEqual([await content(file), await content(file, visitor), await content(file, editor)], ['before', 'before', 'under way']);
    assert.deepEqual([(await state(file))[2], (await state(file, editor))[2]], [1, 255]);
    const { json } = await rest(`${file}?$select=CheckOutType,CheckedOutByUser/Email,ListItemAllFields/CheckoutUserId&$expand=CheckedOutByUser,ListItemAllFields`, { as: visitor });
    assert.deepEqual([json['CheckOutType'], json['CheckedOutByUser']], [0, { Email: editor }]);
    const locked = `423 -2130575306, Microsoft.SharePoint.SPFileCheckOutException The file "${library.url.slice('/sites/intranet/'.length)}/b.txt" is checked out for editing by i:0#.f|membership|${editor}.`;
    for (const [path, more] of [
      [`${file}/checkout`, {}], [`${file}/$value`, { body: 'x', headers: { ...plain, 'x-http-method': 'PUT' } }], [`${file}/listitemallfields`, { body: { Title: 'x' }, headers: merge }],
      [file, { headers: { 'x-http-method': 'DELETE' } }], [`${file}/recycle`, {}], [`${file}/moveto(newurl='${library.url}/c.txt',flags=1)`, {}], [`${file}/publish(comment='')`, {}],
    ] as const) assert.equal(refusal(await rest(path, { method: 'POST', ...more })), locked, path);
    assert.match(refusal(await rest(`${file}/checkin(comment='',checkintype=1)`, { method: 'POST', as: visitor })), /^403/);
    await call(`${file}/undocheckout`);
    assert.deepEqual([await content(file, editor), await labels(file)], ['before', []]);
    const name = `${library.url.slice('/sites/intranet/'.length)}/b.txt`;
    for (const method of ['undocheckout', "checkin(comment='',checkintype=1)"]) {
      assert.equal(refusal(await rest(`${file}/${method}`, { method: 'POST' })), `423 -2147024738, Microsoft.SharePoint.SPFileCheckOutException The file "${name}" is not checked out.`);
    }
    assert.match(refusal(await rest(`${file}/checkout`, { method: 'POST', as: visitor })), /^403/);
  });

  it('is demanded where the library demands it (ForceCheckout): new files are their makers\' until they are checked in', async () => {
    const library = await newLibrary({ ForceCheckout: true });
    const file = await addFile(library, 'c.txt', 'mine', editor);
    assert.deepEqual(await state(file, editor), ['1.0', 512, 255, 0, '']);
    assert.match(refusal(await rest(file)), /^404/);
    assert.deepEqual(values(await rest(`${library.path}/items`)), []);
    const [unseen] = values(await rest(`${library.path}/getcheckedoutfiles`));
    assert.deepEqual([unseen?.['ServerRelativeUrl'], values(await rest(`${library.path}/getcheckedoutfiles`)).length], [`${library.url}/c.txt`, 1]);
    assert.match(refusal(await rest(`${library.path}/getcheckedoutfiles`, { as: visitor })), /^403/);
    assert.match(refusal(await rest(`${file}/undocheckout`, { method: 'POST', as: editor })), /no checked in version/);
    await call(`${file}/checkin(comment='',checkintype=1)`, editor);
    assert.equal(await content(file), 'mine');
    assert.match(refusal(await rest(`${file}/listitemallfields`, { body: { Title: 'x' }, headers: merge })), /^423 -2147024738/);
    await call(`${file}/checkout`);
    assert.equal((await rest(`${file}/listitemallfields`, { body: { Title: 'x' }, headers: merge })).status, 204);
    await call(`${file}/checkin(comment='',checkintype=1)`);
    assert.deepEqual(await labels(file), ['1.0']);
  });
});

describe('drafts', () => {
  it('become versions and drafts again as recorded (PublishFileTest, UnpublishFileTest)', async () => {
    const library = await newLibrary({ EnableMinorVersions: true });
    const file = await addFile(library, 'a.txt', 'one');
    const { ETag } = (await rest(file)).json;
    await call(`${file}/publish(comment='TEST PUBLISH')`);
    assert.deepEqual([await state(file), (await rest(file)).json['ETag']], [['1.0', 512, 1, 2, 'TEST PUBLISH'], ETag]);
    await call(`${file}/unpublish(comment='TEST UNPUBLISHED')`);
    assert.deepEqual(await state(file), ['0.1', 1, 2, 2, 'TEST UNPUBLISHED']);
    await call(`${file}/publish`);
    await addFile(library, 'a.txt', 'two');
    assert.deepEqual([(await state(file))[0], await labels(file)], ['1.1', ['1.0']]);
    const majorOnly = await addFile(await newLibrary(), 'a.txt', 'x');
    assert.match(refusal(await rest(`${majorOnly}/publish(comment='')`, { method: 'POST' })), /^400 .*minor version enabled list/);
  });

  it('are shown to readers, to editors alone, or to approvers and authors, as the library says; others see the published version', async () => {
    for (const [visibility, sees] of [[0, [true, true]], [1, [true, false]], [2, [false, false]]] as const) {
      const library = await newLibrary({ EnableMinorVersions: true, DraftVersionVisibility: visibility });
      const file = await addFile(library, 'Plan.txt', 'first words');
      await addFile(library, 'Never.txt', 'not yet');
      await rest(`${file}/listitemallfields`, { body: { Title: 'Old title' }, headers: merge });
      await call(`${file}/publish(comment='')`);
      await rest(`${file}/listitemallfields`, { body: { Title: 'New title' }, headers: merge });
      await addFile(library, 'Plan.txt', 'secret words');
      for (const [index, as] of [editor, visitor].entries()) {
        const [title, words, names] = sees[index] === true ? ['New title', 'secret words', ['Never.txt', 'Plan.txt']] : ['Old title', 'first words', ['Plan.txt']];
        const items = values(await rest(`${library.path}/items?$select=Title,FileLeafRef,OData__UIVersionString&$orderby=FileLeafRef`, { as }));
        assert.deepEqual([items.map(({ FileLeafRef }) => FileLeafRef), items[items.length - 1]?.['Title']], [names, title], `${visibility} ${as}`);
        assert.equal(await content(file, as), words);
        assert.equal(values(await rest(`${library.path}/items?$filter=Title eq 'New title'`, { as })).length, sees[index] === true ? 1 : 0);
        assert.deepEqual(values(await rest(`${library.path}/rootfolder/files?$select=Name`, { as })).map(({ Name }) => Name), names);
        const download = await fetch(`${sharePoint.url}${encodeURI(`${library.url}/Plan.txt`)}`, { headers: { authorization: `Basic ${btoa(`${as}:any`)}` } });
        assert.equal(await download.text(), words);
        assert.equal((await rest(at(`${library.url}/Never.txt`), { as })).status, sees[index] === true ? 200 : 404);
      }
    }
  });
});

describe('former versions of files', () => {
  it('have the recorded keys, their content and an address, and are restored, deleted and recycled (file-versions, RestoreFileVersionByLabelTest)', async () => {
    const library = await newLibrary({ EnableMinorVersions: true });
    const file = await addFile(library, 'a.txt', 'PnP Rocks !!!');
    await call(`${file}/checkout`);
    await call(`${file}/checkin(comment='',checkintype=0)`);
    await addFile(library, 'a.txt', 'BlahBlahBlah???');
    await call(`${file}/publish(comment='OVERWROTE A FILE')`);
    await call(`${file}/checkout`);
    await call(`${file}/checkin(comment='TEST COMMENT',checkintype=1)`);
    const versions = values(await rest(`${file}/versions`));
    assertKeys(versions[0], 'CheckInComment Created ID IsCurrentVersion Length Size Url VersionLabel');
    const folder = library.url.slice('/sites/intranet/'.length);
    assert.deepEqual(versions.map(({ CheckInComment, ID, IsCurrentVersion, Length, Size, Url, VersionLabel }) => [CheckInComment, ID, IsCurrentVersion, Length, Size, Url, VersionLabel]), [
      ['', 1, false, '13', 13, `_vti_history/1/${folder}/a.txt`, '0.1'], ['', 2, false, '13', 13, `_vti_history/2/${folder}/a.txt`, '0.2'],
      ['OVERWROTE A FILE', 512, false, '15', 15, `_vti_history/512/${folder}/a.txt`, '1.0'],
    ]);
    const history = (id: number, as = ''): Promise<Response> => fetch(encodeURI(`${sharePoint.site}/_vti_history/${id}/${folder}/a.txt`), { headers: as === '' ? {} : { authorization: `Basic ${btoa(`${as}:any`)}` } });
    assert.deepEqual([await (await history(1)).text(), (await history(1)).headers.get('content-type'), (await history(77)).status], ['PnP Rocks !!!', 'text/plain; charset=utf-8', 404]);
    await call(`${file}/versions/restorebylabel(versionlabel='0.1')`);
    assert.deepEqual([await state(file), await content(file)], [['2.1', 1025, 2, 2, ''], 'PnP Rocks !!!']);
    assert.deepEqual(values(await rest(`${file}/versions?$filter=IsCurrentVersion eq true`)).map(({ VersionLabel }) => VersionLabel), ['2.0']);
    assert.match(refusal(await rest(`${file}/versions/deletebylabel(versionlabel='2.0')`, { method: 'POST' })), /^400 .*current version/);
    await call(`${file}/versions/deletebyid(vid=2)`);
    await call(`${file}/versions/recyclebylabel(versionlabel='1.0')`);
    assert.deepEqual([await labels(file), await content(`${file}/versions(1)`), await content(`${file}/versions(1024)`)], [['0.1', '2.0'], 'PnP Rocks !!!', 'BlahBlahBlah???']);
    const [entry] = values(await rest('web/recyclebin'));
    assert.deepEqual([entry?.['ItemType'], entry?.['LeafName']], [2, 'a.txt']);
    await call(`web/recyclebin('${String(entry?.['Id'])}')/restore`);
    assert.deepEqual([await labels(file), await content(`${file}/versions(512)`), await content(`${file}/versions(1)`)], [['0.1', '1.0', '2.0'], 'BlahBlahBlah???', 'PnP Rocks !!!']);
    assert.match(refusal(await rest(`${file}/versions(77)`)), /^404/);
    assert.match(refusal(await rest(`${file}/versions/restorebylabel('1.0')`, { method: 'POST', as: visitor })), /^403/);
    await call(`${file}/versions/deleteall`);
    assert.deepEqual([await labels(file), await content(file)], [[], 'PnP Rocks !!!']);
  });

  it('are as many as the library keeps', async () => {
    const library = await newLibrary({ MajorVersionLimit: 3 });
    const file = await addFile(library, 'a.txt', '1');
    for (const words of ['2', '3', '4', '5']) await addFile(library, 'a.txt', words);
    assert.deepEqual([await labels(file), await content(`${file}/versions(1536)`), await content(`${file}/versions(2048)`)], [['3.0', '4.0'], '3', '4']);
    const unversioned = await newLibrary({ EnableVersioning: false });
    const other = await addFile(unversioned, 'a.txt', '1');
    await addFile(unversioned, 'a.txt', '2');
    assert.deepEqual([(await state(other))[0], await labels(other), await content(other)], ['1.0', [], '2']);
  });

  it('PnPjs checks out and in, publishes, reads and restores them', async () => {
    const library = await newLibrary({ EnableMinorVersions: true });
    const sp = pnpOf(sharePoint);
    await addFile(library, 'pnp.txt', 'one');
    const file = sp.web.getFileByServerRelativePath(`${library.url}/pnp.txt`);
    await file.checkout();
    await file.setContent('two');
    await file.checkin('Ready', 1);
    assert.deepEqual([(await file()).UIVersionLabel, (await file()).CheckInComment, await file.getText()], ['1.0', 'Ready', 'two']);
    assert.equal(await file.versions.getById(1).getText(), 'one');
    await file.versions.restoreByLabel('0.1');
    assert.equal(await file.getText(), 'one');
    await file.publish('Out');
    await file.unpublish('Back');
    assert.equal((await file()).UIVersionLabel, '1.1');
    await file.versions.recycleByLabel('0.1');
    assert.match(await refusedWith(file.versions.deleteByLabel('1.0')), /^400 .*current version/);
    assert.deepEqual((await file.versions() as Json[]).map(({ VersionLabel }) => VersionLabel), ['1.0']);
    await file.checkout();
    await file.undoCheckout();
    assert.match(await refusedWith(file.undoCheckout()), /^423 .*not checked out/);
    assert.equal(await file.getLockedByUser(), null);
  });

  it('survive a restart', () => onKeptData(async (start) => {
    const first = await start();
    const asked = restOf(first);
    const library = await newLibrary({ EnableMinorVersions: true }, asked);
    const put = async (words: string): Promise<void> => { assert.equal((await asked(`web/getfolderbyserverrelativepath(decodedurl='${library.url}')/files/add(url='a.txt',overwrite=true)`, { body: words, headers: plain })).status, 200); };
    await put('one');
    await put('two');
    assert.equal((await asked(`${at(`${library.url}/a.txt`)}/checkout`, { method: 'POST' })).status, 200);
    await first.stop();
    const second = await start();
    const again = restOf(second);
    assert.deepEqual([(await again(`${at(`${library.url}/a.txt`)}/$value`)).text, (await again(`${at(`${library.url}/a.txt`)}/versions(1)/$value`)).text, (await again(at(`${library.url}/a.txt`))).json['Level']], ['two', 'one', 255]);
    await second.stop();
  }));
});
