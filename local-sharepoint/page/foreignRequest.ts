import type { IncomingHttpHeaders } from 'node:http';

/** The names under which this service is reached; it listens on 127.0.0.1 only. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request is refused because another web site, open in the same browser, made it; undefined when it is fine. Two ways there are: a
 * name of the other site's own that leads to this machine (DNS rebinding; the Host header tells), and a form or script that writes
 * here (the Origin header tells). Programs other than browsers send no Origin, and are not concerned.
 */
export function foreignRequest({ method = 'GET', headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders }): string | undefined {
  const host = headers.host ?? '';
  if (!ownNames.has(host.replace(/:\d+$/, '').toLowerCase())) return `This SharePoint is for this machine alone: it answers as localhost or 127.0.0.1, not as "${host}".`;
  const { origin } = headers;
  if (method === 'GET' || method === 'HEAD' || origin === undefined || origin === `http://${host}`) return undefined;
  return `A page of ${origin} may not write here.`;
}
