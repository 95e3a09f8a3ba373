import { SharePointError } from '../../model/sharePointError.ts';

/** Text remembered of SharePoint's search pages. */
export function badQuery(): SharePointError {
  return new SharePointError(400, '-2147418113, Microsoft.Office.Server.Search.Query.KeywordQueryException', "We didn't understand your search terms. Make sure they're using proper syntax.");
}

/** Literal quoted in pnp/pnpjs#307. */
export function invalidParameter(name: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Office.Server.Search.REST.SearchServiceException', `Invalid parameter: ${name}.`);
}
