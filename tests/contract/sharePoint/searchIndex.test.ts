import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { startLocalSharePoint } from '../../localSharePoint.ts';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, addMany, editor, merge, newList, refusal, restOf, verbose, visitor, type Json, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const sp = pnpOf(sharePoint);

interface Row { readonly Cells: readonly { readonly Key: string; readonly Value: string | null }[] }

async function rows(ask: Rest, text: string, select = 'Title'): Promise<(string | null)[][]> {
  const { json, status, text: said } = await ask(`search/query?querytext='${encodeURIComponent(text)}'&selectproperties='${select}'&rowlimit=100`);
  assert.equal(status, 200, said);
  const { Rows } = ((json['PrimaryQueryResult'] as Json)['RelevantResults'] as { Table: { Rows: Row[] } }).Table;
  return Rows.map(({ Cells }) => Cells.slice(0, select.split(',').length).map(({ Value }) => Value));
}
const person = (email: string, name: string): string => `${email} | ${name} | ${Buffer.from(`i:0#.f|membership|${email}`).toString('hex').toUpperCase()} i:0#.f|membership|${email}`;
const total = async (ask: Rest, text: string): Promise<number> => (((await ask(`search/query?querytext='${encodeURIComponent(text)}'&rowlimit=1`)).json['PrimaryQueryResult'] as Json)['RelevantResults'] as { TotalRows: number }).TotalRows;

describe('files', () => {
  it('are found by what text and markup say, with their size, and pages with their likes', async () => {
    const created = await rest('web/lists', { body: { Title: 'Shelf', BaseTemplate: 101 } });
    const library = `web/lists(guid'${String(created.json['Id'])}')`;
    const put = async (name: string, content: string): Promise<void> => { assert.equal((await rest(`${library}/rootfolder/files/add(url='${name}',overwrite=true)`, { body: content })).status, 200); };
    await put('a.txt', 'mangosteen in plain text');
    await put('b.html', '<p>mango<b>steen</b> mangosteen</p><script>let rambutan;</script>');
    await put('c.md', '# Mangosteen');
    await put('d.bin', 'mangosteen');
    assert.deepEqual((await rows(rest, 'mangosteen')).flat().sort(), ['a', 'b', 'c']);
    assert.deepEqual(await rows(rest, 'rambutan'), []);
    assert.deepEqual(await rows(rest, 'mangosteen FileType:txt', 'Filename,Size,IsDocument,IsContainer,LikesCount'), [['a.txt', '24', 'true', 'false', '0']]);
    await put('a.txt', 'durian');
    assert.deepEqual([(await rows(rest, 'durian')).flat(), (await rows(rest, 'mangosteen Filename:a.txt')).length], [['a'], 0]);
    await rest(`${library}/rootfolder/folders/add('Box')`, { method: 'POST' });
    assert.deepEqual(await rows(rest, `ListID:${String(created.json['Id'])} IsContainer:1 Title:Box`, 'Title,IsDocument,Size'), [['Box', 'false', '0']]);
    const shelf = `${sharePoint.site}/Shelf`;
    assert.equal((await rest(`${library}/rootfolder/folders('Box')/files/add(url='two words.txt',overwrite=true)`, { body: 'salak' })).status, 200);
    assert.deepEqual(await rows(rest, 'salak', 'Path,ParentLink'), [[`${shelf}/Box/two words.txt`, `${shelf}/Box`]]);
    assert.deepEqual(await rows(rest, 'mangosteen FileType:md', 'Path,ParentLink'), [[`${shelf}/c.md`, `${shelf}/Forms/AllItems.aspx`]]);
    assert.deepEqual([await total(rest, `Path:"${shelf}/Box/two%20words.txt"`), await total(rest, `Path:"${shelf}/Box/two words.txt"`), await total(rest, `Path:"${shelf}/Box/" salak`)], [1, 1, 1]);
    assert.deepEqual(await rows(rest, 'contentclass:STS_Site WebTemplate:SITEPAGEPUBLISHING', 'Title,WebTemplate'), [['Intranet', 'SITEPAGEPUBLISHING']]);
    assert.equal((await rest(`${library}/items(1)/like`, { method: 'POST', as: editor })).status, 200);
    assert.deepEqual(await rows(rest, 'durian LikesCount>0', 'Title,LikesCount'), [['a', '1']]);
  });

  it('sites are, whatever was refused before', async () => {
    const fresh = await startLocalSharePoint('--empty');
    try {
      const ask = restOf(fresh);
      for (const request of [{ Querytext: 'Created:sometime' }, { Querytext: '*', Refiners: 'Created(discretize=manual/x)' }]) assert.equal((await ask('search/postquery', { body: { request } })).status, 400);
      assert.equal(await total(ask, 'contentclass:STS_Site'), 1);
    } finally {
      await fresh.stop();
    }
  });

  it('items that change before they were ever searched for are found once', async () => {
    const { path } = await newList(rest, 'Hasty');
    assert.equal(await total(rest, 'tamarillo'), 0);
    const id = await addItem(rest, path, { Title: 'Tamarillo' });
    await rest(`${path}/items(${id})`, { body: { Title: 'Tamarillo ripe' }, headers: merge });
    assert.deepEqual(await rows(rest, 'tamarillo'), [['Tamarillo ripe']]);
  });
});

