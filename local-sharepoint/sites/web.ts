import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { unescaped } from '../model/unescaped.ts';
import { clockOf } from '../model/clock.ts';
import { all, change, one } from '../storage/prepared.ts';

/** A web: the root web of a site collection, or one below it. */
export interface Web {
  readonly webId: string;
  /** The site collection. */
  readonly siteId: string;
  /** The root web of the site collection, which may be this one. */
  readonly rootWebId: string;
  /** Undefined for a root web. */
  readonly parentId: string | undefined;
  /** Server-relative, e.g. `/sites/intranet` or `/sites/intranet/projects`. */
  readonly url: string;
  readonly created: string;
  /** What was set of the web's own properties. */
  readonly properties: Record<string, unknown> & { Title: string };
}

interface WebRow {
  readonly web_id: string; readonly site_id: string; readonly root_web_id: string; readonly parent_id: string | null; readonly url: string; readonly created: string;
  readonly properties: string;
}

/** The web at this server-relative address, in any case. */
export function webByUrl(database: DatabaseSync, url: string): Web | undefined {
  const row = one<WebRow>(database, 'SELECT * FROM webs WHERE url = ?', url);
  return row && toWeb(row);
}

/** The web around a server-relative address: the lowest one whose own address the other begins with. */
export function webAround(database: DatabaseSync, path: string): Web | undefined {
  const [prefix = ''] = /^\/sites\/[\w-]+(?=\/|$)/i.exec(path) ?? [];
  let found = prefix === '' ? undefined : webByUrl(database, prefix);
  // No web is called _something: what follows then is a service of the web itself.
  for (const name of path.slice(prefix.length + 1).split('/')) {
    const below = found && name !== '' && !name.startsWith('_') ? webByUrl(database, `${found.url}/${unescaped(name) ?? name}`) : undefined;
    if (!below) break;
    found = below;
  }
  return found;
}

/** What of a path, as it came, is below a web around it: `/_api/web`; the web's own part may be escaped. Undefined when the web is not around it. */
export function pathBelow(web: Web, path: string): string | undefined {
  const names = path.split('/');
  const own = web.url.split('/').length;
  const around = names.slice(0, own).map((name) => unescaped(name) ?? name).join('/').toLowerCase() === web.url.toLowerCase();
  return around ? names.slice(own).map((name) => `/${name}`).join('') : undefined;
}

export function webById(database: DatabaseSync, webId: string): Web {
  const found = findWeb(database, webId);
  if (!found) throw new Error(`There is no web ${webId}.`);
  return found;
}

/** The web with this id, when there is one. */
export function findWeb(database: DatabaseSync, webId: string): Web | undefined {
  const row = one<WebRow>(database, 'SELECT * FROM webs WHERE web_id = ?', webId);
  return row && toWeb(row);
}

/** All webs of all site collections. */
export function allWebs(database: DatabaseSync): Web[] {
  return all<WebRow>(database, 'SELECT * FROM webs ORDER BY created, url').map(toWeb);
}

/** The webs directly below one, by title. */
export function websBelow(database: DatabaseSync, webId: string): Web[] {
  return all<WebRow>(database, "SELECT * FROM webs WHERE parent_id = ? ORDER BY json_extract(properties, '$.Title') COLLATE NOCASE, url", webId).map(toWeb);
}

/** Adds the root web of a new site collection or, with `parent`, a web below that one. */
export function addWeb(database: DatabaseSync, { url, properties, parent, created = clockOf(database).now() }: { url: string; properties: Web['properties']; parent?: Web; created?: Date }): Web {
  const webId = randomUUID();
  const web: Web = {
    webId, siteId: parent?.siteId ?? randomUUID(), rootWebId: parent?.rootWebId ?? webId, parentId: parent?.webId, url, created: created.toISOString(), properties,
  };
  change(database, 'INSERT INTO webs (web_id, site_id, root_web_id, parent_id, url, created, properties) VALUES (?,?,?,?,?,?,?)',
    web.webId, web.siteId, web.rootWebId, web.parentId ?? null, web.url, web.created, JSON.stringify(web.properties));
  return web;
}

export function saveWeb(database: DatabaseSync, web: Web): void {
  change(database, 'UPDATE webs SET properties = ? WHERE web_id = ?', JSON.stringify(web.properties), web.webId);
}

function toWeb(row: WebRow): Web {
  return {
    webId: row.web_id, siteId: row.site_id, rootWebId: row.root_web_id, parentId: row.parent_id ?? undefined, url: row.url, created: row.created,
    properties: JSON.parse(row.properties) as Web['properties'],
  };
}
