import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type BuildOptions } from 'esbuild';
import type { DOMWindow } from 'jsdom';

/** A request that is sent when it is called. */
export interface Query {
  (): Promise<unknown>;
  select(...names: string[]): Query;
  filter(text: string): Query;
  top(rows: number): Query;
}
export interface Asker { web(path?: string): Query; collection(path: string): Query }
export interface ProductSite { readonly webUrl: string; readonly webServerRelativeUrl: string; readonly fetch?: typeof fetch; readonly onWaiting?: (seconds: number) => void }
export interface Client extends Asker { readonly site: ProductSite; batch<Asked>(ask: (asker: Asker) => Asked): Promise<Asked> }
export interface ListSchema { readonly name: string }
export interface SetupState {
  readonly status: string; readonly mayManage: boolean; readonly owners: readonly { readonly name: string; readonly email: string }[];
  readonly parts: readonly { readonly subject: string; readonly problem?: string }[];
}
export interface Setup { check(): Promise<SetupState>; run(onProgress: (progress: { done: number; total: number }) => void, signal: AbortSignal): Promise<SetupState> }
export type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };
export interface Refusal { readonly status: number; readonly code: string; readonly message: string }

/** What the import uses of the product itself, so that both write the same lists in the same way. */
export interface Product {
  readonly Client: new (site: ProductSite) => Client;
  readonly SharePointSetup: new (client: Client) => Setup;
  readonly posts: ListSchema; readonly replies: ListSchema; readonly reactions: ListSchema; readonly themes: ListSchema;
  listPath(site: ProductSite, list: ListSchema): string;
  readonly codes: { readonly duplicate: string };
  outcome(promise: Promise<unknown>): Promise<Outcome>;
  refusalOf(error: unknown): Refusal | undefined;
  refused(error: unknown): Error & { readonly reason: string; readonly detail: string };
  rowsOf(value: unknown): Readonly<Record<string, unknown>>[];
  recordOf(value: unknown): Readonly<Record<string, unknown>>;
  spPost(query: Query, init: { readonly body: string }): Promise<unknown>;
  /** The beginning of rich text as plain text, for a Title column. */
  excerptOf(html: string): string;
}

const sharePoint = `
export { Client } from './src/sharepoint/connection/client';
export { codes, outcome, refusalOf, refused } from './src/sharepoint/connection/refusal';
export { recordOf, rowsOf } from './src/sharepoint/connection/parse';
export { SharePointSetup } from './src/sharepoint/setup/sharePointSetup';
export { listPath } from './src/sharepoint/schema/listAddress';
export { posts } from './src/sharepoint/schema/posts';
export { replies } from './src/sharepoint/schema/replies';
export { reactions } from './src/sharepoint/schema/reactions';
export { themes } from './src/sharepoint/schema/themes';
export { excerptOf } from './src/domain/feed/excerpt';
export { spPost } from '@pnp/sp/spqueryable';
`;

/** The product's own code is for webpack: it is bundled for Node here. */
export async function loadProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    const file = join(folder, 'product.mjs');
    await writeFile(file, await bundled(sharePoint, { format: 'esm' }));
    return await import(pathToFileURL(file).href) as Product;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The product's own sanitiser, which works on the DOM of `window`. */
export async function loadSanitiser(window: DOMWindow): Promise<(html: string) => string> {
  const code = await bundled("export { sanitise } from './src/ui/richText/sanitise';", { format: 'iife', globalName: 'richText' });
  return runInNewContext(`${code}; richText.sanitise`, { window }) as (html: string) => string;
}

async function bundled(contents: string, options: BuildOptions): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
  const { outputFiles } = await build({ stdin: { contents, resolveDir }, absWorkingDir: resolveDir, bundle: true, write: false, platform: 'browser', logLevel: 'error', ...options });
  return outputFiles?.[0]?.text ?? '';
}
