import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { all, change, one } from '../storage/prepared.ts';

/** A site collection with its one web. */
export interface Site {
  readonly webId: string;
  readonly siteId: string;
  /** Server-relative, e.g. `/sites/intranet`. */
  readonly url: string;
  readonly created: string;
  /** What was set of the web's own properties. */
  readonly properties: Record<string, unknown> & { Title: string };
}

interface SiteRow { readonly web_id: string; readonly site_id: string; readonly url: string; readonly created: string; readonly properties: string }

/** The site at this server-relative address, in any case. */
export function siteByUrl(database: DatabaseSync, url: string): Site | undefined {
  const row = one<SiteRow>(database, 'SELECT * FROM sites WHERE url = ?', url);
  return row && toSite(row);
}

export function siteByWebId(database: DatabaseSync, webId: string): Site {
  const row = one<SiteRow>(database, 'SELECT * FROM sites WHERE web_id = ?', webId);
  if (!row) throw new Error(`There is no web ${webId}.`);
  return toSite(row);
}

export function allSites(database: DatabaseSync): Site[] {
  return all<SiteRow>(database, 'SELECT * FROM sites ORDER BY created').map(toSite);
}

export function addSite(database: DatabaseSync, url: string, title: string): Site {
  const site: Site = { webId: randomUUID(), siteId: randomUUID(), url, created: new Date().toISOString(), properties: { Title: title } };
  change(database, 'INSERT INTO sites VALUES (?,?,?,?,?)', site.webId, site.siteId, site.url, site.created, JSON.stringify(site.properties));
  return site;
}

export function saveSite(database: DatabaseSync, site: Site): void {
  change(database, 'UPDATE sites SET properties = ? WHERE web_id = ?', JSON.stringify(site.properties), site.webId);
}

function toSite(row: SiteRow): Site {
  return { webId: row.web_id, siteId: row.site_id, url: row.url, created: row.created, properties: JSON.parse(row.properties) as Site['properties'] };
}
