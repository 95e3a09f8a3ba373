import { logChange } from '../changes/changeLog.ts';
import { webChanges } from '../changes/changesResource.ts';
import { filesChild } from '../files/folderResource.ts';
import { listByUrl, listsResource } from '../lists/listsResource.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { peopleChild } from '../people/peopleChild.ts';
import { demand, notHereYet } from '../model/refusals.ts';
import { securableChild, type Describe } from '../permissions/securableChild.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { recycleBinResource } from '../recycleBin/recycleBinResource.ts';
import { clientSideComponents } from '../packages/clientSideComponents.ts';
import { regionalSettingsResource } from './regionalSettings.ts';
import { saveSite, siteByWebId } from './site.ts';
import { settableOfWeb, webEntity } from './webEntity.ts';

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
    child: (segment, request) => webChild(segment, request, describe)
      ?? filesChild(segment, request, describe)
      ?? peopleChild(segment, request)
      ?? securableChild({ kind: 'web' }, segment, request, describe),
  };
}

function webChild(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'lists': return listsResource(segment, request, describe);
    case 'getlist': case 'getlistusingpath': return listByUrl(segment, request, describe);
    case 'getchanges': return webChanges();
    case 'recyclebin': return recycleBinResource('Web', segment, request);
    case 'regionalsettings': return regionalSettingsResource();
    case 'getclientsidecomponents': return { post: () => clientSideComponents(request) };
    default: return undefined;
  }
}

function changeWeb(request: ResourceRequest): void {
  const { database, webId } = request.session;
  const site = siteByWebId(database, webId);
  for (const [name, value] of Object.entries(entityBody(request, ['SP.Web']))) {
    const kept = name === 'Title' ? '' : Object.hasOwn(settableOfWeb, name) ? settableOfWeb[name] : undefined;
    if (kept === undefined && !Object.hasOwn(webEntity(request).properties, name)) throw unknownProperty(name, 'SP.Web');
    if (kept === undefined) throw notHereYet(`setting ${name} of a web`);
    if (typeof value !== typeof kept) throw wrongType(typeof kept === 'string' ? 'Edm.String' : typeof kept === 'boolean' ? 'Edm.Boolean' : 'Edm.Int32');
    site.properties[name] = value;
  }
  saveSite(database, site);
  logChange(database, { kind: 'Web', type: 'Update', webId }, request.session.now());
}
