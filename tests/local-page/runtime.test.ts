import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigurableOptionsController } from '../../local-sharepoint/page/client/pane/paneController.ts';
import { fieldTypes } from '../../local-sharepoint/page/client/pane/paneData.ts';
import { onThisRuntime, packagesFolder, runtimeFile, runtimeManifests } from '../../local-sharepoint/page/runtime.ts';
import { contained, graphClient, host, notOnNpm, propertyPane, react, reactDom, runtimeVersion } from '../../local-sharepoint/page/runtimeComponents.ts';
import { startPageSuite, type PageSuite, type SitePage } from './sitePage.ts';

/*
 * Every member of SPFx that the page rests on, by name. When SPFx is raised, what fails here is what moved; docs/local-page.md tells what each
 * member is for and where the page uses it.
 */
const npm = (path: string): string => readFileSync(join(packagesFolder, path), 'utf8');
const assembly = npm('sp-loader/dist/sp-loader-assembly_en-us.js');

describe('the SPFx runtime on npm', () => {
  it('has the version that the page is made for', () => {
    for (const file of globSync('sp-*/dist/*.manifest.json', { cwd: packagesFolder })) {
      const { version, rootComponentId } = JSON.parse(npm(file)) as { version: string; rootComponentId?: string };
      if (rootComponentId === undefined) assert.equal(version, runtimeVersion, file);
    }
  });

  it('asks for no component that the page does not have, in that version', () => {
    const manifests = runtimeManifests('http://127.0.0.1');
    const known = new Set(manifests.map(({ id, version }) => `${id} ${version}`));
    for (const { alias, loaderConfig } of manifests) {
      for (const [name, resource] of Object.entries(loaderConfig['scriptResources'] as Record<string, { type: string; id?: string; version?: string }>)) {
        if (resource.type === 'component') assert.ok(known.has(`${resource.id} ${resource.version}`), `${alias} asks for ${name} ${resource.id} ${resource.version}`);
      }
    }
    assert.equal(new Set(manifests.map(({ id }) => id)).size, manifests.length, 'no component is there twice');
  });

  it('contains in the loader assembly what is registered as contained', () => {
    for (const { id, version, name } of contained) assert.ok(assembly.includes(`['${id}', '${version}', `), name);
  });

  it('loads the application base by its id, and navigates with it', () => {
    for (const text of [host, '._Navigator(', '.navigateToApplication(']) assert.ok(assembly.includes(text), text);
    assert.match(assembly, /_isTelemetryDisabled/);
    assert.ok(assembly.includes('GetClientSideComponents'));
  });

  it('has the chunks of all packages beside the assembly, which contains several of them', () => {
    const chunks = globSync('sp-*/dist/chunk.*.js', { cwd: packagesFolder }).map((file) => basename(file));
    assert.ok(chunks.some((chunk) => chunk.startsWith('chunk.SPRequestRateMonitor_')));
    for (const chunk of chunks) assert.ok(runtimeFile(`sp-loader/${chunk}`), chunk);
    assert.equal(runtimeFile('sp-loader/chunk.none_none_0.js'), undefined);
  });

  it('imports from what is not on npm only what the page\'s stand-ins have', async () => {
    const imported = new Map<string, Set<string>>();
    for (const file of globSync('{sp-webpart-base,sp-component-base}/lib/**/*.js', { cwd: packagesFolder })) {
      for (const [, members = '', name = ''] of npm(file).matchAll(/import \{([^}]*)\} from '@msinternal\/([\w-]+)'/g)) {
        const found = imported.get(name) ?? new Set();
        for (const member of members.split(',')) found.add(member.trim().split(' as ')[0] ?? '');
        imported.set(name, found);
      }
    }
    for (const { name } of notOnNpm) {
      const standIn = await import(`../../local-sharepoint/page/client/${name}.ts`) as Record<string, unknown>;
      const wanted = [...imported.get(name) ?? []];
      assert.ok(wanted.length > 0, `nothing asks for ${name} any more`);
      for (const member of wanted) assert.ok(member in standIn, `${name} has no ${member}`);
    }
  });

  it('finds the property pane by its id, and calls of it what the page\'s own has', () => {
    assert.ok(npm('sp-webpart-base/lib/PropertyPaneLoader.js').includes(`'${propertyPane}'`));
    assert.ok(npm('sp-webpart-base/lib/PropertyPaneLoader.js').includes('new propertyPane._ConfigurableOptionsController()'));
    const called = new Set([...npm('sp-webpart-base/lib/core/ClientSideWebPartManager.js').matchAll(/this\._propertyPane\.(\w+)/g)].map(([, name]) => name));
    for (const name of called) assert.ok(name !== undefined && name in ConfigurableOptionsController.prototype, name);
    assert.ok(npm('sp-webpart-base/lib/common/constants.js').includes("'Property pane toggled'"));
  });

  it('counts the kinds of field as the pane does', () => {
    const declared = npm('sp-property-pane/lib/propertyPaneFields/propertyPaneField/IPropertyPaneField.d.ts');
    for (const [name, number] of Object.entries(fieldTypes)) assert.match(declared, new RegExp(`^\\s*${name} = ${number},?$`, 'im'), name);
    const library = readFileSync(new URL('../../local-sharepoint/page/client/pane/propertyPaneFields.ts', import.meta.url), 'utf8');
    const published = [...npm('sp-property-pane/lib/index.js').matchAll(/export \{ ([^}]*) \}/g)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim().split(' as ').pop() ?? '')).filter((name) => !name.startsWith('_'));
    for (const name of published) assert.match(library, new RegExp(`\\b${name}\\b`), `${name} can be imported by web parts`);
  });

  it('loads the client of Microsoft Graph by its id, in the version that npm has', () => {
    const msgraph = globSync('sp-http-msgraph/dist/sp-http-msgraph_default_*.js', { cwd: packagesFolder }).map(npm).join('');
    assert.ok(msgraph.includes(`i:"${graphClient.id}",v:"${graphClient.version}"`));
    assert.equal((JSON.parse(npm('microsoft-graph-client/package.json')) as { version: string }).version, graphClient.version);
  });

  it('gives packages that ask for an older React the one that is here, and leaves the rest of their manifests alone', () => {
    const needs = { other: { type: 'component', id: 'x', version: '1.0.0' }, part: { type: 'path', path: 'part.js' } };
    const manifest = (version: string): Record<string, unknown> => ({ id: 'a', loaderConfig: { entryModuleId: 'part', scriptResources: { react: { type: 'component', id: react.id, version }, ...needs } } });
    assert.deepEqual(onThisRuntime(manifest('16.13.1')), manifest(react.version));
  });

  it('asks for the React that npm has', () => {
    for (const { name, version } of [react, reactDom]) {
      assert.equal((JSON.parse(readFileSync(join(dirname(packagesFolder), name, 'package.json'), 'utf8')) as { version: string }).version, version);
    }
  });
});

