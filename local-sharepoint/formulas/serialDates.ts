import { fail, longestNumber } from './values.ts';

const day = 86_400_000;
/** Day 0 of Excel's calendar, so that 1 March 1900 is 61 (Excel believes that 1900 had a 29 February). */
const start = Date.UTC(1899, 11, 30);

/** `2026-01-31T12:00:00Z` as Excel counts days. */
export function toSerial(stored: string): number {
  return (Date.parse(stored) - start) / day;
}

/** The day that a serial number names, in whole seconds. Refuses what is no date. */
export function toDate(serial: number): Date {
  if (!(serial >= 0 && serial < 2_958_466)) fail('#NUM!');
  return new Date(start + Math.round(serial * 86_400) * 1000);
}

export function serialOf(year: number, month: number, date: number): number {
  const full = year >= 0 && year < 1900 ? year + 1900 : year;
  const found = Math.round((Date.UTC(full, month - 1, date) - start) / day);
  return found < 0 || !Number.isFinite(found) ? fail('#NUM!') : found;
}

const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(.+))?$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(.+?)Z?)?$/;
const clock = /^(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AP]M)?$/i;

/** A date in a text, as the site's regional settings (en-US) write it, or as ISO does; undefined when it is none. */
export function dateIn(text: string): number | undefined {
  if (text.length > longestNumber) return undefined;
  const american = written.exec(text.trim());
  const [, month, date, year, time] = american ?? [];
  const [, isoYear, isoMonth, isoDate, isoTime] = iso.exec(text.trim()) ?? [];
  const [y, m, d] = american ? [Number(year), Number(month), Number(date)] : [Number(isoYear), Number(isoMonth), Number(isoDate)];
  if (!Number.isFinite(y) || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  const hours = timeIn(time ?? isoTime ?? '0:00');
  return hours === undefined ? undefined : serialOf(y, m, d) + hours;
}

/** `2:30 PM` as the part of a day; undefined when it is none. */
export function timeIn(text: string): number | undefined {
  const found = clock.exec(text.trim());
  if (!found) return undefined;
  const [, hour, minute, second = '0', half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return (hours * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}
