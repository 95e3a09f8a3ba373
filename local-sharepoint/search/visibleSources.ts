import type { DatabaseSync } from 'node:sqlite';
import { grants } from '../model/basePermissions.ts';
import type { SiteUser } from '../model/principal.ts';
import { toSiteUser } from '../people/directory.ts';
import { principalByLogin } from '../people/principals.ts';
import { joined } from '../query/condition.ts';
import { visibleSql } from '../query/visible.ts';
import { sessionOf } from '../server/session.ts';
import type { Session } from '../session.ts';
import { allSites, type Site } from '../sites/site.ts';
import { peopleSource } from './indexing/peopleDocuments.ts';

/** What the asking person may find, as SQL over `search_documents d`: of every site, without what its owners keep out of search (`NoCrawl`). */
export function visibleDocuments(session: Session): string {
  const whole = [peopleSource];
  const parts: string[] = [];
  for (const site of allSites(session.database).filter(({ properties }) => properties['NoCrawl'] !== true)) {
    const there = site.webId === session.webId ? session : sessionOf(session.database, site, userOf(session.database, site, session.user), () => session.now());
    if (grants(there.permissions.onWeb(), 'ViewPages')) whole.push(site.webId);
    for (const list of there.lists.all().filter(({ properties }) => properties['NoCrawl'] !== true)) {
      const conditions = visibleSql(list, there, 'i');
      if (conditions.length === 0) {
        whole.push(list.id);
        continue;
      }
      const items = `EXISTS (SELECT 1 FROM "${list.table}" i WHERE i.ID = d.item_id AND ${conditions.join(' AND ')})`;
      const itself = grants(there.permissions.onList(list), 'ViewListItems') ? 'd.item_id = 0 OR ' : '';
      parts.push(`(d.source = '${list.id}' AND (${itself}${items}))`);
    }
  }
  // Ids are this service's own, so they stand in the text.
  return joined('OR', [`d.source IN (${whole.map((id) => `'${id}'`).join(',')})`, ...parts].map((text) => ({ text, values: [] }))).text;
}

/** The same person on another site. Searching makes nobody a user of it: a stranger there has what everyone has. */
function userOf(database: DatabaseSync, site: Site, user: SiteUser): SiteUser {
  const row = principalByLogin(database, site.webId, user.loginName);
  return row?.type === 1 ? toSiteUser(database, row) : { ...user, id: 0, isSiteAdmin: false };
}