describe('webs below webs', () => {
  it('are found with what they hold and who wrote it; their people are the site\'s', async () => {
    assert.equal((await rest('web/webs/add', { body: { parameters: { Url: 'orchard', Title: 'Orchard', WebTemplate: 'STS', UseSamePermissionsAsParentSite: true } } })).status, 200);
    const below = restOf(sharePoint, `${sharePoint.site}/orchard`);
    const { path } = await newList(below, 'Trees', ['<Field Type="User" Name="Keeper" DisplayName="Keeper" />']);
    const { json } = await below('web/ensureuser', { body: { logonName: editor } });
    await addItem(below, path, { Title: 'Cherimoya', KeeperId: json['Id'] }, editor);
    assert.deepEqual(await rows(rest, 'cherimoya', 'SPWebUrl,SPSiteURL,Author,KeeperOWSUSER'), [[`${sharePoint.site}/orchard`, sharePoint.site, 'Samir El Amrani', person(editor, 'Samir El Amrani')]]);
    assert.deepEqual(await rows(rest, 'cherimoya KeeperOWSUSER:samir', 'AuthorOWSUSER,EditorOWSUSER,ContentType'), [[person(editor, 'Samir El Amrani'), person(editor, 'Samir El Amrani'), 'Item']]);
    assert.deepEqual([await total(rest, `cherimoya SPWebUrl:"${sharePoint.site}"`), await total(rest, `cherimoya SPWebUrl:"${sharePoint.site}/orchard" Author:samir`)], [0, 1]);
    const found = await below('SP.Utilities.Utility.SearchPrincipalsUsingContextWeb', { body: { input: 'intranet', scopes: 8, sources: 15, maxCount: 5 } });
    assert.equal((found.json['value'] as unknown[]).length, 3);
    assert.equal(((await below("search/suggest?querytext='cheri'", { as: editor })).json['PersonalResults'] as unknown[]).length, 1);
    await below('social.following/follow', { as: visitor, body: { actor: { ActorType: 2, ContentUri: `${sharePoint.site}/orchard` } } });
    const followed = (await rest('social.following/my/followed(types=4)', { as: visitor })).json['value'] as Json[];
    assert.deepEqual(followed.map(({ Name, Uri }) => [Name, Uri]), [['Orchard', `${sharePoint.site}/orchard`]]);
  });
});

