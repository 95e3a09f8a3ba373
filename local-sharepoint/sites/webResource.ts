import { logChange } from '../changes/changeLog.ts';
import { webChanges } from '../changes/changesResource.ts';
import { webContentTypesResource } from '../contentTypes/contentTypesResource.ts';
import { filesChild } from '../files/folderResource.ts';
import { availableFieldsResource, siteColumnsResource } from '../lists/fieldsResource.ts';
import { listResource } from '../lists/listResource.ts';
import { listByUrl, listsResource } from '../lists/listsResource.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { peopleChild } from '../people/peopleChild.ts';
import { navigationResource } from '../navigation/navigationResource.ts';
import { demand, notHereYet } from '../model/refusals.ts';
import { securableChild, type Describe } from '../permissions/securableChild.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { recycleBinResource } from '../recycleBin/recycleBinResource.ts';
import { clientSideComponents, clientSideComponentsResource } from '../packages/clientSideComponents.ts';
import { voidAnswer } from '../routing/arguments.ts';
import type { Session } from '../session.ts';
import { regionalSettingsResource } from './regionalSettings.ts';
import { deleteWeb } from './deleteWeb.ts';
import { saveWeb, webById } from './web.ts';
import { webCall } from './webCalls.ts';
import { settableOfWeb, webEntity } from './webEntity.ts';
import { webInformationEntity } from './webInformation.ts';
import { filteredWebs, webInfosResource, websResource } from './websResource.ts';

/** `web` and what is below it; `describe` writes the object whose permissions hold. */
export function webResource(describe: Describe): Resource {
  const merge = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onWeb(), 'ManageWeb');
    changeWeb(request);
    return { kind: 'empty', status: 204 };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: webEntity(request) }),
    merge, put: merge,
    delete: ({ session }) => {
      deleteWeb(session);
      return { kind: 'empty' };
    },
    child: (segment, request) => webChild(segment, request, describe)
      ?? filesChild(segment, request, describe)
      ?? webCall(segment, request, describe)
      ?? peopleChild(segment, request)
      ?? securableChild({ kind: 'web' }, segment, request, describe),
  };
}

function webChild(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'lists': return listsResource(segment, request, describe);
    case 'fields': return siteColumnsResource(segment, request);
    case 'availablefields': return availableFieldsResource(segment, request);
    case 'getlist': case 'getlistusingpath': return listByUrl(segment, request, describe);
    case 'defaultdocumentlibrary': return defaultDocumentLibrary(request, describe);
    case 'getchanges': return webChanges();
    case 'recyclebin': return recycleBinResource('Web', segment, request);
    case 'regionalsettings': return regionalSettingsResource();
    case 'contenttypes': return webContentTypesResource('ContentTypes', segment, request);
    case 'availablecontenttypes': return webContentTypesResource('AvailableContentTypes', segment, request);
    case 'navigation': return navigationResource();
    case 'webs': return websResource();
    case 'webinfos': return webInfosResource();
    case 'getsubwebsfilteredforcurrentuser': return filteredWebs(segment);
    case 'parentweb': return { get: ({ session }) => parentWeb(session) };
    case 'deleteobject': return {
      post: ({ session }) => {
        deleteWeb(session);
        return voidAnswer(segment);
      },
    };
    case 'getclientsidecomponents': return { post: () => clientSideComponents(request) };
    case 'getclientsidewebparts': case 'getallclientsidecomponents': return clientSideComponentsResource(segment.name === 'getclientsidewebparts');
    default: return undefined;
  }
}

/** The library that a web begins with: the first one for documents. */
function defaultDocumentLibrary({ session }: ResourceRequest, describe: Describe): Resource | undefined {
  const list = session.lists.byUrl(`${session.siteUrl}/Shared Documents`) ?? session.lists.all().find(({ baseTemplate }) => baseTemplate === 101);
  return list && listResource(list, describe);
}

/** An SP.WebInformation of the web above; the root web has none. */
function parentWeb(session: Session): Answer {
  const { parentId } = webById(session.database, session.webId);
  if (parentId === undefined) return { kind: 'property', name: 'ParentWeb', value: null };
  return { kind: 'entity', entity: webInformationEntity(webById(session.database, parentId), session, 'Web/ParentWeb') };
}

function changeWeb(request: ResourceRequest): void {
  const { database, webId } = request.session;
  const web = webById(database, webId);
  for (const [name, value] of Object.entries(entityBody(request, ['SP.Web']))) {
    const kept = name === 'Title' ? '' : Object.hasOwn(settableOfWeb, name) ? settableOfWeb[name] : undefined;
    if (kept === undefined && !Object.hasOwn(webEntity(request).properties, name)) throw unknownProperty(name, 'SP.Web');
    if (kept === undefined) throw notHereYet(`setting ${name} of a web`);
    if (typeof value !== typeof kept) throw wrongType(typeof kept === 'string' ? 'Edm.String' : typeof kept === 'boolean' ? 'Edm.Boolean' : 'Edm.Int32');
    web.properties[name] = value;
  }
  saveWeb(database, web);
  logChange(database, { kind: 'Web', type: 'Update', webId }, request.session.now());
}
