import type { ListSchema } from '../model/list.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, Resource, ResourceRequest } from '../routing/resource.ts';
import { listCatalogue } from './listCatalogue.ts';

/** The root folder of a list. Recorded: exemplar "folder-get". */
export function folderEntity(list: ListSchema, { session, query }: ResourceRequest): Entity {
  const { created, lastModified } = listCatalogue(session.database, session.webId).activity(list);
  return {
    type: 'SP.Folder', editLink: `Web/GetFolderByServerRelativePath(decodedurl='${list.rootFolderUrl}')`,
    navigation: ['Files', 'ListItemAllFields', 'ParentFolder', 'Properties', 'StorageMetrics', 'Folders'],
    properties: {
      Exists: true, ExistsAllowThrowForPolicyFailures: true, IsWOPIEnabled: false, ItemCount: list.itemCount, Name: list.rootFolderUrl.split('/').pop() ?? '',
      ProgID: null, ServerRelativeUrl: list.rootFolderUrl, TimeCreated: created, TimeLastModified: lastModified, UniqueId: list.id, WelcomePage: '',
      ...(/serverrelativepath/i.test(query.get('$select') ?? '') ? { ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: list.rootFolderUrl }) } : {}),
    },
  };
}

export function rootFolderResource(list: ListSchema): Resource {
  return { get: (request) => ({ kind: 'entity', entity: folderEntity(list, request) }) };
}
