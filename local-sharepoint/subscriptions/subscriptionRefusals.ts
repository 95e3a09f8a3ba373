import { SharePointError } from '../model/sharePointError.ts';

/** Quoted in SharePoint/sp-dev-docs#3430 and Microsoft's documentation; the status is remembered. `more`: what this service adds. */
export function notValidated(url: string, more = ''): SharePointError {
  return new SharePointError(400, '-1, System.InvalidOperationException', `Failed to validate the notification URL '${url}'.${more === '' ? '' : ` ${more}`}`);
}

/** Text of PnP's clients, which check the same before they ask; that SharePoint says so itself is not verified. */
export function invalidExpiration(): SharePointError {
  return new SharePointError(400, '-1, System.ArgumentException', 'The specified expiration date is invalid. Should be greater than today and within 6 months');
}

/** Chosen. */
export function subscriptionNotFound(): SharePointError {
  return new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');
}
