import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { SearchQueryBuilder, SortDirection, type SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, addMany, assertKeys, editor, merge, minimal, newList, nometadata, refusal, restOf, verbose, visitor, type Json, type Reply } from './rest.ts';

const peopleSource = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';
const sharePoint = await localSharePointForAll('--empty', '--site', '/sites/annual-fair');
const rest = restOf(sharePoint);
let sp: SPFI;
before(async () => {
  sp = pnpOf(sharePoint);
});

interface Cell { readonly Key: string; readonly Value: string | null; readonly ValueType: string }
interface Found { readonly RowCount: number; readonly TotalRows: number; readonly Table: { readonly Rows: readonly { readonly Cells: readonly Cell[] }[] } }

function found(reply: Reply): Found {
  assert.equal(reply.status, 200, reply.text);
  return (reply.json['PrimaryQueryResult'] as { RelevantResults: Found }).RelevantResults;
}
/** Long ones are posted, as Microsoft advises: an address may not be so long. */
const query = (text: string, more = '', as?: string): Promise<Reply> => text.length > 500 && more === '' ? rest('search/postquery', { body: { request: { Querytext: text } } })
  : rest(`search/query?querytext='${encodeURIComponent(text.replaceAll("'", "''"))}'${more}`, as === undefined ? {} : { as });
const valuesOf = (reply: Reply, key: string): (string | null)[] => found(reply).Table.Rows.map(({ Cells }) => Cells.find((cell) => cell.Key === key)?.Value ?? null);
/** Titles of what was found, sorted. */
const titles = async (text: string, as?: string): Promise<string> => valuesOf(await query(text, "&selectproperties='Title'&rowlimit=100", as), 'Title').sort().join('|');

