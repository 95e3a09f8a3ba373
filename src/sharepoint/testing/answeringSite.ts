import type { Site } from '../connection/site';

/** One request as it arrives; a part of a `$batch` arrives like any other. */
export interface Asked {
  readonly method: string;
  /** Below `_api/`, decoded, with the query: `web/currentuser?$select=Id`. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

/** How it is answered: 200 and JSON unless said otherwise. */
export interface Answer {
  readonly status?: number;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnsweringSite extends Site {
  /** What came over the wire, a batch as one. */
  readonly trips: Asked[];
  /** The same with the parts of batches instead of these, without the asking for digests. */
  readonly requests: Asked[];
}

export const siteUrl = 'https://contoso.sharepoint.com/sites/intranet';

/** SharePoint's own shape of a refusal. */
export function refusal(status: number, code: string, value: string): Answer {
  return { status, json: { 'odata.error': { code, message: { lang: 'en-US', value } } } };
}

/** A site at the other end of `fetch`. An error that `answer` throws is a lost connection. */
export function answeringSite(answer: (asked: Asked) => Answer | Promise<Answer>, more: Partial<Site> = {}): AnsweringSite {
  const trips: Asked[] = [];
  const requests: Asked[] = [];
  const one = async (asked: Asked): Promise<Response> => {
    if (asked.path === 'contextinfo') return responseOf({ json: { FormDigestValue: '0x1', FormDigestTimeoutSeconds: 1800 } });
    requests.push(asked);
    return responseOf(await answer(asked));
  };
  const send = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const asked = { method: init.method ?? 'GET', path: pathOf(String(input)), headers: new Headers(init.headers), body: String(init.body ?? '') };
    trips.push(asked);
    return asked.path === '$batch' ? batched(asked.body, one) : one(asked);
  };
  return { webUrl: siteUrl, webServerRelativeUrl: '/sites/intranet', fetch: send, trips, requests, ...more };
}

function pathOf(url: string): string {
  return decodeURIComponent(url.slice(url.indexOf('/_api/') + '/_api/'.length).replace(/\+/g, ' '));
}

function responseOf({ status = 200, json, text, headers = {} }: Answer): Response {
  const body = status === 204 ? null : text ?? JSON.stringify(json ?? {});
  return new Response(body, { status, headers: { 'Content-Type': text === undefined ? 'application/json' : 'text/html', ...headers } });
}

/** Answers each part in turn, as SharePoint does: a part that fails does not stop the others. */
async function batched(body: string, one: (asked: Asked) => Promise<Response>): Promise<Response> {
  const answers: string[] = [];
  for (const asked of partsOf(body)) {
    const response = await one(asked);
    answers.push(`--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${response.status} Said\r\nCONTENT-TYPE: application/json\r\n\r\n${await response.text()}\r\n`);
  }
  return new Response(`${answers.join('')}--batchresponse_1--\r\n`, { status: 200, headers: { 'Content-Type': 'multipart/mixed' } });
}

function partsOf(body: string): Asked[] {
  const line = /^([A-Z]+) (\S+) HTTP\/1\.1$/m;
  return body.split(/^--.*$/m).filter((part) => line.test(part)).map((part) => {
    const [, method, url] = line.exec(part) as RegExpExecArray;
    const [head, ...rest] = part.slice(part.indexOf(' HTTP/1.1\n') + ' HTTP/1.1\n'.length).split('\n\n');
    const headers = new Headers(head.split('\n').filter((header) => header !== '').map((header) => header.split(': ') as [string, string]));
    return { method, path: pathOf(url), headers, body: rest.join('\n\n').trim() };
  });
}
