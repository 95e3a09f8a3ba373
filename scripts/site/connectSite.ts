import { loadProduct, type ProductSite } from './product.ts';
import type { Progress } from '../progress.ts';
import type { Connection } from './connection.ts';
import { inPlainWords } from './inPlainWords.ts';
import { patiently } from './patiently.ts';
import { reachSite } from './reachSite.ts';
import { readyLists } from './readyLists.ts';
import { checkTimeZone } from './timeZone.ts';

/**
 * Connects as the owner of a site, or as the person of the access token in SHAREPOINT_TOKEN, and makes sure that the product's lists are
 * there. Throws `CannotImport` when there is no such site or this person may not import.
 */
export async function connectSite(siteUrl: string, progress: Progress): Promise<Connection> {
  const token = process.env['SHAREPOINT_TOKEN'];
  const send: typeof fetch = (url, init = {}) => fetch(url, {
    ...init, headers: { ...init.headers as Record<string, string>, ...(token === undefined || token === '' ? {} : { Authorization: `Bearer ${token}` }) },
  });
  const isLocal = await reachSite(siteUrl, send);
  const product = await loadProduct();
  const { origin, pathname } = new URL(siteUrl);
  const site: ProductSite = { webUrl: siteUrl, webServerRelativeUrl: decodeURIComponent(pathname) || '/', fetch: send, onWaiting: (seconds) => progress.waiting(seconds) };
  const connection: Connection = { product, client: new product.Client(site), local: isLocal ? origin : undefined };
  try {
    await patiently(product, () => readyLists(connection, progress));
    if (!isLocal) await checkTimeZone(connection);
    return connection;
  } catch (error) {
    throw inPlainWords(product, siteUrl, error);
  }
}
