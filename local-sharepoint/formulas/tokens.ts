/** A piece of a formula, with where it begins: references can be renamed in place. */
export interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'word' | 'operator' | 'end';
  /** What it stands for: the text without its quotes, a reference without its brackets. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A formula that cannot be read. */
export class FormulaSyntaxError extends Error {}

const spaces = /\s+/y;
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['reference', /\[[^[\]]+\]/y],
  ['word', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['operator', /<>|<=|>=|[-+*/^&=<>%(),;]/y],
];

/** Cuts a formula (without its `=`) into pieces; throws for what is none. */
export function tokensOf(formula: string): Token[] {
  const found: Token[] = [];
  let at = after(spaces, formula, 0);
  while (at < formula.length) {
    const token = tokenAt(formula, at);
    found.push(token);
    at = after(spaces, formula, token.to);
  }
  return [...found, { kind: 'end', text: '', from: formula.length, to: formula.length }];
}

function tokenAt(formula: string, from: number): Token {
  for (const [kind, pattern] of patterns) {
    const to = after(pattern, formula, from);
    if (to > from) return { kind, text: inner(kind, formula.slice(from, to)), from, to };
  }
  throw new FormulaSyntaxError(formula);
}

function inner(kind: Token['kind'], raw: string): string {
  if (kind === 'text') return raw.slice(1, -1).replaceAll('""', '"');
  return kind === 'reference' ? raw.slice(1, -1).trim() : raw;
}

/** Where a match that begins here ends; here when there is none. */
function after(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
