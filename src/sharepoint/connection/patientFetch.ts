import { RefusedError } from '../../domain/refusedError';
import type { Site } from './site';

/** How often a request that may be repeated is sent, and how long is waited altogether. */
const attempts = 4;
const longestWaitSeconds = 120;

/**
 * Fetches, and waits as SharePoint asks: 429, 503 and 504 with `Retry-After` (seconds or a date; without one 2, 4, 8 seconds). A lost
 * connection is tried again when the request only reads. Rejects with a `RefusedError` after that.
 */
export async function patientFetch(site: Pick<Site, 'fetch' | 'onWaiting'>, url: string, init: RequestInit): Promise<Response> {
  const onWaiting = site.onWaiting ?? (() => undefined);
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answered(site, url, init);
    const busy = answer instanceof Response && (answer.status === 429 || answer.status === 503 || answer.status === 504);
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
  try {
    return await (site.fetch ?? fetch)(url, init);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function secondsToWait(answer: Response, attempt: number): number {
  const said = answer.headers.get('Retry-After');
  if (!said) return Math.pow(2, attempt);
  const seconds = Number(said);
  return Math.max(0, isNaN(seconds) ? (new Date(said).getTime() - Date.now()) / 1000 : seconds);
}

/** A `$batch` is sent with POST; this product's batches that change something are repeated by who sent them. */
function onlyReads(url: string, init: RequestInit): boolean {
  return !init.method || init.method === 'GET' || (/\/_api\/\$batch$/i.test(url) && !/\n(POST|PATCH|MERGE|PUT|DELETE) /.test(String(init.body)));
}
