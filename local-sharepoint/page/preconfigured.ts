import type { WebPartData } from './canvas/canvas.ts';

interface Entry { readonly title?: Readonly<Record<string, string>>; readonly description?: Readonly<Record<string, string>>; readonly properties?: Readonly<Record<string, unknown>> }

/** A new web part with what its manifest gives it to begin with. */
export function preconfigured(id: string, manifest: Readonly<Record<string, unknown>>, instanceId: string, locale: string): WebPartData {
  const entries = manifest['preconfiguredEntries'];
  const entry = (Array.isArray(entries) ? entries[0] : undefined) as Entry | undefined;
  return { id, instanceId, title: localised(entry?.title, locale), description: localised(entry?.description, locale), dataVersion: '1.0', properties: entry?.properties ?? {} };
}

/** The text of a language, or the default one. */
export function localised(texts: Readonly<Record<string, string>> | undefined, locale: string): string {
  return texts?.[locale.toLowerCase()] ?? texts?.['default'] ?? texts?.['en-us'] ?? '';
}
