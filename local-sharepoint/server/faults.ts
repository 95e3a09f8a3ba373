/**
 * What may go wrong on purpose: tests and demonstrations ask for it over `POST /_local/faults`. A fault strikes whole HTTP requests,
 * or with `part` the parts of a `$batch`.
 */
export interface Fault {
  readonly match?: { readonly method?: string; /** A regular expression on the path and query. */ readonly path?: string; readonly user?: string };
  /** Answer this status (429, 503, 500 …) and do nothing. */
  readonly status?: number;
  /** Seconds, sent as `Retry-After`. */
  readonly retryAfter?: number;
  /** Wait before anything is done. */
  readonly delayMs?: number;
  /** Do the work, then cut the connection without an answer. */
  readonly lose?: boolean;
  /** Strikes parts of a `$batch` instead of whole requests. */
  readonly part?: boolean;
  /** How many times it strikes; 1 unless given. */
  readonly times?: number;
}

export interface Struck { readonly method: string; readonly path: string; readonly user: string }

/** The faults that are still to strike. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  add(faults: readonly Fault[]): void {
    this.#waiting.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The first fault that fits, used up once. */
  take(request: Struck, part: boolean): Fault | undefined {
    const found = this.#waiting.find(({ fault, left }) => left > 0 && (fault.part ?? false) === part && fits(fault, request));
    if (!found) return undefined;
    found.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return found.fault;
  }
}

/** Reads what was posted; answers what is wrong with it instead when it is not a fault. */
export function readFaults(json: unknown): readonly Fault[] | string {
  const given = Array.isArray(json) ? json : [json];
  for (const one of given as unknown[]) {
    if (typeof one !== 'object' || one === null) return 'A fault is an object: {match, status, retryAfter, delayMs, lose, part, times}.';
    const unknown = Object.keys(one).find((name) => !['match', 'status', 'retryAfter', 'delayMs', 'lose', 'part', 'times'].includes(name));
    if (unknown !== undefined) return `A fault has no "${unknown}".`;
    const wrong = wrongMatch((one as Fault).match);
    if (wrong !== undefined) return wrong;
  }
  return given as Fault[];
}

function wrongMatch(match: unknown): string | undefined {
  if (match === undefined) return undefined;
  if (typeof match !== 'object' || match === null) return 'The "match" of a fault is an object: {method, path, user}.';
  const wrong = Object.entries(match).find(([name, value]) => !['method', 'path', 'user'].includes(name) || typeof value !== 'string');
  if (wrong) return `The "match" of a fault has no "${wrong[0]}", or it is no text.`;
  try {
    new RegExp('path' in match ? String(match.path) : '', 'i');
    return undefined;
  } catch {
    return 'The "path" of a fault is a regular expression, and this is none.';
  }
}

function fits({ match }: Fault, { method, path, user }: Struck): boolean {
  if (!match) return true;
  return (match.method === undefined || match.method.toUpperCase() === method)
    && (match.path === undefined || new RegExp(match.path, 'i').test(path))
    && (match.user === undefined || match.user.toLowerCase() === user.toLowerCase());
}
