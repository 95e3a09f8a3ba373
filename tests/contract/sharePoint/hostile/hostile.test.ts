import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../../localSharePointForAll.ts';
import { addItem, merge, newList, restOf, values, type Call, type Json } from '../rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
before(async () => {
  ({ path } = await newList(rest, 'Hostile', ['<Field Type="Text" Name="Note1" DisplayName="Note1"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>', '<Field Type="User" Name="Who" DisplayName="Who"/>']));
  await addItem(rest, path, { Title: 'kept' });
});

/** Refused or answered, but never as this service's own failure. */
async function survives(what: string, call: Call = {}): Promise<number> {
  const reply = await rest(what, call);
  assert.ok(!reply.text.includes('The local SharePoint failed'), `${call.method ?? ''} ${what.slice(0, 200)} ${JSON.stringify(call).slice(0, 200)}: ${reply.text.slice(0, 300)}`);
  return reply.status;
}

const texts = ["'", "''", '"', '`', ';', '--', '/*', '%', '_', '\\', "' OR 1=1 --", "x'); DROP TABLE lists; --", '" OR ""="', "'; ATTACH DATABASE '/tmp/x' AS y; --", '{{7*7}}', '${7*7}', '<script>alert(1)</script>', '../../etc/passwd', '%00', '\u202e', '😀', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '_version', '_scope', 'rowid', 'null', 'NaN', 'Infinity', '-0', '1e999', 'x'.repeat(5000)];

