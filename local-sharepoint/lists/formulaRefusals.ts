import { SharePointError } from '../model/sharePointError.ts';

const exception = 'Microsoft.SharePoint.SPException';
/** What SharePoint's own code throws without a number of its own. */
const managed = `-2146232832, ${exception}`;

/** Text widely quoted (mikezimm's error texts, among others); the code is remembered. */
export function formulaSyntax(): SharePointError {
  return new SharePointError(500, managed, 'The formula contains a syntax error or is not supported.');
}

/** Measured by shauneccles/dbml-sharepoint (status and first sentence). */
export function formulaColumnMissing(): SharePointError {
  return new SharePointError(500, managed, 'The formula refers to a column that does not exist.  Check the formula for spelling mistakes or change the non-existing column to an existing column.');
}

/** Measured by shauneccles/dbml-sharepoint (status and text). */
export function formulaColumnNotAllowed(): SharePointError {
  return new SharePointError(500, managed, 'One or more column references are not allowed, because the columns are defined as a data type that is not supported in formulas.');
}

/** Text quoted by SSW's rules for SharePoint. */
export function formulaVolatile(): SharePointError {
  return new SharePointError(500, managed, 'Calculated columns cannot contain volatile functions like Today and Me.');
}

/** Text remembered: a validation or default formula that reads other columns. */
export function formulaOfOtherColumns(): SharePointError {
  return new SharePointError(500, managed, 'The formula cannot refer to another column.  Check the formula for spelling mistakes or update the formula to reference only this column.');
}

/** Measured by shauneccles/dbml-sharepoint (status and text). */
export function noValidation(): SharePointError {
  return new SharePointError(500, managed, 'This field type does not support validation formulas.');
}

/** That a validation formula has 1,023 characters at most is documented; the text is remembered. */
export function formulaTooLong(longest: number): SharePointError {
  return new SharePointError(500, managed, `The formula is too long. The maximum length is ${longest} characters.`);
}
