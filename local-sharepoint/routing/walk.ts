import { SharePointError } from '../model/sharePointError.ts';
import { notHereYet } from '../people/refusals.ts';
import { knownProperty } from './knownProperty.ts';
import { notHere } from './knownEndpoints.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from './resource.ts';

/** Walks from the root to the resource that the path names and asks it. */
export function answerPath(root: Resource, path: readonly PathSegment[], request: ResourceRequest): Answer {
  let resource = root;
  for (const segment of path) {
    const next = resource.child?.(segment, request) ?? knownProperty(resource, segment, request);
    if (!next) throw notHere.has(segment.name) ? notHereYet(segment.raw) : unknownEndpoint(segment);
    resource = next;
  }
  const method = request.method.toLowerCase() as Lowercase<ResourceRequest['method']>;
  const answer = resource[method]?.(request);
  if (!answer) throw notHereYet(`${request.method} of ${path.map((segment) => segment.raw).join('/')}`);
  return answer;
}

/** Text and status remembered. */
function unknownEndpoint(segment: PathSegment): SharePointError {
  return new SharePointError(404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException', `Cannot find resource for the request ${segment.raw}.`);
}
