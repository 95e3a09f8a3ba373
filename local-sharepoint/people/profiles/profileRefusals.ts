import { SharePointError } from '../../model/sharePointError.ts';

const exceptions = '-1, Microsoft.Office.Server.UserProfiles';

/** Text quoted of CSOM in public code (an importer of pictures); status and code remembered. */
export function profileNotFound(): SharePointError {
  return new SharePointError(500, `${exceptions}.UserNotFoundException`, 'User Profile Error 1000: User Not Found: Could not load profile data from the database.');
}

/** The beginning of the text is quoted in pnp/pnpjs#340; its end and the code are remembered. */
export function propertyNotFound(): SharePointError {
  return new SharePointError(500, `${exceptions}.PropertyNotFoundException`, 'Property Not Found: Could not load property metadata from server.');
}

/** Literal and code quoted in pnp/cli-microsoft365#1695. */
export function propertyNotEditable(): SharePointError {
  return new SharePointError(500, `${exceptions}.PropertyNotEditableException`, 'Property Not Editable: This property can only be modified by an administrator.');
}

/** Remembered. */
export function notMultiValued(): SharePointError {
  return new SharePointError(500, `${exceptions}.PropertyTypeMismatchException`, 'The property is not a multi-valued property.');
}
