import type { ServerResponse } from 'node:http';

/** Pages that want to know when a package was installed (server-sent events); only development has them. */
export class OpenPages {
  readonly #pages = new Set<ServerResponse>();

  connect(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': ready\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  tellInstalled(): void {
    for (const page of this.#pages) page.write('event: installed\ndata: {}\n\n');
  }
}
