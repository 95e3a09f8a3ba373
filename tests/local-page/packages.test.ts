import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { BadPackage, readPackage } from '../../local-sharepoint/packages/readPackage.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../localSharePoint.ts';
import { allFields, applying, failing, library, samplePackageFiles, writeSamplePackage } from './samplePackage/samplePackage.ts';

describe('a package', () => {
  it('is read with all its components, whatever they are, and its assets', () => {
    const { title, version, components, assets } = readPackage(zipSync(samplePackageFiles()));
    assert.deepEqual([title, version], ['Samples', '1.0.0.0']);
    assert.deepEqual(components.map(({ name, type }) => `${type}: ${name}`), ['WebPart: All fields', 'WebPart: Always fails', 'Extension: Sample extension', 'Library: Sample library', 'WebPart: With Apply']);
    assert.deepEqual([...assets.keys()], ['sample-web-parts.js', 'sample-library.js']);
  });

  const broken: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['is no zip', strToU8('hello'), /not a zip file/],
    ['has no AppManifest.xml', zipSync({ 'readme.txt': strToU8('') }), /no AppManifest\.xml/],
    ['has no component', zipSync({ 'AppManifest.xml': samplePackageFiles()['AppManifest.xml'] ?? strToU8('') }), /no web part and no other client-side component/],
    ['has a component whose manifest cannot be read', zipSync({ ...samplePackageFiles(), 'x/WebPart_1.xml': strToU8('<Elements><ClientSideComponent Id="1" Name="Broken" ComponentManifest="{"/></Elements>') }), /manifest of its component "Broken" cannot be read/],
  ];
  for (const [what, bytes, says] of broken) it(`that ${what} is refused in words`, () => { assert.throws(() => readPackage(bytes), (error: Error) => error instanceof BadPackage && says.test(error.message)); });
});

describe('an installed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packages-'));
  let sharePoint: LocalSharePoint;
  before(async () => { sharePoint = await startLocalSharePoint('--empty', '--package', writeSamplePackage(folder, 'two words.sppkg')); });
  after(async () => {
    await sharePoint.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers the loader with its components, their assets here', async () => {
    const { json } = await sharePoint.ask('web/GetClientSideComponents', { method: 'POST', body: { components: [{ id: allFields.toUpperCase() }, { id: library }] } });
    const found = (json as { value: { Id: string; ComponentType: number; Status: number; Manifest: string }[] }).value;
    assert.deepEqual(found.map(({ Id, ComponentType, Status }) => [Id, ComponentType, Status]), [[allFields, 1, 0], [library, 3, 0]]);
    const { loaderConfig } = JSON.parse(found[1]?.Manifest ?? '{}') as { loaderConfig: { internalModuleBaseUrls: string[] } };
    assert.deepEqual(loaderConfig.internalModuleBaseUrls, [`${sharePoint.url}/sites/appcatalog/ClientSideAssets/two%20words.sppkg/`]);
    const asset = await fetch(`${loaderConfig.internalModuleBaseUrls[0]}sample-library.js`);
    assert.deepEqual([asset.status, asset.headers.get('content-type'), asset.headers.get('x-content-type-options')], [200, 'text/javascript; charset=utf-8', 'nosniff']);
    assert.match(await asset.text(), /^\/\* A library component/);
  });

  it('puts its first web part on a new home page, and none of its other components', async () => {
    const { json } = await sharePoint.ask("web/lists/getbytitle('Site Pages')/items?$select=CanvasContent1");
    const [home] = (json as { value: { CanvasContent1: string }[] }).value;
    assert.ok(home?.CanvasContent1.includes(allFields));
    for (const other of [applying, failing, library]) assert.ok(!home?.CanvasContent1.includes(other));
  });

  it('that cannot be read stops the start, and says which file', async () => {
    const path = join(folder, 'broken.sppkg');
    writeFileSync(path, 'not a package');
    await assert.rejects(startLocalSharePoint('--empty', '--package', path), /ended with 1/);
  });
});
