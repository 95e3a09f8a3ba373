/** `npm run sharepoint`: a SharePoint for this machine alone. `--help` tells its options. */
import { help, readOptions } from './options.ts';
import { onStop } from './onStop.ts';
import { BadPackage } from './packages/readPackage.ts';
import { PortInUse, startSharePoint } from './startSharePoint.ts';
import { DataUnusable } from './storage/dataUnusable.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(help);
  } else {
    const sharePoint = await startSharePoint(options);
    // Before anybody is told that it runs: who stops it at once stops it in good order.
    onStop(() => { void sharePoint.stop().then(() => process.exit(0)); });
    console.log(`The local SharePoint is ready: ${sharePoint.url}/sites/intranet (Ctrl-C stops it)`);
  }
} catch (failure) {
  if (!(failure instanceof PortInUse || failure instanceof DataUnusable || failure instanceof BadPackage || failure instanceof TypeError)) throw failure;
  console.error(failure instanceof PortInUse || failure instanceof DataUnusable ? failure.message : `${failure.message}\n\n${help}`);
  process.exitCode = 1;
}
