import { SharePointError } from '../model/sharePointError.ts';

const exception = 'Microsoft.SharePoint.SPException';

/** Code 0x81020067 documented (MS-LISTSWS AddAttachment), text widely quoted; status remembered. */
export function nameInUse(): SharePointError {
  return new SharePointError(400, `-2130575257, ${exception}`,
    'The specified name is already in use.\n\nThe document or folder name was not changed.  To change the name, close this dialog and specify a different name.');
}

/** Code 0x81020073 and text quoted by users of forms; status remembered. */
export function nameNotPermitted(): SharePointError {
  return new SharePointError(400, `-2130575245, ${exception}`, 'The file or folder name contains characters that are not permitted.  Please use a different name.');
}

/** Remembered, not recorded. */
export function attachmentsDisabled(): SharePointError {
  return new SharePointError(400, `-2130575152, ${exception}`, 'Attachments have been disabled for this list.');
}

/** Remembered, not recorded: a file of no length. The code is documented for MS-LISTSWS (0x8007000d). */
export function emptyAttachment(): SharePointError {
  return new SharePointError(400, '-2147024883, System.ArgumentException', 'The attachment has no content.');
}
