import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { LocalSharePoint } from '../localSharePoint.ts';

export const visitor = 'yusuf.demir@contoso.example';
export const colleague = 'lotte.jansen@contoso.example';
export const editor = 'samir.elamrani@contoso.example';

/** What the tests use of `src/sharepoint`; its own types are for webpack and have no file endings. */
export interface Words { readonly id: number; readonly key: string; readonly etag: string; readonly bodyHtml: string; readonly author: { readonly id: number; readonly name: string; readonly email: string }; readonly createdAt: Date; readonly editedAt?: Date; readonly themeId?: number }
export interface Conversation { readonly post: Words; readonly replies: readonly (Words & { readonly postId: number })[]; readonly replyCount?: number; readonly reactions: readonly { readonly kind: string; readonly targetKind: string; readonly targetId: number; readonly person: { readonly id: number } }[]; readonly complete: boolean }
export interface Page { readonly conversations: readonly Conversation[]; readonly olderThan?: number }
export interface FirstScreen extends Page { readonly setup: string; readonly abilities: { readonly participate: boolean; readonly manage: boolean }; readonly themes: readonly { readonly id: number; readonly title: string }[] }
export interface Feed {
  loadFirstScreen(filter: { themeId?: number }, pageSize: number): Promise<FirstScreen>;
  loadOlder(filter: { themeId?: number }, olderThan: number, pageSize: number): Promise<Page>;
  newerPostIds(filter: { themeId?: number }, newerThan: number): Promise<readonly number[]>;
  loadConversation(postId: number): Promise<Conversation>;
  addPost(post: { key: string; bodyHtml: string; themeId?: number }): Promise<Words>;
  changePost(id: number, etag: string, change: { bodyHtml: string; themeId?: number }): Promise<Words>;
  deletePost(id: number): Promise<void>;
  addReply(reply: { key: string; bodyHtml: string; postId: number }): Promise<Words>;
  setReaction(change: { postId: number; targetKind: string; targetId: number; kind: string; on: boolean }): Promise<unknown>;
}
export interface SetupPart { readonly subject: string; readonly list: string; readonly name: string; readonly problem?: string; readonly repairable: boolean }
export interface SetupState { readonly status: string; readonly parts: readonly SetupPart[]; readonly mayManage: boolean; readonly owners: readonly { readonly name: string }[]; readonly participants: readonly string[] }
export interface Setup { check(): Promise<SetupState>; run(onProgress: (progress: { done: number; total: number }) => void, signal: AbortSignal): Promise<SetupState> }
export interface Repositories { readonly feed: Feed; readonly people: { search(text: string, limit: number): Promise<readonly { name: string; email: string }[]> }; loadSetup(): Promise<Setup> }

let connecting: Promise<(site: object) => Repositories> | undefined;

/** The shipped repositories, bundled for Node. */
async function connect(): Promise<(site: object) => Repositories> {
  connecting ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'repositories-'));
    await build({ entryPoints: ['src/sharepoint/connect.ts'], bundle: true, splitting: true, format: 'esm', outdir: folder, outExtension: { '.js': '.mjs' }, platform: 'browser', logLevel: 'error' });
    const { connect: found } = await import(pathToFileURL(join(folder, 'connect.mjs')).href) as { connect: (site: object) => Repositories };
    return found;
  })();
  return connecting;
}

/** The repositories as somebody's browser has them: who asks is in a cookie, writes need a digest. */
export async function repositoriesOf(sharePoint: LocalSharePoint, email?: string, more: { onWaiting?: (seconds: number) => void; formDigest?: { value: string; goodUntil: Date } } = {}): Promise<Repositories> {
  const send = (url: string, init: RequestInit = {}): Promise<Response> => fetch(url, {
    ...init, headers: { ...init.headers as Record<string, string>, ...(email === undefined ? {} : { cookie: `ActAs=${encodeURIComponent(email)}` }) },
  });
  return (await connect())({ webUrl: sharePoint.site, webServerRelativeUrl: '/sites/intranet', fetch: send, ...more });
}

/** Sets the site up as its owner does. */
export async function setUp(sharePoint: LocalSharePoint): Promise<SetupState> {
  const setup = await (await repositoriesOf(sharePoint)).loadSetup();
  return setup.run(() => undefined, new AbortController().signal);
}
