import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { controlTypes, type WebPartData } from '../page/canvas/canvas.ts';
import { webPartHtml, writeControl } from '../page/canvas/writeCanvas.ts';
import { wrongArgument } from '../model/refusals.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type Data = Readonly<Record<string, unknown>>;

/** What a page may hold at most. */
const largest = 4_000_000;
const mostControls = 2000;

/**
 * `CanvasContent1` as the SitePages service takes it, an array of controls as JSON text, in the HTML that the page's item keeps: the data of a control in an
 * attribute, a text's HTML and a web part's own data within it. Refuses what is no array of objects.
 */
export function canvasHtml(json: string): string {
  return `<div>${controlsIn(json).map(controlHtml).join('')}</div>`;
}

/** The other way round, whoever wrote the HTML. Controls whose data cannot be read are left out. */
export function canvasJson(html: string): string {
  return JSON.stringify(html === '' ? [] : controlElements(html).flatMap((element) => controlOf(element) ?? []));
}

/** `LayoutWebpartsContent`: the title area alone, whose data stands in the attribute (recorded: PnP Core SDK, DefaultPageHeaderTest). */
export function layoutHtml(json: string): string {
  return `<div>${controlsIn(json).map((part) => writeControl(part, '', typeof part['dataVersion'] === 'string' ? part['dataVersion'] : '1.4')).join('')}</div>`;
}

export function layoutJson(html: string): string {
  return JSON.stringify(controlElements(html).flatMap((element) => dataOf(element, 'data-sp-controldata') ?? []));
}

function controlsIn(json: string): readonly Data[] {
  if (json.length > largest) throw wrongArgument();
  const parsed = parsedJson(json);
  if (parsed === null) return [];
  if (!Array.isArray(parsed) || parsed.length > mostControls || !parsed.every(isData)) throw wrongArgument();
  return parsed;
}

function parsedJson(json: string): unknown {
  try {
    return json.trim() === '' ? null : JSON.parse(json);
  } catch {
    throw wrongArgument();
  }
}

function controlHtml(control: Data): string {
  const { innerHTML, webPartData, ...data } = control;
  if (control['controlType'] === controlTypes.text) return writeControl(data, `<div data-sp-rte="">${wholeHtml(typeof innerHTML === 'string' ? innerHTML : '')}</div>`);
  return control['controlType'] === controlTypes.webPart && isData(webPartData) ? writeControl(data, webPartHtml(webPartOf(webPartData, data), wholeHtml)) : writeControl(control, '');
}

function webPartOf(stored: Data, control: Data): WebPartData {
  const text = (name: string, otherwise: string): string => {
    const value = stored[name];
    return typeof value === 'string' ? value : otherwise;
  };
  return {
    ...stored, id: text('id', String(control['webPartId'] ?? '')), instanceId: text('instanceId', String(control['id'] ?? '')), title: text('title', ''), dataVersion: text('dataVersion', '1.0'),
    properties: isData(stored['properties']) ? stored['properties'] : {},
  };
}

function controlOf(element: Element): Data | undefined {
  const data = dataOf(element, 'data-sp-controldata');
  if (!data) return undefined;
  switch (data['controlType']) {
    case controlTypes.text: {
      const text = within(element, 'data-sp-rte');
      return { ...data, innerHTML: text ? htmlOf(text) : '' };
    }
    case controlTypes.webPart: {
      const webPart = within(element, 'data-sp-webpartdata');
      const stored = webPart && dataOf(webPart, 'data-sp-webpartdata');
      return stored ? { ...data, webPartData: stored } : data;
    }
    default: return data;
  }
}

/** The controls of a canvas; HTML inside a control is never a control of its own. */
function controlElements(html: string): Element[] {
  return found(fragment(html), (element) => attribute(element, 'data-sp-canvascontrol') !== undefined);
}

function within(element: Element, name: string): Element | undefined {
  return found(element, (candidate) => attribute(candidate, name) !== undefined)[0];
}

/** The outermost elements below a node that fit, in order. */
function found(node: ParentNode, fits: (element: Element) => boolean): Element[] {
  const elements: Element[] = [];
  const open: ParentNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next !== node && 'tagName' in next && fits(next)) elements.push(next);
    else open.push(...next.childNodes.filter((child): child is Element => 'tagName' in child).reverse());
  }
  return elements;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function dataOf(element: Element, name: string): Data | undefined {
  try {
    const data: unknown = JSON.parse(attribute(element, name) ?? '');
    return isData(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** HTML with every element closed, so that it ends where it stands. */
function wholeHtml(html: string): string {
  return htmlOf(fragment(html));
}

function fragment(html: string): ParentNode {
  return parseFragment(html);
}

/** Refuses elements that lie thousands deep in one another. */
function htmlOf(node: ParentNode): string {
  try {
    return serialize(node);
  } catch (failure) {
    if (failure instanceof RangeError) throw wrongArgument();
    throw failure;
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
