/**
 * Every member of SPFx that the page rests on, internal ones (with `_`) among them; `tests/local-page` names each, so that raising SPFx shows what
 * moved. docs/local-page.md says what each is for.
 */
import type { WebPartData } from '../canvas/canvas.ts';
import type { PreconfiguredEntry } from '../canvas/newWebPart.ts';
import type { Theme } from '../themes/sectionTheme.ts';
import type { paneRequests as PaneRequests } from './pane/paneController.ts';
import type { PaneData } from './pane/paneData.ts';

declare const require: (name: string) => unknown;

export interface ServiceScope {
  consume<Service>(key: ServiceKey<Service>): Service;
  startNewChild(): ServiceScope;
  provide<Service>(key: ServiceKey<Service>, service: Service): Service;
  finish(): void;
}
export interface ServiceKey<Service> { readonly id: string; readonly defaultCreator?: (scope: ServiceScope) => Service }
export interface ThemeProviderService { _setTheme(theme: Theme): void }
export interface Manifest {
  readonly id: string;
  readonly alias: string;
  readonly componentType: string;
  readonly isInternal?: boolean;
  readonly hiddenFromToolbox?: boolean;
  readonly supportsFullBleed?: boolean;
  readonly supportedHosts?: readonly string[];
  readonly preconfiguredEntries?: readonly PreconfiguredEntry[];
}

/** A web part that the manager has loaded (BaseWebPart). */
export interface LoadedWebPart {
  _getPropertyPaneData(isDetails: boolean): Promise<PaneData>;
  /** Answers whether anything changed. */
  _onPropertyPaneFieldChanged(property: string, value: unknown, type: number): boolean;
  _onPropertyPaneLifeCycleEvent(event: 'ConfigurationStart' | 'ConfigurationComplete' | 'ApplyClicked'): void;
}
export interface WebPartManager {
  loadWebPart(context: object): Promise<void>;
  setDisplayMode(mode: number, instanceId?: string): void;
  serialize(instanceId: string): Map<string, WebPartData>;
  disposeWebparts(instanceId: string): void;
  getWebPartByInstanceId(instanceId: string): LoadedWebPart | undefined;
  notifyWebPartContainerResize(instanceId: string): void;
}

interface CoreLibrary { readonly DisplayMode: { readonly Read: number; readonly Edit: number } }
interface WebPartBase {
  readonly _MinimalWebPartHost: new (scope: ServiceScope) => object;
  readonly _ClientSideWebPartManagerFactory: { create(host: object): WebPartManager };
}
interface ComponentBase { readonly ThemeProvider: { readonly serviceKey: ServiceKey<ThemeProviderService>; new (scope: ServiceScope, theme?: Theme): ThemeProviderService } }
interface Loader { readonly SPComponentLoader: { tryGetManifestById(id: string): Manifest | undefined } }
interface PageContextLibrary {
  readonly PageContext: { readonly serviceKey: ServiceKey<{ initialize(data: unknown, info: unknown): void }> };
  readonly SharePointPageContextDataProvider: { _createPageContextData(info: unknown): unknown };
}

export const { DisplayMode } = require('@microsoft/sp-core-library') as CoreLibrary;
export const { SPComponentLoader } = require('@microsoft/sp-loader') as Loader;
export const { _MinimalWebPartHost: MinimalWebPartHost, _ClientSideWebPartManagerFactory: ManagerFactory } = require('@microsoft/sp-webpart-base') as WebPartBase;
export const { ThemeProvider } = require('@microsoft/sp-component-base') as ComponentBase;
export const { loadTheme } = require('@microsoft/load-themed-styles') as { loadTheme(theme: Readonly<Record<string, string>>): void };
export const { paneRequests } = require('@microsoft/sp-property-pane') as { paneRequests: typeof PaneRequests };
const { PageContext, SharePointPageContextDataProvider } = require('@microsoft/sp-page-context') as PageContextLibrary;

/** Tells the runtime about the web, the page and who reads it. */
export function initialisePageContext(scope: ServiceScope, info: unknown): void {
  scope.consume(PageContext.serviceKey).initialize(SharePointPageContextDataProvider._createPageContextData(info), info);
}
