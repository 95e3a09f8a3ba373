import { grants } from '../model/basePermissions.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { argument, wholeNumber } from '../routing/arguments.ts';
import { requestTo } from '../routing/otherWeb.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { addSubWeb } from './addSubWeb.ts';
import { websBelow, type Web } from './web.ts';
import { webEntity } from './webEntity.ts';
import { webInformationEntity } from './webInformation.ts';

/** `web/webs`: the webs below this one, as far as the person may open them; `webs/add` answers the new web with 200 (recorded). */
export function websResource(): Resource {
  return {
    get: (request) => applyQuery(visibleBelow(request).map((web) => webEntity(requestTo(request, web.webId))), request, 'SP.ApiData.Webs'),
    child: (segment) => segment.name === 'add' ? { post: (request) => answered(request, addSubWeb(request, 'SP.WebCreationInformation')) } : undefined,
  };
}

function answered(request: ResourceRequest, web: Web): Answer {
  return { kind: 'entity', entity: webEntity(requestTo(request, web.webId)) };
}

/** `web/webinfos`: the same, in short; `webinfos/add` answers the new one. */
export function webInfosResource(): Resource {
  return {
    get: (request) => applyQuery(infos(request), request, 'SP.ApiData.WebInformations'),
    child: (segment) => segment.name === 'add' ? { post: (request) => ({ kind: 'entity', entity: webInformationEntity(addSubWeb(request, 'SP.WebInfoCreationInformation'), request.session) }) } : undefined,
  };
}

/** `web/getsubwebsfilteredforcurrentuser(nWebTemplateFilter=-1,nConfigurationFilter=-1)`: -1 is any. */
export function filteredWebs(segment: PathSegment): Resource {
  const template = wholeNumber(argument(segment, 'nwebtemplatefilter', 0)) ?? -1;
  const configuration = wholeNumber(argument(segment, 'nconfigurationfilter', 1)) ?? -1;
  return {
    get: (request) => applyQuery(infos(request).filter(({ properties }) =>
      (template === -1 || properties['WebTemplateId'] === template) && (configuration === -1 || properties['Configuration'] === configuration)), request, 'SP.ApiData.WebInformations'),
  };
}

function infos(request: ResourceRequest): Entity[] {
  return visibleBelow(request).map((web) => webInformationEntity(web, request.session));
}

function visibleBelow({ session }: ResourceRequest): Web[] {
  return websBelow(session.database, session.webId).filter((web) => grants(session.inWeb(web.webId).permissions.onWeb(), 'Open'));
}
