/**
 * What may go wrong on purpose, as tests and demonstrations ask for it over `POST /_local/faults`. A fault strikes whole requests to `_api`, or with
 * `part` the parts of a `$batch`.
 */
export interface Fault {
  readonly match?: FaultMatch;
  /** Answer this status (429, 503, 500 …) and do nothing. */
  readonly status?: number;
  /** `Retry-After` of that answer: seconds, or a moment as HTTP writes it. */
  readonly retryAfter?: number | string;
  /** What that answer says, in place of what SharePoint says: HTML, JSON, or any text. */
  readonly body?: string;
  /** Whether SharePoint's own words come as its front door's HTML or as JSON. `html` unless given. */
  readonly as?: 'html' | 'json';
  /** The `RateLimit-…` headers of the answer, whatever it is otherwise. */
  readonly rateLimit?: RateLimit;
  /** Wait before anything is done. */
  readonly delayMs?: number;
  /** Cut the connection: before anything is done, or after it was done and without its answer. */
  readonly cut?: 'before' | 'after';
  /** Do the work, and answer only half of the JSON, or a page of HTML in its place. */
  readonly malformed?: 'truncated' | 'html';
  /** Strikes parts of a `$batch` instead of whole requests. */
  readonly part?: boolean;
  /** How many times it strikes. Once unless given; with a probability, always. */
  readonly times?: number | 'always';
  /** So many requests that fit are let through first. */
  readonly after?: number;
  /** The chance, above 0 and at most 1, that it strikes a request that fits. */
  readonly probability?: number;
  /** Where the chances begin: the same seed strikes the same requests. */
  readonly seed?: number;
}

/** What a request must have to be struck; all that is given must fit. */
export interface FaultMatch {
  readonly method?: string;
  /** A regular expression on the path and query. */
  readonly path?: string;
  /** An e-mail address. */
  readonly user?: string;
  /** A regular expression on the text of the body; of a `$batch` that is all its parts. */
  readonly body?: string;
}

export interface RateLimit { readonly limit: number; readonly remaining: number; /** Seconds. */ readonly reset: number }

/** A request or a part that may be struck. */
export interface Struck { readonly method: string; readonly path: string; readonly user: string; readonly body: () => string }

/** `RateLimit-…` as SharePoint sends them (an IETF draft, its version 3). */
export function rateLimitHeaders({ limit, remaining, reset }: RateLimit): Record<string, string> {
  return { 'RateLimit-Limit': String(limit), 'RateLimit-Remaining': String(remaining), 'RateLimit-Reset': String(reset) };
}