describe('hostile text', () => {
  it('in addresses, filters, orders, selections and tokens is refused or finds nothing', async () => {
    for (const text of texts) {
      const quoted = encodeURIComponent(text.replaceAll("'", "''"));
      const raw = encodeURIComponent(text);
      for (const what of [
        `web/lists/getbytitle('${quoted}')`, `web/lists(guid'${quoted}')`, `web/getlist('${quoted}')`, `${path}/items('${quoted}')`, `${path}/fields/getbyinternalnameortitle('${quoted}')`, `${path}/views/getbytitle('${quoted}')`, `web/siteusers/getbyemail('${quoted}')`, `web/siteusers(@v)?@v='${quoted}'`, `web/sitegroups/getbyname('${quoted}')`,
        `${path}/items?$filter=Title eq '${quoted}'`, `${path}/items?$filter=startswith(Title,'${quoted}')`, `${path}/items?$filter=substringof('${quoted}',Title)`, `${path}/items?$filter=${raw} eq 1`, `${path}/items?$filter=${raw}`, `${path}/items?$filter=Who/${raw} eq 1`, `${path}/items?$orderby=${raw}`, `${path}/items?$orderby=Title ${raw}`, `${path}/items?$select=${raw}`, `${path}/items?$select=Who/${raw}&$expand=Who`,
        `${path}/items?$expand=${raw}`, `${path}/items?$top=${raw}`, `${path}/items?$skiptoken=${raw}`, `${path}/items?$orderby=Title&$skiptoken=${encodeURIComponent(`Paged=TRUE&p_Title=${text}&p_ID=${text}`)}`, `${path}/items(1)/${raw}`, `web/${raw}`, `${raw}`, `web/lists?$filter=${raw} eq '${quoted}'`, `web/lists?$orderby=${raw}`, `web?$select=${raw}`, `web?$expand=${raw}`,
        `${path}/getusereffectivepermissions(@u)?@u='${quoted}'`, `${path}/roleassignments/getbyprincipalid('${quoted}')`, `SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v='${quoted}'`, `web/doesuserhavepermissions(@v)?@v=${encodeURIComponent(`{"High":"${text}","Low":"1"}`)}`, `/_layouts/15/userphoto.aspx?size=${raw}&accountname=${raw}`,
      ]) await survives(what);
    }
    assert.deepEqual(values<{ Title: string }>(await rest(`${path}/items?$select=Title`)).map(({ Title }) => Title), ['kept']);
  });

  it('in bodies is kept word for word, or refused', async () => {
    for (const text of texts) {
      const added = await rest(`${path}/items`, { body: { Title: text.slice(0, 255), Body: text, Tags: [text.slice(0, 255)], Link: { Url: text.slice(0, 255), Description: text.slice(0, 255) } } });
      assert.equal(added.status, 201, text);
      assert.deepEqual([added.json['Title'], added.json['Body'], added.json['Tags']], [text.slice(0, 255), text, [text.slice(0, 255)]]);
      const [found] = values(await rest(`${path}/items?$filter=Title eq '${encodeURIComponent(text.slice(0, 255).replaceAll("'", "''"))}'&$select=Id`));
      assert.equal(found?.['Id'], added.json['Id'], text);
      for (const body of [`{"${text.replaceAll(/["\\]/g, '')}": 1}`, { [text]: { [text]: text } }, { Title: { [text]: 1 } }, { Link: { Url: { [text]: 1 } } }, { WhoId: text }, { Tags: { [text]: [text] } }]) {
        for (const target of [`${path}/items`, `${path}/fields`, `${path}/views`, 'web/lists', 'web/sitegroups', 'web/roledefinitions', 'web/siteusers']) await survives(target, { body });
        for (const target of [path, `${path}/items(1)`, 'web', 'web/sitegroups(3)', `${path}/fields/getbytitle('Note1')`, `${path}/defaultview`]) await survives(target, { body, headers: merge });
      }
      for (const [target, body] of [['web/ensureuser', { logonName: text }], [`${path}/getitems`, { query: { ViewXml: text } }], [`${path}/getitems`, { query: { ViewXml: `<View><Query><Where><Eq><FieldRef Name="${text}"/><Value Type="Text">${text}</Value></Eq></Where><OrderBy><FieldRef Name="${text}"/></OrderBy></Query><RowLimit>${text}</RowLimit></View>` } }], [`${path}/renderlistdataasstream`, { parameters: { ViewXml: text, Paging: text, RenderOptions: text } }],
        [`${path}/fields/createfieldasxml`, { parameters: { SchemaXml: text } }], [`${path}/fields/createfieldasxml`, { parameters: { SchemaXml: `<Field Type="${text}" DisplayName="x"/>` } }], [`${path}/addvalidateupdateitemusingpath`, { formValues: [{ FieldName: text, FieldValue: text }, { FieldName: 'Who', FieldValue: text }], listItemCreateInfo: { FolderPath: { DecodedUrl: text } } }],
        ['SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.clientPeoplePickerSearchUser', { queryParams: { QueryString: text, PrincipalType: text, MaximumEntitySuggestions: text } }]] as const) await survives(target, { body });
    }
  });

  it('in the names of columns and lists makes names that are safe', async () => {
    const { path: odd } = await newList(rest, 'Odd names');
    for (const text of texts.filter((one) => one.length < 200)) {
      const xml = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
      const field = await rest(`${odd}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Text" Name="${xml}" DisplayName="${xml}"/>`, Options: 8 } } });
      assert.ok([200, 400, 500].includes(field.status) && !field.text.includes('The local SharePoint failed'), `${text}: ${field.text.slice(0, 200)}`);
      if (field.status === 200) assert.match(String(field.json['InternalName']), /^[A-Za-z_][A-Za-z0-9_]*$/);
      await survives(`${odd}/fields`, { body: { Title: text, FieldTypeKind: 2 } });
      await survives('web/lists', { body: { Title: text, BaseTemplate: 100 } });
      await survives(`${odd}/views`, { body: { Title: text } });
    }
    const { Id } = (await rest(`${odd}/items`, { body: { Title: 'x', constructor: 'c', toString: 's', prototype: 'p' } })).json;
    const item = (await rest(`${odd}/items(${String(Id)})`)).json;
    assert.deepEqual([item['constructor'], item['toString'], item['prototype']], ['c', 's', 'p']);
    assert.equal(values(await rest(`${odd}/fields?$filter=InternalName eq '_version' or InternalName eq '_scope'`)).length, 0, 'columns of the service itself cannot be reached');
    assert.equal(values(await rest(`${odd}/items?$filter=constructor eq 'c' and toString eq 's'&$select=constructor`)).length, 1);
  });
});

