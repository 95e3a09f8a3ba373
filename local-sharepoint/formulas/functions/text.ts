import { formatted } from '../formatText.ts';
import { fail, toNumber, toText, within, type Value } from '../values.ts';
import { several, takes, type FunctionTable } from './functionTable.ts';

/** What would grow longer is not even made. */
const longestResult = 65_535;

export const textFunctions: FunctionTable = {
  CONCATENATE: takes(1, several, (args) => within(args.map(toText).join(''))),
  LEFT: takes(1, 2, ([text = null, count]) => toText(text).slice(0, counted(count))),
  RIGHT: takes(1, 2, ([text = null, count]) => {
    const [whole, last] = [toText(text), counted(count)];
    return last === 0 ? '' : whole.slice(-last);
  }),
  MID: takes(3, 3, ([text = null, from = null, count = null]) => {
    const start = place(from);
    return toText(text).slice(start - 1, start - 1 + counted(count));
  }),
  LEN: takes(1, 1, ([text = null]) => toText(text).length),
  LOWER: takes(1, 1, ([text = null]) => toText(text).toLowerCase()),
  UPPER: takes(1, 1, ([text = null]) => toText(text).toUpperCase()),
  PROPER: takes(1, 1, ([text = null]) => toText(text).toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
  TRIM: takes(1, 1, ([text = null]) => toText(text).replace(/ +/g, ' ').replace(/^ | $/g, '')),
  CLEAN: takes(1, 1, ([text = null]) => toText(text).replace(/[\u0000-\u001f]/g, '')), // eslint-disable-line no-control-regex
  EXACT: takes(2, 2, ([left = null, right = null]) => toText(left) === toText(right)),
  REPT: takes(2, 2, ([text = null, count = null]) => repeated(toText(text), counted(count))),
  FIND: takes(2, 3, ([part = null, text = null, from = 1]) => found(toText(text).indexOf(toText(part), place(from) - 1))),
  SEARCH: takes(2, 3, ([part = null, text = null, from = 1]) => searched(toText(part), toText(text), place(from))),
  REPLACE: takes(4, 4, ([text = null, from = null, count = null, by = null]) => {
    const [whole, start] = [toText(text), place(from)];
    return whole.slice(0, start - 1) + toText(by) + whole.slice(start - 1 + counted(count));
  }),
  SUBSTITUTE: takes(3, 4, ([text = null, part = null, by = null, which]) => substituted(toText(text), toText(part), toText(by), which)),
  TEXT: takes(2, 2, ([value = null, format = null]) => formatted(value, toText(format))),
  CHAR: takes(1, 1, ([code = null]) => {
    const number = Math.trunc(toNumber(code));
    return number < 1 || number > 255 ? fail('#VALUE!') : String.fromCharCode(number);
  }),
  CODE: takes(1, 1, ([text = null]) => toText(text) === '' ? fail('#VALUE!') : toText(text).charCodeAt(0)),
  FIXED: takes(1, 3, ([number = null, decimals = 2, plain = false]) => decimal(toNumber(number), toNumber(decimals), plain !== true)),
  DOLLAR: takes(1, 2, ([number = null, decimals = 2]) => dollars(toNumber(number), toNumber(decimals))),
  USDOLLAR: takes(1, 2, ([number = null, decimals = 2]) => dollars(toNumber(number), toNumber(decimals))),
};

function counted(value: Value | undefined): number {
  const count = value === undefined ? 1 : Math.trunc(toNumber(value));
  return count < 0 ? fail('#VALUE!') : count;
}

/** Characters are counted from 1. */
function place(value: Value): number {
  const at = Math.trunc(toNumber(value));
  return at < 1 ? fail('#VALUE!') : at;
}

function found(at: number): number {
  return at < 0 ? fail('#VALUE!') : at + 1;
}

/** Without regard to case; `?` stands for a character, `*` for any number, `~` before them for themselves. */
function searched(part: string, text: string, from: number): number {
  const pieces = piecesOf(part.toLowerCase());
  const within_ = text.toLowerCase();
  // What follows a star may stand anywhere behind: if it is not behind the first place that fits, it is behind none.
  let [first, next] = [from - 1, from - 1];
  pieces.forEach((piece, at) => {
    const place_ = placeOf(piece, within_, next);
    if (at === 0) first = place_;
    next = place_ + piece.length;
  });
  return first + 1;
}

/** A pattern cut at its stars; undefined stands for any character. */
function piecesOf(pattern: string): (string | undefined)[][] {
  const pieces: (string | undefined)[][] = [[]];
  for (const [, plain, wild, other] of pattern.matchAll(/~([?*~])|([?*])|([^])/g)) {
    if (wild === '*') pieces.push([]);
    else pieces[pieces.length - 1]?.push(wild === '?' ? undefined : plain ?? other);
  }
  return pieces;
}

function placeOf(piece: readonly (string | undefined)[], text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at += 1) if (piece.every((character, behind) => character === undefined || text[at + behind] === character)) return at;
  return fail('#VALUE!');
}

function substituted(text: string, part: string, by: string, which: Value | undefined): string {
  if (part === '') return text;
  if (which === undefined) {
    const pieces = text.split(part);
    return by.length * (pieces.length - 1) > longestResult ? fail('#VALUE!') : within(pieces.join(by));
  }
  const wanted = place(which);
  let at = -1;
  for (let number = 0; number < wanted; number += 1) {
    at = text.indexOf(part, at < 0 ? 0 : at + part.length);
    if (at < 0) return text;
  }
  return text.slice(0, at) + by + text.slice(at + part.length);
}

function repeated(text: string, count: number): string {
  return text.length * count > longestResult ? fail('#VALUE!') : text.repeat(count);
}

function decimal(number: number, decimals: number, grouped: boolean): string {
  const digits = Math.min(Math.max(Math.trunc(decimals), 0), 20);
  const scale = 10 ** Math.max(-Math.trunc(decimals), 0);
  return (Math.round(number / scale) * scale === 0 && scale > 1 ? 0 : scale > 1 ? Math.round(number / scale) * scale : number)
    .toLocaleString('en-US', { useGrouping: grouped, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function dollars(number: number, decimals: number): string {
  const text = `$${decimal(Math.abs(number), decimals, true)}`;
  return number < 0 ? `(${text})` : text;
}
