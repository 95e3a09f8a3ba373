/** `npm run reset`: forgets what `npm start` keeps; the next start begins anew. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { portIsFree } from './portIsFree.ts';
import { usualDataFolder } from './sampleContent/dataFolder.ts';

const { values: { port, data } } = parseArgs({ options: { port: { type: 'string', default: '4321' }, data: { type: 'string', default: usualDataFolder } } });
if (!existsSync(data)) {
  console.log('There is nothing to reset.');
} else if (!existsSync(join(data, 'sharepoint.db'))) {
  console.error(`"${data}" is not a folder of the local SharePoint: there is no sharepoint.db in it. Nothing was deleted. Give the folder that "npm start" keeps its data in.`);
  process.exitCode = 1;
} else if (!await portIsFree(Number(port))) {
  console.error(`Something is running on port ${port}, perhaps "npm start". Stop it with Ctrl-C first, then run "npm run reset" again.`);
  process.exitCode = 1;
} else {
  rmSync(data, { recursive: true });
  console.log('Done: the next "npm start" begins anew.');
}
