import { setTimeout as wait } from 'node:timers/promises';
import type { Product } from './product.ts';

export const attempts = 5;

/** Seconds before another attempt. */
export function pauseBefore(attempt: number): number {
  return 2 ** (attempt - 2);
}

/**
 * Does something that may be repeated, again when the connection was lost or SharePoint was busy or stumbled. The product's client has
 * waited as long as `Retry-After` asked already.
 */
export async function patiently<Result>(product: Product, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !mayPass(product, error)) throw error;
      await wait(pauseBefore(attempt + 1) * 1000);
    }
  }
}

function mayPass(product: Product, error: unknown): boolean {
  const { reason } = product.refused(error);
  return reason === 'offline' || reason === 'throttled' || (reason === 'unexpected' && (product.refusalOf(error)?.status ?? 0) >= 500);
}
