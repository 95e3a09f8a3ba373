import type { KqlOperator, KqlWords } from './expression.ts';
import { badQuery } from './refusals.ts';
import { textReader } from '../textReader.ts';

export type KqlToken =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' }
  /** `bare`: without quotes, so that it may be an operator. */
  | { readonly kind: 'words'; readonly words: KqlWords; readonly bare?: true }
  | { readonly kind: 'property'; readonly name: string; readonly operator: KqlOperator; readonly value: KqlWords; /** After `..` */ readonly to?: string }
  /** `author:(a OR b)`: what follows in brackets is about the property. */
  | { readonly kind: 'propertyGroup'; readonly name: string; readonly operator: KqlOperator };

const space = /\s+/y;
const property = /([\p{L}_][\p{L}\p{N}_]*)(<>|<=|>=|[:=<>])/uy;
const quoted = /"([^"]*)"(\*?)/y;
const noise = /[^\s\p{L}\p{N}_()"*]+(?=\s|$)/uy;
const bare = /[^\s()"]+/y;

/** Cuts a query into its parts. Operators are upper case; anything else in their place is a word. Throws 400 for a quote that is not closed. */
export function tokensOf(text: string): KqlToken[] {
  const found: KqlToken[] = [];
  const reader = textReader(text);
  const take = (pattern: RegExp): RegExpExecArray | null => reader.take(pattern);
  const value = (): KqlWords => {
    const phrase = take(quoted);
    if (phrase) return { text: phrase[1] ?? '', prefix: phrase[2] === '*' };
    return wordsOf(take(bare)?.[0]);
  };
  while (reader.at < text.length) {
    if (take(space)) continue;
    const [character = ''] = text.slice(reader.at, reader.at + 1);
    // A mark that stands alone says nothing.
    if (take(noise)) continue;
    if ('()+-'.includes(character)) {
      found.push({ kind: character === '(' ? 'open' : character === ')' ? 'close' : character === '+' ? 'plus' : 'not' });
      reader.at += 1;
      continue;
    }
    const [, name, operator] = take(property) ?? [];
    if (name === undefined || operator === undefined) {
      found.push(operatorOrWords(value(), text[reader.at - 1] === '"'));
    } else if (text[reader.at] === '(') {
      found.push({ kind: 'propertyGroup', name, operator: operator as KqlOperator });
    } else {
      found.push(propertyToken(name, operator as KqlOperator, value(), () => take(/\.\.(?=")/y) ? value().text : undefined));
    }
  }
  return found;
}

function propertyToken(name: string, operator: KqlOperator, value: KqlWords, after: () => string | undefined): KqlToken {
  const range = /^(.*?)\.\.(.*)$/.exec(value.text);
  if (range?.[1] !== undefined && range[2] !== undefined) return { kind: 'property', name, operator, value: { text: range[1], prefix: false }, to: range[2] };
  const to = after();
  return { kind: 'property', name, operator, value, ...(to === undefined ? {} : { to }) };
}

function operatorOrWords(words: KqlWords, inQuotes: boolean): KqlToken {
  if (!inQuotes && !words.prefix) {
    switch (words.text) {
      case 'AND': return { kind: 'and' };
      case 'OR': return { kind: 'or' };
      case 'NOT': return { kind: 'not' };
    }
  }
  return { kind: 'words', words, ...(inQuotes ? {} : { bare: true as const }) };
}

function wordsOf(text: string | undefined): KqlWords {
  if (text === undefined) throw badQuery();
  return { text: text.replace(/\*+$/, ''), prefix: text.endsWith('*') };
}
