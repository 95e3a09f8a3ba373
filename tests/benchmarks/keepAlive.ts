import { Agent, request } from 'node:http';
import type { LocalSharePoint } from '../localSharePoint.ts';
import { visitor } from '../browser/intranet.ts';

export interface Ask { readonly method: 'GET' | 'POST'; /** Below `_api/`, encoded. */ readonly path: string; readonly contentType?: string; readonly body?: string }

/** Asks one local SharePoint as somebody, a visitor unless told, over connections that stay open: lighter than `fetch`, so that the service is what is measured. */
export class KeepAlive {
  readonly #sharePoint: LocalSharePoint;
  readonly #agent: Agent;
  readonly #person: string;

  constructor(sharePoint: LocalSharePoint, connections: number, person = visitor) {
    this.#sharePoint = sharePoint;
    this.#person = person;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body of the answer. Rejects with what SharePoint said when it refuses. */
  ask({ method, path, contentType = 'application/json', body = '' }: Ask): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { accept: 'application/json;odata=nometadata', authorization: `Basic ${btoa(`${this.#person}:x`)}`, ...(method === 'POST' ? { 'content-type': contentType, 'content-length': Buffer.byteLength(body) } : {}) };
      const asked = request(`${this.#sharePoint.site}/_api/${path}`, { method, agent: this.#agent, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(pieces).toString();
          if ((answer.statusCode ?? 500) < 300) resolve(text);
          else reject(new Error(`${method} ${path} was answered ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
