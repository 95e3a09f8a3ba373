import { SharePointError } from '../model/sharePointError.ts';

const exception = 'Microsoft.SharePoint.SPException';

/** Quoted in pnp/cli-microsoft365 (web-add) and SysKitTeam/SPDG#1; the status is remembered. */
export function webAddressTaken(url: string): SharePointError {
  return new SharePointError(500, `-2147024713, ${exception}`, `The Web site address "${url}" is already in use.`);
}

/** The sentence is quoted by SharePoint's users; its beginning, status and code are remembered. */
export function webHasWebsBelow(url: string): SharePointError {
  return new SharePointError(500, `-2147467259, ${exception}`,
    `Error deleting Web site "${url}". Sites that have subsites or certain apps can't be deleted. Please try again after deleting the subsites and removing the apps.`);
}

/** Remembered. */
export function rootWebStays(url: string): SharePointError {
  return new SharePointError(500, `-2147467259, ${exception}`, `Error deleting Web site "${url}". You can't delete the root web site of a site collection.`);
}

/** Remembered; which characters is documented. */
export function badWebAddress(url: string): SharePointError {
  return new SharePointError(400, `-2147024773, ${exception}`, `The Web site address "${url}" contains characters that are not permitted.`);
}

/** Remembered: of a web asked for by an id that no web of the site collection has. */
export function webNotFound(): SharePointError {
  return new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'The site with the id could not be found.');
}
