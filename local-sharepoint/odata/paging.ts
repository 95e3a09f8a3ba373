import type { ResourceRequest } from '../routing/resource.ts';
import { invalidExpression } from './invalidQuery.ts';

/** How many `$top` asks for: `usual` when it does not say, never more than `largest`. Anything but a whole number is refused. */
export function pageSize({ query }: ResourceRequest, usual: number, largest: number): number {
  const top = query.get('$top');
  if (top === undefined || top === '') return usual;
  if (!/^\d{1,9}$/.test(top)) throw invalidExpression(top);
  return Math.min(Number(top), largest);
}

/** Where the next page of `path` (below `_api`, escaped) is. Recorded: the token first, then what else was asked, with lower-case escapes. */
export function nextLink({ webUrl, query }: ResourceRequest, path: string, token: string): string {
  const others = [...query].filter(([name]) => name !== '$skiptoken' && !name.startsWith('@')).map(([name, value]) => `&${escaped(name)}=${escaped(value)}`);
  return `${webUrl}/_api/${path}?%24skiptoken=${escaped(token)}${others.join('')}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()).replaceAll("'", '%27');
}
