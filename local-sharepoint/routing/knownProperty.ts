import type { Entity, PathSegment, Resource, ResourceRequest } from './resource.ts';

/** `web/title`: a property of an entity is a resource of its own, to read. */
export function knownProperty(resource: Resource, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  if (!resource.get || segment.args.length > 0) return undefined;
  const entity = entityWith(resource, segment, request);
  const found = entity && Object.entries(entity.properties).find(([name]) => name.toLowerCase() === segment.name);
  if (!found) return undefined;
  const [name, value] = found;
  return { get: () => isEntity(value) ? { kind: 'entity', entity: value } : { kind: 'property', name, value } };
}

/** The entity, asked in a way that also gives it what is only written on request. */
function entityWith(resource: Resource, segment: PathSegment, request: ResourceRequest): Entity | undefined {
  const answer = resource.get?.({ ...request, method: 'GET', query: new Map([['$select', segment.raw]]) });
  return answer?.kind === 'entity' ? answer.entity : undefined;
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'editLink' in value && 'properties' in value;
}
