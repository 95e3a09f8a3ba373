import { seenTable } from '../files/seen.ts';
import { etagOf } from '../items/itemEntity.ts';
import { grants } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { one } from '../storage/prepared.ts';
import { runQuery, type ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';

/** A page of Site Pages, as its item has it. */
export interface SitePage {
  readonly id: number;
  readonly list: ListSchema;
  readonly title: string;
  readonly file: string;
  /** `PageLayoutType`: Home, Article, … */
  readonly layout: string;
  /** `CanvasContent1` */
  readonly canvas: string;
  readonly etag: string;
  readonly author: { readonly name: string; readonly email: string };
  /** UTC, `2026-11-24T08:00:00Z` */
  readonly modified: string;
}

export interface NavigationLink { readonly title: string; readonly url: string; readonly current: boolean }

/** The site navigation shows so many pages at most. */
const longestNavigation = 30;

/** The page with this file name (in any case) on the session's site; `denied` when this person may not see it. */
export function sitePage(session: Session, file: string): SitePage | 'denied' | undefined {
  const list = sitePagesOf(session);
  const row = list && one<ItemRow>(session.database, `SELECT * FROM ${seenTable(list, session)} WHERE FileLeafRef = ? COLLATE NOCASE AND FileDirRef = ?`, file, list.rootFolderUrl);
  if (!list || !row) return undefined;
  if (!grants(session.permissions.onItem(list, row._scope), 'ViewListItems')) return 'denied';
  const author = session.directory.user(row.Author);
  return {
    id: row.ID, list, title: text(row, 'Title') || file, file: text(row, 'FileLeafRef'), layout: text(row, 'PageLayoutType'), canvas: text(row, 'CanvasContent1'), etag: etagOf(row),
    author: { name: author?.title ?? '', email: author?.email ?? '' }, modified: text(row, 'Modified'),
  };
}

/** The pages of the site that this person may see, oldest first. */
export function navigation(session: Session, currentFile: string): NavigationLink[] {
  const list = sitePagesOf(session);
  if (!list || !grants(session.permissions.onList(list), 'ViewListItems')) return [];
  const { rows } = runQuery(list, session, { where: undefined, order: [], limit: longestNavigation });
  return rows.filter((row) => /\.aspx$/i.test(text(row, 'FileLeafRef'))).map((row) => {
    const file = text(row, 'FileLeafRef');
    return { title: text(row, 'Title') || file, url: `${list.rootFolderUrl}/${encodeURIComponent(file)}`, current: file === currentFile };
  });
}

function sitePagesOf(session: Session): ListSchema | undefined {
  return session.lists.byUrl(`${session.siteUrl}/SitePages`);
}

function text(row: ItemRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}
