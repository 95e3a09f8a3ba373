import { FormulaSyntaxError, tokensOf, type Token } from './tokens.ts';

/** A formula as a tree. */
export type Expression =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Expression | undefined)[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '%'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

/** SharePoint takes functions within functions this deep (documented: eight; more are taken today). Guards the reader's own stack. */
const deepest = 64;

/** Operators that stand between two values, the loosest first; `^` binds tighter than a sign before a number, as in Excel. */
const levels: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/']];

/** Reads a formula, with or without its `=`. Throws FormulaSyntaxError. */
export function parseFormula(formula: string): Expression {
  const reader = new Reader(tokensOf(formula.trim().replace(/^=/, '')));
  const expression = reader.between(0);
  reader.take('end');
  return expression;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Values with operators of this level or tighter ones between them. */
  between(level: number): Expression {
    const operators = levels[level];
    if (operators === undefined) return this.#power();
    let left = this.between(level + 1);
    for (let found = this.#operator(operators); found !== undefined; found = this.#operator(operators)) {
      left = { kind: 'binary', operator: found, left, right: this.between(level + 1) };
    }
    return left;
  }

  take(kind: Token['kind'], text?: string): Token {
    const token = this.#next();
    if (token.kind !== kind || (text !== undefined && token.text !== text)) throw new FormulaSyntaxError(token.text);
    this.#at += 1;
    return token;
  }

  #power(): Expression {
    let left = this.#signed();
    while (this.#operator(['^']) !== undefined) left = { kind: 'binary', operator: '^', left, right: this.#signed() };
    return left;
  }

  /** `-2^2` is 4, as in Excel: the sign belongs to the number. */
  #signed(): Expression {
    const sign = this.#operator(['-', '+']);
    if (sign !== undefined) return this.#deeper(() => ({ kind: 'unary', operator: sign as '-' | '+', operand: this.#signed() }));
    let operand = this.#deeper(() => this.#primary());
    while (this.#operator(['%']) !== undefined) operand = { kind: 'unary', operator: '%', operand };
    return operand;
  }

  #primary(): Expression {
    const token = this.#next();
    this.#at += 1;
    switch (token.kind) {
      case 'number': return { kind: 'value', value: Number(token.text) };
      case 'text': return { kind: 'value', value: token.text };
      case 'reference': return { kind: 'reference', name: token.text };
      case 'word': return this.#word(token.text);
      case 'operator': if (token.text === '(') return this.#closed(this.between(0)); break;
      default:
    }
    throw new FormulaSyntaxError(token.text);
  }

  #word(name: string): Expression {
    if (this.#operator(['(']) !== undefined) return { kind: 'call', name: name.toUpperCase(), args: this.#arguments() };
    if (/^(true|false)$/i.test(name)) return { kind: 'value', value: name.toLowerCase() === 'true' };
    return { kind: 'reference', name };
  }

  /** One left out stands as nothing: `IF(A,,1)`. */
  #arguments(): (Expression | undefined)[] {
    const args: (Expression | undefined)[] = [];
    if (this.#operator([')']) !== undefined) return args;
    for (;;) {
      const empty = this.#next().kind === 'operator' && [',', ';', ')'].includes(this.#next().text);
      args.push(empty ? undefined : this.between(0));
      if (this.#operator([')']) !== undefined) return args;
      if (this.#operator([',', ';']) === undefined) throw new FormulaSyntaxError(this.#next().text);
    }
  }

  #closed(expression: Expression): Expression {
    this.take('operator', ')');
    return expression;
  }

  #operator(wanted: readonly string[]): string | undefined {
    const token = this.#next();
    if (token.kind !== 'operator' || !wanted.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new FormulaSyntaxError('');
    return token;
  }

  #deeper(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) throw new FormulaSyntaxError('');
    const expression = read();
    this.#depth -= 1;
    return expression;
  }
}
