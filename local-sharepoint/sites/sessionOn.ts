import type { DatabaseSync } from 'node:sqlite';
import type { SiteUser } from '../model/principal.ts';
import { toSiteUser } from '../people/directory.ts';
import { principalByLogin } from '../people/principals.ts';
import { sessionOf } from '../server/session.ts';
import type { Session } from '../session.ts';
import type { Site } from './site.ts';

/** The same person's dealings with another site. Looking there makes nobody a user of it: a stranger has what everyone has. */
export function sessionOn(site: Site, session: Session): Session {
  return site.webId === session.webId ? session : sessionOf(session.database, site, userOn(session.database, site, session.user), () => session.now());
}

function userOn(database: DatabaseSync, site: Site, user: SiteUser): SiteUser {
  const row = principalByLogin(database, site.webId, user.loginName);
  return row?.type === 1 ? toSiteUser(database, row) : { ...user, id: 0, isSiteAdmin: false };
}
