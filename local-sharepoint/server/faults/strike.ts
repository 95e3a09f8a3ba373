import { SharePointError } from '../../model/sharePointError.ts';
import { writeError } from '../../odata/writeError.ts';
import { rateLimitHeaders, type Fault } from './fault.ts';

interface Written { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer }

const html = { 'CONTENT-TYPE': 'text/html; charset=utf-8' };
const json = { 'CONTENT-TYPE': 'application/json; charset=utf-8' };

/**
 * The answer of a fault with a status, given to somebody who asks with these headers. The HTML of 429 is quoted in OneDrive/onedrive-api-docs#799, its
 * JSON in #812; the text of 503 and the HTML around it are remembered. Other statuses as JSON are refusals in the form that is asked for.
 */
export function refusalOf(fault: Fault & { readonly status: number }, asked: Readonly<Record<string, string | undefined>>): Written {
  const { status, headers, body } = said(fault, asked);
  return { status, body, headers: { ...headers, ...(fault.retryAfter === undefined ? {} : { 'Retry-After': retryAfter(fault.retryAfter) }), ...(fault.rateLimit ? rateLimitHeaders(fault.rateLimit) : {}) } };
}

/** SharePoint's answer to who asks too often. */
export function tooManyRequests(seconds: number): Written {
  return { status: 429, headers: { ...html, 'Retry-After': String(seconds) }, body: throttled };
}

/** What becomes of an answer that a fault without a status strikes. */
export function spoilt<Answer extends Written>(answer: Answer, { malformed, rateLimit }: Fault): Answer {
  const marked = rateLimit ? { ...answer, headers: { ...answer.headers, ...rateLimitHeaders(rateLimit) } } : answer;
  switch (malformed) {
    case 'truncated': return { ...marked, body: String(answer.body).slice(0, Math.floor(String(answer.body).length / 2)) };
    case 'html': return { ...marked, headers: { ...withoutType(marked.headers), ...html }, body: signInPage };
    case undefined: return marked;
  }
}

function said({ status, body, as = 'html' }: Fault & { readonly status: number }, asked: Readonly<Record<string, string | undefined>>): Written {
  if (body !== undefined) return { status, headers: /^\s*[[{]/.test(body) ? json : /^\s*</.test(body) ? html : { 'CONTENT-TYPE': 'text/plain; charset=utf-8' }, body };
  if (as === 'html') return { status, headers: html, body: status === 429 ? throttled : status === 503 ? 'The server is busy now. Try again later.' : 'Something went wrong.' };
  if (status !== 429) return writeError(new SharePointError(status, '-1, Microsoft.SharePoint.Client.UnknownError', 'Something went wrong.'), asked);
  return { status, headers: json, body: JSON.stringify({ error: { code: 'activityLimitReached', innererror: { code: 'throttledRequest' }, message: 'The request has been throttled' } }) };
}

function retryAfter(given: number | string): string {
  return typeof given === 'number' ? String(given) : new Date(given).toUTCString();
}

function withoutType(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'));
}

const throttled = '<html><body><h1>429 TOO MANY REQUESTS</h1></body></html>';
/** What a front door in between may answer with 200: a page, where JSON was asked for. */
const signInPage = '<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body>Sign in</body></html>';
