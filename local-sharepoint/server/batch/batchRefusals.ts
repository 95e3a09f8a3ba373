import { SharePointError } from '../../model/sharePointError.ts';

/** What Microsoft's OData library, with which SharePoint reads batches, says of a bad one; that the code names it is remembered. */
export function badBatch(message: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException', message);
}

/** Quoted in pnp/pnpcore#777. */
export function tooManyBytes(read: number, most: number): SharePointError {
  return badBatch(`The maximum number of bytes allowed to be read from the stream has been exceeded. After the last read operation, a total of ${read} bytes has been read from the stream; however a maximum of ${most} bytes is allowed.`);
}

/** Quoted in vgrem/office365-rest-python-client#871. */
export function methodInChangeSet(method: string): SharePointError {
  return badBatch(`An invalid HTTP method '${method}' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', 'MERGE', and 'PATCH'.`);
}

/** The library's text for the other case. */
export function methodOutsideChangeSet(method: string): SharePointError {
  return badBatch(`An invalid HTTP method '${method}' was detected for a query operation. Query operations only support the HTTP 'GET' method.`);
}

export function tooManyParts(most: number): SharePointError {
  return badBatch(`The current batch message contains too many parts. Only batch messages with a maximum number of '${most}' query operations and change sets are allowed.`);
}

/** Quoted in simple-odata-client/Simple.OData.Client#297. */
export function tooManyOperations(most: number): SharePointError {
  return badBatch(`The current change set contains too many operations. Only change sets with a maximum number of '${most}' operations are allowed.`);
}

export function unknownContentId(url: string): SharePointError {
  return badBatch(`The relative URI '${url}' was specified in a batch operation, but a base URI was not specified for the batch writer or batch reader. When the relative URI is a reference to a content ID, the content ID does not exist in the current change set.`);
}
