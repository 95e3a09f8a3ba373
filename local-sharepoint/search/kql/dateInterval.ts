import { badQuery } from './refusals.ts';

/** From a moment to just before another; both as the database keeps dates. */
export interface DateInterval { readonly from: string; readonly to: string }

const day = 86_400_000;

/** What a date in KQL stands for: a day, a second, or one of the names KQL has for intervals (Microsoft: KQL reference). Throws 400 for anything else. */
export function dateInterval(text: string, now: Date): DateInterval {
  const named = namedInterval(text.trim().toLowerCase(), now);
  if (named) return { from: stamp(named[0]), to: stamp(named[1]) };
  const written = american(text.trim());
  const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  const from = wholeDay || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(written) ? Date.parse(wholeDay || /(Z|[+-]\d{2}:\d{2})$/.test(written) ? written : `${written}Z`) : NaN;
  if (Number.isNaN(from)) throw badQuery();
  return { from: stamp(from), to: stamp(from + (wholeDay ? day : 1000)) };
}

/** A date as it is written in en-US, `9/24/2026`, in the other form. */
function american(text: string): string {
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return month === undefined || date === undefined || year === undefined ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** Days and weeks begin in UTC; a week on Monday. */
function namedInterval(name: string, now: Date): readonly [number, number] | undefined {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const today = Date.UTC(year, month, now.getUTCDate());
  const monday = today - ((now.getUTCDay() + 6) % 7) * day;
  switch (name) {
    case 'today': return [today, today + day];
    case 'yesterday': return [today - day, today];
    case 'this week': return [monday, monday + 7 * day];
    case 'this month': return [Date.UTC(year, month), Date.UTC(year, month + 1)];
    case 'last month': return [Date.UTC(year, month - 1), Date.UTC(year, month)];
    case 'this year': return [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
    case 'last year': return [Date.UTC(year - 1, 0), Date.UTC(year, 0)];
    default: return undefined;
  }
}

function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
