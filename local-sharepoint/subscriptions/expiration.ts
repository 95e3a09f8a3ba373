import { invalidExpiration } from './subscriptionRefusals.ts';

/** When a subscription ends: as it is answered, and in milliseconds since 1970. */
export interface Expiration { readonly text: string; readonly time: number }

const mostDays = 180;
/** Said by one of its makers (pnp/PnP-Sites-Core#1233): for the time between the reckoning of the date and the request. */
const graceMinutes = 90;

/** Reads `expirationDateTime`; without one it is the latest that there may be (documented). Refuses the past, and more than 180 days. */
export function expirationOf(value: unknown, now: Date): Expiration {
  if (value === undefined || value === null) return asExpiration(now.getTime() + mostDays * 86_400_000, '');
  const [, moment, fraction = '', zone = 'Z'] = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?:\.(\d{1,7})\d*)?(Z|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [] : [];
  const whole = moment === undefined ? NaN : Date.parse(`${moment.length === 10 ? `${moment}T00:00:00` : moment}${zone.toUpperCase()}`);
  const expiration = Number.isNaN(whole) ? undefined : asExpiration(whole, fraction);
  if (!expiration || expiration.time <= now.getTime() || expiration.time > now.getTime() + mostDays * 86_400_000 + graceMinutes * 60_000) throw invalidExpiration();
  return expiration;
}

/** In UTC, with up to seven places and no noughts at the end: as .NET writes it, and as is recorded. */
function asExpiration(whole: number, fraction: string): Expiration {
  const places = fraction.replace(/0+$/, '');
  return { text: `${new Date(whole).toISOString().slice(0, 19)}${places === '' ? '' : `.${places}`}Z`, time: whole + Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000) };
}
