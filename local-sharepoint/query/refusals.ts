import { SharePointError } from '../model/sharePointError.ts';

/** Messages quoted in pnp/PnP#1585 (CAML, `$filter`); the code is remembered. */
export function unknownColumn(name: string, as: 'rest' | 'caml'): SharePointError {
  return as === 'rest'
    ? new SharePointError(400, '-2147024809, Microsoft.SharePoint.SPException', `Column '${name}' does not exist. It may have been deleted by another user.`)
    : new SharePointError(500, '-2147024809, Microsoft.SharePoint.SPException', 'One or more field types are not installed properly. Go to the list settings page to delete these fields.');
}
