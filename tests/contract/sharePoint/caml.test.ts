import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, addMany, newList, refusal, restOf, values, visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
before(async () => {
  const places = await newList(rest, 'Places');
  for (const Title of ['Utrecht', 'Gent']) await addItem(rest, places.path, { Title });
  const lookup = `List="${places.id}" ShowField="Title"`;
  ({ path } = await newList(rest, 'Caml', [
    '<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>',
    `<Field Type="Lookup" Name="Place" DisplayName="Place" ${lookup}/>`, `<Field Type="LookupMulti" Name="Places" DisplayName="Places" ${lookup} Mult="TRUE"/>`, '<Field Type="User" Name="Helper" DisplayName="Helper"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>',
  ]));
  const { Id: HelperId } = (await rest(`web/ensureuser('${visitor}')`, { method: 'POST' })).json;
  await addItem(rest, path, { Title: 'Ant & bee', Points: 1, Done: true, Due: `${day(0)}T23:00:00Z`, Body: '<p>About tea</p>', PlaceId: 1, PlacesId: [1, 2], HelperId, Tags: ['a', 'b'] });
  await addItem(rest, path, { Title: 'Bear', Points: 2, Done: false, Due: `${day(-1)}T01:00:00Z`, Body: 'About coffee', PlaceId: 2, PlacesId: [2], Tags: ['b'] });
  await addItem(rest, path, { Title: 'Cat', Points: 3 });
});

const getItems = async (viewXml: string, query = ''): Promise<string> => {
  const reply = await rest(`${path}/getitems?$select=Id${query}`, { body: { query: { ViewXml: viewXml } } });
  return reply.status === 200 ? values<{ Id: number }>(reply).map(({ Id }) => Id).join() : refusal(reply);
};
const where = (xml: string): Promise<string> => getItems(`<View><Query><Where>${xml}</Where></Query></View>`);
const one = (operator: string, field: string, value: string, more = ''): string => `<${operator}><FieldRef Name="${field}" ${more}/>${value}</${operator}>`;
const value = (text: string, type = 'Text', more = ''): string => `<Value Type="${type}" ${more}>${text}</Value>`;

const conditions: readonly (readonly [string, string])[] = [
  [one('Eq', 'Title', value('ANT &amp; bee')), '1'], [one('Eq', 'Title', value('ANT &#38; bee')), '1'], [one('Neq', 'Title', value('Cat')), '1,2'], [one('BeginsWith', 'Title', value('b')), '2'], [one('Contains', 'Title', value('a')), '1,2,3'], [one('Contains', 'Body', value('TEA')), '1'],
  [one('Gt', 'Points', value('1', 'Number')), '2,3'], [one('Geq', 'Points', value('2', 'Number')), '2,3'], [one('Lt', 'Points', value('2', 'Number')), '1'], [one('Leq', 'Points', value('2', 'Number')), '1,2'], [one('Eq', 'ID', value('3', 'Counter')), '3'],
  [one('IsNull', 'Due', ''), '3'], [one('IsNotNull', 'Due', ''), '1,2'], [one('Eq', 'Done', value('1', 'Boolean')), '1'], [one('Neq', 'Done', value('1', 'Boolean')), '2,3'],
  [`<In><FieldRef Name="Title"/><Values>${value('bear')}${value('CAT')}</Values></In>`, '2,3'], [`<In><FieldRef Name="Points"/><Values>${value('1', 'Number')}${value('9', 'Number')}</Values></In>`, '1'], ['<In><FieldRef Name="Points"/><Values/></In>', ''],
  [one('Eq', 'Due', value('<Today/>', 'DateTime')), '1'], [one('Lt', 'Due', value('<Today/>', 'DateTime')), '2'], [one('Geq', 'Due', value('<Today OffsetDays="-1"/>', 'DateTime')), '1,2'], [one('Leq', 'Due', value(`${day(-1)}T00:00:00Z`, 'DateTime')), '2'], [one('Gt', 'Due', value(day(-1), 'DateTime')), '1'], [one('Neq', 'Due', value(day(0), 'DateTime')), '2,3'],
  [one('Gt', 'Due', value(`${day(0)}T12:00:00Z`, 'DateTime', 'IncludeTimeValue="TRUE"')), '1'], [one('Lt', 'Due', value(`${day(0)}T23:30:00Z`, 'DateTime', 'IncludeTimeValue="TRUE"')), '1,2'],
  [one('Eq', 'Place', value('Gent', 'Lookup')), '2'], [one('Eq', 'Place', value('2', 'Lookup'), 'LookupId="TRUE"'), '2'], [one('BeginsWith', 'Place', value('ut')), '1'], [one('Includes', 'Places', value('1', 'Integer'), 'LookupId="TRUE"'), '1'], [one('NotIncludes', 'Places', value('1', 'Integer'), 'LookupId="TRUE"'), '2,3'], [one('Eq', 'Places', value('Utrecht', 'Lookup')), '1'],
  [one('Eq', 'Author', value('<UserID/>', 'Integer'), 'LookupId="TRUE"'), '1,2,3'], [one('Eq', 'Helper', value('Yusuf Demir', 'User')), '1'], [one('Eq', 'Tags', value('b')), '1,2'], [one('Neq', 'Tags', value('a')), '2,3'],
  [`<And>${one('Gt', 'Points', value('1', 'Number'))}<Or>${one('Eq', 'Title', value('Cat'))}${one('IsNotNull', 'Tags', '')}</Or></And>`, '2,3'], [one('Eq', 'LinkTitle', value('Cat')), '3'], [one('Eq', 'FSObjType', value('0', 'Integer')), '1,2,3'],
];

