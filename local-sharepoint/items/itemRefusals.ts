import type { FieldSchema } from '../model/list.ts';
import { SharePointError } from '../model/sharePointError.ts';

/** Recorded: PnP Core SDK, HandleBatchErrorsForLargeBatch. */
export function itemNotFound(): SharePointError {
  return new SharePointError(404, '-2130575338, System.ArgumentException', 'Item does not exist. It may have been deleted by another user.');
}

/** Quoted in Atvero-Issues#135. */
export function duplicateValue(title: string): SharePointError {
  return new SharePointError(500, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException',
    `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${title}].`);
}

/**
 * Values that a validation formula refuses. Code and text of lists quoted in pnp/pnpjs#1770; the code of columns is named by
 * vgrem/Office365-REST-Python-Client, and that the text is the same is reported in pnp/powershell#1746.
 */
export class ValidationRefusal extends SharePointError {
  readonly hresult: number;
  /** The columns whose formula does not hold; none when it is the list's. */
  readonly columns: readonly FieldSchema[];

  constructor(columns: readonly FieldSchema[]) {
    const hresult = columns.length > 0 ? -2130575163 : -2130575162;
    super(500, `${hresult}, Microsoft.SharePoint.SPListDataValidationException`, 'List data validation failed.');
    this.hresult = hresult;
    this.columns = columns;
  }
}

/** Text remembered: longer than the column holds. */
export function invalidText(): SharePointError {
  return new SharePointError(500, '-2130575163, Microsoft.SharePoint.SPException',
    'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.');
}

/** Text remembered: outside the column's limits. */
export function invalidNumber(): SharePointError {
  return new SharePointError(500, '-2130575164, Microsoft.SharePoint.SPException',
    'Invalid number value.\n\nA number field contains invalid data. Please check the value and try again.');
}

/** Text remembered: before 1900 or after 8900. */
export function invalidDate(): SharePointError {
  return new SharePointError(500, '-2130575166, Microsoft.SharePoint.SPException',
    'Invalid date/time value.\n\nA date/time field contains invalid data. Please check the value and try again.');
}

/** Text remembered: a person or item that is not there. */
export function invalidData(): SharePointError {
  return new SharePointError(500, '-2147352571, Microsoft.SharePoint.SPException',
    'Invalid data has been used to update the list item. The field you are trying to update may be read only.');
}

/** Quoted in pnp/pnpjs#1059. */
export function collectionWithoutResults(): SharePointError {
  return new SharePointError(400, '-1, Microsoft.Data.OData.ODataException',
    "A collection was found without the 'results' property. In OData, each collection must be represented as a JSON object with a property 'results'.");
}

/** Quoted by users of light JSON that send verbose collections or objects. */
export function unexpectedNode(found: 'PrimitiveValue' | 'StartObject' | 'StartArray', expected: 'StartArray' | 'StartObject'): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
    `An unexpected '${found}' node was found when reading from the JSON reader. A '${expected}' node was expected.`);
}

/** Text widely quoted: `$select` and `$expand` do not agree. */
export function expandWithoutSelect(field: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException',
    `The query to field '${field}' is not valid. The $select query string must specify the target fields and the $expand query string must contains ${field}.`);
}

/** Text widely quoted: a property that cannot be read through a lookup or person column. */
export function notReadThrough(path: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.SPException', `The query to field '${path}' is not valid.`);
}

/** Quoted with its code in pnp/pnpjs#3200, with its status in SharePoint/sp-dev-docs#4478. */
export function emptyProjectedField(name: string): SharePointError {
  return new SharePointError(500, '-2146232832, Microsoft.SharePoint.SPException', `Cannot get value for projected field ${name}.`);
}
