import { readFileSync } from 'node:fs';
import { context, type BuildContext } from 'esbuild';
import { styleModules } from './styleModules.ts';

/** A web part of the package: where its class is, and the name under which the bundle exports it. */
export interface BundledComponent { readonly entrypoint: string; readonly exportName: string }

/** What the toolchain leaves to the page: SPFx, React and the strings. */
const fromThePage = ['react', 'react-dom', 'SchilStrings', '@microsoft/sp-core-library', '@microsoft/sp-component-base', '@microsoft/sp-property-pane', '@microsoft/sp-webpart-base', '@microsoft/sp-lodash-subset'];

/**
 * The web parts as one AMD script for development: bundled in a fraction of a second, in one piece, readable in the browser's debugger. The
 * ship build (webpack through gulp) stays what is released and tested. `onBuilt` gets each new script, `onFailed` what is wrong in the source.
 */
export async function watchBundle(components: readonly BundledComponent[], onBuilt: (script: string) => void, onFailed: (messages: readonly string[]) => void): Promise<BuildContext> {
  const exports = components.map(({ entrypoint, exportName }) => `export { default as ${exportName} } from '${entrypoint}';`).join('\n');
  const needs = needed(components);
  const bundle = await context({
    stdin: { contents: exports, resolveDir: process.cwd(), sourcefile: 'development-bundle.ts' }, bundle: true, write: false, outdir: 'dist', format: 'cjs', platform: 'browser', target: 'es2020',
    external: [...fromThePage], sourcemap: 'inline', logLevel: 'silent', plugins: [styleModules, {
      name: 'report',
      setup: (build) => build.onEnd(({ errors, outputFiles = [] }) => {
        if (errors.length > 0) return onFailed(errors.map(({ text, location }) => location ? `${location.file}:${location.line}: ${text}` : text));
        const [script = '', style = ''] = ['.js', '.css'].map((ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text);
        onBuilt(amd(needs, script, style));
      }),
    }],
  });
  await bundle.watch({ delay: 50 });
  return bundle;
}

/** The page loads what the manifests name and no more. */
function needed(components: readonly BundledComponent[]): string[] {
  const manifests = components.map(({ entrypoint }) => readFileSync(`${entrypoint.replace(/\.ts$/, '')}.manifest.json`, 'utf8'));
  return manifests.length === 0 ? [] : fromThePage.filter((name) => name !== '@microsoft/sp-lodash-subset');
}

/** `define([…], function)`, with the style sheet put into the page. */
function amd(needs: readonly string[], script: string, style: string): string {
  const names = needs.map((_, at) => `need${at}`);
  return `define(${JSON.stringify(needs)},function(${names.join(',')}){var module={exports:{}},exports=module.exports;`
    + `function require(name){return {${needs.map((need, at) => `${JSON.stringify(need)}:need${at}`).join(',')}}[name]}`
    + `var style=document.createElement('style');style.textContent=${JSON.stringify(style)};document.head.appendChild(style);\n${script}\nreturn module.exports;});`;
}
