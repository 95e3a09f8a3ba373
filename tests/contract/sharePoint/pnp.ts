import { spfi, SPBrowser, type SPFI } from '@pnp/sp/presets/all.js';
import './pnpTypes.ts';
import { authorizationOf } from '../tenant/tenant.ts';
import type { LocalSharePoint } from '../../localSharePoint.ts';

/** PnPjs, whole and unchanged, as somebody; who asks is in an `Authorization` header. */
export function pnpOf(sharePoint: LocalSharePoint, email = 'owner', site = sharePoint.site): SPFI {
  return spfi(site).using(SPBrowser({ baseUrl: site }), (instance) => {
    instance.on.auth.replace(async (url: URL, init: RequestInit) => [url, { ...init, headers: { ...init.headers, Authorization: authorizationOf(email === 'owner' ? undefined : email) } }]);
    return instance;
  });
}

/** What PnPjs rejects with: status and SharePoint's words. */
export async function refusedWith(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (failure) {
    const error = failure as { status?: number; message: string };
    return `${error.status ?? ''} ${error.message}`;
  }
  return 'not refused';
}
