import { listChanges } from '../changes/changesResource.ts';
import { changesSinceToken } from '../changes/sinceToken.ts';
import { listContentTypesResource } from '../contentTypes/contentTypesResource.ts';
import { checkedOutFilesResource } from '../files/checkedOutFiles.ts';
import { customActionsResource } from '../customActions/customActionsResource.ts';
import { folderResource } from '../files/folderResource.ts';
import type { ListSchema } from '../model/list.ts';
import { itemsChild } from '../items/itemsChild.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { demand } from '../model/refusals.ts';
import { securableChild, type Describe } from '../permissions/securableChild.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { recycleList } from '../recycleBin/recycledLists.ts';
import { textResource } from '../sites/userResourceText.ts';
import { checkEtag } from '../odata/etag.ts';
import { subscriptionsResource } from '../subscriptions/subscriptionsResource.ts';
import { fieldsResource } from './fieldsResource.ts';
import { forgetList } from './forgetList.ts';
import { listCatalogue } from './listCatalogue.ts';
import { listEntity } from './listEntity.ts';
import { applyListInput } from './listInput.ts';
import { relatedFieldsResource } from './relatedFields.ts';
import { listPart } from './listParts.ts';
import { defaultViewResource, viewsResource } from './viewResource.ts';

/** One list and what is below it. `describe` writes the object whose permissions hold. */
export function listResource(list: ListSchema, describe: Describe): Resource {
  const merge = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    checkEtag(request, listEntity(list, request).etag);
    changeList(list, request);
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    deleteList(list, request);
    return { kind: 'empty' };
  };
  const recycle = ({ session }: ResourceRequest): Answer => {
    demand(session.permissions.onList(list), 'ManageLists');
    return { kind: 'property', name: 'Recycle', value: recycleList(list, session) };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: listEntity(list, request) }),
    merge, put: merge, delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        case 'fields': return fieldsResource(list, segment);
        case 'getrelatedfields': case 'relatedfields': return relatedFieldsResource(list);
        case 'views': return viewsResource(list, segment, request);
        case 'getview': return viewsResource(list, segment, request);
        case 'defaultview': return defaultViewResource(list, request);
        case 'parentweb': return { get: (asked) => ({ kind: 'entity', entity: describe({ kind: 'web' }, asked) }) };
        case 'rootfolder': return folderResource({ list, url: list.rootFolderUrl }, describe);
        case 'contenttypes': return listContentTypesResource(list, segment);
        case 'subscriptions': return subscriptionsResource(list, segment, request);
        case 'getcheckedoutfiles': return checkedOutFilesResource(list, segment, request);
        case 'getchanges': return listChanges(list);
        case 'usercustomactions': return customActionsResource({ kind: 'List', list }, segment, request);
        case 'titleresource': return textResource(() => list.title);
        case 'descriptionresource': return textResource(() => String(list.properties['Description'] ?? ''));
        case 'eventreceivers': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.EventReceiverDefinitions') };
        case 'getlistitemchangessincetoken': return changesSinceToken(list);
        case 'deleteobject': return { post: remove };
        case 'recycle': return { post: recycle };
        default: return listPart(list, segment) ?? itemsChild(list, segment, request, describe)
          ?? securableChild({ kind: 'list', list }, segment, request, describe);
      }
    },
  };
}

function changeList(list: ListSchema, request: ResourceRequest): void {
  applyListInput(request.session, list, entityBody(request, ['SP.List']));
  listCatalogue(request.session.database, request.session.webId).save(list);
}

function deleteList(list: ListSchema, { session }: ResourceRequest): void {
  forgetList(session.database, list);
  listCatalogue(session.database, session.webId).remove(list);
}
