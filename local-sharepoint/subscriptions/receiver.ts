import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** Milliseconds that a receiver has to answer (documented). */
const patience = 5000;
const longestAnswer = 65_536;
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface Received { readonly status: number; readonly contentType: string | undefined; readonly text: string }

/** Whether a notification may be sent to this address: over HTTP, to a program on this machine. */
export function isOnThisMachine(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol) && loopback.has(new URL(url).hostname.toLowerCase());
}

/**
 * Posts to a receiver of notifications on this machine; follows no redirects. Rejects when it is not there, does not answer in five seconds, or is
 * elsewhere: the name is looked up nowhere, so that it leads to this machine whatever a hosts file says.
 */
export function postTo(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Received> {
  if (!isOnThisMachine(url)) return Promise.reject(new Error(`${url} is not on this machine.`));
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const options: RequestOptions = {
    method: 'POST', hostname: hostname.replace(/[[\]]/g, ''), port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port), path: pathname + search,
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }, signal: AbortSignal.timeout(patience), agent: false,
    lookup: (_name, { all }, found) => { if (all === true) found(null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }]); else found(null, '127.0.0.1', 4); },
  };
  return new Promise((resolve, reject) => {
    const sent = (protocol === 'https:' ? httpsRequest : httpRequest)(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => { if (text.length < longestAnswer) text += piece; });
      answer.on('error', reject);
      answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, contentType: answer.headers['content-type'], text }); });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
