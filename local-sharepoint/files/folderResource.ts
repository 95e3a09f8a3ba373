import { deleteItem } from '../items/changeItems.ts';
import { path } from '../items/itemProperties.ts';
import { itemResource } from '../items/itemResource.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import { unescaped } from '../model/unescaped.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { bodyProperties, textArgument } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';
import { addFolder } from './changeFolders.ts';
import { fileMissing } from './fileRefusals.ts';
import { fileResource } from './fileResource.ts';
import { filesResource, foldersResource } from './folderContents.ts';
import { folderEntity, parentUrl, propertiesEntity } from './folderEntity.ts';
import { changeFolder } from './folderInput.ts';
import { storageMetricsEntity } from './storageMetrics.ts';
import { attachmentFileAt, attachmentFileById } from '../attachments/attachmentFileResource.ts';
import { decodedUrl } from './createInfo.ts';
import { fileAt, folderAt, placedById, type Folder } from './place.ts';

/** The children of a web that are files and folders. */
export function filesChild(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  const { session } = request;
  switch (segment.name) {
    case 'rootfolder': return folderResource({ url: session.siteUrl }, describe);
    case 'folders': return foldersResource({ url: session.siteUrl }, segment, request, describe);
    case 'getfolderbyserverrelativepath': case 'getfolderbyserverrelativeurl': return folderResource(folderAt(textArgument(segment), session), describe);
    case 'getfilebyserverrelativepath': case 'getfilebyserverrelativeurl': return attachmentFileAt(textArgument(segment), session) ?? fileResource(fileAt(textArgument(segment), session), describe);
    case 'getfolderbyurl': return folderResource(folderAt(fromUrl(textArgument(segment)), session), describe);
    case 'getfilebyurl': return fileResource(fileAt(fromUrl(textArgument(segment)), session), describe);
    case 'getfilebyid': {
      const file = placedById(textArgument(segment), 0, session);
      if (file) return fileResource(file, describe);
      const attachment = attachmentFileById(textArgument(segment), session);
      if (!attachment) throw fileMissing(textArgument(segment));
      return attachment;
    }
    case 'getfolderbyid': return folderResource(folderWithId(textArgument(segment), session), describe);
    default: return undefined;
  }
}

/** One folder and what is below it. `describe` writes the object whose permissions hold. */
export function folderResource(folder: Folder, describe: Describe): Resource {
  const { list, row } = folder;
  const remove = ({ session }: ResourceRequest): Answer => {
    if (!list || !row) throw notHereYet('deleting the root folder of a list: delete the list');
    deleteItem(list, session, row);
    return { kind: 'empty' };
  };
  const merge = (request: ResourceRequest): Answer => {
    changeFolder(folder, request);
    return { kind: 'empty', status: 204 };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: folderEntity(folder, request) }),
    merge, delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        case 'files': return filesResource(folder, segment, request, describe);
        case 'folders': return foldersResource(folder, segment, request, describe);
        case 'listitemallfields': return list && row ? itemResource(list, row.ID, request, describe) : nothing(segment);
        case 'properties': return { get: (asked) => ({ kind: 'entity', entity: propertiesEntity(folderEntity(folder, asked), {}) }) };
        case 'parentfolder': return folderResource(folderAt(parentUrl(folder, request.session), request.session), describe);
        case 'addsubfolderusingpath': return { post: (asked) => { addFolder(folder, decodedUrl(bodyProperties(asked)['leafPath']) ?? '', asked.session, false); return nothingAnswer(segment); } };
        case 'deleteobject': case 'deletewithparameters': return { post: remove };
        case 'storagemetrics': return { get: ({ session }) => ({ kind: 'entity', entity: storageMetricsEntity(folder, session) }) };
        // The item's own: who has a recycle bin puts it there.
        case 'recycle': return list && row ? itemResource(list, row.ID, request, describe).child?.(segment, request) : undefined;
        default: return undefined;
      }
    },
  };
}

/** The path in an address, whose escapes are taken off; one that cannot be read is taken as it is. */
function fromUrl(url: string): string {
  return unescaped(url.split('?')[0] ?? '') ?? url;
}

function folderWithId(id: string, session: Session): Folder {
  if (id.toLowerCase().replace(/[{}]/g, '') === webById(session.database, session.webId).siteId) return { url: session.siteUrl };
  const list = session.lists.byId(id);
  if (list) return folderAt(list.rootFolderUrl, session);
  const placed = placedById(id, 1, session);
  if (!placed) throw fileNotFound();
  return { ...placed, url: path(placed.row) };
}

function nothing(segment: PathSegment): Resource {
  return { get: () => nothingAnswer(segment) };
}

function nothingAnswer(segment: PathSegment): Answer {
  return { kind: 'property', name: segment.raw, value: null };
}
