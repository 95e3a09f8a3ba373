import { canCall } from './evaluate.ts';
import { parseFormula, type Expression } from './expression.ts';
import { FormulaSyntaxError, tokensOf } from './tokens.ts';

/** Formulas are read once: each item that is written asks for them. */
const read = new Map<string, Expression>();
const mostKept = 500;

/** A formula that has been checked, as a tree. Throws FormulaSyntaxError. */
export function expressionOf(formula: string): Expression {
  const before = read.get(formula);
  if (before) return before;
  const expression = parseFormula(formula);
  checkCalls(expression);
  if (read.size >= mostKept) read.clear();
  read.set(formula, expression);
  return expression;
}

/** The names of columns in a formula. */
export function referencesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'value': return [];
    case 'reference': return [expression.name];
    case 'unary': return referencesIn(expression.operand);
    case 'binary': return [...referencesIn(expression.left), ...referencesIn(expression.right)];
    case 'call': return expression.args.flatMap((arg) => arg === undefined ? [] : referencesIn(arg));
  }
}

/** The functions that a formula calls. */
export function callsIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'value': case 'reference': return [];
    case 'unary': return callsIn(expression.operand);
    case 'binary': return [...callsIn(expression.left), ...callsIn(expression.right)];
    case 'call': return [expression.name, ...expression.args.flatMap((arg) => arg === undefined ? [] : callsIn(arg))];
  }
}

/** The formula with other names for its columns: `renamed` says how one is to be called, or undefined to leave it. Everything else stays letter by letter. */
export function withNames(formula: string, renamed: (name: string) => string | undefined): string {
  const lead = /^\s*=?/.exec(formula)?.[0] ?? '';
  const body = formula.slice(lead.length);
  const tokens = tokensOf(body);
  let text = '';
  let from = 0;
  tokens.forEach((token, at) => {
    const called = tokens[at + 1]?.kind === 'operator' && tokens[at + 1]?.text === '(';
    if (token.kind !== 'reference' && (token.kind !== 'word' || called)) return;
    const name = renamed(token.text);
    if (name === undefined) return;
    text += body.slice(from, token.from) + bracketed(name);
    from = token.to;
  });
  return lead + text + body.slice(from);
}

function bracketed(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^(true|false)$/i.test(name) ? name : `[${name}]`;
}

function checkCalls(expression: Expression): void {
  switch (expression.kind) {
    case 'value': case 'reference': return;
    case 'unary': checkCalls(expression.operand); return;
    case 'binary': checkCalls(expression.left); checkCalls(expression.right); return;
    case 'call':
      if (!canCall(expression.name, expression.args.length)) throw new FormulaSyntaxError(expression.name);
      expression.args.forEach((arg) => arg === undefined ? undefined : checkCalls(arg));
  }
}
