import type { SiteUser } from '../model/principal.ts';
import { toSiteUser } from '../people/directory.ts';
import { principalByLogin } from '../people/principals.ts';
import { sessionOf } from '../server/session.ts';
import type { Session } from '../session.ts';
import type { Web } from './web.ts';

/** The same person's dealings with another web, also of another site collection. Looking there makes nobody a user of it: a stranger has what everyone has. */
export function sessionOn(web: Web, session: Session): Session {
  if (web.webId === session.webId) return session;
  return sessionOf(session.database, web, web.rootWebId === session.rootWebId ? session.user : userOn(web, session), () => session.now());
}

function userOn(web: Web, { database, user }: Session): SiteUser {
  const row = principalByLogin(database, web.rootWebId, user.loginName);
  return row?.type === 1 ? toSiteUser(database, row) : { ...user, id: 0, isSiteAdmin: false };
}
