import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer, type Reply } from '../server/testServer.ts';

const visitor = 'yusuf.demir@contoso.example';
let server: Awaited<ReturnType<typeof startServer>>;
before(async () => { server = await startServer(); });
after(async () => { await server.stop(); });

async function newList(title: string, fields: readonly string[] = []): Promise<string> {
  const created = await server.ask('web/lists', { method: 'POST', body: { Title: title, BaseTemplate: 100 } });
  assert.equal(created.status, 201, created.text);
  for (const xml of fields) {
    const field = await server.ask(`web/lists/getbytitle('${title}')/fields/createfieldasxml`, { method: 'POST', body: { parameters: { SchemaXml: xml, Options: 8 } } });
    assert.equal(field.status, 200, field.text);
  }
  return `web/lists/getbytitle('${title}')`;
}

const errorOf = (reply: Reply): string => `${reply.status} ${(reply.json['odata.error'] as unknown as { message?: { value?: string } } | undefined)?.message?.value ?? reply.text}`;

describe('items', () => {
  it('are made, read, changed with an ETag and deleted', async () => {
    const list = await newList('Tasks', ['<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="User" Name="Helper" DisplayName="Helper"/>']);
    const added = await server.ask(`${list}/items`, { method: 'POST', body: { Title: 'First', Points: 3, HelperId: 6 } });
    assert.equal(added.status, 201);
    assert.deepEqual(Object.keys(added.json).slice(0, 6), ['FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'ContentTypeId', 'Title']);
    const etag = added.headers.get('etag') ?? '';
    assert.match(etag, /^"[0-9a-f-]{36},1"$/);
    const merge = (tag: string): Promise<Reply> => server.ask(`${list}/items(1)`, { method: 'POST', body: { Title: 'Second' }, headers: { 'x-http-method': 'MERGE', 'if-match': tag } });
    assert.equal((await merge(etag)).status, 204);
    const stale = await merge(etag);
    assert.match(errorOf(stale), /^412 The request ETag value '".*,1"' does not match the object's ETag value '".*,2"'\.$/);
    const read = await server.ask(`${list}/items(1)?$select=Id,Title,Points,Helper/Title,Author/EMail&$expand=Helper,Author`);
    assert.deepEqual(read.json, { Id: 1, ID: 1, Title: 'Second', Points: 3, Helper: { Title: 'Marijke van der Velden' }, Author: { EMail: 'marijke.vandervelden@contoso.example' } });
    assert.equal((await server.ask(`${list}/items(1)`, { method: 'DELETE' })).status, 200);
    assert.match(errorOf(await server.ask(`${list}/items(1)`)), /^404 Item does not exist/);
  });

  it('refuse unknown properties, wrong types and what only the server fills', async () => {
    const list = await newList('Strict', ['<Field Type="Number" Name="Points" DisplayName="Points"/>']);
    const add = async (body: unknown): Promise<string> => errorOf(await server.ask(`${list}/items`, { method: 'POST', body }));
    assert.match(await add({ Nope: 1 }), /^400 The property 'Nope' does not exist on type 'SP\.Data\.StrictListItem'/);
    assert.match(await add({ Points: 'many' }), /^400 Cannot convert/);
    assert.match(await add({ Title: 'x'.repeat(256) }), /^500 Invalid text value/);
    assert.match(await add({ AuthorId: 7 }), /^501/);
    assert.match(errorOf(await server.ask(`${list}/items?$select=Nope`)), /^400 The field or property 'Nope' does not exist\./);
    assert.match(errorOf(await server.ask(`${list}/items?$filter=Nope eq 1`)), /^400 Column 'Nope' does not exist/);
    assert.match(errorOf(await server.ask(`${list}/items?$filter=Title eq`)), /^400 The expression/);
    assert.match(errorOf(await server.ask(`${list}/items?$select=Author/Title`)), /^400 The query to field 'Author' is not valid/);
  });

  it('hold a unique value once', async () => {
    const list = await newList('Unique', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']);
    const add = (key: string | null): Promise<Reply> => server.ask(`${list}/items`, { method: 'POST', body: { Key: key } });
    assert.equal((await add('a')).status, 201);
    assert.match(errorOf(await add('A')), /^500 The list item could not be added or updated because duplicate values were found.*\[Key\]\.$/);
    assert.deepEqual([(await add(null)).status, (await add(null)).status], [201, 201]);
  });

  it('come in pages with a link to the next', async () => {
    const list = await newList('Paged');
    for (const title of ['c', 'a', 'b', 'a', 'e']) await server.ask(`${list}/items`, { method: 'POST', body: { Title: title } });
    const seen: unknown[] = [];
    let next: string | undefined = `${list}/items?$select=Id,Title&$orderby=Title desc&$top=2`;
    while (next !== undefined) {
      const { json } = await server.ask(next) as { json: { value?: { Title: string; Id: number }[]; 'odata.nextLink'?: string } };
      seen.push(...json.value?.map((item) => `${item.Title}${item.Id}`) ?? []);
      next = json['odata.nextLink']?.replace(server.url, '');
    }
    assert.deepEqual(seen, ['e5', 'c1', 'b3', 'a4', 'a2']);
  });

  it('of others cannot be changed, or seen, when the list says so', async () => {
    const list = await newList('Own');
    const guid = (await server.ask(`${list}/id`)).json['value'];
    assert.equal((await server.ask(list, { method: 'POST', body: { ReadSecurity: 1, WriteSecurity: 2 }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } })).status, 204);
    await server.ask(`${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    await server.ask(`${list}/roleassignments/addroleassignment(principalid=4,roledefid=1073741827)`, { method: 'POST' });
    await server.ask(`${list}/items`, { method: 'POST', body: { Title: 'of the owner' } });
    const mine = await server.ask(`${list}/items`, { method: 'POST', body: { Title: 'mine' }, as: visitor });
    assert.equal(mine.status, 201, `${String(guid)} ${mine.text}`);
    const change = (id: number): Promise<Reply> => server.ask(`${list}/items(${id})`, { as: visitor, method: 'POST', body: { Title: 'changed' }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
    assert.match(errorOf(await change(1)), /^403 Access denied/);
    assert.equal((await change(2)).status, 204);
    assert.match(errorOf(await server.ask(`${list}/items(1)`, { as: visitor, method: 'DELETE' })), /^403/);
    await server.ask(list, { method: 'POST', body: { ReadSecurity: 2 }, headers: { 'x-http-method': 'MERGE' } });
    assert.equal((await server.ask(`${list}/items`, { as: visitor }) as { json: { value?: unknown[] } }).json.value?.length, 1);
    assert.match(errorOf(await server.ask(`${list}/items(1)`, { as: visitor })), /^404/);
    assert.match(errorOf(await server.ask('web/lists', { as: visitor, method: 'POST', body: { Title: 'Nope', BaseTemplate: 100 } })), /^403 Access denied/);
  });

  it('keep the author and dates that a manager gives with the form, and nobody else', async () => {
    const list = await newList('Form');
    const formValues = [
      { FieldName: 'Title', FieldValue: 'Old' }, { FieldName: 'Author', FieldValue: `[{'Key':'i:0#.f|membership|${visitor}'}]` }, { FieldName: 'Created', FieldValue: '2/23/2012 8:30 AM' },
    ];
    const add = (values: unknown, as?: string): Promise<Reply> => server.ask(`${list}/addvalidateupdateitemusingpath`, { method: 'POST', body: { formValues: values, bNewDocumentUpdate: true }, ...(as === undefined ? {} : { as }) });
    const added = await add(formValues);
    assert.equal((added.json['value'] as { FieldName: string; FieldValue: string }[]).at(-1)?.FieldValue, '1');
    assert.deepEqual((await server.ask(`${list}/items(1)?$select=Created,Author/EMail&$expand=Author`)).json, { Created: '2012-02-23T08:30:00Z', Author: { EMail: visitor } });
    const wrong = await add([{ FieldName: 'Created', FieldValue: '2024-33-33' }]);
    assert.match(wrong.text, /Enter a date like this: 2\/23\/2012.*"FieldName":"Id","FieldValue":"0"/);
    await server.ask(`${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    await server.ask(`${list}/roleassignments/addroleassignment(principalid=4,roledefid=1073741827)`, { method: 'POST' });
    assert.equal((await add(formValues, visitor)).status, 403);
  });

  it('are found with CAML', async () => {
    const list = await newList('Caml', ['<Field Type="Number" Name="Points" DisplayName="Points"/>']);
    for (const [title, points] of [['a', 1], ['b', 2], ['c', 3], ['ab', null]] as const) await server.ask(`${list}/items`, { method: 'POST', body: { Title: title, Points: points } });
    const caml = async (query: string): Promise<string[]> => {
      const answer = await server.ask(`${list}/getitems`, { method: 'POST', body: { query: { ViewXml: `<View><Query>${query}</Query></View>` } } });
      assert.equal(answer.status, 200, answer.text);
      return (answer.json['value'] as { Title: string }[]).map((item) => item.Title);
    };
    assert.deepEqual(await caml('<Where><Geq><FieldRef Name="Points"/><Value Type="Number">2</Value></Geq></Where><OrderBy><FieldRef Name="Points" Ascending="FALSE"/></OrderBy>'), ['c', 'b']);
    assert.deepEqual(await caml('<Where><Or><IsNull><FieldRef Name="Points"/></IsNull><In><FieldRef Name="Title"/><Values><Value Type="Text">a</Value></Values></In></Or></Where>'), ['a', 'ab']);
    assert.deepEqual(await caml('<Where><And><BeginsWith><FieldRef Name="Title"/><Value Type="Text">a</Value></BeginsWith><Eq><FieldRef Name="Author"/><Value Type="Integer"><UserID/></Value></Eq></And></Where>'), ['a', 'ab']);
    const stream = await server.ask(`${list}/renderlistdataasstream`, { method: 'POST', body: { parameters: { ViewXml: '<View><ViewFields><FieldRef Name="Title"/><FieldRef Name="Points"/></ViewFields><RowLimit Paged="TRUE">2</RowLimit></View>' } } });
    const { Row: rows, NextHref: next } = stream.json as unknown as { Row: { Title: string; Points: string }[]; NextHref: string };
    assert.deepEqual(rows.map((row) => [row.Title, row.Points]), [['a', '1'], ['b', '2']]);
    assert.match(next, /^\?Paged=TRUE&p_ID=2&PageFirstRow=3&View=/);
  });
});

describe('the list view threshold', () => {
  it('refuses to read more than 5,000 rows without an index, and lets indexed pages through', async () => {
    const list = await newList('Large', ['<Field Type="Number" Name="Parent" DisplayName="Parent" Indexed="TRUE"/>', '<Field Type="Text" Name="Loose" DisplayName="Loose"/>']);
    const part = (at: number): string => `--c\n\nPOST ${server.url}/sites/intranet/_api/${list}/items HTTP/1.1\naccept: application/json;odata=nometadata\n\n${JSON.stringify({ Title: `${at}`, Parent: at % 4, Loose: 'x' })}\n`;
    for (let batch = 0; batch < 51; batch += 1) {
      const body = `--b\nContent-Type: multipart/mixed; boundary=c\n\n${Array.from({ length: 100 }, (_, at) => part(batch * 100 + at)).join('')}--c--\n--b--\n`;
      const { text } = await server.ask('$batch', { method: 'POST', body, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
      assert.equal(text.match(/201 Created/g)?.length, 100);
    }
    const get = async (query: string): Promise<string> => {
      const answer = await server.ask(`${list}/items?${query}`);
      return answer.status === 200 ? `200 ${(answer.json['value'] as unknown[]).length}` : errorOf(answer);
    };
    const refused = '500 The attempted operation is prohibited because it exceeds the list view threshold.';
    assert.equal(await get('$filter=Loose eq \'x\'&$top=1'), refused);
    assert.equal(await get('$orderby=Loose&$top=1'), refused);
    assert.equal(await get('$orderby=Created desc&$top=1'), refused);
    assert.equal(await get('$filter=substringof(\'1\',Title)'), refused);
    assert.equal(await get('$filter=Id gt 0'), refused);
    assert.equal(await get('$filter=Loose eq \'x\' or Parent eq 1'), refused);
    assert.equal(await get('$top=3'), '200 3');
    assert.equal(await get('$orderby=Id desc&$top=3'), '200 3');
    assert.equal(await get('$orderby=Parent desc&$top=3'), '200 3');
    assert.equal(await get('$filter=Parent eq 1&$top=5000'), '200 1275');
    assert.equal(await get('$filter=Id gt 5000 and Loose eq \'x\'&$orderby=Title'), '200 100');
    assert.equal(await get('$filter=Loose eq \'x\' and Id le 20'), '200 20');
    const late = await server.ask(`${list}/fields/getbyinternalnameortitle('Loose')`, { method: 'POST', body: { Indexed: true }, headers: { 'x-http-method': 'MERGE' } });
    assert.equal(errorOf(late), refused);
  });
});
