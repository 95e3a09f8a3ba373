import { fileNotFound } from '../lists/listRefusals.ts';
import { visibleRow } from '../items/itemEntity.ts';
import { itemNotFound } from '../items/itemRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { fileAt, type Placed } from '../files/place.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';

/** What says that a page is a modern one. */
export const clientSideApplicationId = 'b6917cb1-93a0-4b97-a84d-7cf49975d4ec';
/** Where templates of pages are kept, within Site Pages. */
export const templatesFolder = 'Templates';
/** SP.Publishing.PromotedState */
export const Promoted = { no: 0, onPublish: 1, news: 2 } as const;

/** The library of the web's pages. */
export function sitePagesOf(session: Session): ListSchema {
  const list = session.lists.byUrl(`${session.siteUrl}/SitePages`);
  if (!list) throw fileNotFound();
  return list;
}

/** The page with this id, as this person sees it. */
export function pageById(id: number, session: Session): Placed {
  const list = sitePagesOf(session);
  return asPage({ list, row: visibleRow(list, id, session) });
}

/** The page at an address of the web (`SitePages/Home.aspx`) or a server-relative one. */
export function pageByUrl(url: string, session: Session): Placed {
  return asPage(fileAt(url, session));
}

export function isPage(row: ItemRow): boolean {
  return row['FSObjType'] === 0 && /\.aspx$/i.test(String(row['FileLeafRef']));
}

/** A column that holds text. */
export function text(row: ItemRow, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

function asPage(placed: Placed): Placed {
  if (placed.list.baseTemplate !== 119 || !isPage(placed.row)) throw itemNotFound();
  return placed;
}
