import type { DatabaseSync } from 'node:sqlite';
import { addItem } from '../items/changeItems.ts';
import { installedComponents } from '../packages/appCatalog.ts';
import { one } from '../storage/prepared.ts';
import type { Session } from '../session.ts';
import { newWebPart, type PreconfiguredEntry } from './canvas/newWebPart.ts';
import { writeCanvas } from './canvas/writeCanvas.ts';
import { installSamplePages } from './sample/installSamplePages.ts';

/**
 * Gives a new web its Home.aspx, with the first web part of each installed package on it, and unless it shall be empty a few news pages. A
 * web that has a home page is left alone.
 */
export function installHomePage(session: Session, empty: boolean): void {
  const { database, lists, siteUrl } = session;
  const pages = lists.byUrl(`${siteUrl}/SitePages`);
  if (!pages || one(database, `SELECT 1 FROM "${pages.table}" WHERE FileLeafRef = 'Home.aspx'`)) return;
  addItem(pages, session, new Map<string, string | number>([
    ['Title', 'Home'], ['FileLeafRef', 'Home.aspx'], ['PageLayoutType', 'Home'], ['PromotedState', 0], ['CanvasContent1', homeCanvas(database)],
  ]));
  if (!empty) installSamplePages(session);
}

function homeCanvas(database: DatabaseSync): string {
  const seen = new Set<string>();
  const controls = installedComponents(database).filter(({ type, packageFile }) => type === 'WebPart' && !seen.has(packageFile) && seen.add(packageFile))
    .map(({ id, manifest }) => newWebPart(id, (manifest['preconfiguredEntries'] as readonly PreconfiguredEntry[] | undefined)?.[0], 'en-us'));
  return writeCanvas({ sections: [{ emphasis: 0, columns: [{ factor: 12, controls }] }], elsewhere: [] });
}
