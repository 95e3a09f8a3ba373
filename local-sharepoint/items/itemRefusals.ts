import { SharePointError } from '../model/sharePointError.ts';

/** Recorded: PnP Core SDK, HandleBatchErrorsForLargeBatch. */
export function itemNotFound(): SharePointError {
  return new SharePointError(404, '-2130575338, System.ArgumentException', 'Item does not exist. It may have been deleted by another user.');
}

/** Quoted in Atvero-Issues#1. */
export function unknownProperty(name: string, type: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    `The property '${name}' does not exist on type '${type}'. Make sure to only use property names that are defined by the type.`);
}

/** Quoted in Atvero-Issues#135. */
export function duplicateValue(title: string): SharePointError {
  return new SharePointError(500, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
    `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${title}].`);
}

/** Text remembered: longer than the column holds. */
export function invalidText(): SharePointError {
  return new SharePointError(500, '-2130575163, Microsoft.SharePoint.SPException',
    'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.');
}

/** Text remembered from the OData library that SharePoint uses. */
export function wrongType(expected: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException', `Cannot convert the literal or value to the expected type '${expected}'.`);
}

/** Quoted in pnp/pnpjs#1059. */
export function collectionWithoutResults(): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException',
    "A collection was found without the 'results' property. In OData, each collection must be represented as a JSON object with a property 'results'.");
}

/** Text widely quoted: `$select` and `$expand` do not agree. */
export function expandWithoutSelect(field: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException',
    `The query to field '${field}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${field}.`);
}
