import { readFileSync } from 'node:fs';
import type { FieldSchema } from '../model/list.ts';
import type { Attributes } from './fieldAttributes.ts';

/** The XML of the columns that lists begin with, and of those that libraries have otherwise. Recorded: PnP Core SDK, UpdateListItemModifiedCreatedBy, GetListFieldsTest. */
const recorded = JSON.parse(readFileSync(new URL('./defaults/baseSchemas.json', import.meta.url), 'utf8')) as Readonly<Record<'list' | 'library', Readonly<Record<string, string>>>>;

export interface BaseSchema { readonly attributes: Attributes; readonly inner: string }

/** The recorded description of a column that came with its list, taken apart. */
export function baseSchema({ internalName, fromBaseType }: FieldSchema, library: boolean): BaseSchema | undefined {
  const xml = fromBaseType ? (library ? recorded.library[internalName] : undefined) ?? recorded.list[internalName] : undefined;
  const head = xml && /^<Field((?: [\w.]+="[^"]*")*) ?\/?>/.exec(xml);
  if (!xml || !head?.[1]) return undefined;
  return {
    attributes: [...head[1].matchAll(/ ([\w.]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
    inner: xml.endsWith('</Field>') ? xml.slice(head[0].length, -'</Field>'.length) : '',
  };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
