import { SharePointError } from '../model/sharePointError.ts';
import { notHereYet } from '../model/refusals.ts';
import { expanded } from './expand.ts';
import { knownProperty } from './knownProperty.ts';
import { notHere } from './knownEndpoints.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from './resource.ts';

/** Walks from the root to the resource that the path names and asks it; what is read gets its `$expand`ed navigations. */
export function answerPath(root: Resource, path: readonly PathSegment[], request: ResourceRequest): Answer {
  const resource = resourceAt(root, path, request);
  const method = request.method.toLowerCase() as Lowercase<ResourceRequest['method']>;
  const answer = resource[method]?.(request);
  if (!answer) throw refusedMethod(resource, path, request);
  // What a call answers may be expanded too: GetItems does.
  return request.method === 'GET' || request.method === 'POST' ? expanded(answer, request, (address, asked) => resourceAt(root, address, asked)) : answer;
}

function resourceAt(root: Resource, path: readonly PathSegment[], request: ResourceRequest): Resource {
  return path.reduce((resource, segment, at) => {
    const next = resource.child?.(segment, request);
    if (next) return next;
    if (notHere.has(segment.name)) throw notHereYet(segment.raw);
    const property = knownProperty(resource, segment, request);
    if (property) return property;
    throw unknownEndpoint(path, at);
  }, root);
}

/** The name begins at `SP.RequestContext.current` below the root; quoted in pnp/cli-microsoft365 and others. */
function unknownEndpoint(path: readonly PathSegment[], at: number): SharePointError {
  const walked = path.slice(0, at + 1).map((segment) => segment.raw).join('/');
  return new SharePointError(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
    `Cannot find resource for the request ${at === 0 ? walked : `SP.RequestContext.current/${walked}`}.`);
}

/** A method that is only called, or only read. Text and status remembered. */
function refusedMethod(resource: Resource, path: readonly PathSegment[], { method, json }: ResourceRequest): SharePointError {
  const last = path[path.length - 1];
  const name = last?.raw.replace(/\(.*$/s, '') ?? '';
  const calledOnly = method === 'GET' && resource.post !== undefined;
  const readOnly = method === 'POST' && resource.get !== undefined && resource.merge === undefined;
  const surplus = method === 'POST' && last !== undefined && typeof json === 'object' && json !== null ? Object.keys(json)[0] : undefined;
  const finder = surplus === undefined ? undefined : finders.get(last?.name ?? '');
  if (finder !== undefined) return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The parameter ${surplus} does not exist in method ${finder}.`);
  if (!calledOnly && !readOnly) return notHereYet(`${method} of ${path.map((segment) => segment.raw).join('/')}`);
  return new SharePointError(405, '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The HTTP method '${method}' cannot be used to access the resource '${name}'. The operation type of the resource is specified as '${calledOnly ? 'Default' : 'Read'}'. Please use correct HTTP method to invoke the resource.`,
    { Allow: allowed(resource) });
}

/** A change that forgot its `X-HTTP-Method` is taken for a call of the method that finds the thing (pnp/pnpjs#1151). */
const finders: ReadonlyMap<string, string> = new Map(['GetById', 'GetItemById', 'GetByTitle', 'GetByName', 'GetByInternalNameOrTitle', 'GetByEmail', 'GetByLoginName', 'GetByUrl', 'GetItemByStringId'].map((name) => [name.toLowerCase(), name]));

function allowed(resource: Resource): string {
  const methods = (['get', 'post', 'put', 'merge', 'delete'] as const).filter((method) => resource[method] !== undefined);
  return methods.flatMap((method) => method === 'get' ? ['GET', 'HEAD'] : method === 'merge' ? ['MERGE', 'PATCH'] : [method.toUpperCase()]).join(', ');
}
