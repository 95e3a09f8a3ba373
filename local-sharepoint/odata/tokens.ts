import { invalidExpression } from './invalidQuery.ts';

export type Token =
  | { readonly kind: 'word' | 'string' | 'number' | 'datetime' | 'guid'; readonly text: string }
  | { readonly kind: '(' | ')' | ',' };

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['datetime', /datetime(?:offset)?'([^']*)'/iy],
  ['guid', /guid'([0-9a-f-]{36})'/iy],
  ['string', /'((?:[^']|'')*)'/y],
  ['number', /(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)[mdfl]?(?![\w.-])/iy],
  ['word', /([\p{L}_][\p{L}\p{N}_/.]*)/uy],
  ['(', /\(/y],
  [')', /\)/y],
  [',', /,/y],
];

/** Cuts a `$filter` into tokens; quotes inside strings are doubled, as OData 3 has it. Throws what SharePoint says of a bad one. */
export function tokens(filter: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < filter.length) {
    const next = tokenAt(filter, at);
    at = next.end;
    if (next.token) found.push(next.token);
  }
  return found;
}

function tokenAt(filter: string, at: number): { token: Token | undefined; end: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(filter);
    if (!match) continue;
    const end = pattern.lastIndex;
    if (kind === 'space') return { token: undefined, end };
    if (kind === '(' || kind === ')' || kind === ',') return { token: { kind }, end };
    const text = match[1] ?? '';
    return { token: { kind, text: kind === 'string' ? text.replaceAll("''", "'") : text }, end };
  }
  throw invalidExpression(filter);
}
