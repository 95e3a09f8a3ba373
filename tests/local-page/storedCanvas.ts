/** One control of a stored `CanvasContent1`. */
export interface StoredControl {
  readonly controlData: Readonly<Record<string, unknown>> & { readonly position?: Readonly<Record<string, number>>; readonly emphasis?: { readonly zoneEmphasis?: number } };
  /** What `data-sp-webpartdata` holds, for a web part. */
  readonly webPart: { readonly id: string; readonly instanceId: string; readonly title: string; readonly properties: Readonly<Record<string, unknown>>; readonly serverProcessedContent: unknown } | undefined;
  readonly html: string;
}

/** Reads a canvas as other tools do, with expressions over its text. */
export function storedControls(canvas: string): StoredControl[] {
  return canvas.split(/(?=<div data-sp-canvascontrol="")/).slice(1).map((html) => ({
    controlData: json(/data-sp-controldata="([^"]*)"/.exec(html)?.[1]) as StoredControl['controlData'], webPart: json(/data-sp-webpartdata="([^"]*)"/.exec(html)?.[1]) as StoredControl['webPart'], html,
  }));
}

/** Where a control stands: zone.column.place. */
export function placeOf({ controlData: { position } }: StoredControl): string {
  return `${position?.['zoneIndex']}.${position?.['sectionIndex']}.${position?.['controlIndex']}`;
}

function json(attribute: string | undefined): unknown {
  if (attribute === undefined) return undefined;
  const signs: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };
  return JSON.parse(attribute.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/&(quot|lt|gt|amp);/g, (sign) => signs[sign] ?? sign)) as unknown;
}

/** The attribute's value, as SharePoint writes it. */
export function attribute(value: unknown): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('{', '&#123;').replaceAll('}', '&#125;').replaceAll(':', '&#58;');
}

export function controlHtml(controlData: object, html: string): string {
  return `<div data-sp-canvascontrol="" data-sp-canvasdataversion="1.0" data-sp-controldata="${attribute(controlData)}">${html}</div>`;
}

/** A web part as other tools write it. `position`: zone, column, place, and the factor of the column. */
export function webPartHtml(webPartId: string, instanceId: string, properties: object, [zoneIndex, sectionIndex, controlIndex, sectionFactor = 12]: readonly number[], more: object = {}): string {
  const data = { id: webPartId, instanceId, title: 'Made elsewhere', description: '', dataVersion: '1.0', properties };
  return controlHtml({ controlType: 3, id: instanceId, webPartId, position: { zoneIndex, sectionIndex, controlIndex, sectionFactor, layoutIndex: 1 }, ...more },
    `<div data-sp-webpart="" data-sp-webpartdataversion="1.0" data-sp-webpartdata="${attribute(data)}"><div data-sp-componentid="">${webPartId}</div><div data-sp-htmlproperties=""></div></div>`);
}
