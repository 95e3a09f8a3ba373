import { SharePointError } from '../model/sharePointError.ts';

const code = '-2146233088, Microsoft.Office.Server.Social.SocialException';

/** Text quoted in articles about following a site that is not there; status and code remembered. */
export function targetNotFound(): SharePointError {
  return new SharePointError(500, code, 'The target of the operation was not found. Internal type name: Microsoft.Office.Server.UserProfiles.SocialDataStoreException. Internal error code: 0.');
}

/** Text in the manner of the one above (Microsoft: SocialStatusCode, InvalidOperation). */
export function invalidOperation(): SharePointError {
  return new SharePointError(500, code, 'The operation is invalid for the target\'s current state. Internal type name: Microsoft.Office.Server.UserProfiles.SocialDataStoreException. Internal error code: 0.');
}

/** Text in the manner of the ones above (Microsoft: SocialStatusCode, InvalidRequest). */
export function invalidRequest(): SharePointError {
  return new SharePointError(500, code, 'The request is invalid. Internal type name: Microsoft.Office.Server.UserProfiles.SocialDataStoreException. Internal error code: 0.');
}
