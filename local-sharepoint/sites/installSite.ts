import type { DatabaseSync } from 'node:sqlite';
import { createList } from '../lists/createList.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { installPeople } from '../people/installPeople.ts';
import { together } from '../storage/prepared.ts';
import { addSite, siteByUrl, type Site } from './site.ts';

/** Makes the site collection at `url` with its people, groups, Site Pages and Documents; one that is there already is left alone. */
export function installSite(database: DatabaseSync, url: string): Site {
  const existing = siteByUrl(database, url);
  const title = existing?.properties.Title ?? titleOf(url);
  const site = existing ?? addSite(database, url, title);
  installPeople(database, site.webId, { url, title });
  const catalogue = listCatalogue(database, site.webId);
  const at = { database, webId: site.webId, siteUrl: url };
  together(database, () => {
    if (!catalogue.byUrl(`${url}/SitePages`)) createList(at, { title: 'Site Pages', baseTemplate: 119, folderName: 'SitePages' });
    if (!catalogue.byUrl(`${url}/Shared Documents`)) createList(at, { title: 'Documents', baseTemplate: 101, folderName: 'Shared Documents' });
  });
  return site;
}

/** `/sites/annual-fair` is called "Annual fair". */
function titleOf(url: string): string {
  const name = (url.split('/').pop() ?? '').replaceAll(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
