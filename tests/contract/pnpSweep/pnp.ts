import type { LocalSharePoint } from '../../localSharePoint.ts';
import '@pnp/sp/comments/clientside-page.js';
import { pnpOf } from '../sharePoint/pnp.ts';

/** Anything of PnPjs: what its many modules add to one another, its types say only to some resolvers, so here each member may have any. */
export interface Pnp { (...args: readonly unknown[]): Pnp; readonly [member: string]: Pnp }

/** What a call of PnPjs comes to. */
export async function come(call: Pnp): Promise<Pnp> {
  return await (call as unknown as Promise<Pnp>);
}

/** PnPjs, whole and unchanged, as the owner. */
export function pnp(sharePoint: LocalSharePoint, site = sharePoint.site): Pnp {
  return pnpOf(sharePoint, 'owner', site) as unknown as Pnp;
}
