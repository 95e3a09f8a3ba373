import { SharePointError } from '../model/sharePointError.ts';
import type { ResourceRequest } from '../routing/resource.ts';

/**
 * Refuses a change whose `If-Match` is of an older version. `*` matches every version. Beside the whole tag its version alone is taken, as clients of
 * on-premises SharePoint send it (remembered).
 */
export function checkEtag({ headers }: Pick<ResourceRequest, 'headers'>, current: string | undefined): void {
  const sent = headers['if-match']?.trim();
  if (sent === undefined || sent === '' || current === undefined) return;
  const version = /(\d+)"$/.exec(current)?.[1];
  const matches = sent.split(/,\s*(?=W\/|")/).map((tag) => tag.replace(/^W\//, '')).some((tag) => tag === '*' || tag === current || tag === `"${version}"`);
  if (!matches) throw stale(sent, current);
}

/** For changes that SharePoint refuses without the header: MERGE, PUT and PATCH of list items (quoted by users; that DELETE does without is remembered). */
export function demandEtag(request: Pick<ResourceRequest, 'headers'>, current: string): void {
  const sent = request.headers['if-match']?.trim() ?? '';
  if (sent === '') throw stale('', current);
  checkEtag(request, current);
}

/** Quoted in pnp/sp-dev-fx-controls-react#1509. */
function stale(sent: string, current: string): SharePointError {
  return new SharePointError(412, '-1, Microsoft.SharePoint.Client.ClientServiceException', `The request ETag value '${sent}' does not match the object's ETag value '${current}'.`);
}
