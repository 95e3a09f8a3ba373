import type { AddressInfo } from 'node:net';
import { installSite } from '../sites/installSite.ts';
import { openDatabase } from '../storage/openDatabase.ts';
import { SharePointServer } from './server.ts';

export const site = '/sites/intranet';

export interface Reply { readonly status: number; readonly headers: Headers; readonly json: Record<string, never>; readonly text: string }
export interface Asking { readonly as?: string; readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

/** For tests: a server in memory on a free port, and a way to ask it as somebody. */
export async function startServer(now?: () => Date): Promise<{ ask(path: string, asking?: Asking): Promise<Reply>; url: string; stop(): Promise<void>; database: ReturnType<typeof openDatabase> }> {
  const database = openDatabase(':memory:');
  installSite(database, site);
  const { http } = new SharePointServer(database, now);
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const ask = async (path: string, { as, method = 'GET', body, headers = {} }: Asking = {}): Promise<Reply> => {
    const answer = await fetch(`${url}${path.startsWith('/') ? path : `${site}/_api/${path}`}`, {
      method,
      headers: {
        accept: 'application/json;odata=nometadata', 'content-type': 'application/json', authorization: as === undefined ? 'Bearer owner' : `Basic ${btoa(`${as}:x`)}`, ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Record<string, never> };
  };
  return { ask, url, database, stop: () => new Promise((resolve) => { http.close(() => { database.close(); resolve(); }); http.closeAllConnections(); }) };
}
