import { readFileSync } from 'node:fs';
import type { FieldSchema } from '../model/list.ts';
import type { Attributes } from './fieldAttributes.ts';

/** The XML of the columns that lists begin with, and of those that libraries have otherwise. Recorded: PnP Core SDK, UpdateListItemModifiedCreatedBy, GetListFieldsTest. */
const recorded = JSON.parse(readFileSync(new URL('./defaults/baseSchemas.json', import.meta.url), 'utf8')) as Readonly<Record<'list' | 'library', Readonly<Record<string, string>>>>;

export interface BaseSchema { readonly attributes: Attributes; readonly inner: string }

/** Each is taken apart once: every reading of a list's columns asks for all of them. */
const known = new Map<string, BaseSchema | undefined>();

/** The recorded description of a column that came with its list, taken apart. */
export function baseSchema({ internalName, fromBaseType }: FieldSchema, library: boolean): BaseSchema | undefined {
  const xml = fromBaseType ? (library ? recorded.library[internalName] : undefined) ?? recorded.list[internalName] : undefined;
  if (xml === undefined) return undefined;
  if (!known.has(xml)) known.set(xml, takenApart(xml));
  return known.get(xml);
}

function takenApart(xml: string): BaseSchema | undefined {
  const head = /^<Field((?: [\w.]+="[^"]*")*) ?\/?>/.exec(xml);
  if (!head?.[1]) return undefined;
  return {
    attributes: [...head[1].matchAll(/ ([\w.]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
    inner: xml.endsWith('</Field>') ? xml.slice(head[0].length, -'</Field>'.length) : '',
  };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
