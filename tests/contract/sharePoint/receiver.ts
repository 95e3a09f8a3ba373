import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Post { readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }

/** A program that receives notifications of web hooks. */
export interface Receiver {
  readonly url: string;
  /** What it answers to notifications; 200 at first. `undefined`: nothing at all. */
  status: number | undefined;
  /** How it answers a handshake: with the token unless told. */
  handshake: (token: string, response: ServerResponse) => void;
  /** Handshakes and notifications, in the order in which they came. */
  readonly posts: readonly Post[];
  /** The notifications, once there are so many; those that came before are among them. */
  notifications(count: number): Promise<readonly Post[]>;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const posts: Post[] = [];
  let arrived = (): void => undefined;
  const http = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => { body += piece.toString(); });
    request.on('end', () => {
      posts.push({ url: request.url ?? '', headers: request.headers, body });
      const token = new URL(request.url ?? '', 'http://x').searchParams.get('validationtoken');
      if (token !== null) receiver.handshake(token, response);
      else if (receiver.status !== undefined) response.writeHead(receiver.status).end();
      arrived();
    });
  });
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  const notified = (): Post[] => posts.filter(({ url }) => !url.includes('validationtoken'));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, status: 200, posts,
    handshake: (token, response) => { response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token); },
    notifications: (count) => new Promise((resolve) => {
      arrived = () => { if (notified().length >= count) resolve(notified()); };
      arrived();
    }),
    stop: () => new Promise((resolve) => { http.close(() => { resolve(); }); http.closeAllConnections(); }),
  };
  return receiver;
}
