import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { runSearch } from './runSearch.ts';
import { searchAnswer } from './searchAnswer.ts';
import { readSearchRequest } from './searchRequest.ts';
import { noteQuery } from './suggest/askedQueries.ts';
import { suggestAnswer } from './suggest/suggestAnswer.ts';

/** `search`: `query` and `suggest` are read, `postquery` is called. */
export function searchResource(): Resource {
  return {
    child: (segment) => {
      switch (segment.name) {
        case 'query': return { get: (request) => answer('query', request, segment) };
        case 'postquery': return { post: (request) => answer('postquery', request, segment) };
        case 'suggest': return { get: (request) => ({ kind: 'property', name: 'suggest', value: suggestAnswer(request, segment) }) };
        default: return undefined;
      }
    },
  };
}

function answer(name: string, request: ResourceRequest, segment: PathSegment): Answer {
  const asked = readSearchRequest(request, segment);
  const place = { origin: new URL(request.webUrl).origin, now: request.session.now() };
  const begun = performance.now();
  const result = runSearch(request.session, asked, place);
  if (result.total > 0) noteQuery(request.session.database, asked.asked.text);
  return { kind: 'property', name, value: searchAnswer(asked, result, place, request.session, Math.round(performance.now() - begun)) };
}
