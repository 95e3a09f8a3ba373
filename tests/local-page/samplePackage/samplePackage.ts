import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

export const allFields = '3a1f7c52-0c55-4b1e-9f0a-6d2b8e4c7a11';
export const applying = '3a1f7c52-0c55-4b1e-9f0a-6d2b8e4c7a12';
export const failing = '3a1f7c52-0c55-4b1e-9f0a-6d2b8e4c7a13';
export const library = '3a1f7c52-0c55-4b1e-9f0a-6d2b8e4c7a14';
const extension = '3a1f7c52-0c55-4b1e-9f0a-6d2b8e4c7a15';
const version = '1.0.0';
const runtime = (id: string): object => ({ type: 'component', id, version: '1.23.2' });

/** Where `package-solution` says that the package carries its own assets. */
const assets = { internalModuleBaseUrls: ['HTTPS://SPCLIENTSIDEASSETLIBRARY/'] };

function webPart(id: string, exportName: string, title: string, dutchTitle: string, more: object = {}): Component {
  return {
    id, name: title, type: 'WebPart', manifest: {
      manifestVersion: 2, supportedHosts: ['SharePointWebPart'], supportsThemeVariants: true, ...more,
      preconfiguredEntries: [{ group: { default: 'Samples' }, title: { default: title, 'nl-nl': dutchTitle }, description: { default: `For tests: ${title}` }, properties: { title, link: '/sites/intranet', count: 0 } }],
      loaderConfig: {
        ...assets, entryModuleId: 'sample-web-parts', exportName, scriptResources: {
          'sample-web-parts': { type: 'path', path: 'sample-web-parts.js' }, 'sample-library': { type: 'component', id: library, version },
          '@microsoft/sp-webpart-base': runtime('974a7777-0990-4136-8fa6-95d80114c2e0'), '@microsoft/sp-property-pane': runtime('f9e737b7-f0df-4597-ba8c-3060f82380db'),
          '@microsoft/sp-component-base': runtime('467dc675-7cc5-4709-8aac-78e3b71bd2f6'), '@microsoft/sp-core-library': runtime('7263c7d0-1d6a-45ec-8d85-d4d1d234171b'),
          '@microsoft/sp-loader': runtime('1c6c9123-7aac-41f3-a376-3caea41ed83f'), '@microsoft/sp-page-context': runtime('1c4541f7-5c31-41aa-9fa8-fbc9dc14c0a8'),
          '@microsoft/load-themed-styles': { type: 'component', id: '229b8d08-79f3-438b-8c21-4613fc877abd', version: '0.1.2' },
        },
      },
    },
  };
}

interface Component { readonly id: string; readonly name: string; readonly type: string; readonly manifest: object }

const components: readonly Component[] = [
  webPart(allFields, 'AllFieldsWebPart', 'All fields', 'Alle velden', { supportsFullBleed: true }),
  webPart(applying, 'ApplyWebPart', 'With Apply', 'Met Toepassen'),
  webPart(failing, 'FailingWebPart', 'Always fails', 'Faalt altijd'),
  { id: library, name: 'Sample library', type: 'Library', manifest: { loaderConfig: { ...assets, entryModuleId: 'sample-library', scriptResources: { 'sample-library': { type: 'path', path: 'sample-library.js' } } } } },
  { id: extension, name: 'Sample extension', type: 'Extension', manifest: { extensionType: 'ApplicationCustomizer', loaderConfig: { ...assets, entryModuleId: 'none', scriptResources: { none: { type: 'path', path: 'none.js' } } } } },
];

const feature = '5d2c9a40-6a0e-4d0e-8d53-2f1f3c7b9e21';

/** The files of the package, by their names in the zip: what `package-solution` makes. */
export function samplePackageFiles(): Record<string, Uint8Array> {
  const file = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));
  return {
    'AppManifest.xml': strToU8('<?xml version="1.0" encoding="utf-8"?><App xmlns="http://schemas.microsoft.com/sharepoint/2012/app/manifest" Name="Samples" ProductID="d6f6f1e8-3f0a-4d6e-9c11-8b6f0f3f2a10" Version="1.0.0.0" IsClientSideSolution="true"><Properties><Title>Samples</Title></Properties></App>'),
    ...Object.fromEntries(components.map((component) => [`${feature}/${component.type}_${component.id}.xml`, strToU8(componentXml(component))])),
    [`${feature}/elements.xml`]: strToU8('<Elements xmlns="http://schemas.microsoft.com/sharepoint/"><ListInstance Title="Not for the page"/></Elements>'),
    'ClientSideAssets/sample-web-parts.js': file('sampleWebParts.js'),
    'ClientSideAssets/sample-library.js': file('sampleLibrary.js'),
  };
}

/** Writes the sample package into this folder; answers the path of the `.sppkg`. */
export function writeSamplePackage(folder: string, name = 'sample.sppkg'): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync(samplePackageFiles()));
  return path;
}

function componentXml({ id, name, type, manifest }: Component): string {
  const whole = { id, alias: name.replaceAll(' ', ''), componentType: type, version, ...manifest };
  return `<?xml version="1.0" encoding="utf-8"?><Elements xmlns="http://schemas.microsoft.com/sharepoint/"><ClientSideComponent Name="${name}" Id="${id}" ComponentManifest="${escaped(JSON.stringify(whole))}" Type="${type}"></ClientSideComponent></Elements>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
