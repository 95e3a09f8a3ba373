import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { graphClient, host, hostNeeds, notOnNpm, propertyPane, runtimeVersion } from './runtimeComponents.ts';

/** The page's own AMD modules: file, id as the loader asks for it, and what it needs. */
const modules: Readonly<Record<string, { readonly entry: string; readonly id: string; readonly needs: readonly string[] }>> = {
  page: { entry: 'pageApplication.ts', id: `${host}_1.0.0`, needs: Object.keys(hostNeeds) },
  'sp-property-pane': { entry: 'pane/propertyPaneLibrary.ts', id: `${propertyPane}_${runtimeVersion}`, needs: [] },
  ...Object.fromEntries([...notOnNpm, graphClient].map(({ id, version, name }) => [name, { entry: `${name}.ts`, id: `${id}_${version}`, needs: [] }])),
};

const built = new Map<string, Promise<string>>();

/** One of the page's own scripts, bundled when it is first asked for; undefined for a name that is none. */
export async function pageScript(name: string): Promise<string | undefined> {
  const found = Object.hasOwn(modules, name) ? modules[name] : undefined;
  if (!found) return undefined;
  let script = built.get(name);
  if (!script) built.set(name, (script = bundle(found)));
  return script;
}

/** As the loader takes it: `define(id, needs, function)`. */
async function bundle({ entry, id, needs }: (typeof modules)[string]): Promise<string> {
  const names = needs.map((_, at) => `need${at}`);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`client/${entry}`, import.meta.url))], bundle: true, write: false, format: 'cjs', platform: 'browser', target: 'es2020', external: [...needs],
    loader: { '.css': 'text' }, logLevel: 'error',
    banner: { js: `define(${JSON.stringify(id)},${JSON.stringify(needs)},function(${names.join(',')}){var module={exports:{}},exports=module.exports;function require(n){return {${needs.map((need, at) => `${JSON.stringify(need)}:need${at}`).join(',')}}[n]}` },
    footer: { js: 'return module.exports;});' },
  });
  return outputFiles[0]?.text ?? '';
}
