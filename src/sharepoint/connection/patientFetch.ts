import { RefusedError } from '../../domain/refusedError';
import type { Site } from './site';

/** How often a request that may be repeated is sent, and how long is waited altogether. */
const attempts = 4;
const longestWaitSeconds = 120;
/** An answer that has not come by then is taken for lost. SharePoint itself gives up after about as long. */
const longestAnswerSeconds = 60;

/**
 * Fetches, and waits as SharePoint asks: 429, 503 and 504 with `Retry-After` (seconds or a date; without one 2, 4, 8 seconds). A lost
 * connection is tried again when the request only reads, and so is a `$batch` that only reads of which a part is refused as busy. Rejects with a `RefusedError` after that.
 */
export async function patientFetch(site: Pick<Site, 'fetch' | 'onWaiting'>, url: string, init: RequestInit): Promise<Response> {
  const onWaiting = site.onWaiting ?? (() => undefined);
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answered(site, url, init);
    const busy = answer instanceof Response && (isBusy(answer.status) || await hasBusyPart(answer, url, init));
    if (answer instanceof Response && !busy) return answer;
    const seconds = answer instanceof Response ? secondsToWait(answer, attempt) : attempt;
    if (attempt === attempts || waited + seconds > longestWaitSeconds || (!busy && !onlyReads(url, init))) {
      throw answer instanceof Response ? new RefusedError('throttled', `${answer.status} ${answer.statusText}`) : new RefusedError('offline', answer.message);
    }
    if (busy) onWaiting(seconds);
    await new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
    if (busy) onWaiting(0);
    waited += seconds;
  }
}

/** The answer, or what went wrong on the way. */
async function answered(site: Pick<Site, 'fetch'>, url: string, init: RequestInit): Promise<Response | Error> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), longestAnswerSeconds * 1000);
  try {
    return await (site.fetch ?? fetch)(url, { ...init, signal: giveUp.signal });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

function isBusy(status: number): boolean {
  return status === 429 || status === 503 || status === 504;
}

/** Parts of a batch are throttled each on its own, inside an answer of 200. */
async function hasBusyPart(answer: Response, url: string, init: RequestInit): Promise<boolean> {
  return isBatch(url) && onlyReads(url, init) && /^HTTP\/1\.1 (429|503|504)\b/m.test(await answer.clone().text());
}

function isBatch(url: string): boolean {
  return /\/_api\/\$batch$/i.test(url);
}

function secondsToWait(answer: Response, attempt: number): number {
  const said = answer.headers.get('Retry-After');
  const number = said ? Number(said) : NaN;
  const seconds = said && isNaN(number) ? (new Date(said).getTime() - Date.now()) / 1000 : number;
  // What cannot be read must not become "at once".
  return isNaN(seconds) ? Math.pow(2, attempt) : Math.max(0, seconds);
}

/** A `$batch` is sent with POST; this product's batches that change something are repeated by who sent them. */
function onlyReads(url: string, init: RequestInit): boolean {
  return !init.method || init.method === 'GET' || (isBatch(url) && !/\n(POST|PATCH|MERGE|PUT|DELETE) /.test(String(init.body)));
}
