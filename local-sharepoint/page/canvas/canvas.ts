/** What stands on a page, as `CanvasContent1` keeps it: sections of columns of controls. Shared by server and browser. */
export interface Canvas {
  sections: Section[];
  /** Controls that stand nowhere (page settings, section backgrounds …), as HTML, as they were. */
  readonly elsewhere: readonly string[];
}

export interface Section {
  columns: Column[];
  emphasis: Emphasis;
  /** The section beside all others (SharePoint's vertical section). */
  readonly vertical?: boolean;
  /** What other tools keep of a section, and this page does not use: `zoneId` in the position, `zoneGroupMetadata` beside it. */
  readonly zoneId?: unknown;
  readonly zoneGroupMetadata?: unknown;
}

/** The background of a section: 0 none, 1 neutral, 2 soft, 3 strong (SharePoint's zoneEmphasis). */
export type Emphasis = 0 | 1 | 2 | 3;

/** `factor`: the width of twelve; 0 is full width. */
export interface Column { readonly factor: number; controls: Control[] }

export type Control = WebPartControl | TextControl | OtherControl;

interface Placed {
  readonly instanceId: string;
  /** What `data-sp-controldata` holds besides the place, as it was. */
  readonly controlData: Readonly<Record<string, unknown>>;
}
export interface WebPartControl extends Placed {
  readonly kind: 'webPart';
  data: WebPartData;
  /** The control's inner HTML as it was stored; kept while the web part is not changed (also when it is not installed). */
  stored?: string;
}
export interface TextControl extends Placed { readonly kind: 'text'; readonly html: string }
/** A control of a kind that this page does not know; it is kept and not shown. */
export interface OtherControl extends Placed { readonly kind: 'other'; readonly html: string }

/** A web part as it serialises itself (SPFx's IWebPartData). */
export interface WebPartData {
  readonly id: string;
  readonly instanceId: string;
  readonly title: string;
  readonly description?: string;
  readonly dataVersion: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly serverProcessedContent?: ServerProcessedContent;
  readonly [name: string]: unknown;
}

/** Values that SharePoint indexes, mends links in, and so on; by the paths of the properties they belong to. */
export type ServerProcessedContent = Readonly<Partial<Record<'htmlStrings' | 'searchablePlainTexts' | 'imageSources' | 'links', Readonly<Record<string, string>>>>>;

/** SharePoint's numbers of the kinds of control. */
export const controlTypes = { webPart: 3, text: 4 } as const;

/** The layouts that a section may have, by the factors of its columns. */
export const layouts = {
  one: [12], two: [6, 6], three: [4, 4, 4], twoThirdsLeft: [8, 4], twoThirdsRight: [4, 8], fullWidth: [0],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type LayoutName = keyof typeof layouts;

export function controlsOf({ sections }: Canvas): Control[] {
  return sections.flatMap(({ columns }) => columns.flatMap(({ controls }) => controls));
}
