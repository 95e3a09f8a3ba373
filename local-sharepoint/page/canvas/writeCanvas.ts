import { controlTypes, type Canvas, type Column, type Control, type Section, type ServerProcessedContent, type WebPartData } from './canvas.ts';
import { escapedAttribute, escapedText } from '../../model/markup.ts';

/**
 * `CanvasContent1` of a canvas, in the shape and with the escapes that SharePoint stores. `cleanHtml` makes HTML of web parts whole and
 * harmless before it becomes part of the page; without it, it is written as text.
 */
export function writeCanvas({ sections, elsewhere }: Canvas, cleanHtml: (html: string) => string = escapedText): string {
  let zone = 0;
  const written = sections.map((section) => {
    if (!section.vertical) zone += 1;
    return section.columns.map((column, at) => writeColumn(section, column, { zoneIndex: section.vertical ? 1 : zone, sectionIndex: at + 1 }, cleanHtml)).join('');
  });
  return `<div>${written.join('')}${elsewhere.join('')}</div>`;
}

function writeColumn(section: Section, column: Column, place: { zoneIndex: number; sectionIndex: number }, cleanHtml: (html: string) => string): string {
  const placed = (controlIndex: number): object => ({
    position: {
      layoutIndex: section.vertical ? 2 : 1, ...place, ...(section.zoneId === undefined ? {} : { zoneId: section.zoneId }), sectionFactor: column.factor, controlIndex,
    },
    emphasis: section.emphasis === 0 ? {} : { zoneEmphasis: section.emphasis },
    ...(section.zoneGroupMetadata === undefined ? {} : { zoneGroupMetadata: section.zoneGroupMetadata }),
  });
  // A column without controls is kept, too.
  if (column.controls.length === 0) return writeControl({ ...placed(1), id: 'emptySection', addedFromPersistedData: true }, '');
  return column.controls.map((control, at) => writeControl({ ...placed(at + 1), ...control.controlData, ...ownData(control) }, inside(control, cleanHtml))).join('');
}

function ownData(control: Control): object {
  switch (control.kind) {
    case 'webPart': return {
      id: control.instanceId, controlType: controlTypes.webPart, webPartId: control.data.id, addedFromPersistedData: true,
      // Some tools keep a web part's data here; once it is written beside, this copy is old.
      ...(control.stored === undefined ? { webPartData: undefined } : {}),
    };
    case 'text': return { id: control.instanceId, controlType: controlTypes.text, addedFromPersistedData: true };
    case 'other': return {};
  }
}

function inside(control: Control, cleanHtml: (html: string) => string): string {
  switch (control.kind) {
    case 'webPart': return control.stored ?? webPartHtml(control.data, cleanHtml);
    case 'text': return `<div data-sp-rte="">${control.html}</div>`;
    case 'other': return control.html;
  }
}

/** One control; `html`: what is in it. */
export function writeControl(controlData: object, html: string, dataVersion = '1.0'): string {
  return `<div data-sp-canvascontrol="" data-sp-canvasdataversion="${attribute(dataVersion)}" data-sp-controldata="${json(controlData)}">${html}</div>`;
}

/** A web part within its control. */
export function webPartHtml(data: WebPartData, cleanHtml: (html: string) => string): string {
  return `<div data-sp-webpart="" data-sp-webpartdataversion="${attribute(data.dataVersion)}" data-sp-webpartdata="${json(data)}">`
    + `<div data-sp-componentid="">${escapedText(data.id)}</div><div data-sp-htmlproperties="">${htmlProperties(data, cleanHtml)}</div></div>`;
}

/** The web part's server-processed values once more, as elements that search and link fixing read. */
function htmlProperties({ serverProcessedContent: content = {} }: WebPartData, cleanHtml: (html: string) => string): string {
  const each = (kind: keyof ServerProcessedContent, write: (name: string, value: string) => string): string => Object.entries(content[kind] ?? {}).map(([name, value]) => write(attribute(name), String(value))).join('');
  return each('searchablePlainTexts', (name, value) => `<div data-sp-prop-name="${name}" data-sp-searchableplaintext="true">${escapedText(value)}</div>`)
    + each('imageSources', (name, value) => `<img data-sp-prop-name="${name}" src="${attribute(value)}" />`)
    + each('links', (name, value) => `<a data-sp-prop-name="${name}" href="${attribute(value)}"></a>`)
    + each('htmlStrings', (name, value) => `<div data-sp-prop-name="${name}">${cleanHtml(value)}</div>`);
}

function json(value: object): string {
  return attribute(JSON.stringify(value));
}

/** As SharePoint escapes the attributes of a canvas. */
function attribute(value: string): string {
  return escapedAttribute(value).replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll(':', '&#58;');
}
