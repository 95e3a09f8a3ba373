import { invalidExpression } from './invalidQuery.ts';

export type Token =
  | { readonly kind: 'word' | 'string' | 'number' | 'datetime' | 'guid'; readonly text: string }
  | { readonly kind: '(' | ')' | ',' };

const patterns: readonly (readonly [Exclude<Token['kind'], 'string'> | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['datetime', /datetime(?:offset)?'([^']*)'/iy],
  ['guid', /guid'([0-9a-f-]{36})'/iy],
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
    const next = filter[at] === "'" ? stringAt(filter, at) : tokenAt(filter, at);
    at = next.end;
    if (next.token) found.push(next.token);
  }
  return found;
}

interface Found { readonly token: Token | undefined; readonly end: number }

function tokenAt(filter: string, at: number): Found {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(filter);
    if (!match) continue;
    const end = pattern.lastIndex;
    if (kind === 'space') return { token: undefined, end };
    if (kind === '(' || kind === ')' || kind === ',') return { token: { kind }, end };
    return { token: { kind, text: match[1] ?? '' }, end };
  }
  throw invalidExpression(filter);
}

function stringAt(filter: string, at: number): Found {
  for (let end = filter.indexOf("'", at + 1); end >= 0; end = filter.indexOf("'", end + 2)) {
    if (filter[end + 1] !== "'") return { token: { kind: 'string', text: filter.slice(at + 1, end).replaceAll("''", "'") }, end: end + 1 };
  }
  throw invalidExpression(filter);
}
