import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf } from './pnp.ts';
import { addItem, editor, newList, refusal, restOf, verbose, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const sp = pnpOf(sharePoint);

interface Entry { readonly RefinementName: string; readonly RefinementToken: string; readonly RefinementCount: string; readonly RefinementValue: string }
interface Results { readonly TotalRows: number; readonly TotalRowsIncludingDuplicates: number; readonly Table: { readonly Rows: readonly { readonly Cells: readonly { Key: string; Value: string | null }[] }[] } }

const post = (request: object): Promise<Reply> => rest('search/postquery', { body: { request } });
const primary = (reply: Reply): { RefinementResults: { Refiners: { Name: string; Entries: Entry[] }[] } | null; RelevantResults: Results } => {
  assert.equal(reply.status, 200, reply.text);
  return reply.json['PrimaryQueryResult'] as never;
};
const titles = (reply: Reply): string => primary(reply).RelevantResults.Table.Rows.map(({ Cells }) => String(Cells.find(({ Key }) => Key === 'Title')?.Value)).join('|');

const { path, id } = await newList(rest, 'Market stall', [
  '<Field Type="Choice" Name="Colour" DisplayName="Colour"><CHOICES><CHOICE>Red</CHOICE><CHOICE>Green</CHOICE></CHOICES></Field>',
  '<Field Type="MultiChoice" Name="Tastes" DisplayName="Tastes"><CHOICES><CHOICE>sweet</CHOICE><CHOICE>sour</CHOICE></CHOICES></Field>',
  '<Field Type="Number" Name="Price" DisplayName="Price" />', '<Field Type="DateTime" Name="Ripe" DisplayName="Ripe" />', '<Field Type="User" Name="Grower" DisplayName="Grower" />', '<Field Type="Text" Name="Sort_x0020_of" DisplayName="Sort of" />',
]);
const stall: readonly [string, object, string?][] = [
  ['Fruitapple', { Colour: 'Red', Tastes: ['sweet', 'sour'], Price: 3, Ripe: '2026-09-01T12:00:00Z', Sort_x0020_of: 'Elstar' }], ['Fruitcherry', { Colour: 'Red', Tastes: ['sweet'], Price: 8, Ripe: '2026-06-10T12:00:00Z' }],
  ['Fruitlime', { Colour: 'Green', Tastes: ['sour'], Price: 5, Ripe: '2026-03-05T12:00:00Z' }, editor], ['Fruitplain', { Price: 12.5 }],
];
for (const [Title, values, as] of stall) await addItem(rest, path, { Title, ...values }, as);
const within = `ListID:${id} Title:fruit*`;
const found = async (request: object): Promise<string> => titles(await post({ Querytext: within, SelectProperties: ['Title'], SortList: [{ Property: 'ListItemID', Direction: 0 }], ...request }));
const refined = async (Refiners: string, request: object = {}): Promise<{ Name: string; Entries: Entry[] }[]> => primary(await post({ Querytext: within, Refiners, ...request })).RefinementResults?.Refiners ?? [];
const bins = async (refiner: string): Promise<string> => (await refined(refiner)).flatMap(({ Entries }) => Entries).map(({ RefinementName, RefinementCount }) => `${RefinementName}=${RefinementCount}`).join('|');

describe('refiners', () => {
  it('have the recorded shape, and a token that finds just these', async () => {
    const [colour, author] = await refined('ColourOWSCHCS,Author,Nonsense');
    assert.deepEqual([colour?.Name, author?.Name], ['ColourOWSCHCS', 'Author']);
    assert.deepEqual(colour?.Entries, [
      { RefinementCount: '2', RefinementName: 'Red', RefinementToken: '"\u01c2\u01c2526564"', RefinementValue: 'Red' }, { RefinementCount: '1', RefinementName: 'Green', RefinementToken: '"\u01c2\u01c2477265656e"', RefinementValue: 'Green' },
    ]);
    for (const { RefinementToken, RefinementName } of author?.Entries ?? []) assert.equal(await found({ RefinementFilters: [`Author:${RefinementToken}`] }), RefinementName.startsWith('Samir') ? 'Fruitlime' : 'Fruitapple|Fruitcherry|Fruitplain');
    const inVerbose = (await rest(`search/query?querytext='${within}'&refiners='ColourOWSCHCS'&rowlimit=1`, { headers: { accept: verbose } })).json['d'] as { query: { PrimaryQueryResult: { RefinementResults: { Refiners: { results: { Entries: { results: Entry[] } }[] } } } } };
    assert.equal(inVerbose.query.PrimaryQueryResult.RefinementResults.Refiners.results[0]?.Entries.results[0]?.RefinementName, 'Red');
    assert.equal(primary(await post({ Querytext: within, Refiners: 'Nonsense' })).RefinementResults, null);
  });

  it('count each of several values, and sort and filter as told', async () => {
    assert.equal(await bins('TastesOWSCHCM'), 'sour=2|sweet=2');
    assert.deepEqual([await bins('ColourOWSCHCS(sort=name/ascending)'), await bins('ColourOWSCHCS(filter=1/0/*)'), await bins('ColourOWSCHCS(filter=10/2/*)'), await bins('ColourOWSCHCS(filter=10/0/g*)'), await bins('ColourOWSCHCS(deephits=100,cutoff=0/0/1)')], ['Green=1|Red=2', 'Red=2', 'Red=2', 'Green=1', 'Red=2']);
    assert.match(refusal(await post({ Querytext: within, Refiners: 'Author(sort=size)' })), /^400 .*Invalid parameter: Refiners\./);
    assert.match(refusal(await post({ Querytext: within, Refiners: 'Author(' })), /^400 /);
    for (const request of [{ SelectProperties: Array.from({ length: 5000 }, () => 'Title') }, { Refiners: 'Author,'.repeat(500) }, { RefinementFilters: [`or(${'"a",'.repeat(5000)}"a")`] }]) assert.match(refusal(await post({ Querytext: within, ...request })), /^400 /);
  });

  it('cut dates and numbers into intervals', async () => {
    const [ripe] = await refined('RipeOWSDATE(discretize=manual/2026-04-01/2026-07-01/2026-08-01)');
    assert.deepEqual(ripe?.Entries.map(({ RefinementName, RefinementToken, RefinementCount }) => [RefinementName, RefinementToken, RefinementCount]), [
      ['Up to 2026-04-01T00:00:00Z', 'range(min, 2026-04-01T00:00:00Z)', '1'], ['From 2026-04-01T00:00:00Z up to 2026-07-01T00:00:00Z', 'range(2026-04-01T00:00:00Z, 2026-07-01T00:00:00Z)', '1'], ['2026-08-01T00:00:00Z or up', 'range(2026-08-01T00:00:00Z, max)', '1'],
    ]);
    const each = await Promise.all((ripe?.Entries ?? []).map(({ RefinementToken }) => found({ RefinementFilters: [`RipeOWSDATE:${RefinementToken}`] })));
    assert.deepEqual(each, ['Fruitlime', 'Fruitcherry', 'Fruitapple']);
    const prices = (await refined('PriceOWSNMBR'))[0]?.Entries ?? [];
    assert.deepEqual([prices.length, prices.reduce((sum, { RefinementCount }) => sum + Number(RefinementCount), 0)], [4, 4]);
  });
});

describe('refinement filters', () => {
  it('are read as FQL', async () => {
    for (const [filter, expected] of Object.entries({
      'ColourOWSCHCS:equals("red")': 'Fruitapple|Fruitcherry', 'ColourOWSCHCS:"Green"': 'Fruitlime', 'Title:"fruitl*"': 'Fruitlime', 'ColourOWSCHCS:"????526564"': 'Fruitapple|Fruitcherry',
      'or(ColourOWSCHCS:equals("Green"),PriceOWSNMBR:range(10,max))': 'Fruitlime|Fruitplain', 'ColourOWSCHCS:or("Green","Red")': 'Fruitapple|Fruitcherry|Fruitlime', 'not(ColourOWSCHCS:"Red")': 'Fruitlime|Fruitplain',
      'andnot(TastesOWSCHCM:"sour",ColourOWSCHCS:"Green")': 'Fruitapple', 'TastesOWSCHCM:and("sweet","sour")': 'Fruitapple', 'PriceOWSNMBR:range(3, 8)': 'Fruitapple|Fruitlime', 'PriceOWSNMBR:range(3, 8, from="GT", to="LE")': 'Fruitcherry|Fruitlime',
      'PriceOWSNMBR:range(12.5, 12.5, to="LE")': 'Fruitplain', 'RipeOWSDATE:range(datetime("2026-06-01"), max)': 'Fruitapple|Fruitcherry', 'RipeOWSDATE:range(min, 2026-03-06T00:00:00Z)': 'Fruitlime', 'PriceOWSNMBR:int("5")': 'Fruitlime',
      'ListItemID:range(2, 4)': 'Fruitcherry|Fruitlime', 'Nonsense:"x"': '', 'SortofOWSTEXT:"Elstar"': 'Fruitapple', 'Title:starts-with("fruitap")': 'Fruitapple', 'Title:string("fruitlime")': 'Fruitlime',
    })) assert.equal(await found({ RefinementFilters: [filter] }), expected, filter);
    assert.equal(await found({ RefinementFilters: ['ColourOWSCHCS:"Red"', 'TastesOWSCHCM:"sour"'] }), 'Fruitapple');
    assert.equal(titles(await rest(`search/query?querytext='${within}'&selectproperties='Title'&refinementfilters='ColourOWSCHCS:equals("Red"),TastesOWSCHCM:"sour"'`)), 'Fruitapple');
  });

  it('are refused when they cannot be read', async () => {
    for (const filter of ['(', 'Title:', 'Title:equals(', 'x y', 'range(1,2)', 'Title:nonsense("a")', 'PriceOWSNMBR:range(a,b)', 'RipeOWSDATE:range(x, max)', '"a', `${'not('.repeat(100)}"a"${')'.repeat(100)}`]) {
      assert.match(refusal(await post({ Querytext: within, RefinementFilters: [filter] })), /^400 .* We didn't understand your search terms\./, filter.slice(0, 30));
    }
    assert.match(refusal(await post({ Querytext: within, RefinementFilters: ['near("a","b")'] })), /^501 /);
    assert.match(refusal(await post({ Querytext: within, RefinementFilters: 5 })), /^400 /);
  });

  it('may be the query itself', async () => {
    assert.equal(await found({ Querytext: `and(ListID:"${id}",Title:"fruitl*")`, EnableFQL: true }), 'Fruitlime');
  });

  it('come from PnPjs with refiners', async () => {
    const results = await sp.search({ Querytext: within, Refiners: 'ColourOWSCHCS', RefinementFilters: ['ColourOWSCHCS:equals("Red")'], RowLimit: 1 });
    const refiners = results.RawSearchResults.PrimaryQueryResult?.RefinementResults?.Refiners ?? [];
    assert.deepEqual([results.TotalRows, results.RowCount, refiners[0]?.Entries.map(({ RefinementName }) => RefinementName)], [2, 1, ['Red']]);
  });
});

describe('columns of lists', () => {
  it('are selected, found and sorted by under the names of their automatic managed properties', async () => {
    const reply = await post({ Querytext: `${within} PriceOWSNMBR>4`, SelectProperties: ['Title', 'TitleOWSTEXT', 'PriceOWSNMBR', 'ColourOWSCHCS', 'TastesOWSCHCM', 'RipeOWSDATE', 'RefinableString00'], SortList: [{ Property: 'PriceOWSNMBR', Direction: '1' }], RowLimit: '500' });
    const rows = primary(reply).RelevantResults.Table.Rows.map(({ Cells }) => Cells.slice(1, 7).map(({ Value }) => Value));
    assert.deepEqual(rows, [['Fruitplain', '12.5', null, null, null, null], ['Fruitcherry', '8', 'Red', 'sweet', '2026-06-10T12:00:00Z', null], ['Fruitlime', '5', 'Green', 'sour', '2026-03-05T12:00:00Z', null]]);
    assert.equal(titles(await post({ Querytext: 'SortofOWSTEXT:elst*', SelectProperties: ['Title'] })), 'Fruitapple');
    assert.equal(titles(await post({ Querytext: `${within} RipeOWSDATE:6/10/2026`, SelectProperties: ['Title'] })), 'Fruitcherry');
    assert.match(refusal(await post({ Querytext: `${within} RipeOWSDATE:13/40/2026` })), /^400 /);
    assert.equal(titles(await post({ Querytext: `${within} RipeOWSDATE>=2026-06-01`, SelectProperties: ['Title'], SortList: [{ Property: 'RipeOWSDATE', Direction: 0 }] })), 'Fruitcherry|Fruitapple');
  });
});

describe('collapsing', () => {
  it('keeps so many of a kind, and says how many there are', async () => {
    const collapsed = async (CollapseSpecification: string, order = 'ListItemID'): Promise<[string, number, number]> => {
      const reply = await post({ Querytext: within, SelectProperties: ['Title'], SortList: [{ Property: order, Direction: 0 }], CollapseSpecification });
      const { TotalRows, TotalRowsIncludingDuplicates } = primary(reply).RelevantResults;
      return [titles(reply), TotalRows, TotalRowsIncludingDuplicates];
    };
    assert.deepEqual(await collapsed('ColourOWSCHCS'), ['Fruitapple|Fruitlime|Fruitplain', 3, 4]);
    assert.deepEqual(await collapsed('Author:2'), ['Fruitapple|Fruitcherry|Fruitlime', 3, 4]);
    assert.deepEqual(await collapsed('Author:1 ColourOWSCHCS:1'), ['Fruitapple|Fruitlime', 2, 4]);
    assert.deepEqual(await collapsed('Author,ColourOWSCHCS:1'), ['Fruitapple|Fruitlime|Fruitplain', 3, 4]);
    assert.match(refusal(await post({ Querytext: within, CollapseSpecification: 'Nonsense:1' })), /^400 .*Invalid parameter: CollapseSpecification\./);
  });
});

describe('what a template stands for', () => {
  it('is put in its place, or left out', async () => {
    for (const [QueryTemplate, expected] of Object.entries({
      '{searchTerms} AND Title:fruitlime': 'Fruitlime', '{searchTerms} Author:"{User.Name}" PriceOWSNMBR<5': 'Fruitapple', '{searchTerms} Created>={Today-1} AND Title:fruitl*': 'Fruitlime', '{searchTerms} Created<{Today-1}': '',
      '{searchTerms} Path:"{Site.URL}" AND Title:fruitl*': 'Fruitlime', '{searchTerms} {?Title:{Page.Title}} {?{User.Email}}': '', '{searchTerms} {?Author:{QueryString.who}} SiteId:{SiteCollection.ID} WebId:{Site.ID} AND Title:fruitl*': 'Fruitlime',
    })) assert.equal(await found({ QueryTemplate }), expected, QueryTemplate);
  });
});

describe('OData 4', () => {
  it('is not spoken, as SPFx developers know', async () => {
    const { status, json } = await rest(`search/query?querytext='fruitlime'`, { headers: { accept: 'application/json', 'odata-version': '4.0' } });
    assert.deepEqual([status, json], [500, { error: { code: '-1, Microsoft.SharePoint.Client.UnknownError', message: 'Unknown Error' } }]);
    const bare = await rest(`search/query?querytext='fruitlime'`, { headers: { accept: 'application/json;odata.metadata=none', 'odata-version': '4.0' } });
    assert.deepEqual([bare.status, 'PrimaryQueryResult' in bare.json], [200, true], 'as the people directory of the SharePoint Starter Kit asks');
  });
});

describe('other ways to ask', () => {
  it('sources, brackets in the address, random and no order, limits', async () => {
    assert.equal(titles(await rest(`search/query(querytext='${within}',rowlimit=1,selectproperties='Title',sortlist='ListItemID:descending')`)), 'Fruitplain');
    const random = (seed: number): Promise<string> => found({ SortList: [{ Property: `[random:seed=${seed}]`, Direction: 0 }] });
    assert.deepEqual([await random(5), (await random(7)).length], [await random(5), (await random(5)).length]);
    assert.equal(await found({ EnableSorting: false }), 'Fruitapple|Fruitcherry|Fruitlime|Fruitplain');
    assert.equal(await found({ SortList: [{ Property: '[DocId]', Direction: 1 }] }), 'Fruitplain|Fruitlime|Fruitcherry|Fruitapple');
    assert.equal((await found({ RowsPerPage: 2 })).split('|').length, 2);
    assert.match(refusal(await post({ Querytext: within, StartRow: 50_001 })), /^400 .*SearchServiceException We didn't understand your search terms\./);
    assert.equal(refusal(await post({ Querytext: within, QueryTemplate: { results: [] } })), "400 -1, Microsoft.Data.OData.ODataException An unexpected 'StartObject' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.");
    assert.deepEqual([await found({ Querytext: `${within} IndexDocId>0`, SortList: [{ Property: '[DocId]', Direction: 0 }] }), await found({ Querytext: `${within} IndexDocId>999999` })], ['Fruitapple|Fruitcherry|Fruitlime|Fruitplain', '']);
    assert.equal((await post({ Querytext: within, SourceId: 'ba63bbae-fa9c-42c0-b027-9a878f16557c' })).status, 200);
    assert.match(refusal(await post({ Querytext: within, SourceId: '203fba36-2763-4060-9931-911ac8c0583b' })), /^501 /);
  });

  it('words near each other, synonyms, and what comes first', async () => {
    const { path: notes } = await newList(rest, 'Notes', ['<Field Type="Note" Name="Body" DisplayName="Body" />']);
    await addItem(rest, notes, { Title: 'Nearnote one', Body: 'the quick brown fox jumps over the lazy dog' });
    await addItem(rest, notes, { Title: 'Nearnote two', Body: 'a dog that is quick' });
    const near = async (text: string): Promise<string> => titles(await post({ Querytext: `(${text}) Title:nearnote`, SelectProperties: ['Title'], SortList: [{ Property: 'ListItemID', Direction: 0 }] }));
    for (const [text, expected] of Object.entries({
      'quick NEAR fox': 'Nearnote one', 'fox NEAR(1) quick': 'Nearnote one', 'fox NEAR(0) quick': '', 'fox NEAR(n=0) jumps': 'Nearnote one', 'quick ONEAR(8) dog': 'Nearnote one', 'dog ONEAR quick': 'Nearnote two', 'quick NEAR dog': 'Nearnote one|Nearnote two',
      '"brown fox" NEAR(2) la*': '', '"brown fox" NEAR(3) la*': 'Nearnote one', 'WORDS(fox, that)': 'Nearnote one|Nearnote two', 'the ONEAR(3) fox ONEAR(3) lazy': 'Nearnote one',
    })) assert.equal(await near(text), expected, text);
    const first = async (text: string, request: object = {}): Promise<string> => titles(await post({ Querytext: text, SelectProperties: ['Title'], ...request }));
    for (const [MatchType, MatchValue] of [[0, 'fox'], ['1', 'one'], [2, 'nearnote one'], [8, 'Title:one']] as const) {
      assert.equal(await first('Title:nearnote', { ReorderingRules: [{ MatchType, MatchValue, Boost: 10 }] }), 'Nearnote one|Nearnote two', MatchValue);
      assert.equal(await first('Title:nearnote', { ReorderingRules: [{ MatchType, MatchValue, Boost: '-10' }] }), 'Nearnote two|Nearnote one', MatchValue);
    }
    for (const rule of [{ MatchType: 9, MatchValue: 'a', Boost: 1 }, { MatchType: 0, Boost: 1 }, { MatchType: 0, MatchValue: 'a', Boost: 'x' }]) assert.match(refusal(await post({ Querytext: 'a', ReorderingRules: [rule] })), /^400 /);
    assert.deepEqual([await first('Title:nearnote XRANK(cb=100) fox'), await first('(Title:nearnote) XRANK(cb=50, rb=0.1) "dog that"')], ['Nearnote one|Nearnote two', 'Nearnote two|Nearnote one']);
  });
});
