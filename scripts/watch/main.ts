/** `npm run watch`: like `npm start`, and a saved source file is on the open page within a second or two. What is shipped is built by `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../build.ts';
import { startIntranet } from '../startIntranet.ts';
import { watchBundle } from './developmentBundle.ts';
import { DevelopmentPackage } from './developmentPackage.ts';

await startIntranet('npm run watch', async (sharePoint, data) => {
  const development = new DevelopmentPackage(packageFile);
  const file = join(data, 'development', packageFile.split('/').pop() ?? '');
  mkdirSync(join(data, 'development'), { recursive: true });
  await watchBundle(development.source(), (script) => {
    writeFileSync(file, development.withScript(script));
    sharePoint.install([file]);
    console.log(`${new Date().toLocaleTimeString('en-GB')}  The page has your change.`);
  }, (messages) => console.error(`${messages.join('\n')}\nThe page keeps the last version that could be built.`));
  console.log('Watching src/. Open pages reload by themselves; for a new web part or manifest run "npm run build" and start again.');
});
