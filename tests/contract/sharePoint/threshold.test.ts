import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, addMany, merge, newList, refusal, restOf, values } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
before(async () => {
  const list = await newList(rest, 'Large', ['<Field Type="Number" Name="Parent" DisplayName="Parent" Indexed="TRUE"/>', '<Field Type="Text" Name="Loose" DisplayName="Loose"/>', '<Field Type="User" Name="Who" DisplayName="Who" Indexed="TRUE"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due" Indexed="TRUE"/>']);
  path = list.path;
  await addMany(rest, `${sharePoint.site}/_api/web/lists(guid'${list.id}')`, Array.from({ length: 5100 }, (_, at) => ({ Title: `${at}`, Parent: at % 4, Loose: 'x', WhoId: 6, Due: at < 100 ? '2026-01-01T00:00:00Z' : '2026-06-01T00:00:00Z' })));
});

const refused = '500 -2147024860, Microsoft.SharePoint.SPQueryThrottledException The attempted operation is prohibited because it exceeds the list view threshold.';
const get = async (query: string): Promise<string> => {
  const reply = await rest(`${path}/items?$select=Id&${query}`);
  return reply.status === 200 ? String(values(reply).length) : refusal(reply);
};

/** What is asked of a list of 5,100 items, and the number of rows, or that it is refused. */
const queries: readonly (readonly [string, string])[] = [
  ['$top=3', '3'], ['$orderby=Id desc&$top=3', '3'], ['$orderby=Parent desc&$top=3', '3'], ['$filter=Parent eq 1&$top=5000', '1275'], ['$filter=Parent eq 1&$orderby=Title&$top=2', '2'], ["$filter=Id gt 5000 and Loose eq 'x'", '100'], ["$filter=Loose eq 'x' and Id le 20", '20'],
  ["$filter=Due eq datetime'2026-01-01T00:00:00Z'", '100'], ['$filter=Parent eq 1 or Parent eq 2&$top=2', '2'],
  ["$filter=Loose eq 'x'&$top=1", refused], ['$orderby=Loose&$top=1', refused], ['$orderby=Created desc&$top=1', refused], ["$filter=substringof('1',Title)", refused], ['$filter=Id gt 0', refused], ["$filter=Loose eq 'x' or Parent eq 1", refused], ['$filter=Parent ne 1', refused], ['$filter=not (Parent eq 1)', refused],
  ['$filter=WhoId eq 6&$top=1', refused], ["$filter=Author/Title eq 'x'", refused], ['$orderby=Parent,Title&$top=1', refused], ["$filter=Due eq datetime'2026-06-01T00:00:00Z' and Loose eq 'y'", '0'],
];

describe('the list view threshold', () => {
  for (const [query, expected] of queries) it(query, async () => assert.equal(await get(query), expected));

  it('refuses a new index on a list above it', async () => {
    assert.equal(refusal(await rest(`${path}/fields/getbytitle('Loose')`, { body: { Indexed: true }, headers: merge })), refused);
  });

  it('is the same for a stream and its pages', async () => {
    const stream = async (viewXml: string): Promise<string> => { const reply = await rest(`${path}/renderlistdataasstream`, { body: { parameters: { ViewXml: viewXml } } }); return reply.status === 200 ? String((reply.json['Row'] as unknown[]).length) : refusal(reply); };
    assert.equal(await stream('<View><RowLimit Paged="TRUE">10</RowLimit></View>'), '10');
    assert.equal(await stream('<View><Query><Where><Eq><FieldRef Name="Loose"/><Value Type="Text">x</Value></Eq></Where></Query><RowLimit>10</RowLimit></View>'), refused);
  });
});

describe('lookup columns', () => {
  it('twelve in a query, and no more', async () => {
    const list = await newList(rest, 'Lookups', Array.from({ length: 12 }, (_, at) => `<Field Type="User" Name="P${at}" DisplayName="P${at}"/>`));
    await addItem(rest, list.path, { Title: 'x', P0Id: 6 });
    const expand = (count: number): string => { const names = Array.from({ length: count }, (_, at) => at < 12 ? `P${at}` : 'Author'); return `$select=Id,${names.map((name) => `${name}/Title`).join()}&$expand=${names.join()}`; };
    assert.equal((await rest(`${list.path}/items?${expand(12)}`)).status, 200);
    const tooMany = '500 -2147024749, Microsoft.SharePoint.SPQueryThrottledException The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.';
    assert.equal(refusal(await rest(`${list.path}/items?${expand(13)}`)), tooMany);
    assert.equal(refusal(await rest(`${list.path}/items?$filter=${Array.from({ length: 12 }, (_, at) => `P${at}Id eq 6`).join(' or ')} or AuthorId eq 6`)), tooMany);
  });
});
