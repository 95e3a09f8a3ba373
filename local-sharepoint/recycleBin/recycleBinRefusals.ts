import { SharePointError } from '../model/sharePointError.ts';

/** Text remembered: what is not, or no longer, in the recycle bin. */
export function entryNotFound(): SharePointError {
  return new SharePointError(404, '-2147024809, System.ArgumentException', 'Value does not fall within the expected range.');
}

/** Text remembered: something of this name, or with the same unique value, is there again. */
export function nameTaken(name: string): SharePointError {
  return new SharePointError(400, '-2130575257, Microsoft.SharePoint.SPException',
    `An item with the same name "${name}" already exists. To restore the item, rename the existing item and try again.`);
}
