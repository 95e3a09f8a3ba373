import { after } from 'node:test';
import { asSharePoint, tenant } from './contract/tenant/tenant.ts';
import { startLocalSharePoint, type LocalSharePoint } from './localSharePoint.ts';

/** One for all tests of a file, to be awaited above them; it is stopped after the last. On a tenant, that. */
export async function localSharePointForAll(...args: readonly string[]): Promise<LocalSharePoint> {
  if (tenant !== undefined) return asSharePoint(tenant);
  const started = await startLocalSharePoint(...args);
  after(() => started.stop());
  return started;
}
