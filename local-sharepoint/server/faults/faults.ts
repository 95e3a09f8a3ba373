import type { Fault, FaultMatch, Struck } from './fault.ts';
import { chances } from './chances.ts';

/** A fault that stands, and what became of it so far. */
interface Rule {
  readonly id: number;
  readonly fault: Fault;
  readonly fits: (request: Struck) => boolean;
  /** The next chance, from 0 up to 1. */
  readonly chance: () => number;
  fitted: number;
  struck: number;
}

/** A fault that struck, as `GET /_local/faults` tells it. */
export interface Served { readonly rule: number; readonly method: string; readonly path: string; readonly user: string; readonly part: boolean; readonly fault: string; readonly at: string }

const servedKept = 1000;

/** The faults that are still to strike, and those that did. */
export class Faults {
  readonly #now: () => Date;
  #rules: Rule[] = [];
  #served: Served[] = [];
  #count = 0;
  #last = 0;

  constructor(now: () => Date = () => new Date()) {
    this.#now = now;
  }

  /** Answers the numbers that the rules got. */
  add(faults: readonly Fault[]): readonly number[] {
    const added = faults.map((fault) => ({ id: (this.#last += 1), fault, fits: fitting(fault.match), chance: chances(fault.seed ?? 1), fitted: 0, struck: 0 }));
    this.#rules.push(...added);
    return added.map(({ id }) => id);
  }

  clear(): void {
    this.#rules = [];
    this.#served = [];
    this.#count = 0;
  }

  /** What `GET /_local/faults` shows: the rules that stand, how many faults were served, and the latest of them. */
  shown(): object {
    return {
      rules: this.#rules.map(({ id, fault, fitted, struck }) => ({ id, ...fault, times: timesOf(fault), fitted, struck })),
      served: this.#count, latest: this.#served,
    };
  }

  /** The first fault that fits and strikes, used up once. */
  take(request: Struck, part: boolean): Fault | undefined {
    const rule = this.#rules.find((one) => (one.fault.part ?? false) === part && one.fits(request) && strikes(one));
    if (!rule) return undefined;
    rule.struck += 1;
    this.#note(rule, request, part);
    const times = timesOf(rule.fault);
    if (times !== 'always' && rule.struck >= times) this.#rules = this.#rules.filter((one) => one !== rule);
    return rule.fault;
  }

  #note({ id, fault }: Rule, { method, path, user }: Struck, part: boolean): void {
    this.#count += 1;
    this.#served.push({ rule: id, method, path, user, part, fault: inWords(fault), at: this.#now().toISOString() });
    if (this.#served.length > servedKept) this.#served = this.#served.slice(-servedKept / 2);
  }
}

/** Counts a request that fits, and says whether it is one that the rule strikes. */
function strikes(rule: Rule): boolean {
  rule.fitted += 1;
  if (rule.fitted <= (rule.fault.after ?? 0)) return false;
  return rule.fault.probability === undefined || rule.chance() < rule.fault.probability;
}

function timesOf({ times, probability }: Fault): number | 'always' {
  return times ?? (probability === undefined ? 1 : 'always');
}

function inWords({ status, cut, malformed, delayMs, rateLimit }: Fault): string {
  return [
    ...(delayMs === undefined ? [] : [`delayed by ${delayMs} ms`]), ...(status === undefined ? [] : [`answered ${status}`]), ...(cut === undefined ? [] : [`cut ${cut} the work`]),
    ...(malformed === undefined ? [] : [`answered malformed: ${malformed}`]), ...(rateLimit === undefined ? [] : ['with RateLimit headers']),
  ].join(', ');
}

function fitting({ method, path, user, body }: FaultMatch = {}): (request: Struck) => boolean {
  const [pathPattern, bodyPattern] = [path, body].map((pattern) => pattern === undefined ? undefined : new RegExp(pattern, 'i'));
  return (request) => (method === undefined || method.toUpperCase() === request.method)
    && (pathPattern?.test(request.path) ?? true)
    && (user === undefined || user.toLowerCase() === request.user.toLowerCase())
    && (bodyPattern?.test(request.body()) ?? true);
}
