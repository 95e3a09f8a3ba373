import type { DatabaseSync } from 'node:sqlite';
import { listCatalogue } from '../lists/listCatalogue.ts';
import type { SiteUser } from '../model/principal.ts';
import { sessionDirectory } from '../people/directory.ts';
import { sessionPermissions } from '../permissions/sessionPermissions.ts';
import type { Session } from '../session.ts';
import type { Site } from '../sites/site.ts';

/** One person's dealings with one site, for one request. */
export function sessionOf(database: DatabaseSync, site: Site, user: SiteUser, now: () => Date): Session {
  return {
    database, user, webId: site.webId, siteUrl: site.url, now, permissions: sessionPermissions(database, user, site.webId),
    directory: sessionDirectory(database, site.webId),
    // A refused call makes the catalogue be read again: the parts of a batch after it must not go on with the old one.
    get lists() { return listCatalogue(database, site.webId, now); },
  };
}
