/** A date as items keep it: UTC, whole seconds. Undefined when the text is none. Without a zone it is taken as UTC, the site's zone here. */
export function toStoredDate(text: string): string | undefined {
  const milliseconds = /^\/Date\((-?\d{1,16})\)\/$/.exec(text)?.[1];
  if (milliseconds !== undefined) return stamped(new Date(Number(milliseconds)));
  if (!/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i.test(text)) return undefined;
  const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(text) && text.length > 10 ? text : `${text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T')}Z`;
  return stamped(new Date(zoned));
}

/** Whether SharePoint keeps such a date: from 1900 to 8900. */
export function inRange(stored: string): boolean {
  return stored >= '1900-01-01' && stored < '8901-01-01';
}

/** A date as forms write it: `2/23/2012 8:30 AM`, in the site's regional settings (en-US here); the ISO form is taken too. */
export function fromForm(text: string): string | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AP]M)?)?$/i.exec(text.trim());
  if (!found) return toStoredDate(text.trim());
  const [, month, day, year, hour = '0', minute = '0', second = '0', half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)));
  return date.getUTCDate() === Number(day) && hours < 24 && Number(minute) < 60 && Number(second) < 60 ? stamped(date) : undefined;
}

/** `2/23/2012 8:30 AM`, or without the time. */
export function toForm(stored: string, dateOnly = false): string {
  const date = new Date(stored);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  if (dateOnly) return day;
  const hours = date.getUTCHours();
  return `${day} ${hours % 12 === 0 ? 12 : hours % 12}:${String(date.getUTCMinutes()).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

function stamped(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  return /^\d{4}-/.test(text) ? `${text.slice(0, 19)}Z` : undefined;
}
