import type { WebPartControl } from './canvas.ts';

/** What a manifest says of a web part to begin with (`preconfiguredEntries`). */
export interface PreconfiguredEntry {
  readonly title?: Readonly<Record<string, string>>;
  readonly description?: Readonly<Record<string, string>>;
  readonly group?: Readonly<Record<string, string>>;
  readonly dataVersion?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A web part as it is when somebody has just added it. */
export function newWebPart(id: string, entry: PreconfiguredEntry | undefined, locale: string): WebPartControl {
  const instanceId = crypto.randomUUID();
  return {
    kind: 'webPart', instanceId, controlData: {},
    data: {
      id, instanceId, title: localised(entry?.title, locale), description: localised(entry?.description, locale), dataVersion: entry?.dataVersion ?? '1.0',
      properties: structuredClone(entry?.properties ?? {}),
    },
  };
}

/** The text of a language, or the default one. */
export function localised(texts: Readonly<Record<string, string>> | undefined, locale: string): string {
  const wanted = Object.entries(texts ?? {}).find(([language]) => language.toLowerCase() === locale.toLowerCase())?.[1];
  return wanted ?? texts?.['default'] ?? texts?.['en-us'] ?? '';
}
