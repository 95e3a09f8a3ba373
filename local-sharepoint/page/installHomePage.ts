import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addItem } from '../items/changeItems.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { installedComponents } from '../packages/appCatalog.ts';
import { owner } from '../people/directory.ts';
import { one } from '../people/prepared.ts';
import { sessionDirectory } from '../people/directory.ts';
import { sessionPermissions } from '../permissions/sessionPermissions.ts';
import type { Site } from '../sites/site.ts';
import { writeCanvas, type Control } from './canvas/canvas.ts';
import { preconfigured } from './preconfigured.ts';

/** Gives a new site its Home.aspx, with the first web part of each installed package on it. A page that is there is left alone. */
export function installHomePage(database: DatabaseSync, site: Site): void {
  const lists = listCatalogue(database, site.webId);
  const pages = lists.byUrl(`${site.url}/SitePages`);
  if (!pages || one(database, `SELECT 1 FROM "${pages.table}" WHERE FileLeafRef = 'Home.aspx'`)) return;
  const user = owner(database, site.webId);
  const session = {
    database, user, webId: site.webId, siteUrl: site.url, now: () => new Date(), permissions: sessionPermissions(database, user, site.webId),
    directory: sessionDirectory(database, site.webId), lists,
  };
  addItem(pages, session, new Map<string, string | number>([
    ['Title', 'Home'], ['FileLeafRef', 'Home.aspx'], ['PageLayoutType', 'Home'], ['PromotedState', 0], ['CanvasContent1', homeCanvas(database)],
  ]));
}

function homeCanvas(database: DatabaseSync): string {
  const seen = new Set<string>();
  const controls = installedComponents(database).filter(({ packageFile }) => !seen.has(packageFile) && seen.add(packageFile)).map((component): Control => {
    const instanceId = randomUUID();
    return { kind: 'webPart', instanceId, data: preconfigured(component.id, component.manifest, instanceId, 'en-us') };
  });
  return writeCanvas({ sections: [{ emphasis: 0, columns: [{ factor: 12, controls }] }], unknown: [] });
}
