import { about, sameProperty, synonyms } from './combine.ts';
import { everything, type KqlExpression } from './expression.ts';
import { badQuery } from './refusals.ts';
import { tokensOf, type KqlToken } from './tokens.ts';

/** SharePoint's own limit of a query, in characters (Microsoft: search limits, 4,096). */
const longestQuery = 4096;
const deepest = 50;
/** How far apart words near each other are, when nothing is said (Microsoft: KQL reference). */
const usualDistance = 8;

/** Reads a KQL query: words, phrases, property restrictions, AND, OR, NOT and brackets. Throws 400 for what cannot be read. */
export function parseKql(text: string): KqlExpression {
  if (text.length > longestQuery) throw badQuery();
  const tokens = tokensOf(text);
  if (tokens.length === 0) return everything;
  const parser = new Parser(tokens);
  const expression = parser.alternatives(0);
  if (!parser.ended) throw badQuery();
  return expression;
}

class Parser {
  readonly #tokens: readonly KqlToken[];
  #at = 0;

  constructor(tokens: readonly KqlToken[]) {
    this.#tokens = tokens;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  alternatives(depth: number): KqlExpression {
    if (depth > deepest) throw badQuery();
    const found = [this.#sequence(depth)];
    while (this.#take('or')) found.push(this.#sequence(depth));
    return found.length === 1 && found[0] ? found[0] : { kind: 'or', of: found };
  }

  /** What stands side by side has to hold together, but restrictions of one and the same property are alternatives (Microsoft: KQL reference). */
  #sequence(depth: number): KqlExpression {
    const found: KqlExpression[] = [];
    let explicit = true;
    do {
      const next = this.#term(depth);
      const previous = found.at(-1);
      if (!explicit && previous && sameProperty(previous, next)) found[found.length - 1] = { kind: 'or', of: [...previous.kind === 'or' ? previous.of : [previous], next] };
      else found.push(next);
      explicit = this.#take('and');
    } while (explicit || !(this.ended || this.#is('or') || this.#is('close')));
    return found.length === 1 && found[0] ? found[0] : { kind: 'and', of: found };
  }

  /** A term with what stands behind it: NEAR, ONEAR and XRANK bind more closely than what stands side by side. */
  #term(depth: number): KqlExpression {
    let found = this.#single(depth);
    for (;;) {
      const operator = this.#operator();
      if (operator === 'NEAR' || operator === 'ONEAR') found = this.#near(found, operator === 'ONEAR', depth);
      else if (operator === 'XRANK') found = this.#boosted(found, depth);
      else return found;
    }
  }

  #near(first: KqlExpression, ordered: boolean, depth: number): KqlExpression {
    this.#at += 1;
    const [distance = usualDistance] = this.#numbers(/^n$/i, /^\d+$/);
    const second = this.#single(depth + 1);
    const before = first.kind === 'near' && first.ordered === ordered && first.distance === distance ? first.of : first.kind === 'words' ? [first.words] : undefined;
    if (before === undefined || second.kind !== 'words') throw badQuery();
    return { kind: 'near', of: [...before, second.words], distance, ordered };
  }

  /** Only `cb`, a constant, is added to the rank: it is the one whose meaning doesn't depend on SharePoint's own ranking. */
  #boosted(of: KqlExpression, depth: number): KqlExpression {
    this.#at += 1;
    const [boost = 0] = this.#numbers(/^(cb|nb|rb|pb|avgb|stdb|n)$/i, /^$/, /^cb$/i);
    return { kind: 'boosted', of, by: this.#single(depth + 1), boost };
  }

  /** What stands in brackets behind an operator: `(5)`, `(n=5)`, `(cb=100, rb=0.5)`; answers the values wanted. */
  #numbers(names: RegExp, bare: RegExp, wanted = names): number[] {
    const opened = this.#at;
    if (!this.#take('open')) return [];
    const found: number[] = [];
    while (!this.#take('close')) {
      const token = this.#tokens[this.#at];
      this.#at += 1;
      const text = (token?.kind === 'words' ? token.words.text : token?.kind === 'property' && names.test(token.name) ? token.value.text : '').replace(/,$/, '');
      if (!/^-?\d+(\.\d+)?$/.test(text) || (token?.kind === 'words' && !bare.test(text))) {
        // Not numbers: the brackets are the next term.
        if (found.length > 0) throw badQuery();
        this.#at = opened;
        return [];
      }
      if (token?.kind === 'words' || (token?.kind === 'property' && wanted.test(token.name))) found.push(Number(text));
    }
    return found;
  }

  #operator(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === 'words' && token.bare === true && /^(O?NEAR|XRANK)$/.test(token.words.text) ? token.words.text : undefined;
  }

  #single(depth: number): KqlExpression {
    if (depth > deepest) throw badQuery();
    if (this.#take('not')) return { kind: 'not', of: this.#single(depth + 1) };
    if (this.#take('plus')) return this.#single(depth + 1);
    if (this.#take('open')) return this.#group(depth);
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'words': {
        if (token.bare === true && /^(O?NEAR|XRANK)$/.test(token.words.text)) throw badQuery();
        if (token.bare === true && token.words.text === 'WORDS' && this.#is('open')) return synonyms((this.#take('open'), this.#group(depth)));
        return { kind: 'words', words: token.words };
      }
      case 'property': {
        const { name, operator, value, to } = token;
        return to === undefined ? { kind: 'property', name: name.toLowerCase(), operator, value } : { kind: 'range', name: name.toLowerCase(), from: value.text, to };
      }
      case 'propertyGroup': {
        if (!this.#take('open')) throw badQuery();
        return about(this.#group(depth), token.name.toLowerCase(), token.operator);
      }
      default: throw badQuery();
    }
  }

  #group(depth: number): KqlExpression {
    const expression = this.alternatives(depth + 1);
    if (!this.#take('close')) throw badQuery();
    return expression;
  }

  #is(kind: KqlToken['kind']): boolean {
    return this.#tokens[this.#at]?.kind === kind;
  }

  #take(kind: KqlToken['kind']): boolean {
    if (!this.#is(kind)) return false;
    this.#at += 1;
    return true;
  }
}
