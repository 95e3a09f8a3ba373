import * as React from 'react';
import { useWords } from '../words/words';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['hour', 3600], ['minute', 60]];
const justNow = 60;
const weekSeconds = 7 * 86400;

/** `5 minutes ago`; after a week the date. The exact moment is in the tooltip. */
export function RelativeTime({ date }: { readonly date: Date }): React.ReactElement {
  const { strings, locale } = useWords();
  const now = useMinutes();
  const exact = React.useMemo(() => exactTime(date, locale), [date, locale]);
  return <time dateTime={date.toISOString()} title={exact}>{relativeTime(date, now, locale, strings.time.now)}</time>;
}

/** `Tuesday 24 November 2026 at 21:30`, in the reader's own time zone. */
export function exactTime(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' } as Intl.DateTimeFormatOptions).format(date);
}

export function relativeTime(date: Date, now: number, locale: string, nowText: string): string {
  const seconds = Math.round((now - date.getTime()) / 1000);
  if (seconds < justNow) return nowText;
  if (seconds > weekSeconds) {
    const sameYear = new Date(now).getFullYear() === date.getFullYear();
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
  }
  // "Yesterday" is a matter of the calendar, not of hours.
  if (seconds >= 86400) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.round((startOfDay(now) - startOfDay(date.getTime())) / 86400000), 'day');
  const [unit, length] = units.filter(([, unitSeconds]) => seconds >= unitSeconds)[0];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Now, again each minute; one timer for all times on the page. */
function useMinutes(): number {
  const [now, setNow] = React.useState(() => Date.now());
  React.useEffect(() => {
    const tick = (): void => setNow(Date.now());
    listeners.add(tick);
    if (!timer) timer = setInterval(() => listeners.forEach((listener) => listener()), 60000);
    return () => {
      listeners.delete(tick);
      if (listeners.size === 0 && timer) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  }, []);
  return now;
}
