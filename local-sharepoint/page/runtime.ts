import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { contained, graphClient, host, hostNeeds, notOnNpm, propertyPane, react, reactDom, runtimeVersion, type RuntimeComponent } from './runtimeComponents.ts';

/** A component's manifest, as far as the page reads it. */
export interface Manifest { readonly id: string; readonly version: string; readonly alias?: string; loaderConfig: Record<string, unknown>; readonly [name: string]: unknown }

const require = createRequire(import.meta.url);
/** Where npm put the SPFx packages; they are served from there, never copied (their licence). */
export const packagesFolder = dirname(dirname(require.resolve('@microsoft/sp-loader/package.json')));

let manifests: readonly Manifest[] | undefined;

/** The manifests of the real runtime, of React, and of the page's own components. Addresses are relative to `origin`. */
export function runtimeManifests(origin: string): Manifest[] {
  manifests ??= [...published(), ...contained.map((component) => library(component, `_local/page/never/${component.name}`)), ...ours()];
  return manifests.map((manifest) => ({
    ...manifest, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: (manifest.loaderConfig['internalModuleBaseUrls'] as string[]).map((url) => `${origin}/${url}`) },
  }));
}

/**
 * A package's manifest on this runtime: packages built for SPFx before 1.16 ask for React 16, which SharePoint has beside today's and this page
 * has not; they get today's, which can do all that theirs could.
 */
export function onThisRuntime(manifest: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const config = manifest['loaderConfig'] as { readonly scriptResources?: Readonly<Record<string, { readonly id?: string }>> } | undefined;
  const resources = Object.entries(config?.scriptResources ?? {}).map(([name, resource]) => {
    const ours = [react, reactDom].find(({ id }) => id === resource.id);
    return [name, ours === undefined ? resource : { ...resource, version: ours.version }] as const;
  });
  return { ...manifest, loaderConfig: { ...config, scriptResources: Object.fromEntries(resources) } };
}

/** What npm has: `dist/*.manifest.json` of each sp- package. */
function published(): Manifest[] {
  return globSync('sp-*/dist/*.manifest.json', { cwd: packagesFolder }).flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(packagesFolder, file), 'utf8')) as Manifest & { rootComponentId?: string };
    if (manifest.rootComponentId !== undefined || manifest.id === host || manifest.id === propertyPane) return [];
    const name = dirname(dirname(file));
    return [{ ...manifest, isInternal: true, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: [`_local/spfx/${name}/`] } }];
  });
}

function ours(): Manifest[] {
  const component = ({ id, version }: { id: string; version: string }): object => ({ type: 'component', id, version });
  return [
    library(react, '_local/page/react'), library(reactDom, '_local/page/react-dom', { react: component(react) }),
    library(graphClient, `_local/page/${graphClient.name}`),
    library({ id: propertyPane, version: runtimeVersion, name: 'sp-property-pane' }, '_local/page/sp-property-pane'),
    ...notOnNpm.map((stand) => library(stand, `_local/page/${stand.name}`)),
    library({ id: host, version: '1.0.0', name: 'page' }, '_local/page/page', Object.fromEntries(Object.entries(hostNeeds).map(([name, need]) => [name, component(need)]))),
  ];
}

function library({ id, version, name }: RuntimeComponent, path: string, components: Readonly<Record<string, object>> = {}): Manifest {
  return {
    id, version, alias: name, componentType: 'Library', manifestVersion: 2, isInternal: true,
    loaderConfig: { internalModuleBaseUrls: [''], entryModuleId: name, scriptResources: { [name]: { type: 'path', path }, ...components } },
  };
}

/**
 * A script of the runtime: `sp-loader/sp-loader-assembly_default.js`. Undefined when npm has none of that name. The loader assembly
 * contains other packages (sp-http-base …) and asks for their chunks beside itself: a chunk, whose name holds the hash of its content, is
 * taken from the package that has it.
 */
export function runtimeFile(path: string): Buffer | undefined {
  const [, name, file] = /^(sp-[a-z-]+)\/([\w.-]+\.js)$/.exec(path) ?? [];
  if (name === undefined || file === undefined) return undefined;
  const own = join(packagesFolder, name, 'dist', file);
  const found = existsSync(own) ? own : file.startsWith('chunk.') ? chunkFile(file) : undefined;
  return found === undefined ? undefined : readFileSync(found);
}

function chunkFile(file: string): string | undefined {
  const [found] = globSync(`sp-*/dist/${file}`, { cwd: packagesFolder });
  return found && join(packagesFolder, found);
}

/** The UMD build of React or React DOM. */
export function reactFile(name: 'react' | 'react-dom'): Buffer {
  return readFileSync(join(dirname(require.resolve(`${name}/package.json`)), 'umd', `${basename(name)}.production.min.js`));
}
