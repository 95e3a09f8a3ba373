import { basename } from 'node:path';
import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { clockOf } from '../model/clock.ts';
import { all, change } from '../storage/prepared.ts';
import { BadPackage, readPackage, type AppPackage, type PackagedComponent } from './readPackage.ts';

/** A package of the catalogue; its assets are served under `/sites/appcatalog/ClientSideAssets/<file>/`. */
export interface InstalledPackage extends AppPackage {
  readonly file: string;
}

const read = new WeakMap<DatabaseSync, readonly InstalledPackage[]>();

/** Installs `.sppkg` files for every site, as an app catalogue does; one of the same file name is replaced. */
export function installPackages(database: DatabaseSync, paths: readonly string[]): void {
  for (const path of paths) {
    const bytes = contentOf(path);
    try {
      readPackage(bytes);
    } catch (failure) {
      if (failure instanceof BadPackage) throw new BadPackage(`${path} cannot be installed. ${failure.message}`);
      throw failure;
    }
    change(database, 'INSERT OR REPLACE INTO app_catalog VALUES (?,?,?)', basename(path), clockOf(database).now().toISOString(), bytes);
  }
  read.delete(database);
}

/** What is installed, in the order of file names. */
export function installedPackages(database: DatabaseSync): readonly InstalledPackage[] {
  let found = read.get(database);
  if (!found) {
    found = all<{ file: string; package: Uint8Array }>(database, 'SELECT file, package FROM app_catalog ORDER BY file')
      .map((row) => ({ file: row.file, ...readPackage(row.package) }));
    read.set(database, found);
  }
  return found;
}

/** A component of an installed package. */
export interface InstalledComponent extends PackagedComponent { readonly packageFile: string }

/**
 * The web parts of every package, and the libraries and extensions that come with them; each manifest's addresses point to the
 * package's own assets under `origin` (`http://127.0.0.1:4321`; empty: server-relative).
 */
export function installedComponents(database: DatabaseSync, origin = ''): InstalledComponent[] {
  return installedPackages(database).flatMap((installed) => installed.components.map((component) => ({
    ...component, packageFile: installed.file, manifest: { ...component.manifest, loaderConfig: withBaseUrl(component.manifest['loaderConfig'], origin + assetsUrl(installed.file)) },
  })));
}

/** Where the assets of a package are served. */
export function assetsUrl(file: string): string {
  return `/sites/appcatalog/ClientSideAssets/${encodeURIComponent(file)}/`;
}

/** What the build leaves in a package that carries its own assets. */
const assetsPlaceholder = /^https:\/\/spclientsideassetlibrary\/?$/i;

/** As the app catalogue does when it deploys: the placeholder becomes the address of the assets. Assets kept elsewhere stay where they are. */
function withBaseUrl(loaderConfig: unknown, url: string): unknown {
  if (typeof loaderConfig !== 'object' || loaderConfig === null || !('internalModuleBaseUrls' in loaderConfig) || !Array.isArray(loaderConfig.internalModuleBaseUrls)) return loaderConfig;
  return { ...loaderConfig, internalModuleBaseUrls: loaderConfig.internalModuleBaseUrls.map((base: unknown) => assetsPlaceholder.test(String(base)) ? url : base) };
}

function contentOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new BadPackage(`${path} cannot be read.`);
  }
}
