/**
 * `npm run sharepoint -- --port N --data DIR [--empty] [--package FILE.sppkg]... [--site /sites/NAME]... [--index-delay SECONDS]`: a SharePoint for this machine alone.
 */
import { parseArgs } from 'node:util';
import { onStop } from './onStop.ts';
import { BadPackage } from './packages/readPackage.ts';
import { PortInUse, startSharePoint, type SharePointOptions } from './startSharePoint.ts';
import { DataUnusable } from './storage/dataUnusable.ts';

const usage = 'npm run sharepoint -- --port N --data DIR [--empty] [--package FILE.sppkg]... [--site /sites/NAME]... [--index-delay SECONDS]';

function readOptions(): SharePointOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' }, data: { type: 'string', default: '.local-sharepoint' }, empty: { type: 'boolean', default: false },
      package: { type: 'string', multiple: true, default: [] }, site: { type: 'string', multiple: true, default: [] }, 'index-delay': { type: 'string', default: '0' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`--port must be a number from 0 to 65535, not "${values.port}".`);
  const wrong = values.site.find((site) => !/^\/sites\/[\w-]+$/.test(site));
  if (wrong !== undefined) throw new TypeError(`--site must look like /sites/name, not "${wrong}".`);
  const indexDelay = Number(values['index-delay']);
  if (!Number.isInteger(indexDelay) || indexDelay < 0) throw new TypeError(`--index-delay must be a number of seconds, not "${values['index-delay']}".`);
  return { port, data: values.data, packages: values.package, sites: values.site, empty: values.empty, indexDelay };
}

try {
  const sharePoint = await startSharePoint(readOptions());
  // Before anybody is told that it runs: who stops it at once stops it in good order.
  onStop(() => { void sharePoint.stop().then(() => process.exit(0)); });
  console.log(`The local SharePoint is ready: ${sharePoint.url}/sites/intranet (Ctrl-C stops it)`);
} catch (failure) {
  if (!(failure instanceof PortInUse || failure instanceof DataUnusable || failure instanceof BadPackage || failure instanceof TypeError)) throw failure;
  console.error(failure instanceof PortInUse || failure instanceof DataUnusable ? failure.message : `${failure.message}\nUse: ${usage}`);
  process.exitCode = 1;
}
