/**
 * `npm run sharepoint -- --port N --data DIR [--empty] [--package FILE.sppkg]... [--site /sites/NAME]...`: a SharePoint for this machine alone.
 */
import { parseArgs } from 'node:util';
import { installHomePage } from './page/installHomePage.ts';
import { installPackages } from './packages/appCatalog.ts';
import { BadPackage } from './packages/readPackage.ts';
import { SharePointServer } from './server/server.ts';
import { installSite } from './sites/installSite.ts';
import { openDatabase } from './storage/openDatabase.ts';

const usage = 'npm run sharepoint -- --port N --data DIR [--empty] [--package FILE.sppkg]... [--site /sites/NAME]...';

interface Options { readonly port: number; readonly data: string; readonly packages: readonly string[]; readonly sites: readonly string[] }

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' }, data: { type: 'string', default: '.local-sharepoint' }, empty: { type: 'boolean', default: false },
      package: { type: 'string', multiple: true, default: [] }, site: { type: 'string', multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new TypeError(`--port must be a number from 0 to 65535, not "${values.port}".`);
  const wrong = values.site.find((site) => !/^\/sites\/[\w-]+$/.test(site));
  if (wrong !== undefined) throw new TypeError(`--site must look like /sites/name, not "${wrong}".`);
  return { port, data: values.data, packages: values.package, sites: values.site };
}

function stopWith(message: string): never {
  console.error(message);
  process.exit(1);
}

function start({ port, data, packages, sites }: Options): void {
  const database = openDatabase(data);
  installPackages(database, packages);
  // Without `--empty` nothing more is installed yet: content comes over REST (scripts/start.ts), as from any client.
  for (const url of ['/sites/intranet', ...sites]) installHomePage(database, installSite(database, url));
  const { http } = new SharePointServer(database);
  http.on('error', (error: NodeJS.ErrnoException) => stopWith(error.code === 'EADDRINUSE'
    ? `Port ${port} is in use. Stop what uses it, or give another one: --port ${port + 1}`
    : `The local SharePoint could not start: ${error.message}`));
  http.listen(port, '127.0.0.1', () => {
    const address = http.address();
    const listening = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`The local SharePoint is ready: http://127.0.0.1:${listening}/sites/intranet (Ctrl-C stops it)`);
  });
  const stop = (): void => {
    http.close(() => {
      database.close();
      process.exit(0);
    });
    http.closeAllConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  start(readOptions());
} catch (failure) {
  if (failure instanceof TypeError && 'code' in failure) stopWith(`${failure.message}\nUse: ${usage}`);
  if (failure instanceof BadPackage || failure instanceof TypeError) stopWith(`${failure.message}\nUse: ${usage}`);
  throw failure;
}
