import { SharePointError } from '../model/sharePointError.ts';

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
