import { dateIn, serialOf, timeIn, toDate, toSerial } from '../serialDates.ts';
import { fail, toNumber, toText, type Value } from '../values.ts';
import { takes, type FunctionTable } from './functionTable.ts';

export const dateFunctions: FunctionTable = {
  TODAY: takes(0, 0, (_, { now }) => Math.floor(toSerial(now.toISOString()))),
  NOW: takes(0, 0, (_, { now }) => toSerial(`${now.toISOString().slice(0, 19)}Z`)),
  DATE: takes(3, 3, ([year = null, month = null, day = null]) => serialOf(Math.trunc(toNumber(year)), Math.trunc(toNumber(month)), Math.trunc(toNumber(day)))),
  TIME: takes(3, 3, ([hour = null, minute = null, second = null]) => {
    const seconds = toNumber(hour) * 3600 + toNumber(minute) * 60 + toNumber(second);
    return seconds < 0 ? fail('#NUM!') : seconds % 86_400 / 86_400;
  }),
  YEAR: takes(1, 1, ([value = null]) => date(value).getUTCFullYear()),
  MONTH: takes(1, 1, ([value = null]) => date(value).getUTCMonth() + 1),
  DAY: takes(1, 1, ([value = null]) => date(value).getUTCDate()),
  HOUR: takes(1, 1, ([value = null]) => date(value).getUTCHours()),
  MINUTE: takes(1, 1, ([value = null]) => date(value).getUTCMinutes()),
  SECOND: takes(1, 1, ([value = null]) => date(value).getUTCSeconds()),
  WEEKDAY: takes(1, 2, ([value = null, kind = 1]) => weekday(date(value).getUTCDay(), toNumber(kind))),
  DATEVALUE: takes(1, 1, ([value = null]) => Math.floor(dateIn(toText(value)) ?? fail('#VALUE!'))),
  TIMEVALUE: takes(1, 1, ([value = null]) => timeIn(toText(value)) ?? (dateIn(toText(value)) ?? fail('#VALUE!')) % 1),
  DATEDIF: takes(3, 3, ([from = null, to = null, unit = null]) => between(date(from), date(to), toText(unit).toUpperCase())),
  DAYS360: takes(2, 3, ([from = null, to = null, european = false]) => days360(date(from), date(to), european === true)),
};

/** Dates come as serial numbers, and as texts that are dates. */
function date(value: Value): Date {
  return toDate(typeof value === 'string' ? dateIn(value) ?? toNumber(value) : toNumber(value));
}

/** 1: Sunday is 1; 2: Monday is 1; 3: Monday is 0. */
function weekday(day: number, kind: number): number {
  switch (kind) {
    case 1: return day + 1;
    case 2: return day === 0 ? 7 : day;
    case 3: return (day + 6) % 7;
    default: return fail('#NUM!');
  }
}

function between(from: Date, to: Date, unit: string): number {
  if (from > to) return fail('#NUM!');
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() - (to.getUTCDate() < from.getUTCDate() ? 1 : 0);
  const days = (start: number): number => Math.floor(to.getTime() / 86_400_000) - Math.floor(start / 86_400_000);
  const shifted = (year: number, month: number): number => Date.UTC(year, month, from.getUTCDate());
  switch (unit) {
    case 'D': return days(from.getTime());
    case 'M': return months;
    case 'Y': return Math.floor(months / 12);
    case 'YM': return months % 12;
    case 'YD': return days(shifted(to.getUTCFullYear() - (shifted(to.getUTCFullYear(), from.getUTCMonth()) > to.getTime() ? 1 : 0), from.getUTCMonth()));
    case 'MD': return days(shifted(to.getUTCFullYear(), to.getUTCMonth() - (to.getUTCDate() < from.getUTCDate() ? 1 : 0)));
    default: return fail('#NUM!');
  }
}

function days360(from: Date, to: Date, european: boolean): number {
  const first = Math.min(from.getUTCDate(), 30);
  const last = to.getUTCDate() === 31 && (european || first === 30) ? 30 : to.getUTCDate();
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 360 + (to.getUTCMonth() - from.getUTCMonth()) * 30 + last - first;
}
