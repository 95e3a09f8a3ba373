import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, merge, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
let listId: string;
before(async () => {
  const places = await newList(rest, 'Places', ['<Field Type="Number" Name="Size" DisplayName="Size"/>']);
  for (const [Title, Size] of [['Utrecht', 3], ['Gent', 2]] as const) await addItem(rest, places.path, { Title, Size });
  const lookup = `List="${places.id}" ShowField="Title"`;
  ({ path, id: listId } = await newList(rest, "It's a query", [
    '<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due"/>',
    `<Field Type="Lookup" Name="Place" DisplayName="Place" ${lookup}/>`, `<Field Type="LookupMulti" Name="Places" DisplayName="Places" ${lookup} Mult="TRUE"/>`,
    '<Field Type="User" Name="Helper" DisplayName="Helper"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="Guid" Name="Code" DisplayName="Code"/>', '<Field Type="Text" Name="_Odd" DisplayName="_Odd one"/>',
  ]));
  const { Id: HelperId } = (await rest(`web/ensureuser('${visitor}')`, { method: 'POST' })).json;
  await addItem(rest, path, { Title: "O'Brien & Söhne 100%", Points: 1, Done: true, Due: '2026-01-10T08:00:00Z', PlaceId: 1, PlacesId: [1, 2], HelperId, Tags: ['a', 'b'], Code: 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'.toLowerCase(), OData__Odd: 'odd' });
  await addItem(rest, path, { Title: 'Two_x', Points: 2.5, Done: false, Due: '2026-02-10T08:00:00Z', PlaceId: 2, PlacesId: [2], Tags: ['b'] });
  await addItem(rest, path, { Title: 'three', Points: -3 });
});

const ids = async (query: string): Promise<string> => {
  const reply = await rest(`${path}/items?$select=Id&${query}`);
  return reply.status === 200 ? values<{ Id: number }>(reply).map(({ Id }) => Id).join() : refusal(reply);
};

/** Each filter, encoded as a client encodes it, and the ids that it finds. */
const filters: readonly (readonly [string, string])[] = [
  ["Title eq 'O''Brien & Söhne 100%'", '1'], ["Title eq 'TWO_X'", '2'], ["Title ne 'three'", '1,2'], ["startswith(Title,'o''b')", '1'], ["substringof('_x',Title)", '2'], ["substringof('%',Title)", '1'],
  ["substringof('hree',Title) eq false", '1,2'], ["not startswith(Title,'T')", '1'], ['Points gt 1', '2'], ['Points ge 2.5', '2'], ['Points lt 0', '3'], ['Points le 1 and Points ge -3', '1,3'], ['Points eq 2.5', '2'],
  ['Done eq true', '1'], ['Done eq 1', '1'], ['Done eq false', '2'], ['Done ne true', '2,3'], ['Done eq null', '3'], ['Due ne null', '1,2'],
  ["Due gt datetime'2026-01-31T00:00:00Z'", '2'], ["Due le datetime'2026-01-10T08:00:00Z'", '1'], ["Due lt '2026-02-01'", '1'], ["Due eq datetime'2026-01-10T09:00:00+01:00'", '1'],
  ['PlaceId eq 2', '2'], ['Place/Id eq 1', '1'], ["Place/Title eq 'gent'", '2'], ['Place/Size gt 2', '1'], ['PlaceId eq null', '3'], ["Places/Title eq 'Utrecht'", '1'], ['Places/Id eq 2', '1,2'], ['PlacesId eq 2', '1,2'],
  [`Helper/EMail eq '${visitor}'`, '1'], ["Helper/Title eq 'Yusuf Demir'", '1'], ['Author/Id eq 6', '1,2,3'], ['AuthorId eq 6', '1,2,3'], ["Author/EMail eq 'marijke.vandervelden@contoso.example'", '1,2,3'], ["startswith(Author/Title,'Marijke')", '1,2,3'],
  ["Tags eq 'b'", '1,2'], ["Tags ne 'a'", '2,3'], ["Code eq guid'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", '1'], ["OData__Odd eq 'odd'", '1'], ["ContentType eq 'Item'", '1,2,3'], ['FSObjType eq 0', '1,2,3'],
  ["(Points eq 1 or Points eq -3) and not (Title eq 'three')", '1'], ['Id eq 1 or Id eq 2 or Id eq 3', '1,2,3'], ["Id eq '2'", '2'], ["OData__UIVersionString eq '1.0'", '1,2,3'],
];

describe('$filter on items', () => {
  for (const [filter, found] of filters) it(filter, async () => assert.equal(await ids(`$filter=${encodeURIComponent(filter)}`), found));

  it('refuses what SharePoint refuses', async () => {
    for (const filter of ["endswith(Title,'x')", "tolower(Title) eq 'x'", 'year(Due) eq 2026', "Title eq 'open", 'Points eq', "Points eq 'many'", "Due eq 'soon'", 'Title/Nope eq 1', "Place/Nope eq 'x'", 'Points add 1 eq 2', "'x' eq Title", 'Title', ')(']) {
      assert.match(await ids(`$filter=${encodeURIComponent(filter)}`), /^400 /, filter);
    }
  });
});

describe('addresses', () => {
  it('are read in any case and with any escape', async () => {
    const quoted = encodeURIComponent("It's a query 2").replaceAll("'", "''");
    for (const address of [`web/lists/getbytitle('${quoted}')`, `Web/Lists/GetByTitle(%27${quoted.replaceAll("''", '%27%27')}%27)`, `WEB/LISTS(guid'${listId.toUpperCase()}')`, `web/lists('${listId}')`, `web/lists(guid%27${listId}%27)`, `web/lists/getbyid('${listId}')`,
      `web/getlist(@a)?@a='/SITES/intranet/lists/it''s a query 2'`.replace("'/SITES", "'/sites"), `web/lists/getbytitle(@t)?@t='${quoted}'`, `web/GetListUsingPath(DecodedUrl=@u)?@u='/sites/intranet/Lists/It''s a query 2'`]) {
      assert.equal((await rest(address)).json['Id'], listId, address);
    }
    assert.equal((await rest(`${path}/Items(2)/title`)).json['value'], 'Two_x');
    assert.equal((await rest(`${path}/getitembyid(2)?$select=Title`)).json['Title'], 'Two_x');
    assert.equal((await rest(`${path}/items/getbyid('2')?$select=Title`)).json['Title'], 'Two_x');
  });

  it('are read as Microsoft\'s "Determine SharePoint REST service endpoint URIs" has them', async () => {
    for (const address of [`lists('${listId}')`, `lists/getbytitle('It''s a query 2')`, 'web/lists/getbytitle("It\'s a query 2")', 'web/lists/getbytitle(@t)?@t="It\'s a query 2"', `web/lists/getbytitle?title='It''s a query 2'`, `web/lists/getbyid?id=guid'${listId}'&$select=Id`]) {
      assert.equal((await rest(address)).json['Id'], listId, address);
    }
    assert.equal((await fetch(`${sharePoint.site}/_vti_bin/client.svc/web/lists(guid'${listId}')`)).status, 200);
    assert.match(refusal(await rest(`web/lists/getbytitle("It's)`)), /^400 .* The expression .* is not valid\./);
    assert.equal((await rest(`${path}/items?cache=1&x='y'`)).status, 200);
    const file = await rest("web/getfolderbyserverrelativepath(decodedurl='/sites/intranet/Shared Documents')/files/addusingpath?decodedurl='by query.txt'&overwrite=true", { body: 'content' });
    assert.equal(file.json['Name'], 'by query.txt', file.text);
  });

  it('take a query with plus signs, `%24` and any case of names', async () => {
    assert.equal(await ids('%24filter=Points+gt+1+and+Done+eq+false'), '2');
    assert.equal(await ids("$FILTER=Title%20eq%20'three'"), '3');
  });
});

describe('$select, $expand, $orderby, $top and $skiptoken on items', () => {
  it('read what is asked, and sort by several columns', async () => {
    const [one] = values(await rest(`${path}/items?$select=Title,OData__Odd,Place/Title,Place/Size,Places/Id,Helper/EMail,Helper/JobTitle,PlacesId&$expand=Place,Places,Helper&$top=1`));
    assert.deepEqual(one, { Title: "O'Brien & Söhne 100%", OData__Odd: 'odd', PlacesId: [1, 2], Place: { Title: 'Utrecht', Size: 3 }, Places: [{ Id: 1 }, { Id: 2 }], Helper: { EMail: visitor, JobTitle: (one?.['Helper'] as Json)['JobTitle'] } });
    assert.equal(await ids('$orderby=Done desc,Points'), '1,2,3');
    assert.equal(await ids('$orderby=Points desc'), '2,1,3');
    assert.equal(await ids('$orderby=Place/Title,Id desc'), '3,2,1');
    assert.match(await ids('$orderby=Points sideways'), /^400/);
    assert.match(await ids('$top=many'), /^400/);
    assert.match(await ids('$orderby=Nope'), /^400/);
  });

  it('page forward and back by any order', async () => {
    const list = await newList(rest, 'Pages', ['<Field Type="Number" Name="N" DisplayName="N"/>']);
    for (const N of [3, 1, null, 2, 1, null, 3]) await addItem(rest, list.path, { Title: `t${N ?? ''}`, N });
    for (const order of ['Id', 'Id desc', 'N', 'N desc', 'N,Title desc', 'Title,Id desc', 'Author/Title,N']) {
      const whole = values<{ Id: number }>(await rest(`${list.path}/items?$select=Id&$orderby=${order}`)).map(({ Id }) => Id);
      const paged: number[] = [];
      let next: string | undefined = `${list.path}/items?$select=Id&$orderby=${order}&$top=2`;
      while (next !== undefined) {
        const reply: { json: Json } = await rest(next);
        paged.push(...(reply.json['value'] as { Id: number }[]).map(({ Id }) => Id));
        next = (reply.json['odata.nextLink'] as string | undefined)?.replace(sharePoint.url, '');
      }
      assert.deepEqual(paged, whole, order);
    }
    const before = await rest(`${list.path}/items?$select=Id&$top=2&$skiptoken=${encodeURIComponent('Paged=TRUE&PagedPrev=TRUE&p_ID=5')}`);
    assert.deepEqual(values<{ Id: number }>(before).map(({ Id }) => Id), [3, 4]);
  });

  it('never give more than 5,000 rows, and 100 when nobody asks', async () => {
    assert.equal(values(await rest(`${path}/items?$top=100000`)).length, 3);
    assert.equal((await rest(`${path}/items?$top=0`)).json['odata.nextLink'], undefined);
  });
});

describe('methods', () => {
  it('POST stands for MERGE, PUT and DELETE; PATCH is MERGE', async () => {
    const id = await addItem(rest, path, { Title: 'methods' });
    const item = `${path}/items(${id})`;
    const change = async (method: string, headers: Record<string, string>, Title = method): Promise<number> => (await rest(item, { method, body: { Title }, headers })).status;
    assert.deepEqual([await change('PATCH', { 'if-match': '*' }), await change('MERGE', { 'if-match': '*' }), await change('PUT', { 'if-match': '*' }), await change('POST', { 'x-http-method': 'put', 'if-match': '*' }), await change('POST', merge)], [204, 204, 204, 204, 204]);
    assert.equal((await rest(`${item}?$select=OData__UIVersionString`)).json['OData__UIVersionString'], '6.0');
    assert.equal(await change('PATCH', { 'if-match': '"6"' }, 'by version'), 204);
    assert.equal((await rest(item, { method: 'POST', headers: { 'x-http-method': 'DELETE', 'if-match': '*' } })).status, 200);
    assert.equal((await rest(item)).status, 404);
    assert.equal((await rest('web', { method: 'HEAD' })).text, '');
  });
});