/** `base` is what web parts get as @microsoft/sp-webpart-base, and so on. */
const members: readonly (readonly [member: string, kind: 'function' | 'object' | 'number'])[] = [
  ['base._MinimalWebPartHost', 'function'], ['base._ClientSideWebPartManagerFactory.create', 'function'], ['base.BaseClientSideWebPart', 'function'],
  ['base.BaseClientSideWebPart.prototype._getPropertyPaneData', 'function'], ['base.BaseClientSideWebPart.prototype._onPropertyPaneFieldChanged', 'function'],
  ['base.BaseClientSideWebPart.prototype._onPropertyPaneLifeCycleEvent', 'function'],
  ...['loadWebPart', 'setDisplayMode', 'serialize', 'disposeWebparts', 'getWebPartByInstanceId', 'notifyWebPartContainerResize'].map((method) => [`base._ClientSideWebPartManager.prototype.${method}`, 'function'] as const),
  ['components.ThemeProvider', 'function'], ['components.ThemeProvider.serviceKey', 'object'], ['components.ThemeProvider.prototype._setTheme', 'function'],
  ['core.DisplayMode.Read', 'number'], ['core.DisplayMode.Edit', 'number'], ['loader.SPComponentLoader.tryGetManifestById', 'function'], ['styles.loadTheme', 'function'],
  ['pageContext.PageContext.serviceKey', 'object'], ['pageContext.PageContext.prototype.initialize', 'function'], ['pageContext.SharePointPageContextDataProvider._createPageContextData', 'function'],
  ['pane._ConfigurableOptionsController', 'function'],
];

describe('the SPFx runtime in the page', () => {
  let suite: PageSuite;
  let opened: SitePage;
  before(async () => {
    suite = await startPageSuite();
    opened = await suite.open();
    await opened.shown(2);
  });
  after(async () => {
    await opened.close();
    await suite.end();
  });

  for (const [member, kind] of members) {
    it(`has ${member}`, async () => {
      const found = await opened.page.evaluate((path) => {
        const { sampleRuntime } = window as unknown as { sampleRuntime: unknown };
        return typeof path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], sampleRuntime);
      }, member);
      assert.equal(found, kind);
    });
  }

  it('starts the client of Microsoft Graph, which is refused on this machine and reaches no other', async () => {
    const said = await opened.page.evaluate(async ({ id, version }) => {
      interface Loader { readonly SPComponentLoader: { loadComponentById(id: string, version: string): Promise<{ Client: { init(options: object): { api(path: string): { get(): Promise<unknown> } } } }> } }
      const { loader } = (window as unknown as { sampleRuntime: { loader: Loader } }).sampleRuntime;
      const { Client } = await loader.SPComponentLoader.loadComponentById(id, version);
      const graph = Client.init({ baseUrl: `${location.origin}/_local/graph/`, customHosts: new Set([location.hostname]), authProvider: (done: (error: unknown, token: string) => void) => done(null, 'none') });
      return graph.api('/me').get().then(() => 'answered', (error: { statusCode?: number }) => error.statusCode);
    }, graphClient);
    assert.equal(said, 404);
    assert.deepEqual(opened.elsewhere, []);
  });

  it('is explained in docs/local-page.md, member by member', () => {
    const explained = readFileSync(new URL('../../docs/local-page.md', import.meta.url), 'utf8');
    const components = [host, propertyPane, ...[...contained, ...notOnNpm, graphClient, react, reactDom].map(({ name }) => name)];
    for (const name of [...members.map(([member]) => member.split('.').pop() ?? ''), ...Object.getOwnPropertyNames(ConfigurableOptionsController.prototype), ...components]) {
      if (!['constructor', 'create', 'isConsumerRegistered'].includes(name)) assert.ok(explained.includes(name), name);
    }
  });
});
