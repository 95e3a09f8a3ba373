import { SharePointError } from '../model/sharePointError.ts';
import { grants, type PermissionKindName, type PermissionMask } from '../model/basePermissions.ts';

const exception = '-2146232832, Microsoft.SharePoint.SPException';

/** Literal quoted in pnp/pnpjs#259. */
export function accessDenied(): SharePointError {
  return new SharePointError(403, '-2147024891, System.UnauthorizedAccessException',
    'Access denied. You do not have permission to perform this action or access this resource.');
}

/** Refuses unless the mask holds the permission. */
export function demand(mask: PermissionMask, kind: PermissionKindName): void {
  if (!grants(mask, kind)) {
    throw accessDenied();
  }
}

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

/** Literal quoted in SharePoint/sp-dev-docs#1897. */
export function wrongArgument(): SharePointError {
  return new SharePointError(400, '-2147024809, System.ArgumentException', 'Value does not fall within the expected range.');
}

/** Something SharePoint has and this service does not. */
export function notHereYet(what: string): SharePointError {
  return new SharePointError(501, '-1, System.NotImplementedException', `The local SharePoint does not have this yet: ${what}.`);
}
