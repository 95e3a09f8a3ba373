import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { acceptedFormat, speaksOData4 } from '../odata/format.ts';
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

/**
 * Search cannot write the metadata of OData 4, which SPFx's SPHttpClient asks for unless told otherwise (status and code: SharePoint/sp-dev-docs#8918,
 * #4392); without metadata it answers: the people directory of the SharePoint Starter Kit asks so.
 */
function refuseMetadataOfOData4({ headers }: ResourceRequest): void {
  if (speaksOData4(headers) && acceptedFormat(headers) !== 'nometadata') throw new SharePointError(500, '-1, Microsoft.SharePoint.Client.UnknownError', 'Unknown Error');
}

function answer(name: string, request: ResourceRequest, segment: PathSegment): Answer {
  refuseMetadataOfOData4(request);
  const asked = readSearchRequest(request, segment);
  const place = { origin: new URL(request.webUrl).origin, now: request.session.now() };
  const begun = performance.now();
  const result = runSearch(request.session, asked, place);
  if (result.total > 0) noteQuery(request.session.database, asked.asked.text);
  return { kind: 'property', name, value: searchAnswer(asked, result, place, request.session, Math.round(performance.now() - begun)) };
}
