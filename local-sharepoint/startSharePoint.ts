import type { DatabaseSync } from 'node:sqlite';
import { clockOf } from './model/clock.ts';
import { setLimits } from './model/limits.ts';
import { installHomePage } from './page/installHomePage.ts';
import { installPackages } from './packages/appCatalog.ts';
import { OpenPages } from './server/openPages.ts';
import { setIndexDelay } from './search/indexing/indexDelay.ts';
import type { QuotaLimits } from './server/quota/limits.ts';
import { SharePointServer } from './server/server.ts';
import { owner } from './people/directory.ts';
import { sessionOf } from './server/session.ts';
import { installSite } from './sites/installSite.ts';
import { dataUnusable } from './storage/dataUnusable.ts';
import { openDatabase } from './storage/openDatabase.ts';

export interface SharePointOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The folder of the database. */
  readonly data: string;
  /** Paths of `.sppkg` files to install. */
  readonly packages: readonly string[];
  /** Server-relative addresses of site collections beside `/sites/intranet`. */
  readonly sites: readonly string[];
  /** Only people, groups and a home page; otherwise a few news pages, too. */
  readonly empty: boolean;
  /** After how many seconds search finds what was written; 0: at once. */
  readonly indexDelay?: number;
  /** Open pages reload when a package is installed: for development. */
  readonly reloads?: boolean;
  /** The list view threshold; 5,000 unless given. */
  readonly threshold?: number;
  /** How much may be asked; no limits unless given. */
  readonly quota?: QuotaLimits;
}

export interface RunningSharePoint {
  /** `http://127.0.0.1:4321` */
  readonly url: string;
  /** Installs packages while it runs; pages opened from then on have them. */
  install(packages: readonly string[]): void;
  /** Ends what is under way and closes the database. */
  stop(): Promise<void>;
}

/** The port is taken by another program. */
export class PortInUse extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use. Stop what uses it, or give another one: --port ${port + 1}`);
  }
}

/** Starts a SharePoint for this machine alone (127.0.0.1). Rejects with `PortInUse`, `DataUnusable`, or `BadPackage` for a file that cannot be installed. */
export async function startSharePoint({ port, data, packages, sites, empty, indexDelay = 0, reloads = false, threshold, quota = {} }: SharePointOptions): Promise<RunningSharePoint> {
  const database = openDatabase(data);
  try {
    if (threshold !== undefined) setLimits(database, { listViewThreshold: threshold });
    setIndexDelay(database, indexDelay);
    installPackages(database, packages);
    for (const url of ['/sites/intranet', ...sites]) {
      const web = installSite(database, url);
      installHomePage(sessionOf(database, web, owner(database, web.webId), () => clockOf(database).now()), empty);
    }
    return await listen(database, port, quota, reloads ? new OpenPages() : undefined);
  } catch (failure) {
    database.close();
    throw dataUnusable(data, failure);
  }
}

function listen(database: DatabaseSync, port: number, quota: QuotaLimits, pages: OpenPages | undefined): Promise<RunningSharePoint> {
  const { http, quotas } = new SharePointServer(database, undefined, pages);
  quotas.set(quota);
  return new Promise((resolve, reject) => {
    http.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error));
    http.listen(port, '127.0.0.1', () => {
      const address = http.address();
      resolve({
        url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
        install: (paths) => {
          installPackages(database, paths);
          pages?.tellInstalled();
        },
        stop: () => new Promise((stopped) => {
          http.close(() => {
            database.close();
            stopped();
          });
          http.closeAllConnections();
        }),
      });
    });
  });
}
