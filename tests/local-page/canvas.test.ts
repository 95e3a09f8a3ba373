import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addSection, arrange, layoutOf, moveControl, moveSection, moveToColumn, placeOf, removeControl, removeSection } from '../../local-sharepoint/page/canvas/changeCanvas.ts';
import type { Canvas, Control, Section, TextControl } from '../../local-sharepoint/page/canvas/canvas.ts';
import { localised, newWebPart } from '../../local-sharepoint/page/canvas/newWebPart.ts';
import { writeCanvas } from '../../local-sharepoint/page/canvas/writeCanvas.ts';

const text = (html: string): TextControl => ({ kind: 'text', instanceId: `id-${html}`, controlData: {}, html });
const section = (...columns: Control[][]): Section => ({ emphasis: 0, columns: columns.map((controls) => ({ factor: 12 / columns.length, controls })) });
const htmlOf = (canvas: Canvas): string => canvas.sections.map(({ columns }) => columns.map(({ controls }) => controls.map((control) => (control as TextControl).html).join('')).join('|')).join(' / ');

describe('CanvasContent1', () => {
  it('of a web part is written as SharePoint stores it', () => {
    const control = newWebPart('6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10', { title: { default: 'Feed' }, description: { default: 'Talk: here' }, properties: { size: 20 } }, 'en-US');
    control.data = { ...control.data, serverProcessedContent: { htmlStrings: { html: '<p>A & B</p>' }, searchablePlainTexts: { title: 'A < B' }, imageSources: { image: '/a.png' }, links: { link: '/sites/x?a=1&b=2' } } };
    const id = control.instanceId;
    const json = (value: string): string => value.replaceAll('"', '&quot;').replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll(':', '&#58;');
    assert.equal(writeCanvas({ sections: [{ emphasis: 2, columns: [{ factor: 12, controls: [control] }] }], elsewhere: ['<div>kept</div>'] }, (html) => html),
      `<div><div data-sp-canvascontrol="" data-sp-canvasdataversion="1.0" data-sp-controldata="${json(`{"position":{"layoutIndex":1,"zoneIndex":1,"sectionIndex":1,"sectionFactor":12,"controlIndex":1},"emphasis":{"zoneEmphasis":2},"id":"${id}","controlType":3,"webPartId":"6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10","addedFromPersistedData":true}`)}">`
      + `<div data-sp-webpart="" data-sp-webpartdataversion="1.0" data-sp-webpartdata="${json(JSON.stringify(control.data).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))}">`
      + '<div data-sp-componentid="">6c5f0f4e-8d0f-4b57-9d53-6a2f7c1e9b10</div><div data-sp-htmlproperties=""><div data-sp-prop-name="title" data-sp-searchableplaintext="true">A &lt; B</div>'
      + '<img data-sp-prop-name="image" src="/a.png" /><a data-sp-prop-name="link" href="/sites/x?a=1&amp;b=2"></a><div data-sp-prop-name="html"><p>A & B</p></div></div></div></div><div>kept</div></div>');
  });

  it('keeps empty columns, and counts zones without the section beside', () => {
    const written = writeCanvas({ sections: [{ emphasis: 0, vertical: true, columns: [{ factor: 12, controls: [text('v')] }] }, section([], [text('a')])], elsewhere: [] });
    const positions = [...written.matchAll(/data-sp-controldata="([^"]*)"/g)].map(([, data = '']) => (JSON.parse(data.replaceAll('&quot;', '"').replaceAll('&#123;', '{').replaceAll('&#125;', '}').replaceAll('&#58;', ':')) as { id: string; position: object }));
    assert.deepEqual(positions.map(({ id, position }) => [id, position]), [
      ['id-v', { layoutIndex: 2, zoneIndex: 1, sectionIndex: 1, sectionFactor: 12, controlIndex: 1 }],
      ['emptySection', { layoutIndex: 1, zoneIndex: 1, sectionIndex: 1, sectionFactor: 6, controlIndex: 1 }],
      ['id-a', { layoutIndex: 1, zoneIndex: 1, sectionIndex: 2, sectionFactor: 6, controlIndex: 1 }],
    ]);
  });

  it('cannot be broken out of by what a web part is called or holds', () => {
    const control = newWebPart('"><script>alert(1)</script>', { title: { default: '"></div><script>alert(2)</script>' }, properties: { 'a"': '</div>' } }, 'en-US');
    control.data = { ...control.data, dataVersion: '"><b>', serverProcessedContent: { searchablePlainTexts: { '"><i>': '<u>' }, htmlStrings: { h: '</div></div></div>' } } };
    const written = writeCanvas({ sections: [section([control])], elsewhere: [] });
    assert.ok(!/<(script|b|i|u)\b/.test(written));
    assert.equal(written.match(/<div/g)?.length, written.match(/<\/div>/g)?.length);
  });
});

describe('the canvas', () => {
  const [a, b, c] = [text('a'), text('b'), text('c')];
  const canvas = (): Canvas => ({ sections: [section([a, b], []), section([c])], elsewhere: [] });

  it('lets controls move in their column and to another, of another section', () => {
    const changed = canvas();
    moveControl(changed, b, -1);
    moveControl(changed, b, -1);
    assert.equal(htmlOf(changed), 'ba| / c');
    const target = changed.sections[1]?.columns[0];
    assert.ok(target);
    moveToColumn(changed, b, target);
    assert.equal(htmlOf(changed), 'a| / cb');
    assert.equal(placeOf(changed, b)?.at, 1);
  });

  it('gives back what was taken away, also when its section is gone', () => {
    const changed = canvas();
    const back = removeControl(changed, a);
    assert.equal(htmlOf(changed), 'b| / c');
    back();
    assert.equal(htmlOf(changed), 'ab| / c');
    const again = removeControl(changed, c);
    const last = changed.sections[1];
    assert.ok(last);
    const sectionBack = removeSection(changed, last);
    again();
    assert.equal(htmlOf(changed), 'cab|');
    sectionBack();
    assert.equal(htmlOf(changed), 'cab| / ');
  });

  it('has sections that move, and take other layouts without losing anything', () => {
    const changed = canvas();
    const [first] = changed.sections;
    assert.ok(first);
    moveSection(changed, first, 1);
    assert.equal(htmlOf(changed), 'c / ab|');
    arrange(first, 'three');
    first.columns[2]?.controls.push(text('d'));
    assert.equal(layoutOf(first), 'three');
    arrange(first, 'one');
    assert.equal(htmlOf(changed), 'c / abd');
    addSection(changed, 0);
    assert.equal(htmlOf(changed), ' / c / abd');
    assert.equal(layoutOf({ emphasis: 0, columns: [{ factor: 5, controls: [] }] }), undefined);
  });

  it('names web parts in the language of the page', () => {
    const titles = { default: 'Feed', 'nl-nl': 'Tijdlijn' };
    assert.deepEqual([localised(titles, 'nl-NL'), localised(titles, 'de-DE'), localised(undefined, 'nl-NL')], ['Tijdlijn', 'Feed', '']);
  });
});
