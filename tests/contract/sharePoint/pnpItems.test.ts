import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { IList, SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
let sp: SPFI;
let list: IList;
before(async () => {
  sp = pnpOf(sharePoint);
  const places = sp.web.lists.getById((await sp.web.lists.add('Places')).Id);
  for (const Title of ['Utrecht', 'Gent']) await places.items.add({ Title });
  list = sp.web.lists.getById((await sp.web.lists.add('Things')).Id);
  await list.fields.addNumber('Points', { DefaultValue: '7' } as never);
  await list.fields.addBoolean('Done');
  await list.fields.addDateTime('Due', { DisplayFormat: 1 });
  await list.fields.addMultiChoice('Tags', { Choices: ['a', 'b', 'c'] });
  await list.fields.addUser('Helper', { SelectionMode: 0 });
  await list.fields.addLookup('Place', { LookupListId: (await places()).Id, LookupFieldName: 'Title' });
  await list.fields.addUrl('Link');
  await list.fields.createFieldAsXml(`<Field Type="LookupMulti" DisplayName="Places" List="${(await places()).Id}" ShowField="Title" Mult="TRUE"/>`);
  await list.fields.createFieldAsXml('<Field Type="UserMulti" DisplayName="Helpers" Mult="TRUE"/>');
});

interface Thing { Id: number; Title: string; Points: number; 'odata.etag': string }

describe('PnPjs: items', () => {
  it('keep every type of value and give it back', async () => {
    const user = (await sp.web.ensureUser(visitor)).Id;
    const added = await list.items.add({
      Title: 'All', Points: 2.5, Done: true, Due: '2026-03-01T09:30:00Z', Tags: ['a', 'c'], HelperId: user, PlaceId: 1, Link: { Url: 'https://contoso.example', Description: 'Here' }, PlacesId: [1, 2], HelpersId: [user],
    });
    assert.equal(added['odata.type'], 'SP.Data.ThingsListItem');
    const read = await list.items.getById(added.Id).select('*', 'Helper/EMail', 'Helper/Title', 'Place/Title', 'Place/Id', 'Places/Title', 'Helpers/Name', 'Author/Id', 'Editor/JobTitle')
      .expand('Helper', 'Place', 'Places', 'Helpers', 'Author', 'Editor')() as Record<string, unknown>;
    const inner = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, one: unknown) => /^odata\.|@odata/.test(key) ? undefined : one));
    assert.deepEqual(inner({ ...read, GUID: 0, Created: 0, Modified: 0, ContentTypeId: 0 }), inner({
      FileSystemObjectType: 0, Id: 1, ServerRedirectedEmbedUri: null, ServerRedirectedEmbedUrl: '', ContentTypeId: 0, Title: 'All', OData__ColorTag: null, ComplianceAssetId: null,
      Points: 2.5, Done: true, Due: '2026-03-01T09:30:00Z', Tags: ['a', 'c'], HelperId: user, HelperStringId: String(user), PlaceId: 1, Link: { Description: 'Here', Url: 'https://contoso.example' },
      PlacesId: [1, 2], HelpersId: [user], HelpersStringId: [String(user)], ID: 1, Modified: 0, Created: 0, AuthorId: 6, EditorId: 6, OData__UIVersionString: '1.0', Attachments: false, GUID: 0,
      Helper: { EMail: visitor, Title: 'Yusuf Demir' }, Place: { Title: 'Utrecht', Id: 1 }, Places: [{ Title: 'Utrecht' }, { Title: 'Gent' }],
      Helpers: [{ Name: `i:0#.f|membership|${visitor}` }], Author: { Id: 6 }, Editor: { JobTitle: (read['Editor'] as { JobTitle: string }).JobTitle },
    }));
  });

  it('change with an ETag, are refused with a stale one, and go', async () => {
    const { Id: id } = await list.items.add({ Title: 'First' }) as Thing;
    const item = list.items.getById(id);
    const { 'odata.etag': etag, Points } = await item() as Thing;
    assert.equal(Points, 7);
    const changed = await item.update({ Title: 'Second' }, etag) as { etag: string };
    assert.match(changed.etag, /,2"$/);
    assert.match(await refusedWith(item.update({ Title: 'Third' }, etag)), /^412 .*does not match the object's ETag value/);
    assert.match(await refusedWith(item.delete(etag)), /^412/);
    await item.delete(changed.etag);
    assert.match(await refusedWith(item()), /^404 .*Item does not exist/);
    assert.equal((await list.items.add({ Title: 'Next' }) as Thing).Id, id + 1, 'an id is never given twice');
  });

  it('are filtered, sorted, taken and paged through', async () => {
    const many = sp.web.lists.getById((await sp.web.lists.add('Many')).Id);
    await many.fields.addNumber('N');
    const [batched, execute] = sp.batched();
    const inBatch = batched.web.lists.getByTitle('Many');
    for (let at = 1; at <= 25; at += 1) void inBatch.items.add({ Title: `T${at % 5}`, N: at });
    await execute();
    assert.deepEqual((await many.items.select('N').filter('N gt 20 and N ne 23').orderBy('N', false).top(3)()).map(({ N }) => N), [25, 24, 22]);
    assert.deepEqual((await many.items.select('N', 'Title').orderBy('Title').orderBy('N', false).top(6)()).map(({ N }) => N), [25, 20, 15, 10, 5, 21]);
    const pages: number[][] = [];
    for await (const page of many.items.select('Id', 'N').orderBy('N', false).top(10)) pages.push((page as { N: number }[]).map(({ N }) => N));
    assert.deepEqual(pages.map((page) => page.length), [10, 10, 5]);
    assert.deepEqual(pages.flat(), Array.from({ length: 25 }, (_, at) => 25 - at));
    assert.deepEqual((await many.items.select('Id').top(5).skip(10)()).map(({ Id }) => Id), [11, 12, 13, 14, 15]);
    assert.deepEqual((await many.items.select('Id').top(5).skip(11, true)()).map(({ Id }) => Id), [6, 7, 8, 9, 10]);
  });

  it('are found with CAML and rendered as a stream', async () => {
    const ViewXml = '<View><Query><Where><Geq><FieldRef Name="N"/><Value Type="Number">24</Value></Geq></Where></Query><ViewFields><FieldRef Name="Title"/><FieldRef Name="N"/><FieldRef Name="Author"/></ViewFields></View>';
    const many = sp.web.lists.getByTitle('Many');
    const found = await many.getItemsByCAMLQuery({ ViewXml }, 'FieldValuesAsText') as { N: number; FieldValuesAsText: { Title: string; Author: string } }[];
    assert.deepEqual(found.map(({ N, FieldValuesAsText }) => [N, FieldValuesAsText.Title, FieldValuesAsText.Author]), [[24, 'T4', 'Marijke van der Velden'], [25, 'T0', 'Marijke van der Velden']]);
    const { Row: rows } = await many.renderListDataAsStream({ ViewXml }) as { Row: Record<string, unknown>[] };
    assert.deepEqual(rows.map((row) => [row['ID'], row['N'], row['N.'], (row['Author'] as { email: string }[])[0]?.email]), [['24', '24', '24.0000000000000', 'marijke.vandervelden@contoso.example'], ['25', '25', '25.0000000000000', 'marijke.vandervelden@contoso.example']]);
  });

  it('take forms', async () => {
    const form = [{ FieldName: 'Title', FieldValue: 'By form' }, { FieldName: 'Due', FieldValue: '2/23/2026 8:30 AM' }, { FieldName: 'Helper', FieldValue: JSON.stringify([{ Key: `i:0#.f|membership|${visitor}` }]) }, { FieldName: 'Tags', FieldValue: 'a;#c;#' }];
    const results = await list.addValidateUpdateItemUsingPath(form, '/sites/intranet/Lists/Things') as { FieldName: string; FieldValue: string; HasException: boolean }[];
    assert.equal(results.some((result) => result.HasException), false);
    const id = Number(results.find((result) => result.FieldName === 'Id')?.FieldValue);
    // A query object of PnPjs keeps what was selected: each question gets its own.
    assert.deepEqual(await list.items.getById(id).select('Title', 'Due', 'Tags', 'Helper/EMail').expand('Helper')().then(({ Title, Due, Tags, Helper }) => [Title, Due, Tags, Helper.EMail]), ['By form', '2026-02-23T08:30:00Z', ['a', 'c'], visitor]);
    const item = list.items.getById(id);
    const wrong = await item.validateUpdateListItem([{ FieldName: 'Due', FieldValue: '2026-33-33' }, { FieldName: 'Title', FieldValue: 'No' }]) as { ErrorMessage: string | null }[];
    assert.deepEqual(wrong.map(({ ErrorMessage }) => ErrorMessage), ['Enter a date like this: 2/23/2012', null]);
    assert.equal((await list.items.getById(id).select('Title')()).Title, 'By form');
    const infos = await list.items.getById(id).getParentInfos();
    assert.deepEqual([infos.Item.Id, infos.ParentList.Title, infos.ParentWeb.ServerRelativeUrl], [id, 'Things', '/sites/intranet']);
    assert.equal((await list.items.getById(id).fieldValuesAsText())['Due'], '2/23/2026 8:30 AM');
  });
});

