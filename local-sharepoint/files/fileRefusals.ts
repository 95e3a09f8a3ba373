import { path } from '../items/itemProperties.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';

const exception = 'Microsoft.SharePoint.SPException';

/** Recorded: exemplar "err-file-404". */
export function fileMissing(path: string): SharePointError {
  return new SharePointError(404, `-2130575338, ${exception}`, `The file ${path} does not exist.`);
}

/** Text and code remembered: a file is there already and shall not be overwritten. */
export function fileExists(path: string, by: string, modified: string): SharePointError {
  return new SharePointError(400, `-2130575257, ${exception}`, `A file with the name ${path} already exists. It was last modified by ${by} on ${modified}.`);
}

/** Text and code remembered. */
export function nameExists(name: string): SharePointError {
  return new SharePointError(400, `-2130575257, ${exception}`, `A file or folder with the name ${name} already exists.`);
}

/** Text and code remembered; which characters is documented. */
export function badName(name: string): SharePointError {
  return new SharePointError(400, `-2130575245, ${exception}`, `The file or folder name "${name}" contains characters that are not permitted.  Please use a different name.`);
}

/** Text remembered; the limit of 400 is documented. */
export function pathTooLong(): SharePointError {
  return new SharePointError(400, `-2147024690, ${exception}`,
    'The specified file or folder name is too long. The URL path for all files and folders must be 400 characters or less (and no more than 400 characters for any single file or folder name). Please type a shorter file or folder name.');
}

/** Text seen in SharePoint's answers to addresses of other sites. */
export function notOfThisWeb(): SharePointError {
  return new SharePointError(400, '-2147024809, System.ArgumentException', 'Server relative urls must start with SPWeb.ServerRelativeUrl');
}

/** Recorded by the tests of pnp/cli-microsoft365 (file-checkin): somebody else has the file checked out. */
export function checkedOut(row: ItemRow, by: string, session: Pick<Session, 'siteUrl'>): SharePointError {
  return new SharePointError(423, '-2130575306, Microsoft.SharePoint.SPFileCheckOutException', `The file "${ofSite(row, session)}" is checked out for editing by ${by}.`);
}

/** Recorded by the tests of pnp/cli-microsoft365 (file-checkout-undo); the status is that of the exception's other cases. */
export function notCheckedOut(row: ItemRow, session: Pick<Session, 'siteUrl'>): SharePointError {
  return new SharePointError(423, '-2147024738, Microsoft.SharePoint.SPFileCheckOutException', `The file "${ofSite(row, session)}" is not checked out.`);
}

/** Text remembered: there is nothing to go back to. */
export function neverCheckedIn(): SharePointError {
  return new SharePointError(400, `-2147467259, ${exception}`, "You cannot discard check out because there is no checked in version of the document.  To delete this document, select Delete from the item's action menu.");
}

/** Text remembered: drafts are published and taken back only where a library has them. */
export function noDraftsHere(): SharePointError {
  return new SharePointError(400, `-2146232832, ${exception}`, 'You can only publish, unpublish documents in a minor version enabled list.');
}

/** `Shared Documents/Plan.docx` (recorded). */
function ofSite(row: ItemRow, { siteUrl }: Pick<Session, 'siteUrl'>): string {
  return path(row).slice(siteUrl.length + 1);
}
