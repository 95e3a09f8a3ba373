import { notHereYet } from '../../model/refusals.ts';
import { everything, type KqlExpression, type KqlOperator } from './expression.ts';
import { badQuery } from './refusals.ts';
import { tokensOf, type KqlToken } from './tokens.ts';

/** SharePoint's own limit of a query, in characters (Microsoft: search limits, 4,096). */
const longestQuery = 4096;
const deepest = 50;
/** What KQL has and this service does not. */
const notHere = /^(NEAR|ONEAR|XRANK|WORDS)$/;

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

  #term(depth: number): KqlExpression {
    if (depth > deepest) throw badQuery();
    if (this.#take('not')) return { kind: 'not', of: this.#term(depth + 1) };
    if (this.#take('plus')) return this.#term(depth + 1);
    if (this.#take('open')) return this.#group(depth);
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'words': {
        if (notHere.test(token.words.text)) throw notHereYet(`${token.words.text} in a search`);
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

function about(expression: KqlExpression, name: string, operator: KqlOperator): KqlExpression {
  switch (expression.kind) {
    case 'and': case 'or': return { kind: expression.kind, of: expression.of.map((one) => about(one, name, operator)) };
    case 'not': return { kind: 'not', of: about(expression.of, name, operator) };
    case 'words': return { kind: 'property', name, operator, value: expression.words };
    default: throw badQuery();
  }
}

/** Whether both restrict the same property, or the first already holds such alternatives. */
function sameProperty(one: KqlExpression, other: KqlExpression): boolean {
  if (one.kind === 'or') return one.of.every((alternative) => sameProperty(alternative, other));
  return one.kind === 'property' && other.kind === 'property' && one.name === other.name && isEqual(one.operator) && isEqual(other.operator);
}

function isEqual(operator: KqlOperator): boolean {
  return operator === ':' || operator === '=';
}