describe('PnPjs: batches', () => {
  it('answer each call, also when some are refused', async () => {
    const [batched, execute] = sp.batched();
    const things = batched.web.lists.getByTitle('Things');
    const outcomes = [
      things.items.add({ Title: 'in a batch' }).then((item: Thing) => item.Title), refusedWith(things.items.getById(99_999)()), refusedWith(things.items.add({ Nope: 1 })),
      batched.web.lists.getByTitle('Missing')().then(() => '', (failure: Error) => failure.message), things.items.select('Title').top(1)().then((found: Thing[]) => found.length),
      things.items.getById(1).update({ Title: 'changed' }).then((done: { etag: string }) => done.etag), batched.web.currentUser().then((me: { Email: string }) => me.Email),
    ];
    await execute();
    const [added, missing, unknown, list_, found, etag, me] = await Promise.all(outcomes);
    assert.equal(added, 'in a batch');
    assert.match(String(missing), /^404/);
    assert.match(String(unknown), /^400 .*The property 'Nope' does not exist on type 'SP\.Data\.ThingsListItem'/);
    assert.match(String(list_), /List 'Missing' does not exist/);
    assert.deepEqual([found, me], [1, 'marijke.vandervelden@contoso.example']);
    assert.match(String(etag), /^"[0-9a-f-]{36},2"$/);
  });
});
