import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, newList, owner, refusal, restOf, visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
before(async () => {
  ({ path } = await newList(rest, 'Filtered', [
    '<Field Type="Number" Name="_tlj1" DisplayName="Number"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>',
    '<Field Type="Text" Name="Place" DisplayName="Place"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"><CHOICES><CHOICE>a</CHOICE></CHOICES></Field>',
  ]));
  for (const [Title, number, Due, Done, Place] of [['a', 15, '2026-03-01T08:00:00Z', true, 'Utrecht'], ['b', 5, '2026-03-01T20:00:00Z', false, '<img src=x onerror="alert(1)">'], ['c', 5, null, false, 'Utrecht']] as const) {
    await addItem(rest, path, { Title, OData__tlj1: number, Due, Done, Place });
  }
});

const asked = (FieldInternalName: string, more: object = {}, as?: string): ReturnType<typeof rest> => rest(`${path}/RenderListFilterData`, { body: { parameters: { FieldInternalName, ...more } }, ...as === undefined ? {} : { as } });
/** As SharePoint's own list pages read it: what stands before `<br>`, without "(All)". */
const options = (html: string): string[] => [...(html.split('<br>')[0] ?? '').matchAll(/<OPTION Value="([^"]*)" >([^<]*)<\/OPTION>/g)].map(([, value, shown]) => `${value}=${shown}`);

describe('RenderListFilterData', () => {
  it('writes numbers as SharePoint Online does', async () => {
    const { status, text, headers } = await asked('_tlj1');
    assert.equal(status, 200, text);
    assert.match(headers.get('content-type') ?? '', /^text\/html/);
    assert.match(text, /^<DIV ALIGN=RIGHT class="ms-numHeader"><SELECT id="diidFilter_tlj1" TITLE="Filter by Number" OnChange='FilterField\("\{[0-9A-F-]{36}\}","\\u00255ftlj1",this\.options\[this\.selectedIndex\]\.value, this\.selectedIndex\);' dir=""><OPTION {2}SELECTED Value="">\(All\)<\/OPTION>/);
    assert.deepEqual(options(text), ['5.00000000000000=5', '15.0000000000000=15']);
  });

  it('names days, yes and no, people and what is empty, each once', async () => {
    assert.deepEqual(options((await asked('Due')).text), ['=(Empty)', '2026-03-01=3/1/2026']);
    assert.deepEqual(options((await asked('Done')).text).sort(), ['0=No', '1=Yes']);
    const name = String((await rest('web/currentuser', { as: owner })).json['Title']);
    assert.deepEqual(options((await asked('Author')).text), [`${name}=${name}`]);
  });

  it('heeds the view, and writes what people typed as text', async () => {
    const { text } = await asked('Place');
    assert.ok(!text.includes('<img'), text);
    assert.deepEqual(options(text), ['&lt;img src=x onerror=&quot;alert(1)&quot;&gt;=&lt;img src=x onerror="alert(1)"&gt;', 'Utrecht=Utrecht']);
    const where = '<View><Query><Where><Eq><FieldRef Name="Title"/><Value Type="Text">a</Value></Eq></Where></Query></View>';
    assert.deepEqual(options((await asked('Place', { ViewXml: where })).text), ['Utrecht=Utrecht']);
    assert.deepEqual(options((await asked('Place', {}, visitor)).text).length, 2);
  });

  it('is refused for columns that are not there, and for several values', async () => {
    assert.match(refusal(await asked('Nope')), /^400 -2147024809, System\.ArgumentException Value does not fall within the expected range\./);
    assert.match(refusal(await asked('Tags')), /^501 /);
    assert.match(refusal(await rest(`${path}/RenderListFilterData`, { method: 'POST' })), /^400 /);
  });
});
