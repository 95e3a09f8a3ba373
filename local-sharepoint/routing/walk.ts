import { SharePointError } from '../model/sharePointError.ts';
import { notHereYet } from '../model/refusals.ts';
import { voidAnswer } from './arguments.ts';
import { expanded } from './expand.ts';
import { knownProperty } from './knownProperty.ts';
import { notHere } from './knownEndpoints.ts';
import { refusedMethod } from './refusedMethod.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from './resource.ts';

/** Walks from the root to the resource that the path names and asks it; what is read gets its `$expand`ed navigations. */
export function answerPath(root: Resource, path: readonly PathSegment[], request: ResourceRequest): Answer {
  const resource = resourceAt(root, path, request);
  const method = request.method.toLowerCase() as Lowercase<ResourceRequest['method']>;
  const answered = resource[method]?.(request);
  // Recorded: `DELETE` answers nothing, `DeleteObject` that there is nothing (AddListView).
  const answer = answered?.kind === 'empty' && request.method === 'POST' && path.at(-1)?.name === 'deleteobject' ? voidAnswer(path.at(-1) as PathSegment) : answered;
  if (!answer) throw refusedMethod(resource, path, request);
  // What a call answers may be expanded too: GetItems does.
  return request.method === 'GET' || request.method === 'POST' ? expanded(answer, request, (address, asked) => resourceAt(root, address, asked)) : answer;
}

function resourceAt(root: Resource, path: readonly PathSegment[], request: ResourceRequest): Resource {
  return path.reduce((resource, segment, at) => {
    const next = resource.child?.(segment, request);
    if (next) return next;
    if (notHere(segment.name)) throw notHereYet(segment.raw);
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
