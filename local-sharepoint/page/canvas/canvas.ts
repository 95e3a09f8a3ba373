/** What stands on a page: sections of columns of controls, as `CanvasContent1` keeps them. Shared by server and browser. */
export interface Canvas { sections: Section[]; /** Controls that this version does not know, as they were. */ readonly unknown: readonly string[] }
export interface Section { columns: Column[]; /** 0 none, 1 neutral, 2 soft, 3 strong. */ emphasis: Emphasis }
export type Emphasis = 0 | 1 | 2 | 3;
/** `factor`: of twelve; 0 is full width. */
export interface Column { readonly factor: number; controls: Control[] }
export type Control = WebPartControl | TextControl;
export interface WebPartControl { readonly kind: 'webPart'; readonly instanceId: string; data: WebPartData }
export interface TextControl { readonly kind: 'text'; readonly instanceId: string; html: string }

/** A web part as it serialises itself. */
export interface WebPartData {
  readonly id: string;
  readonly instanceId: string;
  readonly title: string;
  readonly description?: string;
  readonly dataVersion: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly serverProcessedContent?: unknown;
  readonly [name: string]: unknown;
}

/** The layouts that a section may have, by the factors of its columns. */
export const layouts: Readonly<Record<string, readonly number[]>> = {
  one: [12], two: [6, 6], three: [4, 4, 4], 'two-thirds left': [8, 4], 'two-thirds right': [4, 8], 'full width': [0],
};

const controlTypes = { webPart: 3, text: 4, empty: 0 } as const;

/** `CanvasContent1` of a canvas. */
export function writeCanvas({ sections, unknown }: Canvas): string {
  const controls = sections.flatMap((section, at) => section.columns.flatMap((column, columnAt) => {
    const position = (controlIndex: number): object => ({ zoneIndex: at + 1, sectionIndex: columnAt + 1, controlIndex, sectionFactor: column.factor, layoutIndex: 1 });
    const emphasis = section.emphasis === 0 ? {} : { zoneEmphasis: section.emphasis };
    if (column.controls.length === 0) return [writeControl({ controlType: controlTypes.empty, displayMode: 2, position: position(1), emphasis }, '')];
    return column.controls.map((control, controlAt) => control.kind === 'text'
      ? writeControl({ controlType: controlTypes.text, id: control.instanceId, position: position(controlAt + 1), emphasis, addedFromPersistedData: true }, `<div data-sp-rte="">${control.html}</div>`)
      : writeControl({ controlType: controlTypes.webPart, id: control.instanceId, webPartId: control.data.id, position: position(controlAt + 1), emphasis, addedFromPersistedData: true, reservedHeight: 200, reservedWidth: 600 }, webPartHtml(control.data)));
  }));
  return `<div>${controls.join('')}${unknown.join('')}</div>`;
}

function writeControl(controlData: object, inside: string): string {
  return `<div data-sp-canvascontrol="" data-sp-canvasdataversion="1.0" data-sp-controldata="${attribute(JSON.stringify(controlData))}">${inside}</div>`;
}

function webPartHtml(data: WebPartData): string {
  return `<div data-sp-webpart="" data-sp-webpartdataversion="${attribute(data.dataVersion)}" data-sp-webpartdata="${attribute(JSON.stringify(data))}">`
    + `<div data-sp-componentid="">${data.id}</div><div data-sp-htmlproperties=""></div></div>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll(':', '&#58;');
}
