import type { DatabaseSync } from 'node:sqlite';
import { listCatalogue } from '../lists/listCatalogue.ts';
import type { SiteUser } from '../model/principal.ts';
import { sessionDirectory } from '../people/directory.ts';
import { sessionPermissions } from '../permissions/sessionPermissions.ts';
import type { Session } from '../session.ts';
import { findWeb, type Web } from '../sites/web.ts';
import { webNotFound } from '../sites/webRefusals.ts';

/** One person's dealings with one web, for one request. */
export function sessionOf(database: DatabaseSync, web: Web, user: SiteUser, now: () => Date, waited?: Map<string, boolean>): Session {
  return {
    database, user, webId: web.webId, rootWebId: web.rootWebId, siteUrl: web.url, now, permissions: sessionPermissions(database, user, web),
    directory: sessionDirectory(database, web.rootWebId),
    inWeb: (webId) => {
      const other = findWeb(database, webId);
      // Elsewhere the same number is somebody else.
      if (other?.rootWebId !== web.rootWebId) throw webNotFound();
      return sessionOf(database, other, user, now, waited);
    },
    ...(waited ? { waited } : {}),
    // A refused call makes the catalogue be read again: the parts of a batch after it must not go on with the old one.
    get lists() { return listCatalogue(database, web.webId, now); },
  };
}
