import { SharePointError } from '../model/sharePointError.ts';

const exception = 'Microsoft.SharePoint.SPException';

/** Recorded: PnP Core SDK, RestErrorLoggingOfFailingRequest. */
export function listNotFound(title: string, webUrl: string): SharePointError {
  return new SharePointError(404, '-1, System.ArgumentException', `List '${title}' does not exist at site with URL '${webUrl}'.`);
}

/** Text remembered from SharePoint Online, for a list asked for by id. */
export function listIdNotFound(): SharePointError {
  return new SharePointError(404, '-2130575322, Microsoft.SharePoint.SPException',
    'List does not exist. The page you selected contains a list that does not exist.  It may have been deleted by another user.');
}

/** Recorded: exemplar "err-folder-404". */
export function fileNotFound(): SharePointError {
  return new SharePointError(404, '-2147024894, System.IO.FileNotFoundException', 'File Not Found.');
}

/** Recorded: exemplar "err-list-duplicate". */
export function duplicateList(): SharePointError {
  return new SharePointError(500, `-2130575342, ${exception}`,
    'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.');
}

/** Code and status measured by shauneccles/dbml-sharepoint: what `getbyinternalnameortitle` says of a column that is not there. */
export function fieldNotFound(name: string): SharePointError {
  return new SharePointError(400, '-2147024809, System.ArgumentException', `Column '${name}' does not exist. It may have been deleted by another user.`);
}

/** Text remembered. */
export function duplicateField(name: string): SharePointError {
  return new SharePointError(500, `-2130575214, ${exception}`, `A duplicate field name "${name}" was found.`);
}

/** Text remembered. */
export function fieldCannotBeIndexed(title: string): SharePointError {
  return new SharePointError(500, `-2130575113, ${exception}`, `The column "${title}" cannot be indexed: its type does not allow it.`);
}

/** Text remembered; which types can be unique is documented. */
export function fieldCannotBeUnique(title: string): SharePointError {
  return new SharePointError(500, `-2130575169, ${exception}`, `The column "${title}" cannot enforce unique values: its type does not allow it.`);
}

/** Text remembered from SharePoint's answer to a column of a type that nobody has installed. */
export function fieldTypeNotInstalled(type: string): SharePointError {
  return new SharePointError(500, `-2130575340, ${exception}`, `Field type ${type} is not installed properly. Go to the list settings page to delete this field.`);
}

/** Text remembered; the limit of 20 is documented. */
export function tooManyIndexes(): SharePointError {
  return new SharePointError(500, `-2130575120, ${exception}`, 'This list already has the maximum number of indices, 20. Remove an index before adding another.');
}

/** Text remembered: values that are there already are not unique. */
export function notUnique(title: string): SharePointError {
  return new SharePointError(500, `-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException`, `Cannot enforce unique values in the column "${title}": the list has duplicate values in it.`);
}

/** Text remembered: unique values need an index. */
export function uniqueNeedsIndex(title: string): SharePointError {
  return new SharePointError(500, `-2130575170, ${exception}`, `The column "${title}" must be indexed before its values can be enforced to be unique.`);
}

/** Text remembered: a lookup that cascades or restricts deletion needs an index. */
export function relationshipNeedsIndex(): SharePointError {
  return new SharePointError(500, `-2146232832, ${exception}`, 'This column must be indexed to enforce relationship behavior. Please index this column.');
}

/** Documented: not for site columns, for lookups of several values, or for columns that a lookup brings along. The text is remembered. */
export function relationshipNotAllowed(): SharePointError {
  return new SharePointError(500, `-2146232832, ${exception}`, 'Relationship behavior cannot be enforced for this column.');
}

/** Text remembered: deletion that a relationship restricts. */
export function relatedItemExists(referrer: string, target: string): SharePointError {
  return new SharePointError(500, `-2147467259, ${exception}`, `This item cannot be deleted because an item in the "${referrer}" list is related to an item in the "${target}" list.`);
}

/** Documented: changes can only be appended in lists that keep versions. The text is remembered. */
export function appendNeedsVersions(): SharePointError {
  return new SharePointError(500, `-2146232832, ${exception}`, 'You must first turn on versions in this list before allowing append changes to existing text.');
}

/** Text remembered: a column that is sealed, or that may not be deleted. */
export function fieldSealed(): SharePointError {
  return new SharePointError(500, `-2130575207, ${exception}`, 'The column cannot be deleted because it is sealed or is marked as not allowing deletion.');
}

export function fieldCannotBeDeleted(): SharePointError {
  return new SharePointError(500, `-2130575208, ${exception}`, 'The field cannot be deleted because it is a field of the base type.');
}

/** Text remembered. */
export function viewNotFound(): SharePointError {
  return new SharePointError(404, '-2147024809, System.ArgumentException', 'The specified view is invalid.');
}

/** Quoted in OneDrive/onedrive-api-docs#1510 and SharePoint/sp-dev-docs#6826. */
export function listViewThreshold(): SharePointError {
  return new SharePointError(500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException',
    'The attempted operation is prohibited because it exceeds the list view threshold.');
}

/** Reported by SharePoint's users, in both directions; status and text are chosen. A refused value would tell that somebody else has it. */
export function uniqueNeedsReadAll(): SharePointError {
  return new SharePointError(400, '-2130575168, Microsoft.SharePoint.SPException', 'This list cannot have columns with unique values while people read only the items that they created.');
}
