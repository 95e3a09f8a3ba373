import { toDate } from './serialDates.ts';
import { numberIn, toNumber, toText, type Value } from './values.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const mostDecimals = 30;

/** What TEXT writes: numbers (`0.00`, `#,##0`, `0%`, `$0.00`, three parts with `;`) and dates (`yyyy-mm-dd`, `dddd`, `h:mm AM/PM`). */
export function formatted(value: Value, format: string): string {
  if (typeof value === 'string' && numberIn(value) === undefined) return value;
  if (typeof value === 'boolean') return toText(value);
  const number = toNumber(value);
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\\./g, '')) ? asDate(number, format) : asNumber(number, format);
}

function asNumber(number: number, format: string): string {
  if (/^general$/i.test(format) || format === '') return toText(number);
  const parts = format.split(';');
  const part = number < 0 && parts[1] !== undefined ? parts[1] : number === 0 && parts[2] !== undefined ? parts[2] : parts[0] ?? '';
  const found = /[0#?,.]*[0#?][0#?,.]*%?/.exec(part);
  if (!found) return literal(part);
  const sign = number < 0 && parts[1] === undefined ? '-' : '';
  return `${sign}${literal(part.slice(0, found.index))}${digits(Math.abs(number), found[0])}${literal(part.slice(found.index + found[0].length))}`;
}

function digits(size: number, pattern: string): string {
  const percent = pattern.endsWith('%');
  const [whole = '', fraction = ''] = pattern.replace('%', '').split('.');
  const least = Math.min((fraction.match(/0/g) ?? []).length, mostDecimals);
  const text = (percent ? size * 100 : size).toLocaleString('en-US', {
    useGrouping: whole.includes(','), minimumIntegerDigits: Math.max(1, Math.min(21, (whole.match(/0/g) ?? []).length)), minimumFractionDigits: least, maximumFractionDigits: Math.min(Math.max(least, fraction.length), mostDecimals),
  });
  return `${whole.includes('0') ? text : text.replace(/^0(?=\.|$)/, '')}${percent ? '%' : ''}`;
}

/** What stands in a format for itself. */
function literal(text: string): string {
  return text.replace(/"([^"]*)"|\\(.)|_./g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '');
}

const piece = /"[^"]*"|\\.|AM\/PM|A\/P|y+|m+|d+|h+|s+|./gi;

function asDate(serial: number, format: string): string {
  const date = toDate(serial);
  const half = /AM\/PM|A\/P/i.test(format);
  const pieces = format.match(piece) ?? [];
  return pieces.map((text, at) => {
    const kind = text[0]?.toLowerCase() ?? '';
    // `m` beside hours or seconds means minutes.
    if (kind === 'm' && beside(pieces, at)) return padded(date.getUTCMinutes(), text);
    if (/^(am\/pm|a\/p)$/i.test(text)) return (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, text.length > 3 ? 2 : 1);
    return 'ymdhs'.includes(kind) ? part(date, kind, text, half) : literal(text);
  }).join('');
}

function part(date: Date, kind: string, text: string, half: boolean): string {
  switch (kind) {
    case 'y': return text.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(-2);
    case 'm': return text.length > 2 ? named(months[date.getUTCMonth()] ?? '', text) : padded(date.getUTCMonth() + 1, text);
    case 'd': return text.length > 2 ? named(days[date.getUTCDay()] ?? '', text) : padded(date.getUTCDate(), text);
    case 'h': return padded(half ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), text);
    default: return padded(date.getUTCSeconds(), text);
  }
}

function beside(pieces: readonly string[], at: number): boolean {
  const before = pieces.slice(0, at).reverse().find((text) => /^[ymdhs]/i.test(text));
  const after = pieces.slice(at + 1).find((text) => /^[ymdhs]/i.test(text));
  return (before !== undefined && /^h/i.test(before)) || (after !== undefined && /^s/i.test(after));
}

function named(name: string, pattern: string): string {
  return pattern.length === 3 ? name.slice(0, 3) : pattern.length === 5 ? name.slice(0, 1) : name;
}

function padded(value: number, pattern: string): string {
  return pattern.length > 1 ? String(value).padStart(2, '0') : String(value);
}