describe('CAML', () => {
  for (const [xml, found] of conditions) it(xml.slice(0, 140), async () => assert.equal(await where(xml), found));

  it('sorts, limits and pages', async () => {
    assert.equal(await getItems('<View><Query><OrderBy><FieldRef Name="Points" Ascending="FALSE"/></OrderBy></Query><RowLimit>2</RowLimit></View>'), '3,2');
    assert.equal(await getItems('<View><Query><OrderBy><FieldRef Name="Place"/><FieldRef Name="ID" Ascending="FALSE"/></OrderBy></Query></View>'), '3,2,1', 'lookups sort by what is shown');
    const second = await rest(`${path}/getitems?$select=Id`, { body: { query: { ViewXml: '<View><RowLimit Paged="TRUE">2</RowLimit></View>', ListItemCollectionPosition: { PagingInfo: 'Paged=TRUE&p_ID=2' } } } });
    assert.deepEqual(values(second), [{ Id: 3, ID: 3 }]);
    assert.equal(await getItems(''), '1,2,3');
  });

  it('without a row limit gives all items, or is refused above the threshold', async () => {
    const { path: many, id } = await newList(rest, 'Many', ['<Field Type="Number" Name="N" DisplayName="N" Indexed="TRUE"/>']);
    const url = `${sharePoint.site}/_api/web/lists(guid'${id}')`;
    await addMany(rest, url, Array.from({ length: 300 }, (_, N) => ({ Title: 'x', N })));
    assert.equal(values(await rest(`${many}/getitems`, { body: { query: { ViewXml: '<View/>' } } })).length, 300);
    await addMany(rest, url, Array.from({ length: 4800 }, (_, N) => ({ Title: 'x', N })));
    const ask = async (xml: string): Promise<string> => { const reply = await rest(`${many}/getitems?$select=Id`, { body: { query: { ViewXml: xml } } }); return reply.status === 200 ? String(values(reply).length) : refusal(reply); };
    assert.match(await ask('<View/>'), /^500 -2147024860, Microsoft\.SharePoint\.SPQueryThrottledException/);
    assert.equal(await ask('<View><RowLimit>10</RowLimit></View>'), '10');
    assert.match(await ask(`<View><Query><Where>${one('Eq', 'Title', value('x'))}</Where></Query><RowLimit>10</RowLimit></View>`), /^500 -2147024860/);
    assert.equal(await ask(`<View><Query><Where>${one('Lt', 'N', value('5', 'Number'))}</Where></Query></View>`), '10');
  });

  it('finds what overlaps a day, a month, a year (DateRangesOverlap)', async () => {
    const { path: events } = await newList(rest, 'Events', ['<Field Type="DateTime" Name="Begins" DisplayName="Begins"/>', '<Field Type="DateTime" Name="Ends" DisplayName="Ends"/>']);
    const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString();
    for (const [Title, Begins, Ends] of [['now', day(-1), day(1)], ['past', day(-800), day(-799)], ['open', day(0), null], ['far', day(800), day(801)]] as const) await addItem(rest, events, { Title, Begins, Ends });
    const overlapping = async (range: string): Promise<string> => values<{ Title: string }>(await rest(`${events}/getitems?$select=Title`, { body: { query: { ViewXml: `<View><Query><Where><DateRangesOverlap><FieldRef Name="Begins"/><FieldRef Name="Ends"/><FieldRef Name="ID"/><Value Type="DateTime">${range}</Value></DateRangesOverlap></Where></Query></View>` } } })).map(({ Title }) => Title).join();
    for (const range of ['<Today/>', '<Week/>', '<Month/>', '<Year/>']) assert.equal(await overlapping(range), 'now,open', range);
    assert.match(await overlapping('<Now/>'), /^now/);
    assert.equal(await overlapping(day(-800).slice(0, 10)), 'past');
    assert.equal(await overlapping(day(400).slice(0, 10)), '');
    assert.match(await where('<DateRangesOverlap><FieldRef Name="Title"/><Value Type="DateTime"><Month/></Value></DateRangesOverlap>'), /^500 /);
  });

  it('sorts by Id where OrderBy names nothing (UseIndexForOrderBy, Override)', async () => {
    assert.equal(await getItems('<View><Query><OrderBy Override="TRUE" UseIndexForOrderBy="TRUE"/></Query></View>'), await getItems('<View/>'));
  });

  it('refuses what it cannot read, and names what is not here', async () => {
    for (const xml of ['<View', '<Query/>', '<View><Query><Where><Eq/></Where></Query></View>', '<View><Query><Where><And></And></Where></Query></View>', '<View><Query><Where><constructor><FieldRef Name="Title"/><Value>x</Value></constructor></Where></Query></View>',
      '<View><RowLimit>many</RowLimit></View>', '<View><Query><OrderBy><FieldRef/></OrderBy></Query></View>', '<!DOCTYPE a [<!ENTITY b "c">]><View><RowLimit>&b;</RowLimit></View>', `<View><Query><Where>${one('Eq', 'Due', value('<Today OffsetDays="much"/>', 'DateTime'))}</Where></Query></View>`,
      `<View><Query><Where>${'<And>'.repeat(5000)}${'</And>'.repeat(5000)}</Where></Query></View>`, `<View><Query><Where>${one('Eq', 'Due', value('soon', 'DateTime'))}</Where></Query></View>`]) {
      assert.match(await getItems(xml), /^500 -2147467259, Microsoft\.SharePoint\.SPException Cannot complete this action/, xml.slice(0, 100));
    }
    assert.match(await where(one('Eq', 'Nope', value('x'))), /^500 .*One or more field types are not installed properly/);
    assert.match(await getItems('<View><Aggregations Value="On"><FieldRef Name="Points" Type="Average"/></Aggregations></View>'), /^500 /);
    assert.match(refusal(await rest(`${path}/getitems`, { body: {} })), /^400/);
  });
});
