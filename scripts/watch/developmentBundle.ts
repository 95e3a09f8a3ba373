import { resolve } from 'node:path';
import { context, type BuildContext, type Plugin } from 'esbuild';
import { checkStrings } from './checkStrings.ts';
import { styleModules } from './styleModules.ts';

/** What a development bundle is made of. */
export interface BundleSource {
  /** The class of each web part, and the name under which the bundle exports it. */
  readonly components: readonly { readonly entrypoint: string; readonly exportName: string }[];
  /** Modules that the page provides, by the names in the manifests: SPFx, React, the strings. */
  readonly provided: readonly string[];
  /** Scripts that are not in the bundle but go with it: the strings. */
  readonly others: readonly string[];
}

/**
 * The web parts as one AMD script for development: bundled in a fraction of a second, in one piece, readable in the browser's debugger. The
 * ship build (webpack through gulp) stays what is released and tested. `onBuilt` gets each new script, `onFailed` what is wrong in the source.
 */
export async function watchBundle({ components, provided, others }: BundleSource, onBuilt: (script: string) => void, onFailed: (messages: readonly string[]) => void): Promise<BuildContext> {
  const report: Plugin = {
    name: 'report',
    setup: (build) => build.onEnd(({ errors, outputFiles = [] }) => {
      const wrong = [...errors.map(({ text, location }) => location ? `${location.file}:${location.line}: ${text}` : text), ...checkStrings(others)];
      if (wrong.length > 0) return onFailed(wrong);
      const [script = '', style = ''] = ['.js', '.css'].map((ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text);
      onBuilt(amd(provided, script, style));
    }),
  };
  const bundle = await context({
    stdin: { contents: components.map(({ entrypoint, exportName }) => `export { default as ${exportName} } from '${entrypoint}';`).join('\n'), resolveDir: process.cwd(), sourcefile: 'development-bundle.ts' },
    bundle: true, write: false, outdir: 'dist', format: 'cjs', platform: 'browser', target: 'es2020', sourcemap: 'inline', logLevel: 'silent', plugins: [fromThePage(provided, others), styleModules, report],
  });
  await bundle.watch({ delay: 50 });
  return bundle;
}

function fromThePage(provided: readonly string[], others: readonly string[]): Plugin {
  return {
    name: 'from the page',
    setup: (build) => build.onResolve({ filter: /^[@\w]/ }, ({ path }) => provided.includes(path) ? { path, external: true, watchFiles: others.map((file) => resolve(file)) } : undefined),
  };
}

/** `define([…], function)`, with the style sheet put into the page. */
function amd(needs: readonly string[], script: string, style: string): string {
  const names = needs.map((_, at) => `need${at}`);
  return `define(${JSON.stringify(needs)},function(${names.join(',')}){var module={exports:{}},exports=module.exports;`
    + `function require(name){return {${needs.map((need, at) => `${JSON.stringify(need)}:need${at}`).join(',')}}[name]}`
    + `var style=document.createElement('style');style.textContent=${JSON.stringify(style)};document.head.appendChild(style);\n${script}\nreturn module.exports;});`;
}
