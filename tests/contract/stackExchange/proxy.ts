import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing { readonly method: string; readonly path: string; readonly body: string }
/** Answered instead of what is behind. */
export interface Instead { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
/** `lose`: the work is done, and the connection is cut. `hold`: the work is done, and the answer never comes. */
export type Fate = 'pass' | 'lose' | 'hold' | Instead;

export interface Proxy { readonly url: string; stop(): Promise<void> }

/** Stands between a client and a server, and decides what becomes of each request. */
export async function startProxy(behind: string, decide: (request: Passing) => Fate): Promise<Proxy> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await textOf(request);
      const fate = decide({ method: request.method ?? 'GET', path: request.url ?? '/', body });
      if (typeof fate === 'object') {
        response.writeHead(fate.status, fate.headers).end(fate.body);
        return;
      }
      const headers = Object.entries(request.headers).filter(([name]) => !ofTheConnection.has(name)) as [string, string][];
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
      const answer = await fetch(`${behind}${request.url ?? '/'}`, { method: request.method ?? 'GET', headers, body: hasBody ? body : null });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (fate === 'lose') request.socket.destroy();
      if (fate === 'pass') response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(bytes);
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

const ofTheConnection = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
