import { SharePointError } from '../model/sharePointError.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from './resource.ts';

/** `web/title`: a property of an entity is a resource of its own, to read. */
export function knownProperty(resource: Resource, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  if (!resource.get || segment.args.length > 0) return undefined;
  const entity = entityWith(resource, segment, request);
  const found = entity && Object.entries(entity.properties).find(([name]) => name.toLowerCase() === segment.name);
  if (!found) return undefined;
  const [name, value] = found;
  if (isEntity(value)) return { get: () => ({ kind: 'entity', entity: value }) };
  const type = entity.edmType?.(name);
  return { get: () => ({ kind: 'property', name, value, ...(type === undefined ? {} : { edmType: type }) }), child: (next) => next.name === '$value' ? rawValue(value) : undefined };
}

/** `web/title/$value`: the bare text of a simple value. */
function rawValue(value: unknown): Resource | undefined {
  if (value === null || typeof value === 'object') return undefined;
  return { get: () => ({ kind: 'raw', status: 200, contentType: 'text/plain;charset=utf-8', body: String(value) }) };
}

/** The entity, asked in a way that also gives it what is only written on request. */
function entityWith(resource: Resource, segment: PathSegment, request: ResourceRequest): Entity | undefined {
  try {
    const answer = resource.get?.({ ...request, method: 'GET', query: new Map([['$select', segment.raw]]) });
    return answer?.kind === 'entity' ? answer.entity : undefined;
  } catch (failure) {
    // Items refuse a name that they do not have; on a path such a name is simply not found.
    if (failure instanceof SharePointError && failure.status === 400) return undefined;
    throw failure;
  }
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'editLink' in value && 'properties' in value;
}
