import { controlTypes, type Canvas, type Column, type Control, type Emphasis, type Section, type WebPartData } from '../canvas/canvas.ts';
import { writeControl } from '../canvas/writeCanvas.ts';

/** A place as `data-sp-controldata` has it. */
interface Position { readonly zoneIndex: number; readonly sectionIndex: number; readonly controlIndex: number; readonly sectionFactor: number; readonly layoutIndex: number; readonly zoneId: unknown }
interface Found { readonly position: Position; readonly data: Readonly<Record<string, unknown>>; readonly control: Control | undefined }

/** What tells the place of a control, and is written anew. */
const placing: ReadonlySet<string> = new Set(['position', 'emphasis', 'zoneGroupMetadata']);

/** Reads `CanvasContent1`, whoever wrote it. What this page does not know is kept as it is; nothing in it can break the reading. */
export function readCanvas(html: string): Canvas {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const found: Found[] = [];
  const elsewhere: string[] = [];
  const instanceIds = new Set<string>();
  for (const element of body.querySelectorAll('[data-sp-canvascontrol]')) {
    // HTML inside a control is never a control of its own.
    if (element.parentElement?.closest('[data-sp-canvascontrol]')) continue;
    const data = parsed(element.getAttribute('data-sp-controldata'));
    const position = positionOf(data['position']);
    if (position) found.push({ position, data, control: controlOf(element, data, instanceIds) });
    // Without data that can be read, it stays as it is.
    else elsewhere.push(Object.keys(data).length === 0 ? element.outerHTML : writeControl(data, element.innerHTML, element.getAttribute('data-sp-canvasdataversion') ?? '1.0'));
  }
  return { sections: sectionsOf(found), elsewhere };
}

function positionOf(value: unknown): Position | undefined {
  const position = asObject(value);
  const number = (name: string, otherwise: number): number => {
    const value = position[name];
    return typeof value === 'number' ? value : otherwise;
  };
  const zoneIndex = number('zoneIndex', NaN);
  if (isNaN(zoneIndex)) return undefined;
  return {
    zoneIndex, sectionIndex: number('sectionIndex', 1), controlIndex: number('controlIndex', 1), sectionFactor: number('sectionFactor', 12),
    layoutIndex: number('layoutIndex', 1), zoneId: position['zoneId'],
  };
}

function controlOf(element: Element, data: Readonly<Record<string, unknown>>, instanceIds: Set<string>): Control | undefined {
  const controlData = Object.fromEntries(Object.entries(data).filter(([name]) => !placing.has(name)));
  const type = data['controlType'];
  const isEmpty = (type === undefined || type === 0 || type === 1) && element.childElementCount === 0;
  if (isEmpty) return undefined;
  const instanceId = ownId(data['id'], instanceIds);
  if (type === controlTypes.text) return { kind: 'text', instanceId, controlData, html: element.querySelector('[data-sp-rte]')?.innerHTML ?? '' };
  const webPart = element.querySelector('[data-sp-webpartdata]');
  const stored = webPart ? parsed(webPart.getAttribute('data-sp-webpartdata')) : asObject(data['webPartData']);
  const id = stored['id'] ?? data['webPartId'];
  if (type !== controlTypes.webPart || typeof id !== 'string') return { kind: 'other', instanceId, controlData, html: element.innerHTML };
  return { kind: 'webPart', instanceId, controlData, data: webPartData(id.toLowerCase(), instanceId, stored), stored: element.innerHTML };
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id in the page, or another one when it is taken or none that SPFx would take. */
function ownId(id: unknown, taken: Set<string>): string {
  const own = typeof id === 'string' && guid.test(id) && !taken.has(id) ? id : crypto.randomUUID();
  taken.add(own);
  return own;
}

function webPartData(id: string, instanceId: string, stored: Readonly<Record<string, unknown>>): WebPartData {
  const text = (name: string, otherwise: string): string => {
    const value = stored[name];
    return typeof value === 'string' ? value : otherwise;
  };
  return { ...stored, id, instanceId, title: text('title', ''), description: text('description', ''), dataVersion: text('dataVersion', '1.0'), properties: asObject(stored['properties']) };
}

function sectionsOf(found: readonly Found[]): Section[] {
  const zones = new Map<string, Found[]>();
  for (const one of found) {
    // The vertical section is one for the whole page.
    const zone = one.position.layoutIndex === 2 ? 'vertical' : String(one.position.zoneIndex);
    zones.set(zone, [...zones.get(zone) ?? [], one]);
  }
  return [...zones].sort(([left], [right]) => order(left) - order(right)).map(([zone, controls]) => ({
    columns: columnsOf(controls), emphasis: emphasisOf(controls), ...(zone === 'vertical' ? { vertical: true } : {}),
    zoneId: controls.find(({ position }) => position.zoneId !== undefined)?.position.zoneId,
    zoneGroupMetadata: controls.find(({ data }) => data['zoneGroupMetadata'] !== undefined)?.data['zoneGroupMetadata'],
  }));
}

function order(zone: string): number {
  return zone === 'vertical' ? Infinity : Number(zone);
}

function columnsOf(found: readonly Found[]): Column[] {
  const columns = new Map<number, Found[]>();
  for (const one of found) columns.set(one.position.sectionIndex, [...columns.get(one.position.sectionIndex) ?? [], one]);
  return [...columns].sort(([left], [right]) => left - right).map(([, controls]) => ({
    factor: controls[0]?.position.sectionFactor ?? 12,
    controls: [...controls].sort((left, right) => left.position.controlIndex - right.position.controlIndex).flatMap(({ control }) => control ?? []),
  }));
}

function emphasisOf(found: readonly Found[]): Emphasis {
  return found.map(({ data }) => asObject(data['emphasis'])['zoneEmphasis']).find((value): value is Emphasis => value === 1 || value === 2 || value === 3) ?? 0;
}

function parsed(json: string | null): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(json ?? '{}'));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {};
}
