import { grants, type PermissionKindName, type PermissionMask } from './basePermissions.ts';
import { SharePointError } from './sharePointError.ts';

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

/** Literal quoted in SharePoint/sp-dev-docs#1897. */
export function wrongArgument(): SharePointError {
  return new SharePointError(400, '-2147024809, System.ArgumentException', 'Value does not fall within the expected range.');
}

/** Something SharePoint has and this service does not. */
export function notHereYet(what: string): SharePointError {
  return new SharePointError(501, '-1, System.NotImplementedException', `The local SharePoint does not have this yet: ${what}.`);
}
