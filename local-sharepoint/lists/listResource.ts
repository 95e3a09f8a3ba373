import type { ListSchema } from '../model/list.ts';
import { itemsChild } from '../items/itemsChild.ts';
import { bodyProperties } from '../people/arguments.ts';
import { demand, notHereYet, wrongArgument } from '../people/refusals.ts';
import { forgetListPermissions } from '../permissions/roleAssignments.ts';
import type { Securable } from '../permissions/securable.ts';
import { securableChild } from '../permissions/securableChild.ts';
import type { Answer, Entity, Resource, ResourceRequest } from '../routing/resource.ts';
import { dropItemTable } from '../storage/itemTables.ts';
import { checkEtag } from '../odata/etag.ts';
import { contentTypesResource } from './contentTypes.ts';
import { fieldsResource } from './fieldsResource.ts';
import { rootFolderResource } from './folderResource.ts';
import { listCatalogue } from './listCatalogue.ts';
import { listDefaults, listEntity } from './listEntity.ts';
import { duplicateList } from './listRefusals.ts';
import { defaultViewResource, viewsResource } from './viewResource.ts';

export type Describe = (holder: Securable, request: ResourceRequest) => Entity;

/** Properties that are set like any other but kept elsewhere. */
const settable = new Set([...Object.keys(listDefaults), 'EnableAttachments', 'EnableFolderCreation', 'MajorVersionLimit']);

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
  return {
    get: (request) => ({ kind: 'entity', entity: listEntity(list, request) }),
    merge, put: merge, delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        case 'fields': return fieldsResource(list, segment);
        case 'views': return viewsResource(list, segment, request);
        case 'getview': return viewsResource(list, segment, request);
        case 'defaultview': return defaultViewResource(list, request);
        case 'rootfolder': return rootFolderResource(list);
        case 'contenttypes': return contentTypesResource(list);
        case 'deleteobject': return { post: remove };
        case 'recycle': throw notHereYet('recycling a list');
        default: return itemsChild(list, segment, request)
          ?? securableChild({ kind: 'list', list }, segment, request, (holder) => describe(holder, request));
      }
    },
  };
}

function changeList(list: ListSchema, request: ResourceRequest): void {
  const catalogue = listCatalogue(request.session.database, request.session.webId);
  for (const [name, value] of Object.entries(bodyProperties(request))) {
    if (name === 'Title') rename(list, value, catalogue.byTitle(String(value)));
    else if (name === 'ReadSecurity') list.readSecurity = oneOf(value, [1, 2]);
    else if (name === 'WriteSecurity') list.writeSecurity = oneOf(value, [1, 2, 4]);
    else if (settable.has(name)) list.properties[name] = value;
    else throw notHereYet(`setting ${name} of a list`);
  }
  catalogue.save(list);
}

function rename(list: ListSchema, title: unknown, holder: ListSchema | undefined): void {
  if (typeof title !== 'string' || title === '') throw wrongArgument();
  if (holder && holder !== list) throw duplicateList();
  list.title = title;
}

function oneOf<Value extends number>(value: unknown, allowed: readonly Value[]): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw wrongArgument();
  return found;
}

function deleteList(list: ListSchema, { session }: ResourceRequest): void {
  forgetListPermissions(session.database, list.id);
  dropItemTable(session.database, list);
  listCatalogue(session.database, session.webId).remove(list);
}
