import { comparisonOperators, type ComparisonOperator, type Expression, type FilterValue } from './expression.ts';
import { invalidExpression, invalidQuery } from './invalidQuery.ts';
import { tokens, type Token } from './tokens.ts';

/** How deep brackets and `not` may lie in one another. */
const deepest = 100;
/** Functions of OData 3 that SharePoint refuses (documented; of dates: reported for SharePoint Online, though documented as supported). */
const refused: ReadonlySet<string> = new Set([
  'day', 'month', 'year', 'hour', 'minute', 'second', 'endswith', 'indexof', 'replace', 'substring', 'tolower', 'toupper', 'trim', 'concat', 'length', 'round', 'floor', 'ceiling', 'isof', 'cast',
  'datetimerangesoverlap',
]);

/** Reads a `$filter` (OData 3 as SharePoint takes it: and, or, not, six comparisons, startswith, substringof; all in lower case, sp-dev-docs#5037). */
export function parseFilter(filter: string): Expression {
  return new FilterParser(filter).whole();
}

class FilterParser {
  readonly #filter: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(filter: string) {
    this.#filter = filter;
    this.#tokens = tokens(filter);
  }

  whole(): Expression {
    const expression = this.#or();
    if (this.#at < this.#tokens.length) throw invalidExpression(this.#filter);
    return expression;
  }

  #or(): Expression {
    const operands = [this.#and()];
    while (this.#takeWord('or')) operands.push(this.#and());
    return joined('or', operands);
  }

  #and(): Expression {
    const operands = [this.#unary()];
    while (this.#takeWord('and')) operands.push(this.#unary());
    return joined('and', operands);
  }

  #unary(): Expression {
    if (this.#takeWord('not')) return this.#deeper(() => ({ kind: 'not', operand: this.#unary() }));
    if (this.#peek()?.kind === '(') {
      return this.#deeper(() => {
        this.#take('(');
        const inner = this.#or();
        this.#take(')');
        return inner;
      });
    }
    const name = this.#word();
    if (this.#peek()?.kind !== '(') return this.#comparison(name);
    if (name === 'startswith' || name === 'substringof') return this.#textTest(name);
    throw refused.has(name) ? invalidQuery() : invalidExpression(this.#filter);
  }

  #deeper(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) throw invalidExpression(this.#filter);
    const expression = read();
    this.#depth -= 1;
    return expression;
  }

  /** `startswith(Title,'a')` names the column first, `substringof('a',Title)` last. SharePoint also takes `… eq true`. */
  #textTest(test: 'startswith' | 'substringof'): Expression {
    this.#take('(');
    const path = test === 'startswith' ? this.#word() : undefined;
    if (path !== undefined) this.#take(',');
    const text = this.#string();
    if (path === undefined) this.#take(',');
    const found: Expression = { kind: 'text', test, path: path ?? this.#word(), text };
    this.#take(')');
    if (!this.#takeWord('eq')) return found;
    const wanted = this.#word();
    if (wanted !== 'true' && wanted !== 'false') throw invalidExpression(this.#filter);
    return wanted === 'true' ? found : { kind: 'not', operand: found };
  }

  #comparison(path: string): Expression {
    const operator = this.#word();
    if (!isOperator(operator)) throw invalidExpression(this.#filter);
    return { kind: 'comparison', operator, path, value: this.#value() };
  }

  #value(): FilterValue {
    const token = this.#next();
    switch (token?.kind) {
      case 'string': return { type: 'string', value: token.text };
      case 'number': return { type: 'number', value: Number(token.text) };
      case 'guid': return { type: 'guid', value: token.text.toLowerCase() };
      case 'datetime': return { type: 'datetime', value: this.#utc(token.text) };
      case 'word': return this.#constant(token.text);
      default: throw invalidExpression(this.#filter);
    }
  }

  #constant(word: string): FilterValue {
    if (word === 'null') return { type: 'null' };
    if (word === 'true' || word === 'false') return { type: 'boolean', value: word === 'true' };
    throw invalidExpression(this.#filter);
  }

  #utc(text: string): string {
    const zoned = /(z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text.includes('T') ? text : `${text}T00:00:00`}Z`;
    const date = new Date(zoned);
    if (Number.isNaN(date.getTime())) throw invalidExpression(this.#filter);
    return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #take(kind: '(' | ')' | ','): void {
    if (this.#next()?.kind !== kind) throw invalidExpression(this.#filter);
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'word' || token.text !== word) return false;
    this.#at += 1;
    return true;
  }

  #word(): string {
    const token = this.#next();
    if (token?.kind !== 'word') throw invalidExpression(this.#filter);
    return token.text;
  }

  #string(): string {
    const token = this.#next();
    if (token?.kind !== 'string') throw invalidExpression(this.#filter);
    return token.text;
  }
}

function joined(kind: 'and' | 'or', operands: readonly Expression[]): Expression {
  const [only] = operands;
  return operands.length === 1 && only ? only : { kind, operands };
}

function isOperator(word: string): word is ComparisonOperator {
  return comparisonOperators.some((operator) => operator === word);
}
