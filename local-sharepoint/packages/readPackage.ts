import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A client-side component as its package carries it: a web part, or a library or extension that comes with it. */
export interface PackagedComponent {
  readonly id: string;
  readonly name: string;
  /** The manifest's componentType: `WebPart`, `Library`, `Extension` … */
  readonly type: string;
  /** The SPFx manifest, as it was built. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

export interface AppPackage {
  readonly title: string;
  readonly version: string;
  readonly components: readonly PackagedComponent[];
  /** Files of `ClientSideAssets/`, by their name in it. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** What is wrong with a file that was given as a package. */
export class BadPackage extends Error {}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, isArray: (name) => name === 'ClientSideComponent' });
/** `<feature id>/<componentType>_<component id>.xml`, as `package-solution` names them. */
const componentFile = /^[^/]+\/[a-z]+_[^/]+\.xml$/i;
const assetsFolder = 'ClientSideAssets/';

/** Reads an `.sppkg`: a zip with the app's manifest, an XML file for each component and the client-side assets. */
export function readPackage(bytes: Uint8Array): AppPackage {
  const files = Object.entries(unzipped(bytes));
  const appManifest = files.find(([name]) => name === 'AppManifest.xml')?.[1];
  if (!appManifest) throw new BadPackage('It holds no AppManifest.xml, so it is not a SharePoint package.');
  const app = (parsed(appManifest) as { App?: { Version?: string; Properties?: { Title?: string } } }).App ?? {};
  const assets = files.filter(([name]) => name.startsWith(assetsFolder) && !name.endsWith('/')).map(([name, content]) => [name.slice(assetsFolder.length), content] as const);
  const components = files.filter(([name]) => componentFile.test(name) && !name.startsWith(assetsFolder)).flatMap(([, content]) => componentsOf(content))
    // The order in the zip differs from build to build.
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  if (components.length === 0) throw new BadPackage('It holds no web part and no other client-side component.');
  return { title: app.Properties?.Title ?? 'Untitled', version: app.Version ?? '', components, assets: new Map(assets) };
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    throw new BadPackage('It is not a zip file.');
  }
}

function parsed(xml: Uint8Array): unknown {
  try {
    return parser.parse(strFromU8(xml)) as unknown;
  } catch {
    throw new BadPackage('One of its XML files cannot be read.');
  }
}

/** The components of one file; a file of something else (list instances, custom actions) has none. */
function componentsOf(xml: Uint8Array): PackagedComponent[] {
  const elements = (parsed(xml) as { Elements?: { ClientSideComponent?: { Id?: string; Name?: string; ComponentManifest?: string }[] } }).Elements;
  return (elements?.ClientSideComponent ?? []).map(({ Id: id, Name: name, ComponentManifest: text }) => {
    if (!id || !text) throw new BadPackage('A component of it has no id or no manifest.');
    const manifest = manifestOf(text, name ?? id);
    return { id: id.toLowerCase(), name: name ?? id, type: String(manifest['componentType']), manifest };
  });
}

function manifestOf(text: string, name: string): Record<string, unknown> {
  try {
    const manifest = JSON.parse(text) as unknown;
    if (typeof manifest === 'object' && manifest !== null && 'loaderConfig' in manifest) return manifest as Record<string, unknown>;
  } catch {
    // Said below: what cannot be parsed is no manifest either.
  }
  throw new BadPackage(`The manifest of its component "${name}" cannot be read.`);
}
