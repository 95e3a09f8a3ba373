/** What Excel and SharePoint answer when a formula has no value. */
export type ErrorCode = '#DIV/0!' | '#VALUE!' | '#NAME?' | '#NUM!' | '#N/A' | '#REF!' | '#NULL!';

/** Thrown where a value cannot be worked out; ISERROR and IFERROR look for it. */
export class FormulaError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** Dates are serial numbers, as in Excel; null is an empty column. */
export type Value = number | string | boolean | null;

export function toNumber(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return numberIn(value) ?? fail('#VALUE!');
}

/** No number or date is written with more characters than this. */
export const longestNumber = 64;
/** No text in a formula grows longer than this. */
const longestText = 65_535;

/** A text, if it is not too long to be one. */
export function within(text: string): string {
  return text.length > longestText ? fail('#VALUE!') : text;
}

/** A number in a text; also a percentage, an amount, a date. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestNumber) return undefined;
  const found = /^\$?(-?[\d,]*\.?\d+(?:e[+-]?\d+)?)(%?)$/i.exec(trimmed);
  const number = found?.[1] === undefined ? Number.NaN : Number(found[1].replaceAll(',', '')) / (found[2] === '%' ? 100 : 1);
  return Number.isFinite(number) ? number : undefined;
}

/** Numbers with up to 15 digits, as Excel shows them. */
export function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))).replace(/^(-?[\d.]+)e([+-])(\d+)$/, (_, digits: string, sign: string, power: string) => `${digits}E${sign}${power.padStart(2, '0')}`) : value;
}

export function toTruth(value: Value): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  return fail('#VALUE!');
}

export function fail(code: ErrorCode): never {
  throw new FormulaError(code);
}

/** A number that is one: neither infinite nor undefined. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value : fail('#NUM!');
}

/**
 * Orders two values as Excel does: numbers before texts before yes and no; texts without regard to case; an empty column is 0, an empty text or no,
 * whatever it is compared with.
 */
export function compared(left: Value, right: Value): number {
  const [a, b] = [left ?? emptyLike(right), right ?? emptyLike(left)];
  const kinds = kind(a) - kind(b);
  if (kinds !== 0) return kinds;
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0;
  return Number(a) - Number(b);
}

function emptyLike(other: Value): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

function kind(value: number | string | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
