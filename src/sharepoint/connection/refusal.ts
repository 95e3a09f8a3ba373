import { RefusedError, type RefusalReason } from '../../domain/refusedError';

/** What SharePoint said when it refused. */
export interface Refusal {
  readonly status: number;
  /** `-2130575169` of `-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException`. */
  readonly code: string;
  readonly message: string;
}

/** SharePoint's own codes that this product acts on (docs/assumptions.md has their sources). */
export const codes = {
  duplicate: '-2130575169', threshold: '-2147024860', digestExpired: '-2130575252', digestInvalid: '-2130575251', invalidText: '-2130575163',
} as const;

/** What comes before the body in the message of @pnp's `HttpRequestError`. */
const beforeBody = '::> ';
/** Characters of what the server said that are worth showing. */
const longestMessage = 300;

/** Reads an error of @pnp (`HttpRequestError`, with the body in its message); undefined when SharePoint did not answer. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error) || typeof error.status !== 'number') return undefined;
  const text = 'message' in error ? String(error.message) : '';
  const at = text.indexOf(beforeBody);
  return refusalIn(error.status, at < 0 ? text : text.slice(at + beforeBody.length));
}

/** Reads the body of a refusal: `odata.error`, or `error` in the verbose format; anything else as it is. */
export function refusalIn(status: number, body: string): Refusal {
  const { code, message } = innerOf(body);
  const said = typeof message === 'object' && message !== null && 'value' in message ? message.value : message;
  return { status, code: typeof code === 'string' ? code.split(',')[0] : '', message: (typeof said === 'string' && said !== '' ? said : body).slice(0, longestMessage) };
}

interface Inner { readonly code?: unknown; readonly message?: unknown }

function innerOf(body: string): Inner {
  try {
    const parsed = JSON.parse(body) as { 'odata.error'?: Inner; error?: Inner } | null;
    const inner = parsed?.['odata.error'] ?? parsed?.error;
    return inner && typeof inner === 'object' ? inner : {};
  } catch {
    return {};
  }
}

/** Any error as one that the interface has words for. */
export function refused(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error;
  const refusal = refusalOf(error);
  if (!refusal) return new RefusedError('unexpected', error instanceof Error ? error.message : String(error));
  return new RefusedError(reasonOf(refusal), refusal.message);
}

function reasonOf({ status, code }: Refusal): RefusalReason {
  if (code === codes.invalidText) return 'tooLarge';
  switch (status) {
    case 401: case 403: return 'notAllowed';
    case 404: return 'missing';
    case 412: return 'conflict';
    case 413: return 'tooLarge';
    case 429: case 503: case 504: return 'throttled';
    case 400: return 'invalid';
    default: return 'unexpected';
  }
}

/** How a request ended, without throwing: for the parts of a batch, of which each may fail alone. */
export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown };

export async function outcome<Value>(promise: Promise<Value>): Promise<Outcome<Value>> {
  return promise.then((value) => ({ ok: true as const, value }), (error: unknown) => ({ ok: false as const, error }));
}

/** The promise, rejecting with a `RefusedError` whatever goes wrong. */
export async function inWords<Value>(promise: Promise<Value>): Promise<Value> {
  return valueOf(await outcome(promise));
}

/** The value, or throws a `RefusedError`. */
export function valueOf<Value>(result: Outcome<Value>): Value {
  if (result.ok) return result.value;
  throw refused(result.error);
}
