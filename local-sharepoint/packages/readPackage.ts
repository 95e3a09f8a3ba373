import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A web part as its package carries it. */
export interface PackagedComponent {
  readonly id: string;
  readonly name: string;
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

/** Reads an `.sppkg`: a zip with the app's manifest, an XML file for each component and the client-side assets. */
export function readPackage(bytes: Uint8Array): AppPackage {
  const files = unzipped(bytes);
  const appManifest = files['AppManifest.xml'];
  if (!appManifest) throw new BadPackage('It holds no AppManifest.xml, so it is not a SharePoint package.');
  const app = (parser.parse(strFromU8(appManifest)) as { App?: { Version?: string; Properties?: { Title?: string } } }).App ?? {};
  const assets = Object.entries(files).filter(([name]) => name.startsWith('ClientSideAssets/') && !name.endsWith('/'))
    .map(([name, content]) => [name.slice('ClientSideAssets/'.length), content] as const);
  const components = Object.entries(files).filter(([name]) => /\/WebPart_[^/]+\.xml$/i.test(name)).flatMap(([, content]) => componentsOf(strFromU8(content)));
  if (components.length === 0) throw new BadPackage('It holds no web part.');
  return { title: app.Properties?.Title ?? 'Untitled', version: app.Version ?? '', components, assets: new Map(assets) };
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    throw new BadPackage('It is not a zip file.');
  }
}

function componentsOf(xml: string): PackagedComponent[] {
  const elements = (parser.parse(xml) as { Elements?: { ClientSideComponent?: { Id?: string; Name?: string; ComponentManifest?: string }[] } }).Elements;
  return (elements?.ClientSideComponent ?? []).map(({ Id: id, Name: name, ComponentManifest: manifest }) => {
    if (!id || !manifest) throw new BadPackage('A component of it has no id or no manifest.');
    return { id: id.toLowerCase(), name: name ?? id, manifest: JSON.parse(manifest) as Record<string, unknown> };
  });
}
