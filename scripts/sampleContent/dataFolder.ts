import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `npm start` keeps its SharePoint. */
export const dataFolder = '.local-sharepoint';
const marker = join(dataFolder, 'sample-content-added');

/** Whether the sample conversations were added completely: they are added once, so that what somebody deleted stays deleted. */
export function hasSampleContent(): boolean {
  return existsSync(marker);
}

export function rememberSampleContent(): void {
  writeFileSync(marker, `${new Date().toISOString()}\n`);
}
