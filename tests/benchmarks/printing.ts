import type { Figure, Unit } from './benchmark.ts';

const nameWidth = 64;
const valueWidth = 12;
/** Each unit as it stands after 1, and after any other number. */
const unitWords: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  requests: ['request', 'requests'], articles: ['article', 'articles'], bytes: ['KB', 'KB'], ms: ['ms', 'ms'], s: ['s', 's'], times: ['times', 'times'], 'per second': ['a second', 'a second'],
};

/** The heading over a benchmark's figures. */
export function heading(title: string): string {
  return `\n${title}\n${'─'.repeat(title.length)}`;
}

/** One figure as a row of the table: what, how much, in which unit, how it was come by. */
export function row({ name, value, unit, note }: Figure): string {
  const shown = unit === 'bytes' ? value / 1000 : value;
  const word = unitWords[unit][shown === 1 ? 0 : 1];
  return `${name.padEnd(nameWidth)}${inFigures(shown).padStart(valueWidth)} ${word.padEnd(9)}${note === undefined ? '' : ` ${note}`}`.trimEnd();
}

/** `1,234` or `12.3` or `1.04`: as many decimals as say something; whole numbers have none. */
export function inFigures(value: number): string {
  const decimals = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The figures of one benchmark, as the JSON output has them; bytes stay bytes there. */
export function inJson(figures: readonly Figure[]): Record<string, { value: number; unit: Unit }> {
  return Object.fromEntries(figures.map(({ key, value, unit }) => [key, { value: Math.round(value * 1000) / 1000, unit }]));
}
