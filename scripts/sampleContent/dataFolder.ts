import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm start` keeps its SharePoint unless told otherwise. */
export const usualDataFolder = '.local-sharepoint';

/** Whether the sample content was added completely: it is added once, so that what somebody deleted stays deleted. */
export function hasSampleContent(folder: string): boolean {
  return existsSync(markerIn(folder));
}

export function rememberSampleContent(folder: string): void {
  writeFileSync(markerIn(folder), `${new Date().toISOString()}\n`);
}

function markerIn(folder: string): string {
  return join(folder, 'sample-content-added');
}
