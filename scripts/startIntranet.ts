import { parseArgs } from 'node:util';
import { onStop } from '../local-sharepoint/onStop.ts';
import { PortInUse, startSharePoint, type RunningSharePoint } from '../local-sharepoint/startSharePoint.ts';
import { DataUnusable } from '../local-sharepoint/storage/dataUnusable.ts';
import { buildPackage, BuildFailed, packageFile, packageIsOutdated } from './build.ts';
import { portIsFree } from './portIsFree.ts';
import { Progress } from './progress.ts';
import { addSampleContent } from './sampleContent/addSampleContent.ts';
import { hasSampleContent, rememberSampleContent, usualDataFolder } from './sampleContent/dataFolder.ts';

/**
 * Builds what is missing, starts the local SharePoint with the package and sample content, and says where the page is. `command` is how the
 * person started it; `whenReady`, for development, is called before that, and open pages reload when it installs a package. Says what is wrong and ends the program when it cannot be done.
 */
export async function startIntranet(command: string, whenReady?: (sharePoint: RunningSharePoint, data: string) => Promise<void>): Promise<void> {
  try {
    const { port, data } = optionsGiven();
    if (!await portIsFree(port)) throw new PortInUse(port);
    if (packageIsOutdated()) {
      console.log('Building the package (about 15 seconds; only when something changed)…');
      await buildPackage((step) => console.log(`  ${step}`));
    }
    const sharePoint = await startSharePoint({ port, data, packages: [packageFile], sites: [], empty: false, reloads: whenReady !== undefined });
    onStop(() => {
      console.log('\nStopping…');
      void sharePoint.stop().then(() => process.exit(0));
    });
    const site = `${sharePoint.url}/sites/intranet`;
    if (!hasSampleContent(data)) {
      console.log('Adding sample conversations…');
      await addSampleContent(site, new Progress(process.stderr));
      rememberSampleContent(data);
    }
    await whenReady?.(sharePoint, data);
    console.log(`\nThe page is ready: ${site}\n\nThe account menu at the top right lets you act as somebody else.\nWhat is written stays in ${data}/ until "npm run reset". Ctrl-C stops.`);
  } catch (failure) {
    say(failure, command);
    process.exit(1);
  }
}

function optionsGiven(): { port: number; data: string } {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' }, data: { type: 'string', default: usualDataFolder } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`--port must be a number from 0 to 65535, not "${values.port}".`);
  return { port, data: values.data };
}

function say(failure: unknown, command: string): void {
  if (failure instanceof BuildFailed) console.error(`${failure.output}\n${failure.message}`);
  else if (failure instanceof PortInUse) console.error(failure.message.replace('--port', `${command} -- --port`));
  else if (failure instanceof DataUnusable) console.error(`${failure.message}\n("npm run reset" forgets the data and begins anew.)`);
  else if (failure instanceof TypeError) console.error(`${failure.message}\nUse: ${command} -- [--port N] [--data DIR]`);
  else console.error(failure);
}
