import { SharePointError } from '../../model/sharePointError.ts';

const searchException = '-1, Microsoft.Office.Server.Search.REST.SearchServiceException';

/** Text and status quoted in microsoft-search/pnp-modern-search#2371, code in pnp/powershell#3996; also for a first row beyond the last that is given. */
export function badQuery(): SharePointError {
  return new SharePointError(400, searchException, "We didn't understand your search terms. Make sure they're using proper syntax.");
}

/** Literal quoted in pnp/pnpjs#307. */
export function invalidParameter(name: string): SharePointError {
  return new SharePointError(400, searchException, `Invalid parameter: ${name}.`);
}

/** A parameter that is no single value. Literal quoted in pnp/pnpjs#348. */
export function noPrimitive(value: object): SharePointError {
  const node = Array.isArray(value) ? 'StartArray' : 'StartObject';
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException', `An unexpected '${node}' node was found when reading from the JSON reader. A 'PrimitiveValue' node was expected.`);
}
