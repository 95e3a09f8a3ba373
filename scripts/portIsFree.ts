import { createServer } from 'node:net';

/** Whether a program may listen on 127.0.0.1 at this port; asked before anything takes long. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => { server.close(() => resolve(true)); });
  });
}
