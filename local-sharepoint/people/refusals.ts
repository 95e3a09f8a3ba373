import { SharePointError } from '../model/sharePointError.ts';

const exception = '-2146232832, Microsoft.SharePoint.SPException';

/** Recorded: PnP Core SDK, GetUserMissingTest. */
export function userNotFound(): SharePointError {
  return new SharePointError(500, exception, 'User cannot be found.');
}

/** Recorded: PnP Core SDK, EnsuresEveryoneExceptExternalUsersTest. */
export function logonNotFound(logonName: string): SharePointError {
  return new SharePointError(400, exception, `The specified user ${logonName} could not be found.`);
}

/** Remembered, not recorded: text and status of SharePoint Online for a group that is not there. */
export function groupNotFound(): SharePointError {
  return new SharePointError(404, exception, 'Group cannot be found.');
}

/** Text and status quoted in pnp/pnpcore#1386; the number of the code is remembered. */
export function principalNotFound(id: number): SharePointError {
  return new SharePointError(404, '-1, System.ArgumentException', `Can not find the principal with id: ${id}.`);
}

/** Text remembered; status and code chosen. */
export function ownerRemoved(): SharePointError {
  return new SharePointError(400, exception, 'The owner of a Web site collection cannot be removed.');
}
