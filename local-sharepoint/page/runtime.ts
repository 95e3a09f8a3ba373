import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { host, notOnNpm, propertyPane, react, reactDom, runtimeVersion } from './runtimeComponents.ts';

/** A component's manifest, as far as the page reads it. */
export interface Manifest { readonly id: string; readonly version: string; readonly alias?: string; loaderConfig: Record<string, unknown>; readonly [name: string]: unknown }

const require = createRequire(import.meta.url);
/** Where npm put the SPFx packages; they are served from there, never copied (their licence). */
export const packagesFolder = dirname(dirname(require.resolve('@microsoft/sp-loader/package.json')));

let manifests: readonly Manifest[] | undefined;

/** The manifests of the real runtime, of React, and of the page's own components. Addresses are relative to `origin`. */
export function runtimeManifests(origin: string): Manifest[] {
  manifests ??= [...published(), ...contained.map(([id, version, name]) => library(id, version, name, `_local/page/never/${name}`)), ...ours()];
  return manifests.map((manifest) => ({
    ...manifest, loaderConfig: { ...manifest.loaderConfig, internalModuleBaseUrls: (manifest.loaderConfig['internalModuleBaseUrls'] as string[]).map((url) => `${origin}/${url}`) },
  }));
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

/** Contained in the loader assembly: a manifest is enough, the script is never fetched. */
const contained: readonly (readonly [string, string, string])[] = [
  ['01c4df03-e775-48cb-aa14-171ee5199a15', '2.3.1', 'tslib'], ['229b8d08-79f3-438b-8c21-4613fc877abd', '0.1.2', 'load-themed-styles'],
  ['2e09fb9b-13bb-48f2-859f-97d6fff71176', '1.5.82', 'odsp-core-bundle'], ['8217e442-8ed3-41fd-957d-b112e841286a', '0.35.145', 'sp-telemetry'],
];

function ours(): Manifest[] {
  const component = (id: string, version: string): object => ({ type: 'component', id, version });
  return [
    library(react.id, react.version, 'react', '_local/page/react'), library(reactDom.id, reactDom.version, 'react-dom', '_local/page/react-dom', { react: component(react.id, react.version) }),
    library(propertyPane, runtimeVersion, 'sp-property-pane', '_local/page/sp-property-pane'),
    ...notOnNpm.map(({ id, version, name }) => library(id, version, name, `_local/page/${name}`)),
    library(host, '1.0.0', 'page', '_local/page/page', {
      '@microsoft/sp-core-library': component('7263c7d0-1d6a-45ec-8d85-d4d1d234171b', runtimeVersion), '@microsoft/sp-loader': component('1c6c9123-7aac-41f3-a376-3caea41ed83f', runtimeVersion),
      '@microsoft/sp-webpart-base': component('974a7777-0990-4136-8fa6-95d80114c2e0', runtimeVersion), '@microsoft/sp-component-base': component('467dc675-7cc5-4709-8aac-78e3b71bd2f6', runtimeVersion),
      '@microsoft/sp-property-pane': component(propertyPane, runtimeVersion),
    }),
  ];
}

function library(id: string, version: string, name: string, path: string, components: Readonly<Record<string, object>> = {}): Manifest {
  return {
    id, version, alias: name, componentType: 'Library', manifestVersion: 2, isInternal: true,
    loaderConfig: { internalModuleBaseUrls: [''], entryModuleId: name, scriptResources: { [name]: { type: 'path', path }, ...components } },
  };
}

/** A script of the runtime: `sp-loader/sp-loader-assembly_default.js`. Undefined when npm has none of that name. */
export function runtimeFile(path: string): Buffer | undefined {
  const [name = '', ...rest] = path.split('/');
  if (!/^sp-[a-z-]+$/.test(name) || rest.some((part) => part === '..' || part === '')) return undefined;
  const file = join(packagesFolder, name, 'dist', ...rest);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** The UMD build of React or React DOM. */
export function reactFile(name: 'react' | 'react-dom'): Buffer {
  return readFileSync(join(dirname(require.resolve(`${name}/package.json`)), 'umd', `${basename(name)}.production.min.js`));
}
