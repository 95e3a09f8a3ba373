import { badQuery } from '../kql/refusals.ts';
import type { FqlExpression } from './expression.ts';
import { textReader } from '../textReader.ts';

const deepest = 50;
const longest = 100_000;
/** Each costs a look at the index. */
const mostTerms = 1000;
const space = /\s*/y;
const property = /([\p{L}_][\p{L}\p{N}_]*)\s*:\s*/uy;
const name = /([a-z-]+)\s*\(/iy;
const option = /([a-z]+)\s*=\s*("[^"]*"|[\w.-]+)/iy;
const quoted = /"([^"]*)"/y;
const bare = /[^\s,()"]+/y;

/** Reads filters with commas between them, as `RefinementFilters` has them. Throws 400 for what cannot be read. */
export function parseFql(text: string): FqlExpression[] {
  if (text.length > longest) throw badQuery();
  const reader = textReader(text);
  const take = (pattern: RegExp): RegExpExecArray | null => reader.take(pattern);
  const is = (character: string): boolean => {
    take(space);
    if (text[reader.at] !== character) return false;
    reader.at += 1;
    return true;
  };
  let terms = 0;
  const expression = (depth: number): FqlExpression => {
    terms += 1;
    if (depth > deepest || terms > mostTerms) throw badQuery();
    take(space);
    const about = take(property)?.[1];
    const called = take(name)?.[1]?.toLowerCase();
    if (called === undefined) {
      const phrase = take(quoted);
      const value = phrase?.[1] ?? take(bare)?.[0];
      if (value === undefined) throw badQuery();
      return { kind: 'value', property: about, text: value, quoted: phrase !== null };
    }
    const of: FqlExpression[] = [];
    const options = new Map<string, string>();
    while (!is(')')) {
      if (of.length + options.size > 0 && !is(',')) throw badQuery();
      take(space);
      const [, key, value] = take(option) ?? [];
      if (key === undefined || value === undefined) of.push(expression(depth + 1));
      else options.set(key.toLowerCase(), value.replaceAll('"', '').toLowerCase());
    }
    return { kind: 'call', property: about, name: called, of, options };
  };
  const found = [expression(0)];
  while (is(',')) found.push(expression(0));
  take(space);
  if (reader.at < text.length) throw badQuery();
  return found;
}
