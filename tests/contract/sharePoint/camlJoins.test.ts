import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf } from './pnp.ts';
import { addItem, editor, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
let id: string;
let path: string;
let places: { path: string; id: string };
let group: number;
before(async () => {
  sp = pnpOf(sharePoint);
  places = await newList(rest, 'Places', ['<Field Type="Text" Name="Country" DisplayName="Country"/>']);
  for (const [Title, Country] of [['Utrecht', 'Netherlands'], ['Gent', 'Belgium'], ['Brugge', 'Belgium']]) await addItem(rest, places.path, { Title, Country });
  ({ id, path } = await newList(rest, 'Trips', [
    `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`, '<Field Type="User" Name="Helper" DisplayName="Helper" UserSelectionMode="1"/>',
  ]));
  group = (await sp.web.siteGroups.add({ Title: 'Walkers' })).Id;
  const { LoginName, Id: visitorId } = await sp.web.ensureUser(visitor);
  await sp.web.siteGroups.getById(group).users.add(LoginName);
  await addItem(rest, path, { Title: 'a', PlaceId: 1, HelperId: group });
  await addItem(rest, path, { Title: 'b', PlaceId: 2, HelperId: visitorId });
  await addItem(rest, path, { Title: 'c', PlaceId: 3 });
  await addItem(rest, path, { Title: 'd' });
});

const getItems = async (xml: string, as?: string): Promise<string> => {
  const reply = await rest(`${path}/getitems?$select=Title`, { body: { query: { ViewXml: xml } }, ...(as === undefined ? {} : { as }) });
  return reply.status === 200 ? values<{ Title: string }>(reply).map(({ Title }) => Title).join('') : refusal(reply);
};
const where = (xml: string, as?: string): Promise<string> => getItems(`<View><Query><Where>${xml}</Where></Query></View>`, as);
const membership = (type: string, more = ''): string => `<Membership Type="${type}" ${more}><FieldRef Name="Helper"/></Membership>`;

describe('CAML: Membership', () => {
  it('finds what is assigned to the groups of who asks, also with the documented "or to me"', async () => {
    assert.equal(await where(membership('CurrentUserGroups'), visitor), 'a');
    assert.equal(await where(membership('CurrentUserGroups'), editor), '');
    assert.equal(await where(`<Or>${membership('CurrentUserGroups')}<Eq><FieldRef Name="Helper"/><Value Type="Integer"><UserID/></Value></Eq></Or>`, visitor), 'ab');
  });

  it('knows the other documented types', async () => {
    assert.equal(await where(membership('SPGroup', `ID="${group}"`)), 'b');
    assert.equal(await where(membership('SPGroup', 'ID="9999"')), '');
    assert.equal(await where(membership('SPWeb.Groups')), 'a');
    assert.equal(await where(membership('SPWeb.AllUsers')), 'b');
    assert.equal(await where(membership('SPWeb.Users')), '');
  });

  it('finds nothing by the members of a group that hides them', async () => {
    await sp.web.siteGroups.getById(group).update({ OnlyAllowMembersViewMembership: true });
    assert.equal(await where(membership('SPGroup', `ID="${group}"`), editor), '');
    assert.equal(await where(membership('SPGroup', `ID="${group}"`), visitor), 'b');
  });

  it('refuses other types, columns and ids', async () => {
    for (const xml of [membership('Everybody'), membership('SPGroup'), membership('SPGroup', 'ID="1 OR 1"'), '<Membership Type="CurrentUserGroups"><FieldRef Name="Title"/></Membership>', '<Membership Type="CurrentUserGroups"/>', '<Membership><FieldRef Name="Helper"/></Membership>']) {
      assert.match(await where(xml), /^500 -2147467259, Microsoft\.SharePoint\.SPException Cannot complete this action/, xml);
    }
  });
});

const join = (type: string, more = ''): string => `<Joins><Join Type="${type}" ListAlias="places"><Eq><FieldRef Name="Place" RefType="Id" ${more}/><FieldRef List="places" Name="ID"/></Eq></Join></Joins>`;
const projected = '<ProjectedFields><Field Name="PlaceCountry" Type="Lookup" List="places" ShowField="Country"/></ProjectedFields>';
const inBelgium = '<Where><Eq><FieldRef Name="PlaceCountry"/><Value Type="Text">belgium</Value></Eq></Where>';

describe('CAML: Joins and ProjectedFields', () => {
  it('filters and sorts by a column of the joined list', async () => {
    assert.equal(await getItems(`<View>${join('LEFT')}${projected}<Query>${inBelgium}</Query></View>`), 'bc');
    assert.equal(await getItems(`<View>${join('LEFT')}${projected}<Query><OrderBy><FieldRef Name="PlaceCountry" Ascending="FALSE"/><FieldRef Name="Title"/></OrderBy></Query></View>`), 'abcd');
    assert.equal(await getItems(`<View>${join('LEFT')}</View>`), 'abcd');
    assert.equal(await getItems(`<View>${join('INNER')}</View>`), 'abc');
  });

  it('shows no item of the joined list that the person may not see', async () => {
    await rest(`${places.path}/items(3)/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal(await getItems(`<View>${join('INNER')}</View>`, visitor), 'ab');
    assert.equal(await getItems(`<View>${join('LEFT')}${projected}<Query>${inBelgium}</Query></View>`, visitor), 'b');
    await rest(`${places.path}/items(3)/resetroleinheritance`, { method: 'POST' });
  });

  it('writes projected columns in RenderListDataAsStream', async () => {
    const { Row: rows } = await sp.web.lists.getById(id).renderListDataAsStream({ ViewXml: `<View>${join('INNER')}${projected}<ViewFields><FieldRef Name="Title"/><FieldRef Name="PlaceCountry"/></ViewFields><Query>${inBelgium}</Query></View>` });
    assert.deepEqual(rows.map((row: Json) => [row['Title'], row['PlaceCountry']]), [['b', [{ lookupId: 2, lookupValue: 'Belgium', isSecretFieldValue: false }]], ['c', [{ lookupId: 3, lookupValue: 'Belgium', isSecretFieldValue: false }]]]);
  });

  it('joins lists of joined lists, and people', async () => {
    const tours = await newList(rest, 'Tours', [`<Field Type="Lookup" Name="Trip" DisplayName="Trip" List="${id}" ShowField="Title"/>`]);
    for (const [Title, TripId] of [['north', 1], ['south', 2], ['east', 3], ['none', null]] as const) await addItem(rest, tours.path, { Title, TripId });
    const joins = '<Joins><Join Type="LEFT" ListAlias="trips"><Eq><FieldRef Name="Trip" RefType="Id"/><FieldRef List="trips" Name="ID"/></Eq></Join>'
      + '<Join Type="LEFT" ListAlias="places"><Eq><FieldRef List="trips" Name="Place" RefType="Id"/><FieldRef List="places" Name="ID"/></Eq></Join>'
      + '<Join Type="LEFT" ListAlias="helper"><Eq><FieldRef List="trips" Name="Helper" RefType="Id"/><FieldRef List="helper" Name="ID"/></Eq></Join></Joins>';
    const fields = '<ProjectedFields><Field Name="Country" Type="Lookup" List="places" ShowField="Country"/><Field Name="Who" Type="Lookup" List="helper" ShowField="Title"/></ProjectedFields>';
    const rows = async (query: string, more = joins): Promise<Json[]> => (await sp.web.lists.getById(tours.id).renderListDataAsStream({ ViewXml: `<View>${more}${fields}<ViewFields><FieldRef Name="Title"/><FieldRef Name="Country"/><FieldRef Name="Who"/></ViewFields><Query>${query}</Query></View>` })).Row as Json[];
    const text = (value: unknown): unknown => (value as Json[])[0]?.['lookupValue'];
    assert.deepEqual((await rows('<OrderBy><FieldRef Name="Country"/><FieldRef Name="Title"/></OrderBy>')).map((row) => [row['Title'], text(row['Country']), text(row['Who'])]), [
      ['none', undefined, undefined], ['east', 'Belgium', undefined], ['south', 'Belgium', 'Yusuf Demir'], ['north', 'Netherlands', 'Walkers'],
    ]);
    assert.deepEqual((await rows('<Where><Eq><FieldRef Name="Country"/><Value Type="Text">Belgium</Value></Eq></Where>')).map((row) => row['Title']), ['south', 'east']);
    assert.deepEqual((await rows('<Where><BeginsWith><FieldRef Name="Who"/><Value Type="Text">yusuf</Value></BeginsWith></Where>')).map((row) => row['Title']), ['south']);
    assert.deepEqual((await rows('', joins.replace('Type="LEFT" ListAlias="helper"', 'Type="INNER" ListAlias="helper"'))).map((row) => row['Title']), ['north', 'south']);
  });

  it('refuses what it cannot read, and names what is not here', async () => {
    for (const xml of [`<View>${projected}</View>`, `<View>${join('OUTER')}</View>`, '<View><Joins><Join Type="LEFT"/></Joins></View>', `<View>${join('LEFT').replace('Name="Place"', 'Name="Title"')}</View>`]) assert.match(await getItems(xml), /^500 -2147467259/, xml);
    assert.match(await getItems(`<View>${join('LEFT')}${projected.replace('Country"/', 'None"/')}<Query>${inBelgium}</Query></View>`), /^500 .*One or more field types/);
    assert.match(await getItems(`<View>${join('LEFT', 'List="other"')}</View>`), /^500 -2147467259/);
  });
});

describe('CAML: GroupBy and OverrideViewXml', () => {
  it('sorts by groups first in GetItems', async () => {
    await rest(`${path}/items(4)`, { body: { PlaceId: 2 }, headers: merge });
    assert.equal(await getItems('<View><Query><GroupBy><FieldRef Name="Place"/></GroupBy><OrderBy><FieldRef Name="Title" Ascending="FALSE"/></OrderBy></Query></View>'), 'cdba');
  });

  it('puts the condition of OverrideViewXml beside that of the view', async () => {
    const view = '<View><Query><Where><Neq><FieldRef Name="Title"/><Value Type="Text">a</Value></Neq></Where></Query><RowLimit>2</RowLimit></View>';
    const titles = async (OverrideViewXml: string): Promise<unknown> => (await sp.web.lists.getById(id).renderListDataAsStream({ ViewXml: view, OverrideViewXml })).Row.map((row: Json) => row['Title']);
    const condition = '<Where><Geq><FieldRef Name="ID"/><Value Type="Counter">3</Value></Geq></Where>';
    assert.deepEqual(await titles(''), ['b', 'c']);
    for (const xml of [condition, `<Query>${condition}</Query>`, `<View><Query>${condition}</Query><RowLimit>1</RowLimit></View>`]) assert.deepEqual(await titles(xml), ['c', 'd']);
    assert.match(refusal(await rest(`${path}/renderlistdataasstream`, { body: { parameters: { OverrideViewXml: '<Where' } } })), /^500 -2147467259/);
    assert.equal((await rest(`${path}/renderlistdataasstream`, { body: { parameters: { RenderOptions: 2050 } } })).status, 200);
  });
});
