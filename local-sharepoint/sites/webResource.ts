import type { Describe } from '../lists/listResource.ts';
import { listByUrl, listsResource } from '../lists/listsResource.ts';
import { bodyProperties } from '../people/arguments.ts';
import { peopleChild } from '../people/peopleChild.ts';
import { demand, notHereYet } from '../people/refusals.ts';
import { securableChild } from '../permissions/securableChild.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { clientSideComponents } from '../packages/clientSideComponents.ts';
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
      ?? peopleChild(segment, request)
      ?? securableChild({ kind: 'web' }, segment, request, (holder) => describe(holder, request)),
  };
}

function webChild(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'lists': return listsResource(segment, request, describe);
    case 'getlist': return listByUrl(segment, request, describe);
    case 'getclientsidecomponents': return { post: () => clientSideComponents(request) };
    default: return undefined;
  }
}

function changeWeb(request: ResourceRequest): void {
  const { database, webId } = request.session;
  const site = siteByWebId(database, webId);
  for (const [name, value] of Object.entries(bodyProperties(request))) {
    if (name !== 'Title' && !(name in settableOfWeb)) throw notHereYet(`setting ${name} of a web`);
    site.properties[name] = value;
  }
  saveSite(database, site);
}
