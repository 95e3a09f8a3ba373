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
import { isTemplateOfSharePoint, listTemplate } from './listTemplates.ts';
import { addView } from './views.ts';

export interface NewList {
  readonly title: string;
  readonly baseTemplate: number;
  readonly description?: string;
  /** The last part of the address, when it shall not follow from the title. */
  readonly folderName?: string;
  readonly hidden?: boolean;
  /** Properties that differ from those of its template. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Site { readonly database: DatabaseSync; readonly webId: string; readonly siteUrl: string }

/** Adds a list with the columns and views of its template. Refuses a title that is taken. */
export function createList(site: Site, { title, baseTemplate, description = '', folderName, hidden = false, properties = {} }: NewList): ListSchema {
  if (isTemplateOfSharePoint(baseTemplate)) throw notHereYet(`lists of template ${baseTemplate}`);
  const template = listTemplate(baseTemplate);
  if (!template) throw wrongArgument();
  const catalogue = listCatalogue(site.database, site.webId);
  if (catalogue.byTitle(title)) throw duplicateList();
  const id = randomUUID();
  const library = template.baseType === 1;
  const list: ListSchema = {
    id, webId: site.webId, title, rootFolderUrl: freeUrl(site, library, folderName ?? title), baseTemplate, baseType: library ? 1 : 0,
    table: `items_${id.replaceAll('-', '')}`, fields: defaultFields(baseTemplate, id), readSecurity: 1, writeSecurity: 1,
    hasUniqueRoleAssignments: false, itemCount: 0, properties: { Description: description, Hidden: hidden, ContentTypeSuffix: randomUUID().replaceAll('-', '').toUpperCase(), ...(baseTemplate === 119 ? pageLibrarySettings : {}), ...properties },
  };
  catalogue.add(list);
  createItemTable(site.database, list);
  for (const [at, { title: shown, page, query, fields, type }] of template.views.entries()) {
    addView(site.database, list, { title: shown, page, isDefault: at === 0, base: true, query, fields: [...fields], ...type === undefined ? {} : { viewType: type } });
  }
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
