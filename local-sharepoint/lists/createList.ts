import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { webByUrl } from '../sites/web.ts';
import { createItemTable } from '../storage/itemTables.ts';
import { defaultFields } from './defaultFields.ts';
import { listCatalogue } from './listCatalogue.ts';
import { pageLibrarySettings } from './pageFields.ts';
import { duplicateList } from './listRefusals.ts';
import { addView } from './views.ts';

export interface NewList {
  readonly title: string;
  readonly baseTemplate: number;
  readonly description?: string;
  /** The last part of the address, when it shall not follow from the title. */
  readonly folderName?: string;
  readonly hidden?: boolean;
}

interface Site { readonly database: DatabaseSync; readonly webId: string; readonly siteUrl: string }

/** Templates that lists may be made of here, and those of SharePoint that are not here yet (SP.ListTemplateType). */
const here: ReadonlySet<number> = new Set([100, 101, 119]);
const notHere: ReadonlySet<number> = new Set([102, 103, 104, 105, 106, 107, 108, 109, 110, 115, 117, 118, 120, 130, 140, 150, 160, 170, 171, 175, 200, 201, 202, 204, 207, 210, 211, 212, 300, 301, 302, 303, 433, 544, 600, 700, 850, 851, 1100, 1300, 3100]);

/** Adds a list with its default columns and its "All Items" view. Refuses a title that is taken. */
export function createList(site: Site, { title, baseTemplate, description = '', folderName, hidden = false }: NewList): ListSchema {
  if (notHere.has(baseTemplate)) throw notHereYet(`lists of template ${baseTemplate}`);
  if (!here.has(baseTemplate)) throw wrongArgument();
  const catalogue = listCatalogue(site.database, site.webId);
  if (catalogue.byTitle(title)) throw duplicateList();
  const id = randomUUID();
  const library = baseTemplate !== 100;
  const list: ListSchema = {
    id, webId: site.webId, title, rootFolderUrl: freeUrl(site, library, folderName ?? title), baseTemplate, baseType: library ? 1 : 0,
    table: `items_${id.replaceAll('-', '')}`, fields: defaultFields(baseTemplate), readSecurity: 1, writeSecurity: 1,
    hasUniqueRoleAssignments: false, itemCount: 0, properties: { Description: description, Hidden: hidden, ContentTypeSuffix: randomUUID().replaceAll('-', '').toUpperCase(), ...(baseTemplate === 119 ? pageLibrarySettings : {}) },
  };
  catalogue.add(list);
  createItemTable(site.database, list);
  addView(site.database, list, {
    title: library ? 'All Documents' : 'All Items', isDefault: true, base: true, query: library ? '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>' : '',
    fields: library ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
  });
  return list;
}

/** Characters that an address may not have are left out; a taken one gets a number, as in SharePoint. */
function freeUrl(site: Site, library: boolean, name: string): string {
  const folder = name.replace(/["#%*:<>?/\\|\p{Cc}]/gu, '').replace(/^[_.\s]+|[.\s]+$/g, '').slice(0, 50).trim() || 'List';
  const parent = `${site.siteUrl}${library ? '' : '/Lists'}`;
  const catalogue = listCatalogue(site.database, site.webId);
  for (let number = 0; ; number += 1) {
    const url = `${parent}/${folder}${number === 0 ? '' : number}`;
    if (!catalogue.byUrl(url) && !webByUrl(site.database, url)) return url;
  }
}
