import type { Emphasis, WebPartControl, WebPartData } from '../canvas/canvas.ts';
import { DisplayMode, ManagerFactory, MinimalWebPartHost, SPComponentLoader, ThemeProvider, type LoadedWebPart, type ServiceScope, type ThemeProviderService, type WebPartManager } from './spfx.ts';
import { element } from './element.ts';
import { pageTheme, sectionTheme } from './themes.ts';
import { words } from './words.ts';

interface Loaded { readonly theme: ThemeProviderService; emphasis: Emphasis; readonly domElement: HTMLElement }

/** The web parts that run on the page, through SPFx's own web part manager. */
export class WebPartHost {
  readonly #scope: ServiceScope;
  readonly #manager: WebPartManager;
  readonly #loaded = new Map<string, Loaded>();
  editing = false;

  constructor(scope: ServiceScope) {
    this.#scope = scope;
    this.#manager = ManagerFactory.create(new (class extends MinimalWebPartHost {})(scope));
  }

  /** The element that a web part draws in; it is loaded the first time and kept when it moves. */
  place(control: WebPartControl, emphasis: Emphasis): HTMLElement {
    const known = this.#loaded.get(control.instanceId);
    if (known) {
      if (known.emphasis !== emphasis) {
        known.emphasis = emphasis;
        known.theme._setTheme(sectionTheme(pageTheme(), emphasis));
      }
      return known.domElement;
    }
    const domElement = element('div', { class: 'web-part', 'data-instance': control.instanceId });
    this.#load(control, emphasis, domElement);
    return domElement;
  }

  #load({ instanceId, data }: WebPartControl, emphasis: Emphasis, domElement: HTMLElement): void {
    const manifest = SPComponentLoader.tryGetManifestById(data.id);
    if (!manifest) {
      domElement.append(element('p', { class: 'notice', text: `${words.missing} (${data.title || data.id})` }));
      return;
    }
    const scope = this.#scope.startNewChild();
    const theme = scope.provide(ThemeProvider.serviceKey, new ThemeProvider(scope, sectionTheme(pageTheme(), emphasis)));
    scope.finish();
    this.#loaded.set(instanceId, { theme, emphasis, domElement });
    this.#manager.loadWebPart({
      domElement, instanceId, manifest, webPartData: data, displayMode: this.editing ? DisplayMode.Edit : DisplayMode.Read, addedFromPersistedData: true, serviceScope: scope,
    }).catch((error: unknown) => {
      domElement.append(element('p', { class: 'notice', role: 'alert', text: `${words.failed} ${error instanceof Error ? error.message : ''}` }));
    });
  }

  setEditing(editing: boolean): void {
    this.editing = editing;
    this.#manager.setDisplayMode(editing ? DisplayMode.Edit : DisplayMode.Read);
  }

  /** Gives every web part the colours of its section again, after the page changed its theme. */
  retheme(): void {
    for (const { theme, emphasis } of this.#loaded.values()) theme._setTheme(sectionTheme(pageTheme(), emphasis));
  }

  /** What a web part is to be stored as; what it was, when it is not loaded. */
  async serialise(control: WebPartControl): Promise<WebPartData> {
    if (!this.#loaded.has(control.instanceId)) return control.data;
    const answer = await this.#manager.serialize(control.instanceId);
    return (answer instanceof Map ? answer.get(control.instanceId) : answer) ?? control.data;
  }

  remove(instanceId: string): void {
    this.#manager.disposeWebparts?.(instanceId);
    this.#loaded.get(instanceId)?.domElement.remove();
    this.#loaded.delete(instanceId);
  }

  webPart(instanceId: string): LoadedWebPart | undefined {
    return this.#loaded.has(instanceId) ? this.#manager.getWebPartByInstanceId(instanceId) : undefined;
  }
}
