import { after } from 'node:test';
import { startLocalSharePoint, type LocalSharePoint } from './localSharePoint.ts';

/** One for all tests of a file, to be awaited above them; it is stopped after the last. */
export async function localSharePointForAll(...args: readonly string[]): Promise<LocalSharePoint> {
  const started = await startLocalSharePoint(...args);
  after(() => started.stop());
  return started;
}
