/** A date as items keep it: UTC, whole seconds. Undefined when the text is none. Without a zone it is taken as UTC, the site's zone here. */
export function toStoredDate(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
  const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text.length === 10 ? `${text}T00:00:00` : text.replace(' ', 'T')}Z`;
  return stamped(new Date(zoned));
}

/** A date as forms write it: `2/23/2012 8:30 AM`, in the site's regional settings (en-US here); the ISO form is taken too. */
export function fromForm(text: string): string | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AP]M)?)?$/i.exec(text.trim());
  if (!found) return toStoredDate(text.trim());
  const [, month, day, year, hour = '0', minute = '0', second = '0', half] = found;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(second)));
  return date.getUTCDate() === Number(day) && hours < 24 ? stamped(date) : undefined;
}

/** `2/23/2012 8:30 AM` */
export function toForm(stored: string): string {
  const date = new Date(stored);
  const hours = date.getUTCHours();
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${hours % 12 === 0 ? 12 : hours % 12}:${String(date.getUTCMinutes()).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

function stamped(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}
