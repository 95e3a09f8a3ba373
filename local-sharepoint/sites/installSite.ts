import type { DatabaseSync } from 'node:sqlite';
import { createList } from '../lists/createList.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { siteAssets } from '../lists/siteAssets.ts';
import { installNavigation } from '../navigation/nodes.ts';
import { clockOf } from '../model/clock.ts';
import { installPeople } from '../people/installPeople.ts';
import { together } from '../storage/prepared.ts';
import { addWeb, webByUrl, type Web } from './web.ts';

/** Makes the site collection at `url` with its people, groups, Site Pages, Documents and Site Assets; one that is there already is left alone. Answers its root web. */
export function installSite(database: DatabaseSync, url: string): Web {
  const existing = webByUrl(database, url);
  const title = existing?.properties.Title ?? titleOf(url);
  const web = existing ?? addWeb(database, { url, properties: { Title: title } });
  if (!existing) installNavigation(database, web.webId, url, clockOf(database).now());
  installPeople(database, web.webId, { url, title });
  together(database, () => installLibraries(database, web));
  return web;
}

/** Gives a web the libraries that every web has. */
export function installLibraries(database: DatabaseSync, web: Web): void {
  const catalogue = listCatalogue(database, web.webId);
  const at = { database, webId: web.webId, siteUrl: web.url };
  if (!catalogue.byUrl(`${web.url}/SitePages`)) createList(at, { title: 'Site Pages', baseTemplate: 119, folderName: 'SitePages' });
  if (!catalogue.byUrl(`${web.url}/Shared Documents`)) createList(at, { title: 'Documents', baseTemplate: 101, folderName: 'Shared Documents' });
  // In older data somebody may have given its name to a list.
  if (!catalogue.byUrl(`${web.url}/SiteAssets`) && !catalogue.byTitle(siteAssets.title)) createList(at, siteAssets);
}

/** `/sites/annual-fair` is called "Annual fair". */
function titleOf(url: string): string {
  const name = (url.split('/').pop() ?? '').replaceAll(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
