import { SharePointError } from '../model/sharePointError.ts';

/** What SharePoint says of a `$filter` or `$orderby` that it cannot read [I, microsoft-graph-docs#9306]. */
export function invalidExpression(text: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The expression "${text}" is not valid.`);
}

/** What SharePoint says of an unknown name in `$select`, `$expand` or `$filter` [I]. */
export function unknownField(name: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException', `The field or property '${name}' does not exist.`);
}
