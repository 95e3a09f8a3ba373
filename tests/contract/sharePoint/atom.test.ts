/** Shapes: Microsoft's "Working with lists and list items with REST", and answers of SharePoint quoted in public repositories. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, newList, restOf, visitor, type Call, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const api = `${sharePoint.site}/_api/`;
const namespaces = 'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"';
const related = 'http://schemas.microsoft.com/ado/2007/08/dataservices/related/';
let path: string;
let listId: string;
before(async () => {
  const places = await newList(rest, 'Places');
  await addItem(rest, places.path, { Title: 'Utrecht' });
  ({ path, id: listId } = await newList(rest, 'Atom', [
    '<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due"/>',
    '<Field Type="Guid" Name="Code" DisplayName="Code"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`, '<Field Type="UserMulti" Name="Team" DisplayName="Team" Mult="TRUE"/>',
  ]));
  await addItem(rest, path, {
    Title: 'a <b> & "c"', Points: 5, Tags: ['x', 'y & z'], Link: { Url: 'https://x.example/?a=1&b=2', Description: 'x' }, Due: '2026-01-10T08:00:00Z', Code: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', Done: true, Body: '2026-01-10T08:00:00Z', PlaceId: 1,
  });
  await addItem(rest, path, { Title: ' blank\r\nlines ' });
});

async function atom(what: string, call: Call = {}): Promise<Reply> {
  const reply = await rest(what, { ...call, headers: { accept: 'application/atom+xml', ...call.headers } });
  assert.equal(XMLValidator.validate(reply.text), true, reply.text.slice(0, 500));
  return reply;
}
const content = (text: string): string => /<m:properties>(.*)<\/m:properties>/s.exec(text)?.[1] ?? text;

describe('Atom', () => {
  it('is an entry for one thing, whoever asks for XML, for anything or for nothing', async () => {
    const entry = new RegExp(`^<\\?xml version="1\\.0" encoding="utf-8"\\?><entry xml:base="${api}" xmlns="http://www\\.w3\\.org/2005/Atom" ${namespaces}><id>${api}Web</id><category term="SP\\.Web" scheme="http://schemas\\.microsoft\\.com/ado/2007/08/dataservices/scheme" /><link rel="edit" href="Web" /><title /><updated>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ</updated><author><name /></author><content type="application/xml"><m:properties><d:Title>Intranet</d:Title></m:properties></content></entry>$`);
    for (const accept of ['application/atom+xml', 'application/xml', '*/*', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8']) {
      const reply = await atom('web?$select=Title', { headers: { accept } });
      assert.deepEqual([reply.status, reply.headers.get('content-type')], [200, 'application/atom+xml;type=entry;charset=utf-8'], accept);
      assert.match(reply.text, entry);
    }
  });

  it('names the type of each value that is no text', async () => {
    const { text } = await atom(`${path}/items(1)`);
    const { GUID } = (await rest(`${path}/items(1)?$select=GUID`)).json;
    for (const part of [
      ` m:etag="&quot;${String(GUID)},1&quot;"><id>${String(GUID)}</id><category term="SP.Data.Atom_x0020_2ListItem"`, `<link rel="edit" href="Web/Lists(guid'${listId}')/Items(1)" />`,
      `<link rel="${related}RoleAssignments" type="application/atom+xml;type=feed" title="RoleAssignments" href="Web/Lists(guid'${listId}')/Items(1)/RoleAssignments" />`,
      `<link rel="${related}FieldValuesAsText" type="application/atom+xml;type=entry" title="FieldValuesAsText"`,
      '<d:FileSystemObjectType m:type="Edm.Int32">0</d:FileSystemObjectType><d:Id m:type="Edm.Int32">1</d:Id>', '<d:Title>a &lt;b&gt; &amp; "c"</d:Title>', '<d:Points m:type="Edm.Double">5</d:Points>',
      '<d:Tags m:type="Collection(Edm.String)"><d:element>x</d:element><d:element>y &amp; z</d:element></d:Tags>', '<d:Link m:type="SP.FieldUrlValue"><d:Description>x</d:Description><d:Url>https://x.example/?a=1&amp;b=2</d:Url></d:Link>',
      '<d:Due m:type="Edm.DateTime">2026-01-10T08:00:00Z</d:Due>', '<d:Code m:type="Edm.Guid">a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11</d:Code>', '<d:Done m:type="Edm.Boolean">true</d:Done>', '<d:Body>2026-01-10T08:00:00Z</d:Body>',
      '<d:PlaceId m:type="Edm.Int32">1</d:PlaceId>', '<d:ComplianceAssetId m:null="true" />', '<d:ServerRedirectedEmbedUrl></d:ServerRedirectedEmbedUrl>', '<d:OData__UIVersionString>1.0</d:OData__UIVersionString>', `<d:GUID m:type="Edm.Guid">${String(GUID)}</d:GUID>`,
    ]) assert.ok(text.includes(part), part);
    assert.match(content((await atom(`${path}/items(2)?$select=Title`)).text), /^<d:Title xml:space="preserve"> blank&#xD;\nlines <\/d:Title>$/);
    const list = content((await atom(path)).text);
    for (const part of [`<d:Id m:type="Edm.Guid">${listId}</d:Id>`, '<d:TemplateFeatureId m:type="Edm.Guid">00bfea71-de22-43b2-a848-c05709900100</d:TemplateFeatureId>', '<d:ItemCount m:type="Edm.Int32">2</d:ItemCount>', '<d:DocumentTemplateUrl m:null="true" />', '<d:CurrentChangeToken m:type="SP.ChangeToken"><d:StringValue>1;3;']) assert.ok(list.includes(part), part);
    assert.match(list, /<d:Created m:type="Edm\.DateTime">/);
    assert.match(content((await atom('web?$select=EffectiveBasePermissions')).text), /^<d:EffectiveBasePermissions m:type="SP\.BasePermissions"><d:High m:type="Edm\.Int64">2147483647<\/d:High><d:Low m:type="Edm\.Int64">4294705151<\/d:Low><\/d:EffectiveBasePermissions>$/);
  });

  it('is a feed for several, with the next page at its end; for none a feed with an author', async () => {
    const page = await atom(`${path}/items?$select=Title&$top=1`);
    assert.equal(page.headers.get('content-type'), 'application/atom+xml;type=feed;charset=utf-8');
    assert.match(page.text, new RegExp(`^<\\?xml version="1\\.0" encoding="utf-8"\\?><feed xml:base="${api}" [^>]+><id>[0-9a-f-]{36}</id><title /><updated>[^<]+</updated><entry m:etag=`));
    const next = /<\/entry><link rel="next" href="([^"]+)" \/><\/feed>$/.exec(page.text)?.[1] ?? '';
    const second = await atom(next.replaceAll('&amp;', '&').replace(sharePoint.url, ''));
    assert.match(second.text, /blank/);
    assert.match((await atom(`${path}/items?$filter=Id gt 9`)).text, /<\/updated><author><name \/><\/author><\/feed>$/);
  });

  it('writes what is expanded inside its link', async () => {
    const expanded = (await atom(`${path}/items?$select=Id,Place/Title,Team/Title,FieldValuesAsText/Title&$expand=Place,Team,FieldValuesAsText`)).text;
    assert.match(expanded, new RegExp(`<link rel="${related}Place" type="application/atom\\+xml;type=entry" title="Place" href="Web/Lists\\(guid'${listId}'\\)/Items\\(1\\)/Place"><m:inline><entry><id>.*?<m:properties><d:Title>Utrecht</d:Title></m:properties></content></entry></m:inline></link>`));
    assert.match(expanded, new RegExp(`<link rel="${related}Place" [^>]*Items\\(2\\)/Place"><m:inline /></link>`));
    assert.match(expanded, new RegExp(`<link rel="${related}Team" type="application/atom\\+xml;type=feed" [^>]*><m:inline><feed><id>[^<]*</id><title /><updated>[^<]*</updated><author><name /></author></feed></m:inline></link>`));
    assert.match((await atom('web/currentuser?$select=Id,Groups/Title&$expand=Groups')).text, new RegExp(`<link rel="${related}Groups" type="application/atom\\+xml;type=feed" title="Groups" href="Web/GetUserById\\(6\\)/Groups"><m:inline><feed><id>.*<entry><id>`));
  });

  it('is a bare element for a single property and for what a method gives', async () => {
    const title = await atom('web/title');
    assert.deepEqual([title.headers.get('content-type'), title.text], ['application/xml;charset=utf-8', `<?xml version="1.0" encoding="utf-8"?><d:Title ${namespaces}>Intranet</d:Title>`]);
    assert.match((await atom(`${path}/itemcount`)).text, /<d:ItemCount xmlns:d=[^>]* m:type="Edm\.Int32">2<\/d:ItemCount>$/);
    assert.match((await atom(`${path}/items(1)/points`)).text, / m:type="Edm\.Double">5<\/d:Points>$/);
    assert.match((await atom(`${path}/documenttemplateurl`)).text, / m:null="true" \/>$/);
    for (const accept of ['*/*', '', 'application/atom+xml']) {
      assert.match((await atom('contextinfo', { method: 'POST', headers: { accept } })).text, /<d:GetContextWebInformation xmlns:d=[^>]* m:type="SP\.ContextWebInformation"><d:FormDigestTimeoutSeconds m:type="Edm\.Int32">1800<\/d:FormDigestTimeoutSeconds><d:FormDigestValue>0x[0-9A-F]+,.*<d:SupportedSchemaVersions m:type="Collection\(Edm\.String\)"><d:element>14\.0\.0\.0<\/d:element><d:element>15\.0\.0\.0<\/d:element><\/d:SupportedSchemaVersions>/);
    }
    assert.match((await atom("search/query?querytext='x'")).text, /<d:query [^>]*m:type="Microsoft\.Office\.Server\.Search\.REST\.SearchResult">.*<d:Properties><d:element m:type="SP\.KeyValue"><d:Key>/);
  });

  it('answers writes with the entry and its ETag, and refuses as SharePoint does', async () => {
    const added = await atom(`${path}/items`, { body: { Title: 'new' } });
    assert.deepEqual([added.status, added.headers.get('etag') !== null, added.headers.get('location')], [201, true, `${api}Web/Lists(guid'${listId}')/Items(3)`]);
    assert.match(added.text, /<d:Title>new<\/d:Title>/);
    const refused = await atom(`${path}/items`, { body: { Title: 'new' }, as: visitor });
    assert.deepEqual([refused.status, refused.headers.get('content-type')], [403, 'application/xml;charset=utf-8']);
    assert.match(refused.text, /^<\?xml version="1\.0" encoding="utf-8"\?><m:error xmlns:m="http:\/\/schemas\.microsoft\.com\/ado\/2007\/08\/dataservices\/metadata"><m:code>-2147024891, System\.UnauthorizedAccessException<\/m:code><m:message xml:lang="en-US">Access denied\./);
    assert.match((await atom("web/lists/getbytitle('<No>')")).text, /List '&lt;No&gt;' does not exist/);
  });
});
