/** `npm start`: builds what is missing, starts the local SharePoint with the package and sample content, and says where the page is. */
import { parseArgs } from 'node:util';
import { PortInUse, startSharePoint } from '../local-sharepoint/startSharePoint.ts';
import { buildPackage, BuildFailed, packageFile, packageIsOutdated } from './build.ts';
import { Progress } from './progress.ts';
import { portIsFree } from './portIsFree.ts';
import { addSampleContent } from './sampleContent/addSampleContent.ts';
import { dataFolder, hasSampleContent, rememberSampleContent } from './sampleContent/dataFolder.ts';

const usage = 'npm start -- [--port N]';

async function start(port: number): Promise<void> {
  if (!await portIsFree(port)) throw new PortInUse(port);
  if (packageIsOutdated()) {
    console.log('Building the package (about 15 seconds; only when something changed)…');
    await buildPackage((step) => console.log(`  ${step}`));
  }
  const sharePoint = await startSharePoint({ port, data: dataFolder, packages: [packageFile], sites: [], empty: false });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping…');
    void sharePoint.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const site = `${sharePoint.url}/sites/intranet`;
  if (!hasSampleContent()) {
    console.log('Adding sample conversations…');
    await addSampleContent(site, new Progress(process.stderr));
    rememberSampleContent();
  }
  console.log(`\nThe page is ready: ${site}\n\nThe account menu at the top right lets you act as somebody else. What is written stays in ${dataFolder}/ until "npm run reset". Ctrl-C stops.`);
}

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`--port must be a number from 0 to 65535, not "${values.port}".`);
  await start(port);
} catch (failure) {
  if (failure instanceof BuildFailed) console.error(`${failure.output}\n${failure.message}`);
  else if (failure instanceof PortInUse) console.error(failure.message.replace('--port', 'npm start -- --port'));
  else if (failure instanceof TypeError) console.error(`${failure.message}\nUse: ${usage}`);
  else throw failure;
  process.exit(1);
}