describe('hostile shapes', () => {
  it('are refused: depth, size, NUL, lone surrogates, wrong kinds', async () => {
    const deep = (open: string, close: string, count = 100_000): string => open.repeat(count) + close.repeat(count);
    for (const body of [deep('[', ']'), `{"Title":${deep('[', ']')}}`, deep('{"a":', '').concat('1', '}'.repeat(100_000)), '[]', '"x"', '1', 'null', 'true', '{"Title":"a\\u0000b"}', '{"Title":"\\ud800"}', '{"\\udc00":1}', '{', '{"Title":1e999}', `{"__proto__":{"Title":"x"}}`, `{"constructor":{"prototype":{"x":1}}}`]) {
      for (const target of [`${path}/items`, 'web/lists', `${path}/fields`, `${path}/views`]) {
        const status = await survives(target, { body });
        assert.ok(status >= 400 && status < 500, `${target} ${body.slice(0, 60)}: ${status}`);
      }
    }
    assert.equal(({} as Json)['Title'], undefined);
    const big = 'x'.repeat(1_000_000);
    assert.equal(await survives(`${path}/items`, { body: { Title: big } }), 500);
    assert.equal(await survives(`${path}/items`, { body: { Body: big } }), 500);
    for (const body of [{ query: { ViewXml: big } }, { query: { ViewXml: `<View><Query><Where><Contains><FieldRef Name="Body"/><Value Type="Text">${big.slice(0, 900_000)}</Value></Contains></Where></Query></View>` } }, { query: { ViewXml: deep('<a>', '</a>') } }]) await survives(`${path}/getitems`, { body });
    for (const query of [`$filter=${'('.repeat(4000)}Id eq 1${')'.repeat(4000)}`, `$filter=${Array(900).fill('Id eq 1').join(' or ')}`, `$expand=${Array(300).fill('Who').join('/')}`, `$orderby=${Array(500).fill('Title').join()}`, `$select=${Array(2000).fill('Title').join()}`, '$filter=Title eq %00', '$select=%ED%A0%80', '%', '%zz=1', '@x=1&@x=2']) await survives(`${path}/items?${query}`);
    for (const what of ['web/lists/getbytitle(%00)', "web/lists/getbytitle('%00')", 'web/lists(', 'web/lists)', "web/lists('", 'web/lists()()', 'web//lists', '/sites/intranet/_api/', '/sites/intranet/_api//////', '/sites/intranet/_api/%', '/sites/intranet/_api/web/%E0%A4%A', `web/${'a/'.repeat(2000)}`, 'web/lists/getbytitle(@nowhere)', `web/lists/getbytitle(${'@a'.repeat(500)})`]) await survives(what);
  });

  it('at the level of HTTP end in an answer, and the service goes on', async () => {
    const port = Number(new URL(sharePoint.url).port);
    const say = (text: string): Promise<string> => new Promise((resolve) => {
      let heard = '';
      const socket: Socket = connect({ port, host: '127.0.0.1' }, () => socket.end(text));
      socket.setTimeout(3000, () => socket.destroy());
      socket.on('data', (chunk: Buffer) => { heard += chunk.toString(); });
      socket.on('close', () => resolve(heard));
      socket.on('error', () => resolve(heard));
    });
    for (const text of ['GET /sites/intranet/_api/web HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'GET //evil/_api HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'GET http://[::1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'GET /sites/intranet/_api/web HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n', 'nonsense\r\n\r\n', `GET /sites/intranet/_api/web?${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`]) {
      const heard = await say(text);
      assert.ok(!heard.includes('The local SharePoint failed') && !/^HTTP\/1\.1 500/.test(heard), heard.slice(0, 200));
    }
    assert.equal((await rest('web/title')).status, 200);
  });
});
