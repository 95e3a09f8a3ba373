import type { FeedFilter } from '../../domain/feed/feedRepository';
import type { Post } from '../../domain/feed/post';
import type { Asker, Client } from '../connection/client';
import { rowsOf } from '../connection/parse';
import { codes, outcome, refusalOf, valueOf, type Outcome } from '../connection/refusal';
import type { Site } from '../connection/site';
import { listPath } from '../schema/listAddress';
import { posts } from '../schema/posts';
import { windowsBelow, windowsInABatch } from './idWindows';
import { parsePost, postSelect } from './parseRows';

/** Posts newest first, and where to go on. */
export interface PostPage { readonly posts: readonly Post[]; readonly olderThan?: number }

/** The newest posts; one more than a page, to know whether there are older ones. */
export async function askNewestPosts(asker: Asker, site: Site, { themeId }: FeedFilter, pageSize: number): Promise<Outcome<unknown>> {
  const query = asker.collection(`${listPath(site, posts)}/items`).select(...postSelect).expand('Author').orderBy('Id', false).top(pageSize + 1);
  return outcome((themeId === undefined ? query : query.filter(`ThemeId eq ${themeId}`))());
}

/** A page out of what `askNewestPosts` was answered. */
export function pageOf(rows: unknown, site: Site, pageSize: number): PostPage {
  const found = rowsOf(rows).map((row) => parsePost(row, site));
  const shown = found.slice(0, pageSize);
  return { posts: shown, ...(found.length > pageSize ? { olderThan: shown[shown.length - 1].id } : {}) };
}

export function isThreshold(result: Outcome<unknown>): boolean {
  return !result.ok && refusalOf(result.error)?.code === codes.threshold;
}

/**
 * Posts older than one, by windows of ids: each query is narrowed by Id first, so it stays under the threshold however many posts there
 * are. Of one theme a batch looks through 49,000 ids; where posts are that sparse, the page may come back empty with a place to go on.
 */
export async function olderPosts(client: Client, { themeId }: FeedFilter, olderThan: number, pageSize: number): Promise<PostPage> {
  const path = `${listPath(client.site, posts)}/items`;
  const theme = themeId === undefined ? '' : ` and ThemeId eq ${themeId}`;
  const windows = windowsBelow(olderThan, themeId === undefined ? 1 : windowsInABatch);
  const asked = await client.batch((asker) => windows.map(({ from, below }) => outcome(asker.collection(path).select(...postSelect).expand('Author')
    .filter(`Id lt ${below} and Id ge ${from}${theme}`).orderBy('Id', false).top(pageSize + 1)())));
  const found: Post[] = [];
  for (const result of asked) found.push(...rowsOf(valueOf(await result)).map((row) => parsePost(row, client.site)));
  const shown = found.slice(0, pageSize);
  const lowest = windows[windows.length - 1].from;
  const next = found.length > pageSize ? shown[shown.length - 1].id : lowest > 1 ? lowest : undefined;
  return { posts: shown, ...(next === undefined ? {} : { olderThan: next }) };
}
