/**
 * Every member of SPFx that the page rests on, internal ones (with `_`) among them; `tests/local-page` names each, so that raising SPFx shows what
 * moved. docs/local-page.md says what each is for.
 */
import type { WebPartData } from '../canvas/canvas.ts';
import { pageContextLibrary } from '../runtimeComponents.ts';
import type { paneRequests as PaneRequests } from './paneController.ts';

declare const require: (name: string) => unknown;

export interface ServiceScope {
  consume<Service>(key: ServiceKey<Service>): Service;
  startNewChild(): ServiceScope;
  provide<Service>(key: ServiceKey<Service>, service: Service): Service;
  finish(): void;
}
export interface ServiceKey<Service> { readonly id: string; readonly defaultCreator?: (scope: ServiceScope) => Service }
export interface Theme { readonly isInverted: boolean; readonly palette: Readonly<Record<string, string>>; readonly semanticColors: Readonly<Record<string, string>> }
export interface ThemeProviderService { _setTheme(theme: Theme): void }
export interface Manifest {
  readonly id: string;
  readonly alias: string;
  readonly componentType: string;
  readonly preconfiguredEntries?: readonly { readonly title?: Record<string, string>; readonly description?: Record<string, string>; readonly properties?: Record<string, unknown> }[];
}

export interface PaneField { readonly type: number; readonly targetProperty: string; readonly properties: Readonly<Record<string, unknown>>; readonly shouldFocus?: boolean }
export interface PaneGroup { readonly groupName?: string; readonly groupFields: readonly PaneField[]; readonly isCollapsed?: boolean }
export interface PanePage { readonly header?: { readonly description?: string }; readonly groups: readonly PaneGroup[] }
export interface PaneData { readonly title: string; readonly isReactive: boolean; readonly configuration: { readonly pages: readonly PanePage[] }; readonly properties: Readonly<Record<string, unknown>>; readonly onRendered?: () => void }

/** A web part that the manager has loaded. */
export interface LoadedWebPart {
  _getPropertyPaneData(isDetails: boolean): Promise<PaneData>;
  _onPropertyPaneFieldChanged(property: string, value: unknown, type: number): boolean;
  _onPropertyPaneLifeCycleEvent(event: 'ConfigurationStart' | 'ConfigurationComplete' | 'ApplyClicked'): void;
}
export interface WebPartManager {
  loadWebPart(context: object): Promise<void>;
  setDisplayMode(mode: number, instanceId?: string): void;
  serialize(instanceId: string): Promise<WebPartData> | Map<string, WebPartData> | WebPartData;
  disposeWebparts?(instanceId: string): void;
  getWebPartByInstanceId(instanceId: string): LoadedWebPart | undefined;
}

interface WebPartBase {
  readonly _MinimalWebPartHost: new (scope: ServiceScope) => object;
  readonly _ClientSideWebPartManagerFactory: { create(host: object): WebPartManager };
}
interface ComponentBase { readonly ThemeProvider: { readonly serviceKey: ServiceKey<ThemeProviderService>; new (scope: ServiceScope, theme?: Theme): ThemeProviderService } }
interface Loader { readonly SPComponentLoader: { tryGetManifestById(id: string): Manifest | undefined; tryGetLoadedComponent<Library>(manifest: Manifest): Library } }
interface PageContextLibrary {
  readonly PageContext: { readonly serviceKey: ServiceKey<{ initialize(data: unknown, info: unknown): void }> };
  readonly SharePointPageContextDataProvider: { _createPageContextData(info: unknown): unknown };
}

export const { DisplayMode } = require('@microsoft/sp-core-library') as { DisplayMode: { readonly Read: number; readonly Edit: number } };
export const { SPComponentLoader } = require('@microsoft/sp-loader') as Loader;
export const { _MinimalWebPartHost: MinimalWebPartHost, _ClientSideWebPartManagerFactory: ManagerFactory } = require('@microsoft/sp-webpart-base') as WebPartBase;
export const { ThemeProvider } = require('@microsoft/sp-component-base') as ComponentBase;
export const { paneRequests } = require('@microsoft/sp-property-pane') as { paneRequests: typeof PaneRequests };

/** Tells the runtime about the web, the page and who reads it. */
export function initialisePageContext(scope: ServiceScope, info: unknown): void {
  const manifest = SPComponentLoader.tryGetManifestById(pageContextLibrary);
  if (!manifest) throw new Error('The SPFx runtime has no page context library.');
  const library = SPComponentLoader.tryGetLoadedComponent<PageContextLibrary>(manifest);
  scope.consume(library.PageContext.serviceKey).initialize(library.SharePointPageContextDataProvider._createPageContextData(info), info);
}
