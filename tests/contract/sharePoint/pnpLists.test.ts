import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
let sp: SPFI;
before(async () => {
  sp = pnpOf(sharePoint);
});

describe('PnPjs: lists', () => {
  it('ensures, adds, updates and deletes', async () => {
    const ensured = await sp.web.lists.ensure('Ensured', 'first', 100, false, { NoCrawl: true });
    assert.equal(ensured.created, true);
    const again = await sp.web.lists.ensure('Ensured', 'second');
    assert.equal(again.created, false);
    assert.deepEqual(await again.list.select('Title', 'Description', 'NoCrawl')().then(({ Title, Description, NoCrawl }) => [Title, Description, NoCrawl]), ['Ensured', 'second', true]);
    const added = await sp.web.lists.add('Added', 'why', 100, false, { OnQuickLaunch: true });
    assert.equal(added.ListItemEntityTypeFullName, 'SP.Data.AddedListItem');
    const byId = sp.web.lists.getById(added.Id);
    await byId.update({ Title: 'Renamed' });
    assert.equal((await sp.web.lists.getByTitle('Renamed').rootFolder()).ServerRelativeUrl, `${site}/Lists/Added`);
    assert.equal((await sp.web.getList(`${site}/Lists/added`)()).Id, added.Id);
    await byId.delete();
    assert.match(await refusedWith(byId()), /^404 .*List does not exist/);
    assert.match(await refusedWith(sp.web.lists.getByTitle('Renamed')()), /^404 .*List 'Renamed' does not exist at site with URL/);
    assert.match(await refusedWith(sp.web.lists.add('Ensured')), /^500 .*already exists in this Web site/);
  });

  it('filters, sorts and expands the collection', async () => {
    await sp.web.lists.add('Sorted B');
    await sp.web.lists.add('Sorted A');
    const found = await sp.web.lists.filter("startswith(Title,'Sorted') and Hidden eq false").orderBy('Title').select('Title', 'Id', 'RootFolder/ServerRelativeUrl', 'DefaultView/Title').expand('RootFolder', 'DefaultView')() as unknown as
      { Title: string; RootFolder: { ServerRelativeUrl: string }; DefaultView: { Title: string } }[];
    assert.deepEqual(found.map(({ Title, RootFolder, DefaultView }) => [Title, RootFolder.ServerRelativeUrl, DefaultView.Title]),
      [['Sorted A', `${site}/Lists/Sorted A`, 'All Items'], ['Sorted B', `${site}/Lists/Sorted B`, 'All Items']]);
    const { List, ParentWeb } = await sp.web.lists.getByTitle('Sorted A').getParentInfos();
    assert.deepEqual([List.RootFolderServerRelativeUrl, ParentWeb.ServerRelativeUrl], [`${site}/Lists/Sorted A`, site]);
    assert.equal((await sp.web.lists.getByTitle('Sorted A').contentTypes())[0]?.Name, 'Item');
    assert.equal(await sp.web.lists.getByTitle('Sorted A').select('HasUniqueRoleAssignments')<{ HasUniqueRoleAssignments: boolean }>().then((list) => list.HasUniqueRoleAssignments), false);
  });

  it('refuses who may not', async () => {
    const as = pnpOf(sharePoint, visitor);
    assert.match(await refusedWith(as.web.lists.add('Mine')), /^403 .*Access denied/);
    assert.match(await refusedWith(as.web.lists.getByTitle('Ensured').update({ Description: 'mine' })), /^403/);
    assert.match(await refusedWith(as.web.lists.getByTitle('Ensured').delete()), /^403/);
    assert.equal((await as.web.lists.getByTitle('Ensured')()).Title, 'Ensured');
  });
});

describe('PnPjs: views', () => {
  it('adds, changes and deletes them and their columns', async () => {
    const { Id: id } = await sp.web.lists.add('Viewed');
    const list = sp.web.lists.getById(id);
    const added = await list.views.add('Recent', false, { ViewQuery: '<OrderBy><FieldRef Name="Modified" Ascending="FALSE"/></OrderBy>', RowLimit: 10 });
    assert.equal(added.RowLimit, 10);
    const view = list.views.getByTitle('Recent');
    await view.fields.add('Created');
    await view.fields.add('Modified');
    await view.fields.move('Modified', 0);
    await view.fields.remove('LinkTitle');
    assert.deepEqual((await view.fields() as unknown as { Items: string[] }).Items, ['Modified', 'Created']);
    assert.match(await view.fields.getSchemaXml() as unknown as string, /^<FieldRef Name="Modified" \/><FieldRef Name="Created" \/>$/);
    await view.update({ Title: 'Latest', RowLimit: 20, DefaultView: true });
    assert.equal((await list.defaultView()).Title, 'Latest');
    await list.views.getById(added.Id).fields.removeAll();
    assert.deepEqual((await list.views.getById(added.Id).fields() as unknown as { Items: string[] }).Items, []);
    await list.views.getById(added.Id).setViewXml('<View><Query><Where><IsNotNull><FieldRef Name="Title"/></IsNotNull></Where></Query><ViewFields><FieldRef Name="Title"/></ViewFields><RowLimit Paged="TRUE">5</RowLimit></View>');
    assert.deepEqual(await list.views.getById(added.Id).select('RowLimit', 'ViewQuery')().then((found) => [found.RowLimit, found.ViewQuery]), [5, '<Where><IsNotNull><FieldRef Name="Title"/></IsNotNull></Where>']);
    await list.views.getById(added.Id).delete();
    assert.deepEqual((await list.views.select('Title')()).map((found) => found.Title), ['All Items']);
    assert.match(await refusedWith(list.views.getById(added.Id)()), /^404/);
  });

  it('keeps a personal view to its owner', async () => {
    const list = sp.web.lists.getByTitle('Viewed');
    await list.views.add('My own', true);
    assert.equal((await list.views()).length, 2);
    assert.equal((await pnpOf(sharePoint, visitor).web.lists.getByTitle('Viewed').views()).length, 1);
  });
});
