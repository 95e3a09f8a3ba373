import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf } from './pnp.ts';
import { addItem, assertKeys, colleague, editor, merge, minimal, newList, refusal, restOf, values, verbose, visitor, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
before(async () => {
  sp = pnpOf(sharePoint);
});

const items = { Item: true, Add: true, Update: true, DeleteObject: true };
const everything = { ...items, List: true, Web: true, Field: true, View: true, SystemUpdate: true, RoleAssignmentAdd: true, RoleAssignmentDelete: true };
const ask = (path: string, query: object, as?: string, headers: Record<string, string> = {}): Promise<Reply> => rest(`${path}/getchanges`, { body: { query }, headers, ...(as === undefined ? {} : { as }) });
const tokenOf = async (path: string): Promise<string> => ((await rest(`${path}?$select=CurrentChangeToken`)).json['CurrentChangeToken'] as { StringValue: string }).StringValue;
const seen = (reply: Reply): string => values(reply).map(({ ItemId, ChangeType }) => `${String(ItemId ?? '-')}:${String(ChangeType)}`).join(' ');

describe('the change log of a list', () => {
  it('tells what was added, changed and removed, in order, with the recorded keys (PnP Core SDK, GetListChangesAsyncTest)', async () => {
    const { path, id } = await newList(rest, 'Logged');
    const first = await addItem(rest, path, { Title: 'One' });
    await addItem(rest, path, { Title: 'Two' });
    const { json: { GUID } } = await rest(`${path}/items(1)?$select=GUID`);
    await rest(`${path}/items(${first})`, { body: { Title: 'Uno' }, headers: merge });
    await rest(`${path}/items(${first})`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(seen(await ask(path, items)), '1:1 2:1 1:2 1:3');
    const change = values(await ask(path, items))[3] ?? {};
    assertKeys(change, 'ChangeToken ChangeType Editor EditorEmailHint ItemId ListId ServerRelativeUrl SharedByUser SharedWithUsers SiteId Time UniqueId WebId');
    assert.deepEqual([change['Editor'], change['EditorEmailHint'], change['ServerRelativeUrl'], change['ListId'], change['UniqueId']], ['', null, '', id, GUID]);
    assert.match((change['ChangeToken'] as { StringValue: string }).StringValue, new RegExp(`^1;3;${id};63\\d{16};\\d+$`));
    assert.match(String(change['Time']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const { d } = (await ask(path, { __metadata: { type: 'SP.ChangeQuery' }, ...items }, undefined, { accept: verbose, 'content-type': verbose })).json as { d: { results: Json[] } };
    const { __metadata: metadata, ...properties } = d.results[0] as { __metadata: { id: string; uri: string; type: string } } & Json;
    assert.deepEqual(Object.keys(properties), ['ChangeToken', 'ChangeType', 'SiteId', 'Time', 'Editor', 'EditorEmailHint', 'ItemId', 'ListId', 'ServerRelativeUrl', 'SharedByUser', 'SharedWithUsers', 'UniqueId', 'WebId']);
    assert.equal(metadata.type, 'SP.ChangeItem');
    assert.match(metadata.id, /\/_api\/SP\.ChangeItem[0-9a-f-]{36}$/);
    assert.deepEqual((properties['ChangeToken'] as Json)['__metadata'], { type: 'SP.ChangeToken' });
    assert.equal(values(await ask(path, items, undefined, { accept: minimal }))[0]?.['odata.type'], 'SP.ChangeItem');
  });

  it('answers what is asked for: kinds, types, limit, newest first', async () => {
    const { path } = await newList(rest, 'Asked');
    for (const Title of ['a', 'b', 'c']) await addItem(rest, path, { Title });
    await rest(`${path}/items(2)/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Title', FieldValue: 'B' }], bNewDocumentUpdate: true } });
    assert.equal(seen(await ask(path, { Item: true, Add: true })), '1:1 2:1 3:1');
    assert.equal(seen(await ask(path, { Item: true, SystemUpdate: true })), '2:15');
    assert.equal(seen(await ask(path, { Item: true, Add: true, FetchLimit: '2' })), '1:1 2:1');
    assert.equal(seen(await ask(path, { Item: true, Add: true, LatestFirst: true, FetchLimit: 1 })), '3:1');
    assert.deepEqual([seen(await ask(path, { Item: true })), seen(await ask(path, { Add: true })), seen(await ask(path, {}))], ['', '', '']);
    assert.equal(seen(await ask(`${path}/items(2)`, everything)), '2:1 2:15');
  });

  it('goes on from a token, up to a token, and from a moment', async () => {
    const { path, id } = await newList(rest, 'Tokens');
    await addItem(rest, path, { Title: 'before' });
    const from = await tokenOf(path);
    assert.equal(await tokenOf(path), from);
    await addItem(rest, path, { Title: 'within' });
    const until = await tokenOf(path);
    assert.notEqual(until, from);
    await addItem(rest, path, { Title: 'after' });
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: { StringValue: from } })), '2:1 3:1');
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: { StringValue: from }, ChangeTokenEnd: { StringValue: until } })), '2:1');
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: { StringValue: await tokenOf(path) } })), '');
    const last = values(await ask(path, { ...items, FetchLimit: 2 }))[1]?.['ChangeToken'] as { StringValue: string };
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: last })), '3:1');
    const moment = (milliseconds: number): string => `1;3;${id};${(BigInt(milliseconds) + 62_135_596_800_000n) * 10_000n};-1`;
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: { StringValue: moment(Date.now() - 3_600_000) } })), '1:1 2:1 3:1');
    assert.equal(seen(await ask(path, { ...items, ChangeTokenStart: { StringValue: moment(Date.now() + 3_600_000) } })), '');
  });

  it('tells of permissions, columns and views', async () => {
    const { path } = await newList(rest, 'Structure', ['<Field Type="Text" Name="Extra" DisplayName="Extra"/>']);
    const item = await addItem(rest, path, { Title: 'guarded' });
    const token = await tokenOf(path);
    await rest(`${path}/items(${item})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal(seen(await ask(path, { ...everything, ChangeTokenStart: { StringValue: token } })), '1:17 1:11');
    const fields = values(await ask(path, { Field: true, Add: true }));
    assertKeys(fields[0], 'ChangeToken ChangeType FieldId SiteId Time WebId');
    assert.equal(fields[0]?.['FieldId'], (await rest(`${path}/fields/getbyinternalnameortitle('Extra')?$select=Id`)).json['Id']);
    assert.equal(fields.length, 1);
    assertKeys(values(await ask(path, { View: true, Add: true }))[0], 'ChangeToken ChangeType ListId SiteId Time ViewId WebId');
  });

  it('tells of files and folders of libraries, in the recorded shape (web-changes-verbose), to who may see them', async () => {
    const from = await tokenOf('web');
    const folder = "web/getfolderbyserverrelativepath(decodedurl='/sites/intranet/Shared Documents')";
    const added = (await rest(`${folder}/files/add(url='Logged.txt',overwrite=true)`, { body: 'x', headers: { 'content-type': 'application/octet-stream' } })).json;
    const made = (await rest(`${folder}/folders/add('Logged')`, { method: 'POST' })).json;
    const changes = async (query: object, as?: string): Promise<Json[]> => values(await rest('web/getchanges', { body: { query: { ...query, ChangeTokenStart: { StringValue: from } } }, ...as === undefined ? {} : { as } }));
    assert.deepEqual((await changes({ File: true, Add: true })).map(({ UniqueId }) => UniqueId), [added['UniqueId']]);
    const [one] = await changes({ Folder: true, Add: true });
    assertKeys(one, 'ChangeToken ChangeType SiteId Time UniqueId WebId');
    assert.equal(one?.['UniqueId'], made['UniqueId']);
    assert.equal((await rest("web/getfilebyserverrelativepath(decodedurl='/sites/intranet/Shared Documents/Logged.txt')/listitemallfields/breakroleinheritance(false)", { method: 'POST' })).status, 200);
    assert.deepEqual(await changes({ File: true, Add: true }, visitor), []);
    assert.equal((await rest("web/getfilebyserverrelativepath(decodedurl='/sites/intranet/Shared Documents/Logged.txt')", { method: 'DELETE' })).status, 200);
    assert.deepEqual((await changes({ File: true, DeleteObject: true })).map(({ UniqueId, ChangeType }) => [UniqueId, ChangeType]), [[added['UniqueId'], 3]]);
  });

  it('refuses what SharePoint refuses, and what is not logged', async () => {
    const { path } = await newList(rest, 'Refusing');
    const other = await newList(rest, 'Other');
    assert.match(refusal(await ask(path, { ...items, Wrong: true })), /^400 .*The property 'Wrong' does not exist on type 'SP\.ChangeQuery'/);
    assert.match(refusal(await ask(path, { Item: 'yes' })), /^400 .*Edm\.Boolean/);
    for (const StringValue of ['x', await tokenOf(other.path), await tokenOf('web'), '1;3;;;', 5]) assert.match(refusal(await ask(path, { ...items, ChangeTokenStart: { StringValue } })), /^400 /);
    for (const query of [undefined, null, 'x', [items]]) assert.match(refusal(await rest(`${path}/getchanges`, { body: { query } })), /^400 /);
    assert.match(refusal(await ask(path, { ...items, FetchLimit: -1 })), /^400 /);
    assert.match(refusal(await ask(path, { Group: true, Add: true })), /^501 .*changes of Group/);
    assert.match(refusal(await rest(`${path}/getchanges`)), /^405 /);
    assert.equal((await rest(`${path}/getchanges`, { body: { query: items }, headers: { authorization: '' } })).status, 403, 'without a digest');
  });
});

describe('the change log and permissions', () => {
  it('shows a person what they may see: item-level security, own permissions, removed items', async () => {
    const { path, id } = await newList(rest, 'Private');
    const ofEditor = await addItem(rest, path, { Title: 'mine' }, editor);
    const guarded = await addItem(rest, path, { Title: 'guarded' });
    await rest(`${path}/items(${guarded})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    const adds = { Item: true, Add: true, DeleteObject: true };
    assert.equal(seen(await ask(path, adds, visitor)), `${ofEditor}:1`);
    await rest(path, { body: { ReadSecurity: 2 }, headers: merge });
    assert.equal(seen(await ask(path, adds, visitor)), '');
    await rest(`${path}/items(${ofEditor})`, { method: 'DELETE', headers: { 'if-match': '*' } });
    await rest(`${path}/items(${guarded})`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(seen(await ask(path, adds, visitor)), '');
    assert.equal(values(await ask('web', adds, visitor)).some(({ ListId }) => ListId === id), false);
    assert.equal(values(await ask('web', adds)).filter(({ ListId }) => ListId === id).length, 4);
    assert.equal(seen(await ask(path, adds)), '1:1 2:1 1:3 2:3');
    await rest(path, { body: { ReadSecurity: 1 }, headers: merge });
    assert.equal(seen(await ask(path, adds, visitor)), '1:1 1:3', 'an item that all could see is told of when it is gone; one with permissions of its own is not');
  });

  it('hides a list with permissions of its own', async () => {
    const { path, id } = await newList(rest, 'Hidden');
    await addItem(rest, path, { Title: 'secret' });
    await rest(`${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal((await ask(path, items, colleague)).status, 404);
    assert.equal((await ask('web', everything, colleague)).text.includes(id), false);
    assert.equal((await ask('web', { ...everything, LatestFirst: true })).text.includes(id), true);
  });
});

describe('the change log of the web and the site', () => {
  it('tells of lists, also of those that are gone, in the recorded shape (web-changes-verbose)', async () => {
    const token = await tokenOf('web');
    const { path, id } = await newList(rest, 'Short-lived');
    await addItem(rest, path, { Title: 'x' });
    await rest(path, { method: 'DELETE', headers: { 'if-match': '*' } });
    await rest('web', { body: { Description: 'changed' }, headers: merge });
    const query = { ...everything, ChangeTokenStart: { StringValue: token } };
    const changes = values(await ask('web', query));
    assert.deepEqual(changes.map(({ ListId, ChangeType }) => [ListId, ChangeType]).filter(([, type]) => type !== 2), [[id, 1], [id, 3]]);
    assert.equal(changes.at(-1)?.['ChangeType'], 2);
    assertKeys(changes.at(-1), 'ChangeToken ChangeType SiteId Time WebId');
    const { d } = (await ask('web', query, undefined, { accept: verbose })).json as { d: { results: Json[] } };
    const { __metadata: metadata, Creator: creator, ...list } = d.results[0] ?? {};
    assert.equal((metadata as Json)['type'], 'SP.ChangeList');
    assert.match(JSON.stringify(creator), /^\{"__deferred":\{"uri":".*\/_api\/SP\.ChangeList[0-9a-f-]{36}\/Creator"\}\}$/);
    assert.deepEqual(Object.keys(list), ['ChangeToken', 'ChangeType', 'SiteId', 'Time', 'BaseTemplate', 'Editor', 'Hidden', 'ListId', 'Title', 'WebId']);
    assert.deepEqual([list['BaseTemplate'], list['Editor'], list['Hidden'], list['Title']], [0, '', false, '']);
  });

  it('answers for the site collection with tokens of its own', async () => {
    const site = (await rest('site')).json as { Id: string; CurrentChangeToken: { StringValue: string } };
    assert.ok(site.CurrentChangeToken.StringValue.startsWith(`1;1;${site.Id};`));
    await newList(rest, 'After');
    const changes = values(await ask('site', { List: true, Add: true, ChangeTokenStart: site.CurrentChangeToken }));
    assert.equal(changes.length, 1);
    assert.ok((changes[0]?.['ChangeToken'] as { StringValue: string }).StringValue.startsWith(`1;1;${site.Id};`));
  });

  it('forgets what was refused, also in a batch', async () => {
    const { path } = await newList(rest, 'Batched', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    const post = (Key: string): string => `--c\n\nPOST ${sharePoint.site}/_api/${path}/items HTTP/1.1\naccept: application/json\ncontent-type: application/json\n\n${JSON.stringify({ Key })}\n`;
    const { text } = await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${post('a')}${post('a')}${post('b')}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.deepEqual([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status), ['201', '500', '201']);
    assert.equal(values(await ask(path, items)).length, 2);
  });
});

describe('PnPjs: changes', () => {
  it('reads them of list, web and site', async () => {
    const { Id } = await sp.web.lists.add('By PnPjs');
    const list = sp.web.lists.getById(Id);
    const { CurrentChangeToken: start } = await list.select('CurrentChangeToken')<{ CurrentChangeToken: { StringValue: string } }>();
    await list.items.add({ Title: 'one' });
    await list.items.getById(1).update({ Title: 'two' });
    const query = { Add: true, Update: true, DeleteObject: true, Item: true, ChangeTokenStart: start };
    const changes = await list.getChanges(query) as { ItemId: number; ChangeType: number }[];
    assert.deepEqual(changes.map(({ ItemId, ChangeType }) => [ItemId, ChangeType]), [[1, 1], [1, 2]]);
    assert.equal((await sp.web.getChanges({ Add: true, List: true }) as { ListId: string }[]).some(({ ListId }) => ListId === Id), true);
    assert.equal((await sp.site.getChanges({ Add: true, List: true }) as { ListId: string }[]).some(({ ListId }) => ListId === Id), true);
  });
});

describe('getListItemChangesSinceToken', () => {
  const since = async (list: ReturnType<SPFI['web']['lists']['getById']>, query: object = {}): Promise<{ xml: string; token: string; rows: string[] }> => {
    const xml = await list.getListItemChangesSinceToken(query);
    return { xml, token: /LastChangeToken="([^"]*)"/.exec(xml)?.[1] ?? '', rows: [...xml.matchAll(/<z:row[^>]*ows_Title="([^"]*)"/g)].map(([, title]) => title ?? '') };
  };

  it('answers all items and the columns at first, then what changed and what is gone', async () => {
    const { id } = await newList(rest, 'Synchronised', ['<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="User" Name="Helper" DisplayName="Helper"/>']);
    const list = sp.web.lists.getById(id);
    const { Id: HelperId } = await sp.web.ensureUser(visitor);
    for (const Title of ['a & <b>', 'two', 'three']) await list.items.add({ Title, Points: 1.5, Tags: ['x', 'y'], HelperId });
    const first = await since(list);
    assert.match(first.xml, /^<\?xml [^>]*\?><GetListItemChangesSinceTokenResult><listitems MinTimeBetweenSyncs="0" RecommendedTimeBetweenSyncs="180" MaxBulkDocumentSyncSize="500" MaxRecommendedEmbeddedFileSize="500" /);
    assert.match(first.xml, /<Changes LastChangeToken="1;3;[0-9a-f-]{36};\d+;\d+"><List [^>]*><Fields><Field /);
    assert.match(first.xml, /<rs:data ItemCount="3"><z:row [^>]*ows_Points="1\.50000000000000" ows_Tags=";#x;#y;#" ows_Helper="\d+;#Yusuf Demir"/);
    assert.match(first.xml, /ows_UniqueId="1;#\{[0-9A-F-]{36}\}" ows_FSObjType="1;#0" ows_FileRef="1;#sites\/intranet\/Lists\//);
    assert.deepEqual(first.rows, ['a &amp; &lt;b&gt;', 'two', 'three']);
    assert.match((await since(list, { ChangeToken: first.token })).xml, /<Changes LastChangeToken="[^"]*"><\/Changes><rs:data ItemCount="0"><\/rs:data>/);
    await list.items.getById(2).update({ Title: 'zwei' });
    await list.items.getById(3).delete();
    const second = await since(list, { ChangeToken: first.token });
    assert.deepEqual(second.rows, ['zwei']);
    assert.match(second.xml, /"><Id ChangeType="Delete">3<\/Id><\/Changes>/);
    assert.deepEqual((await since(list, { ChangeToken: second.token })).rows, []);
    await list.fields.addText('Later');
    assert.match((await since(list, { ChangeToken: second.token })).xml, /<List .*<rs:data ItemCount="2">/s);
  });

  it('pages, filters and chooses columns', async () => {
    const { id } = await newList(rest, 'Paged');
    const list = sp.web.lists.getById(id);
    for (const Title of ['one', 'two', 'three']) await list.items.add({ Title });
    const { xml, rows } = await since(list, { RowLimit: '2' });
    assert.deepEqual(rows, ['one', 'two']);
    assert.match(xml, /<rs:data ItemCount="2" ListItemCollectionPositionNext="Paged=TRUE&amp;p_ID=2">/);
    assert.deepEqual((await since(list, { RowLimit: '2', QueryOptions: '<QueryOptions><Paging ListItemCollectionPositionNext="Paged=TRUE&amp;p_ID=2" /></QueryOptions>' })).rows, ['three']);
    assert.deepEqual((await since(list, { QueryOptions: '<Paging ListItemCollectionPositionNext="Paged=TRUE&amp;p_ID=2" />' })).rows, ['three']);
    assert.deepEqual((await since(list, { Contains: '<Contains><FieldRef Name="Title"/><Value Type="Text">t</Value></Contains>' })).rows, ['two', 'three']);
    const inFolder = async (folder: string): Promise<unknown> => (await since(list, { QueryOptions: `<QueryOptions><Folder>${folder}</Folder></QueryOptions>` })).rows;
    assert.deepEqual([await inFolder((await list.rootFolder()).ServerRelativeUrl), await inFolder('Shared Documents/Test1')], [['one', 'two', 'three'], []]);
    const query = '<Query><Where><Eq><FieldRef Name="Title"/><Value Type="Text">two</Value></Eq></Where></Query>';
    assert.match((await since(list, { Query: query, ViewFields: '<ViewFields><FieldRef Name="Title"/></ViewFields>', QueryOptions: '<QueryOptions><IncludeMandatoryColumns>FALSE</IncludeMandatoryColumns></QueryOptions>' })).xml, /<z:row ows_Title="two" \/>/);
  });

  it('shows only what a person may see, and refuses what it cannot read', async () => {
    const { id, path } = await newList(rest, 'Trimmed');
    await addItem(rest, path, { Title: 'mine' }, editor);
    await rest(path, { body: { ReadSecurity: 2 }, headers: merge });
    assert.deepEqual((await since(pnpOf(sharePoint, editor).web.lists.getById(id))).rows, ['mine']);
    assert.deepEqual((await since(pnpOf(sharePoint, visitor).web.lists.getById(id))).rows, []);
    for (const query of [{ ChangeToken: 'x' }, { Wrong: 'x' }, { RowLimit: 5 }, 'x']) assert.match(refusal(await rest(`${path}/getlistitemchangessincetoken`, { body: { query } })), /^400 /);
    for (const Query of ['<Query>', '<!DOCTYPE x>', '<Where></Query>']) assert.match(refusal(await rest(`${path}/getlistitemchangessincetoken`, { body: { query: { Query } } })), /^500 .*Cannot complete this action/s);
  });
});
