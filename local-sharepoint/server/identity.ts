import type { IncomingHttpHeaders } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { unescaped } from '../model/unescaped.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { SiteUser } from '../model/principal.ts';
import { findUser, owner } from '../people/directory.ts';

/** The cookie that the page's account menu sets. */
export const actAsCookie = 'ActAs';

/**
 * Who asks: HTTP Basic with an e-mail address and any password, a Bearer token (somebody's e-mail address, or any other text for the
 * site owner), the "act as" cookie, or else the site owner. An address that nobody has is refused.
 */
export function whoAsks(database: DatabaseSync, webId: string, headers: IncomingHttpHeaders): SiteUser {
  const [scheme = '', credentials = ''] = (headers.authorization ?? '').split(/\s+/, 2);
  if (scheme.toLowerCase() === 'basic') return person(database, webId, Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? '');
  if (scheme.toLowerCase() === 'bearer') {
    return (credentials.includes('@') ? findUser(database, webId, credentials) : undefined) ?? owner(database, webId);
  }
  const cookie = (headers.cookie ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(`${actAsCookie}=`));
  if (cookie === undefined) return owner(database, webId);
  const email = cookie.slice(actAsCookie.length + 1);
  return person(database, webId, unescaped(email) ?? email);
}

function person(database: DatabaseSync, webId: string, email: string): SiteUser {
  const user = findUser(database, webId, email);
  if (!user) throw new SharePointError(401, '-2147024891, System.UnauthorizedAccessException', `Nobody here has the e-mail address "${email}".`, { 'WWW-Authenticate': 'Basic realm="SharePoint"' });
  return user;
}