describe('the answer of a search', () => {
  it('has the recorded shape, in every format', async () => {
    const { json, headers } = await query('*');
    assert.match(headers.get('content-type') ?? '', /^application\/json;odata=nometadata/);
    assertKeys(json, 'ElapsedTime PrimaryQueryResult Properties SecondaryQueryResults SpellingSuggestion TriggeredRules');
    const result = json['PrimaryQueryResult'] as Json;
    assertKeys(result, 'CustomResults QueryId QueryRuleId RefinementResults RelevantResults SpecialTermResults');
    assertKeys(result['RelevantResults'], 'GroupTemplateId ItemTemplateId Properties ResultTitle ResultTitleUrl RowCount Table TotalRows TotalRowsIncludingDuplicates');
    assert.deepEqual((json['Properties'] as Cell[]).find(({ Key }) => Key === 'SourceId'), { Key: 'SourceId', Value: '8413cd39-2156-4e00-b54d-11efd9abdb89', ValueType: 'Edm.String' });
    const inVerbose = (await rest("search/query?querytext='*'&rowlimit=1", { headers: { accept: verbose } })).json as { d: { query: { __metadata: { type: string }; PrimaryQueryResult: { RelevantResults: { Table: { Rows: { results: { Cells: { results: Cell[] } }[] } } } } } } };
    assert.equal(inVerbose.d.query.__metadata.type, 'Microsoft.Office.Server.Search.REST.SearchResult');
    assert.equal(inVerbose.d.query.PrimaryQueryResult.RelevantResults.Table.Rows.results[0]?.Cells.results[0]?.Key, 'WorkId');
    const posted = await rest('search/postquery', { headers: { accept: verbose, 'content-type': verbose }, body: { request: { __metadata: { type: 'Microsoft.Office.Server.Search.REST.SearchRequest' }, Querytext: '*', SelectProperties: { results: ['Title'] }, RowLimit: 1 } } });
    assert.equal(((posted.json['d'] as Json)['postquery'] as Json)['ElapsedTime'] !== undefined, true, posted.text);
    assert.match((await rest("search/query?querytext='*'", { headers: { accept: minimal } })).text, /"odata\.metadata":"[^"]*\$metadata#Microsoft\.Office\.Server\.Search\.REST\.SearchResult"/);
  });

  it('has the cells that were asked, and the types of their values', async () => {
    const { Table } = found(await query('contentclass:STS_ListItem_WebPageLibrary', "&selectproperties='Title,Created,Nonsense,FileType,SPWebUrl'&rowlimit=1"));
    const cells = Table.Rows[0]?.Cells ?? [];
    assert.deepEqual(cells.map(({ Key }) => Key), ['Title', 'Created', 'Nonsense', 'FileType', 'SPWebUrl', 'ResultTypeIdList', 'ResultTypeId', 'RenderTemplateId', 'piSearchResultId', 'DocId', 'Rank', 'GeoLocationSource', 'SiteId', 'UniqueId', 'WebId', 'contentclass', 'IsExternalContent', 'PartitionId', 'UrlZone', 'Culture', 'OriginalPath']);
    assert.match(JSON.stringify(cells[1]), /"Value":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0000000Z","ValueType":"Edm\.DateTime"/);
    assert.deepEqual([cells[0]?.Value, cells[2], cells[3]?.Value], ['Home', { Key: 'Nonsense', Value: null, ValueType: 'Null' }, 'aspx']);
    assert.equal(String(cells[4]?.Value).startsWith(`${sharePoint.url}/sites/`), true);
  });
});

describe('people', () => {
  it('are found by the beginning of a name, sorted, with their pictures', async () => {
    const reply = await query('LastName:V*', `&selectproperties='PreferredName,LastName,WorkEmail,PictureURL'&sortlist='LastName:ascending'&sourceid='${peopleSource}'&rowlimit=500`);
    const names = valuesOf(reply, 'LastName').map(String);
    assert.equal(names.length > 1 && names.every((name) => /(^| )v/i.test(name)), true, names.join('|'));
    assert.deepEqual(names, [...names].sort((one, other) => one.toLowerCase() < other.toLowerCase() ? -1 : 1));
    const picture = await fetch(String(valuesOf(reply, 'PictureURL').find((url) => url !== null)));
    assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/svg+xml; charset=utf-8']);
  });

  it('are found by what they do, and not among documents', async () => {
    const inPeople = async (text: string): Promise<(string | null)[]> => valuesOf(await query(text, `&selectproperties='WorkEmail'&sourceid='{${peopleSource.toUpperCase()}}'`), 'WorkEmail');
    assert.deepEqual(await inPeople('"street photography"'), [editor]);
    assert.deepEqual(await inPeople('Department:Communications AND FirstName=samir'), [editor]);
    assert.deepEqual(await inPeople(`WorkEmail:"${editor}"`), [editor]);
    assert.equal(await titles('WorkEmail:*'), '');
  });
});

describe('KQL', () => {
  it('finds words, phrases, beginnings and properties, with AND, OR, NOT and brackets', async () => {
    const { path, id } = await newList(rest, 'Recipes', ['<Field Type="Note" Name="Steps" DisplayName="Steps" />', '<Field Type="Choice" Name="Course" DisplayName="Course"><CHOICES><CHOICE>Main</CHOICE></CHOICES></Field>']);
    await addItem(rest, path, { Title: 'Zuurkool stew', Steps: 'Boil the potatoes, then mash & <b>serve</b>', Course: 'Main' });
    await addItem(rest, path, { Title: 'Crème brûlée', Steps: 'Whisk the cream slowly' });
    await addItem(rest, path, { Title: 'Potato cream soup', Steps: 'Mash the potatoes. Whisk.' }, editor);
    const within = (text: string): Promise<string> => titles(`(${text}) ListID:${id} contentclass:STS_ListItem*`);
    for (const [text, expected] of Object.entries({
      '*': 'Crème brûlée|Potato cream soup|Zuurkool stew', 'potatoes': 'Potato cream soup|Zuurkool stew', 'POTATOES whisk': 'Potato cream soup', '"mash the potatoes"': 'Potato cream soup',
      'creme': 'Crème brûlée', 'zuur*': 'Zuurkool stew', 'zuur': '', 'brulee OR stew': 'Crème brûlée|Zuurkool stew', 'cream NOT soup': 'Crème brûlée', 'cream -soup': 'Crème brûlée',
      'Title:cream': 'Potato cream soup', 'title:"potato cream"': 'Potato cream soup', 'Title="potato cream soup"': 'Potato cream soup', 'Title=cream': '', 'Title<>soup': 'Crème brûlée|Zuurkool stew',
      'Title:soup Title:stew': 'Potato cream soup|Zuurkool stew', 'Title:(soup OR stew)': 'Potato cream soup|Zuurkool stew', 'main': 'Zuurkool stew', 'b serve': '', 'mash AND (slowly OR serve)': 'Zuurkool stew',
      'Author:"Samir El Amrani"': 'Potato cream soup', 'Created:today': 'Crème brûlée|Potato cream soup|Zuurkool stew', 'Created<2020-01-01': '', 'LastModifiedTime:2020-01-01..2099-12-31 soup': 'Potato cream soup',
      'ListItemID>1': 'Crème brûlée|Potato cream soup', 'IsDocument:1': '', 'Nonsense:x': '', [`Path:"${sharePoint.site}" soup`]: 'Potato cream soup', [`Path:"${sharePoint.url}/sites/annual-fair"`]: '',
    })) assert.equal(await within(text), expected, text);
  });

  it('marks what was looked for, and escapes the rest', async () => {
    const reply = await query('mash potatoes', "&selectproperties='Title,HitHighlightedSummary'");
    assert.equal(valuesOf(reply, 'HitHighlightedSummary').includes('Boil the <c0>potatoes</c0>, then <c0>mash</c0> &amp; serve Main'), true, JSON.stringify(valuesOf(reply, 'HitHighlightedSummary')));
  });

  it('is refused when it cannot be read', async () => {
    for (const text of ['"open', '(a', 'a)', 'AND', 'a OR', 'Created:sometime', 'Title>a', 'NOT', 'x'.repeat(5000), '('.repeat(2000)]) assert.match(refusal(await query(text)), /^400 .* We didn't understand your search terms\./, text.slice(0, 20));
    assert.equal((await query("'; DROP TABLE search_documents --")).status, 200);
    for (const text of ['a NEAR', 'NEAR a', 'a NEAR (b OR c)', 'a ONEAR(x) NEAR', 'a XRANK', 'WORDS(Title:a)']) assert.match(refusal(await query(text)), /^400 /, text);
  });
});

describe('a search sees everything that was written before it', () => {
  it('new, changed and deleted items, columns and lists', async () => {
    const { path } = await newList(rest, 'Boats', ['<Field Type="Text" Name="Harbour" DisplayName="Harbour" />']);
    const boat = await addItem(rest, path, { Title: 'Quokkaboat', Harbour: 'Vlissingenhaven' });
    assert.equal(await titles('vlissingenhaven'), 'Quokkaboat');
    await rest(`${path}/items(${boat})`, { body: { Title: 'Wombatboat' }, headers: merge });
    assert.deepEqual([await titles('quokkaboat'), await titles('wombatboat')], ['', 'Wombatboat']);
    await rest(`${path}/fields/getbyinternalnameortitle('Harbour')`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(await titles('vlissingenhaven'), '');
    await addMany(rest, `${sharePoint.site}/_api/${path}`, Array.from({ length: 30 }, (_, at) => ({ Title: `Wombatboat ${at}` })));
    assert.equal(found(await query('wombatboat')).TotalRows, 31);
    await rest(`${path}/items(${boat})`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(found(await query('wombatboat')).TotalRows, 30);
    await rest(path, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(await titles('wombatboat'), '');
  });
});

describe('what was read for searching', () => {
  it('survives a restart, and what is written after it is found, also from within a batch', () => onKeptData(async (start) => {
    const first = await start();
    const { path } = await newList(restOf(first), 'Lanterns');
    const lantern = await addItem(restOf(first), path, { Title: 'Paperlantern' });
    assert.equal(found(await restOf(first)("search/query?querytext='paperlantern'")).TotalRows, 1);
    await restOf(first)(`${path}/items(${lantern})`, { body: { Title: 'Oillantern' }, headers: merge });
    await first.stop();
    const second = await start();
    await addItem(restOf(second), path, { Title: 'Oillantern too' });
    const part = (text: string): string => `--b\nContent-Type: application/http\n\nGET ${second.site}/_api/search/query?querytext='${text}' HTTP/1.1\naccept: ${nometadata}\n\n`;
    const { text } = await restOf(second)('$batch', { body: `${part('oillantern')}${part('paperlantern')}--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.deepEqual([...text.matchAll(/"TotalRows":(\d+)/g)].map(([, total]) => total), ['2', '0'], text.slice(0, 500));
    await second.stop();
  }));
});

describe('who may see what', () => {
  it('finds the one item that somebody was given of a list that is closed to them', async () => {
    const { path } = await newList(rest, 'Dossiers');
    const given = await addItem(rest, path, { Title: 'lycheedossier given' });
    await addItem(rest, path, { Title: 'lycheedossier kept' });
    for (const holder of [path, `${path}/items(${given})`]) assert.equal((await rest(`${holder}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, { method: 'POST' })).status, 200);
    const { json } = await rest('web/ensureuser', { body: { logonName: visitor } });
    assert.equal((await rest(`${path}/items(${given})/roleassignments/addroleassignment(principalid=${String(json['Id'])},roledefid=1073741826)`, { method: 'POST' })).status, 200);
    assert.equal(await titles('lycheedossier OR Title:dossiers', visitor), 'lycheedossier given');
  });

  it('holds for lists, items and read security; NoCrawl keeps a list out', async () => {
    const { path } = await newList(rest, 'Kiwifruit');
    await addItem(rest, path, { Title: 'kiwifruit open' });
    const closed = await addItem(rest, path, { Title: 'kiwifruit closed' });
    await addItem(rest, path, { Title: 'kiwifruit of the editor' }, editor);
    const items = 'Title:kiwifruit contentclass:STS_ListItem*';
    assert.equal(await titles(items, visitor), 'kiwifruit closed|kiwifruit of the editor|kiwifruit open');
    assert.equal((await rest(`${path}/items(${closed})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' })).status, 200);
    assert.equal(await titles(items, visitor), 'kiwifruit of the editor|kiwifruit open');
    await rest(path, { body: { ReadSecurity: 2 }, headers: merge });
    // Who may override list behaviours is not bound by its read security: the owner, and not who only edits.
    assert.deepEqual([await titles(items, visitor), await titles(items, editor), (await titles(items)).split('|').length], ['', 'kiwifruit of the editor', 3]);
    await rest(path, { body: { ReadSecurity: 1 }, headers: merge });
    await rest(`${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.deepEqual([await titles('Title:kiwifruit', visitor), (await titles(items)).split('|').length], ['', 3]);
    await rest(path, { body: { NoCrawl: true }, headers: merge });
    assert.equal(await titles('Title:kiwifruit'), '');
  });

  it('finds what is on other sites, and makes nobody a user of them', async () => {
    const fair = restOf(sharePoint, `${sharePoint.url}/sites/annual-fair`);
    const { path } = await newList(fair, 'Stands');
    await addItem(fair, path, { Title: 'Marshmallowstand' });
    const before = (await fair('web/siteusers')).json['value'] as unknown[];
    const stranger = String(valuesOf(await query('*', `&sourceid='${peopleSource}'&rowlimit=500&sortlist='PreferredName:ascending'&selectproperties='WorkEmail'`), 'WorkEmail')[0]);
    for (const who of [visitor, stranger]) assert.equal(await titles('marshmallowstand', who), 'Marshmallowstand', who);
    assert.equal(((await fair('web/siteusers')).json['value'] as unknown[]).length, before.length);
    assert.equal(valuesOf(await query('marshmallowstand', "&selectproperties='SPWebUrl'"), 'SPWebUrl')[0], `${sharePoint.url}/sites/annual-fair`);
  });
});

describe('PnPjs searches', () => {
  it('with a text, a query, the builder and page by page', async () => {
    const { path } = await newList(rest, 'Penguins');
    for (let at = 1; at <= 12; at += 1) await addItem(rest, path, { Title: `Emperorpenguin ${at}` });
    const plain = await sp.search('emperorpenguin');
    assert.deepEqual([plain.TotalRows, plain.RowCount, plain.PrimarySearchResults.length, plain.PrimarySearchResults[0]?.Title?.startsWith('Emperorpenguin')], [12, 10, 10, true]);
    const sorted = await sp.search({ Querytext: 'emperorpenguin', SelectProperties: ['Title', 'ListItemID'], RowLimit: 5, SortList: [{ Property: 'ListItemID', Direction: SortDirection.Descending }], TrimDuplicates: false, ClientType: 'ContentSearchRegular' });
    const page = await sorted.getPage(3, 5);
    assert.deepEqual([sorted.PrimarySearchResults[0]?.Title, page.PrimarySearchResults.map(({ Title }) => Title)], ['Emperorpenguin 12', ['Emperorpenguin 2', 'Emperorpenguin 1']]);
    const built = await sp.search(SearchQueryBuilder().text('FirstName:samir').sourceId(peopleSource).rowLimit(3).selectProperties('PreferredName', 'WorkEmail'));
    assert.deepEqual(built.PrimarySearchResults.map((row) => (row as unknown as Json)['WorkEmail']), [editor]);
    assert.equal((await sp.search({ Querytext: 'emperorpenguin', QueryTemplate: '{searchTerms} ListItemID>1000' })).TotalRows, 0);
  });

  it('is answered in good time, whatever it asks', async () => {
    const deep = (length: number): string => 'a OR '.repeat(length).concat('b');
    for (const text of [deep(800), `Author:(${deep(700)})`, '-'.repeat(60).concat('a'), 'not '.repeat(900), `"${"'".repeat(300)}"`, '"" *', '{title} : x', '__proto__:x', 'Title:*', 'x*y*', '%_\\', '☃ 😀', 'Path:"%E0%A4%A"', 'Path:%zz']) {
      const begun = performance.now();
      const { status, text: said } = await query(text);
      assert.equal([200, 400].includes(status), true, `${text.slice(0, 30)}: ${said.slice(0, 200)}`);
      assert.equal(performance.now() - begun < 2000, true, text.slice(0, 30));
    }
    for (const request of [1, null, [], { Querytext: {} }, { Querytext: 'a', SelectProperties: [{}] }, { Querytext: 'a', SelectProperties: 5 }, { Querytext: 'a', SortList: [null] }, { Querytext: 'a', RowLimit: -1 }, { Querytext: 'a', StartRow: 1e9 }, { Querytext: 'a', SourceId: 7 }]) {
      assert.equal((await rest('search/postquery', { body: { request } })).status, 400, JSON.stringify(request));
    }
  });

  it('is told what cannot be asked', async () => {
    assert.match(await refusedWith(sp.search({ Querytext: 'a', SortList: [{ Property: 'Title', Direction: SortDirection.Ascending }] })), /^400 .*Microsoft\.Office\.Server\.Search\.REST\.SearchServiceException.*Invalid parameter: SortList\./s);
    assert.match(await refusedWith(sp.search({ Querytext: 'a', ReorderingRules: [{ MatchValue: 'a', Boost: 1, MatchType: 7 }] })), /^501 .*tags/s);
    assert.match(await refusedWith(sp.search({ Querytext: 'a', SortList: [{ Property: '[formula:Size*2]', Direction: SortDirection.FQLFormula }] })), /^501 /);
    assert.equal(refusal(await rest('search/postquery', { body: { Querytext: 'a' } })), '400 -1, Microsoft.Office.Server.Search.REST.SearchServiceException Invalid parameter: request.');
    assert.equal(found(await query('')).TotalRows, 0);
    assert.equal((await query('*', '&rowlimit=5000')).json['Properties'] instanceof Array, true);
  });
});
