import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { XMLValidator } from 'fast-xml-parser';
import type { LocalSharePoint } from '../../../localSharePoint.ts';
import type { Asked } from './requests.ts';

/** What an answer may say: SharePoint's own refusals, and 501 for what is not here yet. */
const statuses: ReadonlySet<number> = new Set([200, 201, 202, 204, 206, 302, 303, 304, 400, 401, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 416, 422, 423, 429, 500, 501]);
const slow = 1000;
/** On a machine that does much else, how many times as long as the simplest request another may take. */
const busy = 50;
const longest = 8000;
const renewed = 25;

interface Heard { readonly status: number; readonly contentType: string; readonly body: string; readonly milliseconds: number }

/** Sends requests exactly as they are given, without the care that `fetch` takes of addresses, and looks at what comes back. */
export class Asker {
  readonly #sharePoint: LocalSharePoint;
  readonly #makeList: () => Promise<string>;
  #list = '';
  #asked = 0;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** `makeList` makes the list that requests are about, and makes it again when they have deleted it. */
  constructor(sharePoint: LocalSharePoint, makeList: () => Promise<string>) {
    this.#sharePoint = sharePoint;
    this.#makeList = makeList;
  }

  /** Fails unless the request is answered within a second, in a form that can be read, with no failure of the service itself. */
  async survives(asked: Asked): Promise<void> {
    // Node reads 16 KB of headers; what is longer is refused before it reaches the service (`errors`).
    if (asked.path.length > longest) return;
    if (this.#asked++ % renewed === 0) await this.#renew();
    const told = `${asked.method} ${asked.path} ${JSON.stringify(asked.headers)} ${asked.body ?? ''}`.slice(0, 3000);
    let heard = await this.#ask(asked, told);
    // A machine that is busy with other things is slow now and then; a request that takes long is slow each time.
    for (let again = 0; heard.milliseconds > slow && again < 3; again += 1) heard = await this.#ask(asked, told);
    if (heard.milliseconds > slow) {
      const { milliseconds: usual } = await this.#ask({ method: 'GET', path: 'web/title', headers: { authorization: 'Bearer owner' } }, 'the title');
      assert.ok(heard.milliseconds <= usual * busy, `It took ${Math.round(heard.milliseconds)} ms: ${told}`);
    }
    assert.ok(statuses.has(heard.status), `${heard.status} ${heard.body.slice(0, 300)}: ${told}`);
    for (const own of ['The local SharePoint failed', 'System.Exception']) assert.ok(!heard.body.includes(own), `${heard.body.slice(heard.body.indexOf(own)).slice(0, 500)}: ${told}`);
    if (asked.method !== 'HEAD' && heard.body !== '') readable(heard, told);
  }

  async #renew(): Promise<void> {
    const { status } = await this.#ask({ method: 'GET', path: 'LIST/items(1)?$select=Id', headers: { authorization: 'Bearer owner' } }, 'the list');
    if (this.#list === '' || status !== 200) this.#list = await this.#makeList();
  }

  /** Megabytes that the service holds; undefined where the system does not tell. */
  memory(): number | undefined {
    const file = `/proc/${this.#sharePoint.pid}/status`;
    return existsSync(file) ? Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024 : undefined;
  }

  stop(): void {
    this.#agent.destroy();
  }

  #ask(asked: Asked, told: string): Promise<Heard> {
    const filled = (given: string): string => given.replaceAll('LIST', this.#list).replaceAll('FILE', "web/getfilebyserverrelativepath(decodedurl='/sites/intranet/Shared Documents/file.txt')".replaceAll(' ', '%20'));
    const path = filled(asked.path).replaceAll(/[^\x21-\x7e]/g, (character) => encodeURIComponent(character));
    const url = new URL(this.#sharePoint.url);
    const body = asked.body === undefined ? undefined : Buffer.from(asked.path === '$batch' ? filled(asked.body) : asked.body);
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request({ host: url.hostname, port: url.port, agent: this.#agent, method: asked.method, path: path.startsWith('/') ? path : `/sites/intranet/_api/${path}`, headers: { ...asked.headers, ...(body ? { 'content-length': body.length } : {}) }, timeout: 30_000 }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, contentType: answer.headers['content-type'] ?? '', body: Buffer.concat(pieces).toString('utf8'), milliseconds: performance.now() - started }));
        answer.on('error', reject);
      });
      sent.on('error', (failure) => reject(new Error(`No answer (${failure.message}): ${told}`)));
      sent.on('timeout', () => sent.destroy(new Error('nothing for 30 seconds')));
      sent.end(body);
    });
  }
}

function readable({ contentType, body }: Heard, told: string): void {
  if (contentType.startsWith('application/json')) assert.doesNotThrow(() => JSON.parse(body), `${body.slice(0, 300)}: ${told}`);
  if (/^(application\/(atom\+)?xml|text\/xml)/.test(contentType)) assert.equal(XMLValidator.validate(body), true, `${body.slice(0, 300)}: ${told}`);
}
