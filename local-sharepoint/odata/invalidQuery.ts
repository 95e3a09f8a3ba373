import { SharePointError } from '../model/sharePointError.ts';

/** What SharePoint says of a `$filter` or `$orderby` that it cannot read [I, microsoft-graph-docs#9306]. */
export function invalidExpression(text: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The expression "${text}" is not valid.`);
}

/** Functions of OData that SharePoint Online refuses, day() and year() among them [I, sp-dev-docs#5481, #8323]; the code is remembered. */
export function invalidQuery(): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException', 'The query is not valid.');
}

/** What SharePoint says of an unknown name in `$select`, `$expand` or `$filter` [I]. */
export function unknownField(name: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException', `The field or property '${name}' does not exist.`);
}

/** Of a property in a body that the type does not have. Quoted in Atvero-Issues#1. */
export function unknownProperty(name: string, type: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`);
}

/** Of a value in a body that is not of the property's type. Quoted by several users, for Edm.Double, Edm.String and Edm.DateTime. */
export function wrongType(expected: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    `Cannot convert a primitive value to the expected type '${expected}'. See the inner exception for more details.`);
}
