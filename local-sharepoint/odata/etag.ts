import { SharePointError } from '../model/sharePointError.ts';
import type { ResourceRequest } from '../routing/resource.ts';

/** Refuses a change whose `If-Match` is of an older version. `*` and no header match every version (the latter is remembered). */
export function checkEtag({ headers }: Pick<ResourceRequest, 'headers'>, current: string | undefined): void {
  const sent = headers['if-match']?.trim();
  if (sent === undefined || sent === '' || sent === '*' || current === undefined || sent.replace(/^W\//, '') === current) return;
  throw new SharePointError(412, '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The request ETag value '${sent}' does not match the object's ETag value '${current}'.`);
}
