import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf } from './pnp.ts';
import { addItem, colleague, editor, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
let path: string;
let id: string;
before(async () => {
  sp = pnpOf(sharePoint);
  ({ path, id } = await newList(rest, 'Ideas'));
  await addItem(rest, path, { Title: 'before' });
  await sp.web.lists.getById(id).update({ EnableModeration: true });
});

const titles = async (as?: string, query = ''): Promise<string> => values<{ Title: string }>(await rest(`${path}/items?$select=Title${query}`, as === undefined ? {} : { as })).map(({ Title }) => Title).join();
const rendered = async (as: string): Promise<string> => ((await rest(`${path}/renderlistdataasstream`, { body: { parameters: {} }, as })).json['Row'] as Json[]).map((row) => row['Title']).join();
const statusOf = async (item: number): Promise<unknown> => (await rest(`${path}/items(${item})?$select=OData__ModerationStatus`)).json['OData__ModerationStatus'];

describe('a list whose items have to be approved', () => {
  it('approves what was there, and keeps what is new from readers', async () => {
    assert.equal(await titles(visitor), 'before');
    const own = await addItem(rest, path, { Title: 'mine' }, editor);
    assert.equal(await statusOf(own), 2);
    assert.deepEqual([await titles(), await titles(editor), await titles(visitor)], ['before,mine', 'before,mine', 'before']);
    assert.deepEqual([await rendered(editor), await rendered(visitor)], ['before,mine', 'before']);
    assert.match(refusal(await rest(`${path}/items(${own})`, { as: visitor })), /^404 -2130575338/);
    assert.equal(values(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View/>' } }, as: visitor })).length, 1);
    assert.match(refusal(await rest(`${path}/items(${own})/comments`, { as: visitor })), /^404 /);
    const item = (await rest(`${path}/items(${own})`)).json;
    assert.deepEqual([item['OData__ModerationStatus'], item['OData__ModerationComments']], [2, null]);
  });

  it('is approved and rejected by who may, in every way; filters and sorts by it', async () => {
    const [one, two, three] = [await addItem(rest, path, { Title: 'one' }, editor), await addItem(rest, path, { Title: 'two' }, editor), await addItem(rest, path, { Title: 'three' }, editor)];
    assert.match(refusal(await rest(`${path}/items(${one})`, { body: { OData__ModerationStatus: 0 }, headers: merge, as: editor })), /^403 /);
    assert.equal((await rest(`${path}/items(${one})`, { body: { OData__ModerationStatus: 0 }, headers: merge })).status, 204);
    await sp.web.lists.getById(id).items.getById(two).validateUpdateListItem([{ FieldName: '_ModerationStatus', FieldValue: '1' }, { FieldName: '_ModerationComments', FieldValue: 'Too dear' }]);
    assert.deepEqual([await statusOf(one), await statusOf(two), await statusOf(three)], [0, 1, 2]);
    assert.equal((await rest(`${path}/items(${two})?$select=OData__ModerationComments`)).json['OData__ModerationComments'], 'Too dear');
    assert.equal(await titles(visitor), 'before,one');
    assert.equal(await titles(undefined, '&$filter=OData__ModerationStatus eq 1'), 'two');
    assert.equal(values(await rest(`${path}/getitems`, { body: { query: { ViewXml: '<View><Query><Where><Eq><FieldRef Name="_ModerationStatus"/><Value Type="ModStat">0</Value></Eq></Where></Query></View>' } } })).length, 2);
    assert.match(refusal(await rest(`${path}/items(${one})`, { body: { OData__ModerationStatus: 9 }, headers: merge })), /^400 /);
    const groups = (await rest(`${path}/renderlistdataasstream`, { body: { parameters: { ViewXml: '<View><Query><GroupBy Collapse="TRUE"><FieldRef Name="_ModerationStatus"/></GroupBy></Query></View>' } } })).json['Row'] as Json[];
    assert.deepEqual(groups.map((row) => [row['_ModerationStatus'], row['_ModerationStatus.COUNT.group']]), [['Approved', '2'], ['Rejected', '1'], ['Pending', '2']]);
  });

  it('has to be approved again when it is changed, but not by a system update', async () => {
    const item = await addItem(rest, path, { Title: 'again' }, editor);
    await rest(`${path}/items(${item})`, { body: { OData__ModerationStatus: 0 }, headers: merge });
    await sp.web.lists.getById(id).items.getById(item).validateUpdateListItem([{ FieldName: 'Title', FieldValue: 'still' }], true);
    assert.equal(await statusOf(item), 0);
    await rest(`${path}/items(${item})`, { body: { Title: 'changed' }, headers: merge, as: editor });
    assert.equal(await statusOf(item), 2);
    assert.ok(!(await titles(visitor)).includes('changed'));
    // Readers see what was approved last.
    assert.ok((await titles(visitor)).endsWith('still'));
    assert.deepEqual([(await rest(`${path}/items(${item})?$select=Title`, { as: visitor })).json['Title'], await titles(visitor, "&$filter=Title eq 'still'"), await titles(visitor, "&$filter=Title eq 'changed'")], ['still', 'still', '']);
    assert.ok((await rendered(visitor)).endsWith('still') && (await titles(editor)).endsWith('changed'));
    assert.equal((await rest(`${path}/items(${item})?$select=OData__ModerationStatus`, { as: visitor })).json['OData__ModerationStatus'], 0);
    await rest(`${path}/items(${item})`, { body: { Title: 'both', OData__ModerationStatus: 0 }, headers: merge });
    assert.ok((await titles(visitor)).endsWith('both'));
  });

  it('lets those see drafts whom its settings name', async () => {
    const list = sp.web.lists.getById(id);
    assert.equal((await list.select('DraftVersionVisibility')()).DraftVersionVisibility, 2);
    assert.ok(!(await titles(colleague)).includes('mine'));
    await list.update({ DraftVersionVisibility: 1 });
    assert.ok((await titles(editor)).includes('mine'));
    assert.ok(!(await titles(visitor)).includes('mine'));
    await list.update({ DraftVersionVisibility: 0 });
    assert.ok((await titles(visitor)).includes('mine'));
    await list.update({ DraftVersionVisibility: 2 });
  });

  it('gets views for approvers and authors, and shows its columns', async () => {
    assert.deepEqual(values(await rest(`${path}/views`)).map((view) => [view['Title'], String(view['ServerRelativeUrl']).split('/').pop()]), [['All Items', 'AllItems.aspx'], ['Approve/reject Items', 'mod-view.aspx'], ['My submissions', 'my-sub.aspx']]);
    assert.equal((await rest(`${path}/fields/getbyinternalnameortitle('_ModerationStatus')`)).json['Hidden'], false);
  });

  it('shows everything again when nothing has to be approved any more', async () => {
    await sp.web.lists.getById(id).update({ EnableModeration: false });
    assert.ok((await titles(visitor)).includes('mine'));
    assert.equal((await rest(`${path}/items(1)`)).json['OData__ModerationStatus'], undefined);
    await sp.web.lists.getById(id).update({ EnableModeration: true });
    assert.ok(!(await titles(visitor)).includes('mine'));
  });
});

describe('a library whose files have to be approved', () => {
  it('keeps a file from readers until it is approved (PnPjs)', async () => {
    await sp.web.lists.add('Papers', '', 101, false, { EnableModeration: true });
    const folder = sp.web.getFolderByServerRelativePath('Papers');
    await folder.files.addUsingPath('a.txt', 'hello');
    const reader = pnpOf(sharePoint, visitor).web.getFileByServerRelativePath('/sites/intranet/Papers/a.txt');
    await assert.rejects(reader(), /404/);
    assert.equal((await pnpOf(sharePoint, visitor).web.getFolderByServerRelativePath('Papers').files()).length, 0);
    const file = sp.web.getFileByServerRelativePath('/sites/intranet/Papers/a.txt');
    await assert.rejects(pnpOf(sharePoint, editor).web.getFileByServerRelativePath('/sites/intranet/Papers/a.txt').approve('x'), /40[34]/);
    await file.approve('Good');
    assert.equal((await reader()).Name, 'a.txt');
    const item = await file.getItem<Json>('OData__ModerationStatus', 'OData__ModerationComments');
    assert.deepEqual([item['OData__ModerationStatus'], item['OData__ModerationComments']], [0, 'Good']);
    await file.deny('No more');
    await assert.rejects(reader(), /404/);
  });

  it('is not here together with minor versions', async () => {
    assert.match(refusal(await rest('web/lists', { body: { Title: 'Both', BaseTemplate: 101, EnableModeration: true, EnableMinorVersions: true } })), /^501 /);
  });
});
