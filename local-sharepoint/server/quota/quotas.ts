import { rateLimitHeaders } from '../faults/fault.ts';
import { quotaNames, type QuotaLimit, type QuotaLimits, type QuotaName } from './limits.ts';
import { SlidingCount } from './slidingCount.ts';

/** One request as quotas see it. */
export interface Asked { readonly path: string; readonly user: string; readonly body: () => string }

/** `Retry-After` in seconds for what is refused; the headers that tell how much is left. */
export interface Verdict { readonly retryAfter?: number; readonly headers: Readonly<Record<string, string>> }

interface Use { readonly quota: QuotaName; readonly who: string; readonly limit: QuotaLimit; readonly count: SlidingCount }

/** From here on answers tell how much is left, as documented. */
const told = 0.8;

const isSearch = /_api\/search\/(?:query|postquery|suggest)/gi;
const isPeopleSearch = /b09a7990-05ea-4af9-81ef-edfab16c4e31/i;
const isProfile = /sp\.userprofiles\.peoplemanager/gi;

/** Counts who asks how often, and refuses what is too much; nothing is counted until limits are set. What is refused counts, too. */
export class Quotas {
  readonly #now: () => Date;
  #limits: QuotaLimits = {};
  #uses = new Map<string, Use>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  set(limits: QuotaLimits): void {
    this.#limits = limits;
    this.#uses = new Map();
  }

  /** What `GET /_local/quota` shows. */
  shown(): object {
    const now = this.#now().getTime();
    return {
      limits: this.#limits,
      use: [...this.#uses.values()].map(({ quota, who, limit, count }) => ({ quota, ...(who === '' ? {} : { user: who }), used: count.total(now), of: limit.requests, freeInSeconds: seconds(count.untilAtMost(limit.requests - 1, now)) })),
    };
  }

  take(asked: Asked): Verdict {
    const limited = quotaNames.filter((quota) => this.#limits[quota] !== undefined);
    if (limited.length === 0) return { headers: {} };
    const now = this.#now().getTime();
    const uses = limited.flatMap((quota) => {
      const count = countOf(quota, asked);
      if (count === 0) return [];
      const use = this.#use(quota, asked.user);
      use.count.add(count, now);
      return [use];
    });
    const tightest = uses.map((use) => ({ ...use, used: use.count.total(now) })).sort((left, right) => right.used / right.limit.requests - left.used / left.limit.requests)[0];
    if (!tightest || tightest.used < tightest.limit.requests * told) return { headers: {} };
    const { count, limit: { requests }, used } = tightest;
    const over = used > requests;
    const reset = Math.max(1, seconds(count.untilAtMost(over ? requests - 1 : 0, now)));
    return { ...(over ? { retryAfter: reset } : {}), headers: rateLimitHeaders({ limit: requests, remaining: Math.max(0, requests - used), reset }) };
  }

  #use(quota: QuotaName, user: string): Use {
    const who = quota === 'user' || quota === 'search' ? user.toLowerCase() : '';
    const key = `${quota} ${who}`;
    let use = this.#uses.get(key);
    if (!use) {
      const limit = this.#limits[quota] ?? { requests: Infinity, seconds: 1 };
      this.#uses.set(key, (use = { quota, who, limit, count: new SlidingCount(limit.seconds) }));
    }
    return use;
  }
}

/** How often this request counts. A batch is one request of its user; of searches and profiles its parts count each. */
function countOf(quota: QuotaName, { path, body }: Asked): number {
  const isBatch = /_api\/\$batch(?:$|[/?])/i.test(path);
  const said = (): string => isBatch ? body() : decodedPath(path);
  switch (quota) {
    case 'user': return 1;
    case 'search': return matches(said(), isSearch);
    case 'peopleSearch': return matches(said(), isSearch) > 0 && isPeopleSearch.test(`${path} ${body()}`) ? 1 : 0;
    case 'profiles': return matches(said(), isProfile);
  }
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function decodedPath(path: string): string {
  return path.split('?', 1)[0]?.replaceAll('%2F', '/').replaceAll('%2f', '/') ?? '';
}

function seconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}
