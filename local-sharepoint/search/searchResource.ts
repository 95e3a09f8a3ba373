import { notHereYet } from '../model/refusals.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { runSearch } from './runSearch.ts';
import { searchAnswer } from './searchAnswer.ts';
import { readSearchRequest } from './searchRequest.ts';

/** `search`: `query` is read, `postquery` called. */
export function searchResource(): Resource {
  return {
    child: (segment) => {
      switch (segment.name) {
        case 'query': return { get: (request) => answer('query', request) };
        case 'postquery': return { post: (request) => answer('postquery', request) };
        case 'suggest': throw notHereYet('search/suggest');
        default: return undefined;
      }
    },
  };
}

function answer(name: string, request: ResourceRequest): Answer {
  const asked = readSearchRequest(request);
  const place = { origin: new URL(request.webUrl).origin, now: request.session.now() };
  const begun = performance.now();
  const result = runSearch(request.session, asked, place);
  return { kind: 'property', name, value: searchAnswer(asked, result, place, Math.round(performance.now() - begun)) };
}
