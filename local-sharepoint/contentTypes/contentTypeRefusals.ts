import { SharePointError } from '../model/sharePointError.ts';

const exception = 'Microsoft.SharePoint.SPException';

/** Remembered. */
export function contentTypeNotFound(): SharePointError {
  return new SharePointError(404, '-2147024809, System.ArgumentException', 'The content type does not exist.');
}

/** The sentence is quoted by SharePoint's users; status and code are remembered. */
export function duplicateContentType(name: string): SharePointError {
  return new SharePointError(500, `-2130575183, Microsoft.SharePoint.SPDuplicateContentTypeException`, `A duplicate content type "${name}" was found.`);
}

/** The sentence is quoted by SharePoint's users; status and code are remembered. */
export function contentTypeInUse(): SharePointError {
  return new SharePointError(500, `-2146232832, Microsoft.SharePoint.SPContentTypeInUseException`, 'The content type is in use.');
}

/** The sentence is quoted by SharePoint's users; status and code are remembered. */
export function contentTypeSealed(name: string): SharePointError {
  return new SharePointError(500, `-2146232832, Microsoft.SharePoint.SPContentTypeSealedException`, `The content type "${name}" is sealed.`);
}

/** Remembered. */
export function contentTypeReadOnly(name: string): SharePointError {
  return new SharePointError(500, `-2146232832, Microsoft.SharePoint.SPContentTypeReadOnlyException`, `The content type "${name}" is read only.`);
}

/** Remembered. */
export function lastContentType(): SharePointError {
  return new SharePointError(500, `-2146232832, ${exception}`, 'The content type cannot be deleted: a list has at least one.');
}
