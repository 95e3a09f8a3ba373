import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, newList, restOf, values, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const site = new URL(sharePoint.site).pathname;

describe('values as text, as HTML and for editing', () => {
  it('of every type', async () => {
    const { path, id } = await newList(rest, 'Strings', [
      '<Field Type="Note" Name="Plain" DisplayName="Plain"/>', '<Field Type="Note" Name="Rich" DisplayName="Rich" RichText="TRUE" RichTextMode="FullHtml"/>', '<Field Type="Number" Name="N" DisplayName="N" Decimals="1"/>', '<Field Type="Currency" Name="C" DisplayName="C"/>',
      '<Field Type="Boolean" Name="B" DisplayName="B"/>', '<Field Type="MultiChoice" Name="M" DisplayName="M"><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>', '<Field Type="DateTime" Name="D" DisplayName="D" Format="DateOnly"/>',
      '<Field Type="User" Name="U" DisplayName="U"/>', '<Field Type="URL" Name="L" DisplayName="L" Format="Hyperlink"/>', '<Field Type="URL" Name="P" DisplayName="P" Format="Image"/>', '<Field Type="URL" Name="S" DisplayName="S"/>',
    ]);
    await rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Lookup" DisplayName="K" List="${id}" ShowField="Title"/>` } } });
    const me = (await rest('web/currentuser')).json;
    const item = await addItem(rest, path, {
      Title: 'a <b> & "c"', Plain: 'one\ntwo <three>', Rich: '<p>rich</p>', N: 1234.5, C: 2, B: true, M: ['a', 'b'], D: '2026-02-03T00:00:00Z', UId: me['Id'], L: { Url: 'https://a.example/?x=1&y=2', Description: 'A & B' }, P: { Url: 'https://a.example/p.png', Description: 'pic' },
      S: { Url: 'javascript:alert(1)', Description: 'script' },
    });
    await rest(`${path}/items(${item})`, { body: { KId: item }, headers: { 'x-http-method': 'MERGE', 'if-match': '*' } });
    const of = async (as: string): Promise<Json> => (await rest(`${path}/items(${item})/${as}`)).json;
    const names = ['Title', 'Plain', 'Rich', 'N', 'C', 'B', 'M', 'D', 'U', 'L', 'P', 'S', 'K'];
    const pick = (json: Json): unknown[] => names.map((name) => json[name]);
    assert.deepEqual(pick(await of('FieldValuesAsText')), ['a <b> & "c"', 'one\ntwo <three>', '<p>rich</p>', '1,234.5', '$2.00', 'Yes', 'a, b', '2/3/2026', me['Title'], 'https://a.example/?x=1&y=2, A & B', 'https://a.example/p.png, pic', 'javascript:alert(1), script', 'a <b> & "c"']);
    assert.deepEqual(pick(await of('FieldValuesAsHtml')), [
      'a &lt;b&gt; &amp; "c"', 'one<br />two &lt;three&gt;', '<p>rich</p>', '1,234.5', '$2.00', 'Yes', 'a, b', '2/3/2026', `<a href="${site}/_layouts/15/userdisp.aspx?ID=${String(me['Id'])}">${String(me['Title'])}</a>`, '<a href="https://a.example/?x=1&amp;y=2">A &amp; B</a>',
      '<img alt="pic" src="https://a.example/p.png" />', 'script', `<a href="${site}/_layouts/15/listform.aspx?PageType=4&amp;ListId={${id}}&amp;ID=${item}&amp;RootFolder=*">a &lt;b&gt; &amp; "c"</a>`,
    ]);
    assert.deepEqual(pick(await of('FieldValuesForEdit')), ['a <b> & "c"', 'one\ntwo <three>', '<p>rich</p>', '1234.5', '2', 'Yes', ';#a;#b;#', '2/3/2026', me['LoginName'], 'https://a.example/?x=1&y=2, A & B', 'https://a.example/p.png, pic', 'javascript:alert(1), script', `${item};#a <b> & "c"`]);
  });

  it('have the recorded names, and are expanded (ListItemFieldValuesTest)', async () => {
    const { path } = await newList(rest, 'Names', ['<Field Type="Text" Name="Two_x0020_words" DisplayName="Two words"/>']);
    await addItem(rest, path, { Title: 'x', Two_x005f_x0020_x005f_words: undefined });
    const [item] = values(await rest(`${path}/items?$select=Id,FieldValuesAsHtml,FieldValuesAsText,FieldValuesForEdit&$expand=FieldValuesAsHtml,FieldValuesAsText,FieldValuesForEdit`));
    const of = (as: string, name: string): unknown => (item?.[as] as Json)[name];
    for (const [name, text, html] of [['ID', '1', '1'], ['MetaInfo', '', ''], ['OData__x005f_ModerationStatus', 'Approved', 'Approved'], ['OData__x005f_Level', '1', '1'], ['owshiddenversion', '1', '1'], ['FSObjType', '0', '']] as const) {
      assert.deepEqual(['FieldValuesAsText', 'FieldValuesForEdit', 'FieldValuesAsHtml'].map((as) => of(as, name)), [text, text, html], name);
    }
    assert.match(String(of('FieldValuesAsText', 'FileRef')), /\/Lists\/.*\/1_\.000$/);
    assert.equal(of('FieldValuesAsHtml', 'FileRef'), '');
    assert.ok('Two_x005f_x0020_x005f_words' in (item?.['FieldValuesAsText'] as Json) || Object.keys(item?.['FieldValuesAsText'] as Json).some((name) => name.startsWith('Two')));
  });
});
