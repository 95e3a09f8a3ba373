import type { LocalSharePoint } from '../../localSharePoint.ts';
import { calls } from './members.ts';
import { placeOn, type Call, type Place } from './place.ts';

/** What came of a call: `works`, `501`, or how else it was refused. */
export interface Outcome { readonly answer: 'works' | '501' | 'refused'; readonly why: string }

/** Calls every member of PnPjs once, on a site of its own. */
export async function sweep(sharePoint: LocalSharePoint): Promise<ReadonlyMap<string, Outcome>> {
  const place = await placeOn(sharePoint);
  const outcomes = new Map<string, Outcome>();
  for (const [name, call] of Object.entries(calls)) outcomes.set(name, await outcomeOf(call, place));
  return outcomes;
}

async function outcomeOf(call: Call, place: Place): Promise<Outcome> {
  try {
    const called: unknown = call(place);
    // A thing of PnPjs is asked by calling it; what a method comes to is a value already.
    await (isAsked(called) ? called() : called);
    return { answer: 'works', why: '' };
  } catch (failure) {
    const { status, message } = failure as { status?: number; message: string };
    const text = /"value":"((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? /"message":"((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
    return status === 501 ? { answer: '501', why: '' } : { answer: 'refused', why: `${status ?? ''} ${text}`.trim().slice(0, 160) };
  }
}

function isAsked(value: unknown): value is () => Promise<unknown> {
  return typeof value === 'function' && 'toRequestUrl' in value;
}
