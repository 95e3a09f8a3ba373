import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The version of `@pnp/sp` that is installed. */
export function version(): string {
  return (JSON.parse(readFileSync(join(resolve(import.meta.dirname, '../../..'), 'node_modules/@pnp/sp/package.json'), 'utf8')) as { version: string }).version;
}
