import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import type { BundleSource } from './developmentBundle.ts';

interface Manifest { readonly id: string; readonly loaderConfig: { readonly exportName?: string; readonly entryModuleId: string; readonly scriptResources: Readonly<Record<string, { readonly path?: string; readonly paths?: Readonly<Record<string, string>> }>> } }

/** The package that was built last, of which development changes the scripts. */
export class DevelopmentPackage {
  readonly #files: Readonly<Record<string, Uint8Array>>;
  readonly #manifests: readonly Manifest[];
  #revision = 0;

  constructor(packageFile: string) {
    this.#files = unzipSync(readFileSync(packageFile));
    this.#manifests = manifestsIn(this.#files);
  }

  /** Where its script comes from: `config/config.json` names the source, the manifests what the page provides. */
  source(): BundleSource {
    const { entryModuleId, scriptResources } = this.#loaderConfig();
    return { components: this.#components(), provided: Object.keys(scriptResources).filter((name) => name !== entryModuleId), others: Object.values(this.#strings()) };
  }

  #components(): BundleSource['components'] {
    const { bundles } = JSON.parse(readFileSync('config/config.json', 'utf8')) as { bundles: Record<string, { components: { entrypoint: string; manifest: string }[] }> };
    return Object.values(bundles).flatMap(({ components }) => components).map(({ entrypoint, manifest }) => {
      const { id } = JSON.parse(readFileSync(manifest, 'utf8')) as { id: string };
      const found = this.#manifests.find((packaged) => packaged.id === id);
      return { entrypoint: entrypoint.replace(/^\.\/lib\//, './src/').replace(/\.js$/, '.ts'), exportName: found?.loaderConfig.exportName ?? 'default' };
    });
  }

  /** The same package with another script and the strings as they stand in `src/`; its scripts get new names, for browsers keep the old ones. */
  withScript(script: string): Uint8Array {
    this.#revision += 1;
    const { entryModuleId, scriptResources } = this.#loaderConfig();
    const replaced = new Map<string, string>([[scriptResources[entryModuleId]?.path ?? missing(), script]]);
    for (const [asset, file] of Object.entries(this.#strings())) replaced.set(asset, readFileSync(file, 'utf8'));
    const renamed = (text: string): string => [...replaced.keys()].reduce((all, name) => all.replaceAll(name, this.#nameOf(name)), text);
    return zipSync(Object.fromEntries(Object.entries(this.#files).map(([name, content]) => {
      const asset = name.slice('ClientSideAssets/'.length);
      const text = replaced.get(asset);
      if (text !== undefined) return [`ClientSideAssets/${this.#nameOf(asset)}`, strToU8(text)];
      return [name, /\.(xml|rels)$/.test(name) ? strToU8(renamed(strFromU8(content))) : content];
    })), { level: 0 });
  }

  /** All web parts are in one bundle, so each manifest names the same scripts. */
  #loaderConfig(): Manifest['loaderConfig'] {
    return this.#manifests[0]?.loaderConfig ?? missing();
  }

  /** The file in `src/` of each asset with strings. */
  #strings(): Record<string, string> {
    const { paths = {} } = this.#loaderConfig().scriptResources['SchilStrings'] ?? {};
    return Object.fromEntries(Object.entries(paths).map(([locale, asset]) => [asset, `src/webparts/loc/${locale.toLowerCase()}.js`]));
  }

  #nameOf(asset: string): string {
    return asset.replace(/(_[0-9a-f]{20,})?\.js$/, `_development-${this.#revision}.js`);
  }
}

function manifestsIn(files: Readonly<Record<string, Uint8Array>>): Manifest[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  return Object.entries(files).filter(([name]) => /\/WebPart_[^/]+\.xml$/.test(name)).map(([, content]) => {
    const { Elements } = parser.parse(strFromU8(content)) as { Elements: { ClientSideComponent: { ComponentManifest: string } } };
    return JSON.parse(Elements.ClientSideComponent.ComponentManifest) as Manifest;
  });
}

function missing(): never {
  throw new Error('The package names no script. Run "npm run build".');
}
