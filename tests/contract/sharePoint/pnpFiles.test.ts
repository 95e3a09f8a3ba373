import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { IFolder, SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { restOf, values, visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
let sp: SPFI;
let documents: IFolder;
before(async () => {
  sp = pnpOf(sharePoint);
  documents = sp.web.getFolderByServerRelativePath('/sites/intranet/Shared Documents');
});

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('PnPjs: files', () => {
  it('are added, read, replaced, renamed and deleted', async () => {
    const name = "It's 100% #1 & {new}.txt";
    const added = await documents.files.addUsingPath(name, 'first', { Overwrite: true });
    assert.deepEqual([added.Name, added.Length, added.ServerRelativeUrl], [name, '5', `/sites/intranet/Shared Documents/${name}`]);
    const file = sp.web.getFileByServerRelativePath(added.ServerRelativeUrl);
    assert.equal(await file.getText(), 'first');
    await file.setContent('{"second":2}');
    assert.deepEqual(await file.getJSON(), { second: 2 });
    assert.equal((await sp.web.getFileById(added.UniqueId).select('MajorVersion')()).MajorVersion, 2);
    assert.match(await refusedWith(documents.files.addUsingPath(name, 'again')), /^400 .*already exists/);
    assert.match((await documents.files.addUsingPath(name, 'again', { EnsureUniqueFileName: true } as never)).Name, /\{new\}1\.txt$/);
    const item = await file.getItem<{ Id: number; FileLeafRef: string }>('Id', 'FileLeafRef');
    assert.equal(item.FileLeafRef, name);
    await item.update({ FileLeafRef: 'Plain.txt', Title: 'Plain' });
    assert.deepEqual([await file.exists(), await documents.files.getByUrl('Plain.txt').exists()], [false, true]);
    assert.equal((await sp.web.lists.getByTitle('Documents').items.getById(item.Id).file()).Title, 'Plain');
    assert.equal(await documents.files.getByUrl('Plain.txt').getLockedByUser(), null);
    await documents.files.getByUrl('Plain.txt').copyTo('/sites/intranet/Shared Documents/Copy.txt');
    await documents.files.getByUrl('Plain.txt').delete();
    assert.deepEqual((await documents.files.select('Name').orderBy('Name')()).map(({ Name }) => Name), ['Copy.txt', "It's 100% #1 & {new}1.txt"]);
    assert.match(String(await documents.files.getByUrl('Copy.txt').recycle()), /^[0-9a-f-]{36}$/);
    assert.equal(await documents.files.getByUrl('Copy.txt').exists(), false);
    const rest = restOf(sharePoint);
    const [entry] = values(await rest('web/recyclebin'));
    assert.equal((await rest(`web/recyclebin('${String(entry?.['Id'])}')/restore()`, { method: 'POST' })).status, 200);
    assert.equal(await documents.files.getByUrl('Copy.txt').getText(), '{"second":2}');
  });

  it('are moved and copied by path', async () => {
    const { ServerRelativeUrl } = await documents.files.addUsingPath('By path.txt', 'by path');
    const file = sp.web.getFileByServerRelativePath(ServerRelativeUrl);
    await file.copyByPath('/sites/intranet/SitePages/By path #2.txt', false);
    assert.equal(await sp.web.getFileByServerRelativePath('/sites/intranet/SitePages/By path #2.txt').getText(), 'by path');
    await documents.folders.addUsingPath('From');
    await file.moveByPath('/sites/intranet/Shared Documents/From/Moved.txt', false);
    assert.equal(await file.exists(), false);
    await documents.folders.getByUrl('From').moveByPath('/sites/intranet/Shared Documents/To');
    assert.equal(await sp.web.getFileByServerRelativePath('/sites/intranet/Shared Documents/To/Moved.txt').getText(), 'by path');
    assert.match(await refusedWith(documents.folders.getByUrl('To').moveByPath('/sites/intranet/Shared Documents/To/Within')), /^404/);
    await documents.folders.getByUrl('To').copyByPath('/sites/intranet/Shared Documents/Other');
    await documents.folders.getByUrl('To').copyByPath('/sites/intranet/Shared Documents/Other', true);
    assert.deepEqual((await documents.folders.getByUrl('Other1').files()).map(({ Name }) => Name), ['Moved.txt']);
    for (const name of ['Other', 'Other1']) await documents.folders.getByUrl(name).deleteWithParams({ BypassSharedLock: true });
    assert.match(await refusedWith(documents.files.getByUrl('none.txt').moveByPath('/sites/intranet/Shared Documents/x.txt', false)), /^404/);
  });

  it('keep every byte, in one piece and in several', async () => {
    const bytes = randomBytes(3_000_000);
    await documents.files.addUsingPath('Bytes.bin', new Blob([bytes]), { Overwrite: true });
    assert.equal(hash(new Uint8Array(await documents.files.getByUrl('Bytes.bin').getBuffer())), hash(bytes));
    for (const [name, size] of [['Pieces.bin', 3_000_000], ['Even.bin', 2_097_152], ['Small.bin', 10]] as const) {
      const stages: string[] = [];
      const sent = bytes.subarray(0, size);
      const chunked = await documents.files.addChunked(name, new Blob([sent]), { chunkSize: 1_048_576, progress: ({ stage }) => { stages.push(stage); }, Overwrite: true });
      assert.equal(chunked.Length, String(size), name);
      assert.equal(hash(new Uint8Array(await documents.files.getByUrl(name).getBuffer())), hash(sent), name);
      assert.equal(stages.at(-1), 'finishing');
    }
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.getFileByServerRelativePath('/sites/intranet/Shared Documents/Bytes.bin').setContent('x')), /^403/);
    assert.equal((await documents.files.getByUrl('Bytes.bin')()).Length, '3000000');
  });
});

describe('PnPjs: folders', () => {
  it('are added, read, found by id, and deleted', async () => {
    const added = await sp.web.folders.addUsingPath('Shared Documents/Plans');
    assert.equal(added.ServerRelativeUrl, '/sites/intranet/Shared Documents/Plans');
    const plans = sp.web.getFolderById(added.UniqueId);
    await plans.addSubFolderUsingPath('Year #1');
    assert.deepEqual((await plans.folders()).map(({ Name }) => Name), ['Year #1']);
    await plans.folders.getByUrl('Year #1').files.addUsingPath('a.txt', 'a');
    assert.deepEqual((await plans.folders.getByUrl('Year #1').select('ItemCount')()).ItemCount, 1);
    assert.equal((await plans.folders.getByUrl('Year #1').parentFolder()).Name, 'Plans');
    const item = await plans.getItem<{ FileSystemObjectType: number; Id: number }>();
    assert.equal(item.FileSystemObjectType, 1);
    assert.equal((await sp.web.lists.getByTitle('Documents').items.getById(item.Id).folder()).Name, 'Plans');
    assert.match(await refusedWith(documents.getItem()), /No associated item/);
    const info = await plans.getParentInfos();
    assert.equal(info.ParentList.RootFolderServerRelativeUrl, '/sites/intranet/Shared Documents');
    assert.equal((await sp.web.lists.getByTitle('Documents').rootFolder.folders())[0]?.Name, 'Plans');
    assert.equal((await sp.web.rootFolder()).ServerRelativeUrl, '/sites/intranet');
    assert.match(await refusedWith(sp.web.folders.addUsingPath('Shared Documents/none/inner')), /^404 .*File Not Found/);
    await plans.delete();
    assert.match(await refusedWith(plans()), /^404 .*File Not Found/);
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.folders.addUsingPath('Shared Documents/Mine')), /^403/);
  });
});
