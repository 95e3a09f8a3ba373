import type { Answer, Entity, Place, Resource, ResourceRequest } from './resource.ts';

/** The same request made of another web of the site collection. */
export function requestTo(request: ResourceRequest, webId: string): ResourceRequest {
  if (webId === request.session.webId) return request;
  const session = request.session.inWeb(webId);
  return { ...request, session, webUrl: `${new URL(request.webUrl).origin}${session.siteUrl}` };
}

/** A resource of another web of the site collection, as it is at that web's own address: its links lead there. */
export function ofWeb(webId: string, resource: Resource): Resource {
  const { child } = resource;
  const of = (method: 'get' | 'post' | 'merge' | 'put' | 'delete'): Partial<Resource> => {
    const call = resource[method]?.bind(resource);
    return call ? { [method]: (request: ResourceRequest) => placed(call(requestTo(request, webId)), requestTo(request, webId)) } : {};
  };
  return {
    ...of('get'), ...of('post'), ...of('merge'), ...of('put'), ...of('delete'),
    ...child ? {
      child: (segment, request) => {
        const next = child.call(resource, segment, requestTo(request, webId));
        return next && ofWeb(webId, next);
      },
    } : {},
  };
}

function placed(answer: Answer, { session, webUrl }: Place): Answer {
  const there = (entity: Entity): Entity => entity.place ? entity : { ...entity, place: { session, webUrl } };
  if (answer.kind === 'entity') return { ...answer, entity: there(answer.entity) };
  return answer.kind === 'collection' ? { ...answer, entities: answer.entities.map(there) } : answer;
}
