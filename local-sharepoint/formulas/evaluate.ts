import type { Expression } from './expression.ts';
import { dateFunctions } from './functions/dates.ts';
import type { FunctionTable, Moment } from './functions/functionTable.ts';
import { logicFunctions } from './functions/logic.ts';
import { mathematicsFunctions } from './functions/mathematics.ts';
import { textFunctions } from './functions/text.ts';
import { dateIn } from './serialDates.ts';
import { compared, fail, finite, FormulaError, toNumber, toText, toTruth, within, type Value } from './values.ts';

/** What a formula is worked out with. */
export interface Circumstances extends Moment {
  /** The value of a column; throws FormulaError `#NAME?` for one that is not there. */
  readonly valueOf: (name: string) => Value;
}

const functions: FunctionTable = { ...logicFunctions, ...textFunctions, ...mathematicsFunctions, ...dateFunctions };

type Lazy = readonly [least: number, most: number, apply: (args: readonly (() => Value)[]) => Value];

/** Functions that leave some of their arguments alone, or want to know that one failed. */
const lazy: ReadonlyMap<string, Lazy> = new Map<string, Lazy>([
  ['IF', [2, 3, ([test, then, otherwise]) => called(toTruth(called(test)) ? then : otherwise, otherwise === undefined ? false : 0)]],
  ['IFERROR', [2, 2, ([value, otherwise]) => errorOf(value) === undefined ? called(value) : called(otherwise)]],
  ['CHOOSE', [2, 30, ([at, ...choices]) => called(choices[Math.trunc(toNumber(called(at))) - 1] ?? fail('#VALUE!'))]],
  ['ISERROR', [1, 1, ([value]) => errorOf(value) !== undefined]],
  ['ISERR', [1, 1, ([value]) => ![undefined, '#N/A'].includes(errorOf(value))]],
  ['ISNA', [1, 1, ([value]) => errorOf(value) === '#N/A']],
]);

/** Every function that formulas may call. */
export const functionNames: readonly string[] = [...Object.keys(functions), ...lazy.keys()].sort();

/** Whether there is a function of this name that takes so many arguments. */
export function canCall(name: string, count: number): boolean {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  const [least, most] = found ? [found.least, found.most] : lazy.get(name)?.slice(0, 2) as [number, number] | undefined ?? [1, 0];
  return count >= least && count <= most;
}

/** Works out a formula. Throws FormulaError when it has no value. */
export function evaluate(expression: Expression, with_: Circumstances): Value {
  switch (expression.kind) {
    case 'value': return typeof expression.value === 'number' ? finite(expression.value) : expression.value;
    case 'reference': return with_.valueOf(expression.name);
    case 'unary': {
      const value = number(evaluate(expression.operand, with_));
      return expression.operator === '-' ? -value : expression.operator === '%' ? value / 100 : value;
    }
    case 'binary': return binary(expression.operator, evaluate(expression.left, with_), evaluate(expression.right, with_));
    case 'call': return call(expression, with_);
  }
}

function call({ name, args }: Extract<Expression, { kind: 'call' }>, with_: Circumstances): Value {
  const special = lazy.get(name);
  if (special) return special[2](args.map((arg) => () => arg === undefined ? null : evaluate(arg, with_)));
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!found) return fail('#NAME?');
  const result = found.apply(args.map((arg) => arg === undefined ? null : evaluate(arg, with_)), with_);
  return typeof result === 'number' ? finite(result) : result;
}

function binary(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '&': return within(toText(left) + toText(right));
    case '=': return compared(left, right) === 0;
    case '<>': return compared(left, right) !== 0;
    case '<': return compared(left, right) < 0;
    case '>': return compared(left, right) > 0;
    case '<=': return compared(left, right) <= 0;
    case '>=': return compared(left, right) >= 0;
    default: return arithmetic(operator, number(left), number(right));
  }
}

function arithmetic(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+': return tidy(left + right);
    case '-': return tidy(left - right);
    case '*': return finite(left * right);
    case '/': return right === 0 ? fail('#DIV/0!') : finite(left / right);
    default: return left === 0 && right < 0 ? fail('#DIV/0!') : finite(left ** right);
  }
}

/** Sums without the last bits that binary fractions add, as Excel shows them: 0.1+0.2 is 0.3. */
function tidy(value: number): number {
  return Number(finite(value).toPrecision(15));
}

/** Texts that are dates count as such where a number is wanted. */
function number(value: Value): number {
  return typeof value === 'string' ? dateIn(value) ?? toNumber(value) : toNumber(value);
}

function called(value: (() => Value) | undefined, otherwise: Value = null): Value {
  return value === undefined ? otherwise : value();
}

function errorOf(value: (() => Value) | undefined): string | undefined {
  try {
    called(value);
    return undefined;
  } catch (failure) {
    if (failure instanceof FormulaError) return failure.code;
    throw failure;
  }
}
