import type { DatabaseSync } from 'node:sqlite';
import type { Site } from '../sites/site.ts';

/** Placeholder until pages are here. */
export function installHomePage(_database: DatabaseSync, _site: Site): void {
}
