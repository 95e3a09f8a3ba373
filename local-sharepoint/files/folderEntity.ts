import { contentTypesOf } from '../contentTypes/listContentTypes.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';
import { one } from '../storage/prepared.ts';
import { addressed, onRequest } from './fileEntity.ts';
import type { Folder } from './place.ts';

/** A folder as SharePoint writes it. Recorded: exemplar "folder-get". */
export function folderEntity(folder: Folder, { session, query, webUrl }: ResourceRequest): Entity {
  const { url } = folder;
  const { created, modified, id } = whenAndWhich(folder, session);
  return {
    type: 'SP.Folder', ...addressed(`Web/GetFolderByServerRelativePath(decodedurl='${url.replaceAll("'", "''")}')`, webUrl),
    navigation: ['Files', 'ListItemAllFields', 'ParentFolder', 'Properties', 'StorageMetrics', 'Folders'],
    properties: {
      Exists: true, ExistsAllowThrowForPolicyFailures: true, IsWOPIEnabled: false, ItemCount: itemCount(folder, session), Name: folder.list ? url.split('/').pop() ?? '' : '',
      ProgID: null, ServerRelativeUrl: url, TimeCreated: created, TimeLastModified: modified, UniqueId: id, WelcomePage: folder.list ? '' : welcomePage(session),
      ...onRequest(url, query.get('$select') ?? '', {
        ContentTypeOrder: folder.list ? contentTypesOf(folder.list).map(({ id: StringValue }) => complex('SP.ContentTypeId', { StringValue })) : [], UniqueContentTypeOrder: null,
      }),
    },
  };
}

/** The property bag of a file or folder; which names it has is remembered. */
export function propertiesEntity(of: Entity, others: Readonly<Record<string, unknown>>): Entity {
  return {
    type: 'SP.PropertyValues', editLink: `${of.editLink}/Properties`,
    properties: {
      vti_x005f_timecreated: of.properties['TimeCreated'], vti_x005f_timelastmodified: of.properties['TimeLastModified'],
      ...others,
    },
  };
}

function whenAndWhich({ list, row }: Folder, session: Session): { created: unknown; modified: unknown; id: string } {
  if (row) return { created: row['Created'], modified: row['Modified'], id: row.GUID };
  if (!list) {
    const { created, siteId } = webById(session.database, session.webId);
    return { created, modified: created, id: siteId };
  }
  const { created, lastModified } = listCatalogue(session.database, session.webId).activity(list);
  return { created, modified: lastModified, id: list.id };
}

/** What lies directly in the folder. A list's root folder counts all its items: they are too many to look through. */
function itemCount({ list, row, url }: Folder, { database, lists }: Session): number {
  if (!list) return lists.all().length;
  if (list.baseType === 0 && !row) return list.itemCount;
  return one<{ found: number }>(database, `SELECT count(*) AS found FROM "${list.table}" WHERE FileDirRef = ?`, url)?.found ?? 0;
}

function welcomePage(session: Session): unknown {
  return webById(session.database, session.webId).properties['WelcomePage'] ?? 'SitePages/Home.aspx';
}

/** The folder in which one lies: that of a list's root folder is the web's. */
export function parentUrl({ row, url }: Folder, session: Session): string {
  return row ? String(row['FileDirRef']) : url === session.siteUrl ? url : session.siteUrl;
}
