/**
 * `npm run size`: what a visitor pays, read from the built package. For each web part alone and for all on one page the bytes that load
 * before first content, raw and gzipped; then each chunk that loads when it is first used. React and SPFx's own libraries are the page's.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';
import { packageFile } from './build.ts';

interface Manifest {
  readonly alias: string;
  readonly loaderConfig: {
    readonly entryModuleId: string;
    readonly scriptResources: Readonly<Record<string, {
      readonly type: string; readonly path?: string | { readonly path: string }; readonly defaultPath?: string | { readonly path: string };
    }>>;
  };
}

const files = unzipSync(readFileSync(process.argv[2] ?? packageFile));
const assets = new Map(Object.entries(files).filter(([name]) => /^ClientSideAssets\/[^/]+\.js$/.test(name)).map(([name, bytes]) => [name.slice(17), bytes]));
/** Chunks that a web part asks for at once: its first content is in them. */
const atOnce: Readonly<Record<string, RegExp>> = { SetupCheckWebPart: /^chunk\.set-up/ };
const first = webPartManifests().map((manifest) => ({ name: manifest.alias, files: [...scriptsOf(manifest), ...[...assets.keys()].filter((name) => atOnce[manifest.alias]?.test(name))] }));
const together = [...new Set(first.flatMap((webPart) => webPart.files))];

row('Before first content', 'raw', 'gzipped');
for (const webPart of first) figures(`  ${webPart.name} alone`, webPart.files);
figures('  all on one page', together);
row('\nWhen first used', '', '');
for (const name of [...assets.keys()].filter((file) => !together.includes(file)).sort()) figures(`  ${name}`, [name]);

/** The manifests inside the package's `WebPart_<id>.xml` files. */
function webPartManifests(): Manifest[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
  return Object.entries(files).filter(([name]) => /\/WebPart_[^/]+\.xml$/.test(name)).map(([, bytes]) => {
    const { Elements } = parser.parse(Buffer.from(bytes).toString('utf8')) as { Elements: { ClientSideComponent: { ComponentManifest: string } } };
    return JSON.parse(Elements.ClientSideComponent.ComponentManifest) as Manifest;
  });
}

/** The package's own scripts that a web part asks for before it can render: its bundle and the strings of one language (the default). */
function scriptsOf({ loaderConfig }: Manifest): string[] {
  return Object.values(loaderConfig.scriptResources).flatMap(({ path, defaultPath }) => {
    const found = path ?? defaultPath;
    const name = typeof found === 'object' ? found.path : found;
    return name !== undefined && assets.has(name) ? [name] : [];
  });
}

function figures(name: string, scripts: readonly string[]): void {
  const bytes = scripts.map((script) => assets.get(script) ?? new Uint8Array());
  row(name, kilobytes(sum(bytes.map((script) => script.length))), kilobytes(sum(bytes.map((script) => gzipSync(script).length))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function row(name: string, raw: string, gzipped: string): void {
  console.log(`${name.padEnd(60)}${raw.padStart(12)}${gzipped.padStart(12)}`);
}
