import type { Canvas, Column, Control, Emphasis, Section, WebPartData } from '../canvas/canvas.ts';

interface ControlData { readonly controlType?: number; readonly id?: string; readonly position?: { readonly zoneIndex?: number; readonly sectionIndex?: number; readonly controlIndex?: number; readonly sectionFactor?: number }; readonly emphasis?: { readonly zoneEmphasis?: number } }

/** Reads `CanvasContent1`. What it does not know is kept as it is. */
export function readCanvas(html: string): Canvas {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const zones = new Map<number, { section: Section; columns: Map<number, { column: Column; controls: { at: number; control: Control }[] }> }>();
  const unknown: string[] = [];
  for (const control of body.querySelectorAll('[data-sp-canvascontrol]')) {
    const data = parsed(control.getAttribute('data-sp-controldata')) as ControlData;
    const { zoneIndex, sectionIndex = 1, controlIndex = 1, sectionFactor = 12 } = data.position ?? {};
    const content = contentOf(control, data);
    if (zoneIndex === undefined || content === undefined) {
      unknown.push(control.outerHTML);
      continue;
    }
    const zone = zones.get(zoneIndex) ?? { section: { columns: [], emphasis: 0 as Emphasis }, columns: new Map() };
    zone.section.emphasis = Math.min(3, Math.max(0, data.emphasis?.zoneEmphasis ?? 0)) as Emphasis;
    const column = zone.columns.get(sectionIndex) ?? { column: { factor: sectionFactor, controls: [] }, controls: [] };
    if (content !== 'empty') column.controls.push({ at: controlIndex, control: content });
    zone.columns.set(sectionIndex, column);
    zones.set(zoneIndex, zone);
  }
  const sections = [...zones].sort(([left], [right]) => left - right).map(([, { section, columns }]) => ({
    ...section, columns: [...columns].sort(([left], [right]) => left - right).map(([, { column, controls }]) => ({ ...column, controls: controls.sort((left, right) => left.at - right.at).map(({ control }) => control) })),
  }));
  return { sections, unknown };
}

function contentOf(control: Element, { controlType, id }: ControlData): Control | 'empty' | undefined {
  if (controlType === 0) return 'empty';
  if (controlType === 4) return { kind: 'text', instanceId: id ?? crypto.randomUUID(), html: control.querySelector('[data-sp-rte]')?.innerHTML ?? '' };
  const webPart = control.querySelector('[data-sp-webpart]');
  if (controlType !== 3 || !webPart) return undefined;
  const data = parsed(webPart.getAttribute('data-sp-webpartdata')) as WebPartData;
  return { kind: 'webPart', instanceId: data.instanceId, data };
}

function parsed(text: string | null): object {
  try {
    return JSON.parse(text ?? '{}') as object;
  } catch {
    return {};
  }
}
