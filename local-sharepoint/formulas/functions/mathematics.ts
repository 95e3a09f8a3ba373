import { fail, finite, toNumber, type Value } from '../values.ts';
import { several, takes, type FormulaFunction, type FunctionTable } from './functionTable.ts';

export const mathematicsFunctions: FunctionTable = {
  ABS: one(Math.abs), ACOS: one(Math.acos), ACOSH: one(Math.acosh), ASIN: one(Math.asin), ASINH: one(Math.asinh), ATAN: one(Math.atan), ATANH: one(Math.atanh),
  COS: one(Math.cos), COSH: one(Math.cosh), SIN: one(Math.sin), SINH: one(Math.sinh), TAN: one(Math.tan), TANH: one(Math.tanh), EXP: one(Math.exp), LN: one(Math.log), LOG10: one(Math.log10),
  SQRT: one(Math.sqrt), SIGN: one(Math.sign), INT: one(Math.floor), DEGREES: one((value) => value * 180 / Math.PI), RADIANS: one((value) => value * Math.PI / 180),
  EVEN: one((value) => away(value / 2) * 2), ODD: one((value) => value === 0 ? 1 : Math.sign(value) * (Math.ceil((Math.abs(value) - 1) / 2) * 2 + 1)),
  FACT: one((value) => value < 0 ? Number.NaN : product(Array.from({ length: Math.min(Math.trunc(value), 171) }, (_, at) => at + 1))),
  ATAN2: two((x, y) => x === 0 && y === 0 ? fail('#DIV/0!') : Math.atan2(y, x)),
  POWER: two((base, power) => base ** power),
  MOD: two((value, by) => by === 0 ? fail('#DIV/0!') : value - by * Math.floor(value / by)),
  QUOTIENT: two((value, by) => by === 0 ? fail('#DIV/0!') : Math.trunc(value / by)),
  COMBIN: two(combinations),
  CEILING: two((value, step) => step === 0 ? 0 : exact(Math.ceil(exact(value / step)) * step)),
  FLOOR: two((value, step) => step === 0 ? fail('#DIV/0!') : exact(Math.floor(exact(value / step)) * step)),
  ROUND: two((value, digits) => scaled(value, digits, Math.round)),
  ROUNDUP: two((value, digits) => scaled(value, digits, Math.ceil)),
  ROUNDDOWN: two((value, digits) => scaled(value, digits, Math.floor)),
  TRUNC: takes(1, 2, ([value = null, digits = 0]) => scaled(toNumber(value), toNumber(digits), Math.floor)),
  LOG: takes(1, 2, ([value = null, base = 10]) => finite(Math.log(toNumber(value)) / Math.log(toNumber(base)))),
  PI: takes(0, 0, () => Math.PI),
  SUM: takes(1, several, (args) => sum(numbers(args))),
  SUMSQ: takes(1, several, (args) => sum(numbers(args).map((value) => value ** 2))),
  PRODUCT: takes(1, several, (args) => finite(product(numbers(args)))),
  AVERAGE: takes(1, several, (args) => mean(numbers(args))),
  AVERAGEA: takes(1, several, (args) => mean(all(args))),
  MIN: takes(1, several, (args) => least(numbers(args))), MINA: takes(1, several, (args) => least(all(args))),
  MAX: takes(1, several, (args) => -least(numbers(args).map((value) => -value))), MAXA: takes(1, several, (args) => -least(all(args).map((value) => -value))),
  COUNT: takes(1, several, (args) => args.filter((value) => typeof value === 'number').length),
  COUNTA: takes(1, several, (args) => args.filter((value) => value !== null).length),
  MEDIAN: takes(1, several, (args) => middle(numbers(args))),
  MODE: takes(1, several, (args) => commonest(numbers(args))),
  STDEV: takes(1, several, (args) => Math.sqrt(variance(numbers(args), 1))), STDEVP: takes(1, several, (args) => Math.sqrt(variance(numbers(args), 0))),
  VAR: takes(1, several, (args) => variance(numbers(args), 1)), VARP: takes(1, several, (args) => variance(numbers(args), 0)),
  PMT: takes(3, 5, (args) => payment(args.map(toNumber))),
  ROMAN: takes(1, 2, ([value = null]) => roman(Math.trunc(toNumber(value)))),
};

function one(apply: (value: number) => number): FormulaFunction {
  return takes(1, 1, ([value = null]) => finite(apply(toNumber(value))));
}

function two(apply: (left: number, right: number) => number): FormulaFunction {
  return takes(2, 2, ([left = null, right = null]) => finite(apply(toNumber(left), toNumber(right))));
}

/** Of more than this many, no number of combinations is finite. */
const mostChosen = 1030;

function combinations(of: number, chosen: number): number {
  const [whole, part] = [Math.trunc(of), Math.min(Math.trunc(chosen), Math.trunc(of) - Math.trunc(chosen))];
  if (chosen < 0 || whole < chosen || part > mostChosen) return fail('#NUM!');
  return Math.round(product(Array.from({ length: part }, (_, at) => (whole - at) / (at + 1))));
}

/** What counts among several values: empty columns do not, texts that are no number are refused. */
function numbers(args: readonly Value[]): number[] {
  return args.filter((value) => value !== null).map(toNumber);
}

/** Texts count as 0. */
function all(args: readonly Value[]): number[] {
  return args.filter((value) => value !== null).map((value) => typeof value === 'string' ? 0 : toNumber(value));
}

/** Without the last bits that binary fractions add: 1.005 * 100 is 100.5. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

/** Rounds the size of a number, whatever its sign. */
function scaled(value: number, digits: number, round: (size: number) => number): number {
  const scale = 10 ** Math.trunc(digits);
  return Math.sign(value) * exact(round(exact(Math.abs(value) * scale)) / scale) || 0;
}

function away(value: number): number {
  return Math.sign(value) * Math.ceil(Math.abs(value));
}

function sum(values: readonly number[]): number {
  return exact(values.reduce((before, value) => before + value, 0));
}

function product(values: readonly number[]): number {
  return values.reduce((before, value) => before * value, 1);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? fail('#DIV/0!') : sum(values) / values.length;
}

function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? fail('#NUM!') : (low + high) / 2;
}

function commonest(values: readonly number[]): number {
  const times = (value: number): number => values.filter((other) => other === value).length;
  const best = [...values].sort((left, right) => times(right) - times(left) || values.indexOf(left) - values.indexOf(right))[0];
  return best === undefined || times(best) < 2 ? fail('#N/A') : best;
}

function variance(values: readonly number[], fewer: 0 | 1): number {
  if (values.length <= fewer) return fail('#DIV/0!');
  const average = mean(values);
  return values.reduce((before, value) => before + (value - average) ** 2, 0) / (values.length - fewer);
}

function payment([rate = 0, periods = 0, present = 0, future = 0, atStart = 0]: readonly number[]): number {
  if (periods === 0) return fail('#NUM!');
  if (rate === 0) return -(present + future) / periods;
  const growth = (1 + rate) ** periods;
  return finite(-(present * growth + future) * rate / ((growth - 1) * (1 + rate * atStart)));
}

function roman(value: number): string {
  if (value < 0 || value > 3999) return fail('#VALUE!');
  const signs: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let rest = value;
  return signs.map(([worth, sign]) => {
    const count = Math.floor(rest / worth);
    rest -= count * worth;
    return sign.repeat(count);
  }).join('');
}