describe('what an older version read for searching', () => {
  it('is read again', () => onKeptData(async (start, data) => {
    const first = await start();
    const { path } = await newList(restOf(first), 'Cellar');
    const kept = await addItem(restOf(first), path, { Title: 'Salsify' });
    assert.equal(await total(restOf(first), 'salsify'), 1);
    await first.stop();
    const database = new DatabaseSync(join(data, 'sharepoint.db'));
    const shape = String(database.prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'search_shape_%'").get()?.['name']);
    database.exec(`DROP TABLE "${shape}"; DROP TABLE search_clock; DELETE FROM search_text; UPDATE search_documents SET properties = '{}'; CREATE TABLE search_shape_1 (shape INTEGER)`);
    database.close();
    const second = await start();
    assert.equal(await total(restOf(second), 'salsify'), 1);
    await restOf(second)(`${path}/items(${kept})`, { body: { Title: 'Scorzonera' }, headers: merge });
    assert.deepEqual([await total(restOf(second), 'salsify'), await total(restOf(second), 'scorzonera TitleOWSTEXT:scorzonera')], [0, 1]);
    await second.stop();
  }));
});

describe('a long list', () => {
  it('is read in parts, without a long wait for anybody', async () => {
    const { path } = await newList(rest, 'Long', ['<Field Type="Note" Name="Body" DisplayName="Body" />']);
    await addMany(rest, `${sharePoint.site}/_api/${path}`, Array.from({ length: 6000 }, (_, at) => ({ Title: `Kumquatitem ${at}`, Body: 'word '.repeat(60) })));
    const seen: number[] = [];
    while (seen.at(-1) !== 6000) {
      const begun = performance.now();
      seen.push(await total(rest, 'kumquatitem'));
      assert.equal(performance.now() - begun < 3000, true, 'a search took long');
      assert.equal(seen.length < 500, true, `not read after many searches: ${seen.slice(-5).join(' ')}`);
    }
    assert.deepEqual(seen, [...seen].sort((one, other) => one - other));
  });
});

describe('--index-delay', () => {
  it('makes new items, changes and deletions wait, by the clock that is set', async () => {
    const slow = await startLocalSharePoint('--empty', '--index-delay', '600');
    try {
      const ask = restOf(slow);
      const clock = async (setting: object): Promise<void> => { assert.equal((await ask('/_local/clock', { body: setting })).status, 200); };
      const { path } = await newList(ask, 'Patience');
      const id = await addItem(ask, path, { Title: 'Feijoa' });
      const found = async (): Promise<[number, number, number]> => [await total(ask, 'feijoa'), await total(ask, 'pitaya'), await total(ask, 'contentclass:STS_List_GenericList')];
      assert.deepEqual(await found(), [0, 0, 0]);
      await clock({ advanceMs: 700_000 });
      assert.deepEqual(await found(), [1, 0, 1]);
      await ask(`${path}/items(${id})`, { body: { Title: 'Pitaya' }, headers: merge });
      assert.deepEqual(await found(), [1, 0, 1]);
      await clock({ fixed: '2030-01-01T12:00:00Z' });
      assert.deepEqual(await found(), [0, 1, 1]);
      await ask(`${path}/items(${id})`, { method: 'DELETE', headers: { 'if-match': '*' } });
      assert.deepEqual(await found(), [0, 1, 1]);
      await clock({ advanceMs: 599_000 });
      assert.deepEqual(await found(), [0, 1, 1]);
      await clock({ advanceMs: 1000 });
      assert.deepEqual(await found(), [0, 0, 1]);
      assert.equal(await total(ask, 'samir ContentClass=urn:content-class:SPSPeople') >= 0, true);
    } finally {
      await slow.stop();
    }
  });
});

describe('search/suggest', () => {
  it('names people, one\'s own documents and what was searched for, for PnPjs', async () => {
    const { path } = await newList(rest, 'Ideas');
    await addItem(rest, path, { Title: 'Samba evening <1>' });
    await addItem(rest, path, { Title: 'Samba of another' }, editor);
    for (const text of ['samba evening', 'samba evening', 'samba of', 'nothing found sambax']) await total(rest, text);
    const suggested = await sp.searchSuggest('samb' as never) as unknown as { PeopleNames: string[]; PersonalResults: Json[]; Queries: Json[] };
    assert.deepEqual([suggested.PeopleNames, suggested.Queries.map(({ Query }) => Query)], [[], ['<B>samba</B> evening', '<B>samba</B> of']]);
    const all = await sp.searchSuggest({ querytext: 'samb', hitHighlighting: false, personalCount: 5, count: 5 });
    assert.deepEqual([all.PersonalResults.map(({ Title }) => Title), all.Queries], [['Samba evening <1>'], [{ IsPersonal: false, Query: 'samba evening' }, { IsPersonal: false, Query: 'samba of' }]]);
    assert.deepEqual((await sp.searchSuggest({ querytext: 'sam' })).PeopleNames, ['Samir El Amrani']);
    assert.deepEqual((await sp.searchSuggest({ querytext: 'sam', includePeople: false })).PeopleNames, []);
    assert.deepEqual((await sp.searchSuggest({ querytext: 'eve', prefixMatch: true, capitalize: true, count: 1 })).Queries, [{ IsPersonal: false, Query: 'Samba <B>Evening</B>' }]);
    assert.deepEqual((await sp.searchSuggest({ querytext: 'eve' })).Queries, []);
    const marked = (await sp.searchSuggest({ querytext: 'samb' })).PersonalResults[0];
    assert.deepEqual([marked?.HighlightedTitle, marked?.IsBestBet, marked?.Url?.startsWith(sharePoint.site)], ['<B>Samba</B> evening &lt;1&gt;', false, true]);
  });

  it('has its verbose shape, its trimming and its refusals', async () => {
    const inVerbose = (await rest("search/suggest?querytext='sam'", { headers: { accept: verbose } })).json['d'] as { suggest: { PeopleNames: { results: string[] } } };
    assert.deepEqual(inVerbose.suggest.PeopleNames.results, ['Samir El Amrani']);
    const { path } = await newList(rest, 'Private');
    await addItem(rest, path, { Title: 'Sapodilla' }, editor);
    const own = async (as: string): Promise<number> => ((await rest("search/suggest?querytext='sapo'", { as })).json['PersonalResults'] as unknown[]).length;
    assert.deepEqual([await own(editor), await own(visitor)], [1, 0]);
    await rest(`${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal(await own(editor), 0);
    for (const query of ['', "?querytext=''", "?querytext='a'&inumberofquerysuggestions=0", "?querytext='a'&fhithighlighting=maybe"]) assert.match(refusal(await rest(`search/suggest${query}`)), /^400 .*Invalid parameter/, query);
    assert.match(await refusedWith(sp.searchSuggest({ querytext: 'a', personalCount: -1 })), /^400/);
  });
});
