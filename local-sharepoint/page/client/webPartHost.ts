import type { Emphasis, WebPartControl, WebPartData } from '../canvas/canvas.ts';
import { sectionTheme } from '../themes/sectionTheme.ts';
import { element } from './element.ts';
import { pageTheme } from './pageTheme.ts';
import { DisplayMode, ManagerFactory, MinimalWebPartHost, SPComponentLoader, ThemeProvider, type LoadedWebPart, type ServiceScope, type ThemeProviderService, type WebPartManager } from './spfx.ts';
import { filled, words } from './words/words.ts';

interface Running {
  /** Stands on the page; it moves with the web part, and with what SPFx puts beside the web part's own element. */
  readonly frame: HTMLElement;
  readonly theme: ThemeProviderService;
  emphasis: Emphasis;
  /** How the web part serialised itself when it was shown first; undefined until then. */
  asLoaded: string | undefined;
}

/** The web parts that run on the page, through SPFx's own web part manager. */
export class WebPartHost {
  readonly #scope: ServiceScope;
  readonly #manager: WebPartManager;
  readonly #running = new Map<string, Running>();
  #editing = false;

  constructor(scope: ServiceScope) {
    this.#scope = scope;
    this.#manager = ManagerFactory.create(new (class extends MinimalWebPartHost {})(scope));
  }

  /** The element that a web part stands in; it is loaded the first time, and keeps running when it moves. */
  frameOf(control: WebPartControl, emphasis: Emphasis): HTMLElement {
    const running = this.#running.get(control.instanceId) ?? this.#start(control, emphasis);
    if (running.emphasis !== emphasis) {
      running.emphasis = emphasis;
      running.theme._setTheme(sectionTheme(pageTheme(), emphasis));
    }
    return running.frame;
  }

  #start(control: WebPartControl, emphasis: Emphasis): Running {
    const { instanceId, data } = control;
    const domElement = element('div', { class: 'lsp-web-part', 'data-instance': instanceId });
    const scope = this.#scope.startNewChild();
    const theme = scope.provide(ThemeProvider.serviceKey, new ThemeProvider(scope, sectionTheme(pageTheme(), emphasis)));
    scope.finish();
    const running: Running = { frame: element('div', { class: 'lsp-frame' }, domElement), theme, emphasis, asLoaded: undefined };
    this.#running.set(instanceId, running);
    const manifest = SPComponentLoader.tryGetManifestById(data.id);
    if (!manifest) {
      domElement.append(element('p', { class: 'lsp-notice', text: filled(words.missing, data.title || data.id) }));
      return running;
    }
    const displayMode = this.#displayMode;
    // One that was never serialised is new, and takes its properties as its manifest gives them.
    const addedFromPersistedData = control.stored !== undefined || data.serverProcessedContent !== undefined;
    this.#manager.loadWebPart({ domElement, instanceId, manifest, webPartData: data, displayMode, addedFromPersistedData, serviceScope: scope }).then(
      () => this.#loaded(instanceId, running, displayMode), (error: unknown) => showFailure(domElement, data, error));
    return running;
  }

  #loaded(instanceId: string, running: Running, displayMode: number): void {
    if (this.#running.get(instanceId) !== running) return;
    // The mode may have changed while it was loading.
    if (displayMode !== this.#displayMode) this.#manager.setDisplayMode(this.#displayMode, instanceId);
    running.asLoaded = JSON.stringify(this.#serialised(instanceId));
    running.frame.dataset['loaded'] = 'true';
  }

  get editing(): boolean {
    return this.#editing;
  }

  set editing(editing: boolean) {
    this.#editing = editing;
    this.#manager.setDisplayMode(this.#displayMode);
  }

  get #displayMode(): number {
    return this.#editing ? DisplayMode.Edit : DisplayMode.Read;
  }

  /** Gives every web part the colours of its section again, after the page changed its theme. */
  retheme(): void {
    for (const { theme, emphasis } of this.#running.values()) theme._setTheme(sectionTheme(pageTheme(), emphasis));
  }

  /** Tells a web part that its width may be another one. */
  resized(instanceId: string): void {
    if (this.webPart(instanceId)) this.#manager.notifyWebPartContainerResize(instanceId);
  }

  /** Whether a web part holds anything that is not stored yet. */
  get isChanged(): boolean {
    return [...this.#running].some(([instanceId, { asLoaded }]) => asLoaded !== undefined && JSON.stringify(this.#serialised(instanceId)) !== asLoaded);
  }

  /** Takes over into the control what its web part would be stored as; a web part that does not run stays as it was. */
  collect(control: WebPartControl): void {
    const data = this.#serialised(control.instanceId);
    if (!data) return;
    control.data = data;
    delete control.stored;
  }

  /** To be called when all is stored: from now on, this is what web parts are compared with. */
  stored(): void {
    for (const [instanceId, running] of this.#running) if (running.asLoaded !== undefined) running.asLoaded = JSON.stringify(this.#serialised(instanceId));
  }

  #serialised(instanceId: string): WebPartData | undefined {
    return this.webPart(instanceId) && this.#manager.serialize(instanceId).get(instanceId);
  }

  /** Ends a web part. It can be shown again: its control keeps what it was. */
  end(control: WebPartControl): void {
    this.collect(control);
    this.#running.get(control.instanceId)?.frame.remove();
    this.#running.delete(control.instanceId);
    this.#manager.disposeWebparts(control.instanceId);
  }

  webPart(instanceId: string): LoadedWebPart | undefined {
    return this.#running.has(instanceId) ? this.#manager.getWebPartByInstanceId(instanceId) : undefined;
  }
}

/** SPFx says itself, in the web part's place, what went wrong; only when it could not, the page does. */
function showFailure(domElement: HTMLElement, data: WebPartData, error: unknown): void {
  if (domElement.childElementCount > 0) return;
  domElement.append(element('p', { class: 'lsp-notice', role: 'alert', text: filled(words.failed, data.title, error instanceof Error ? error.message : String(error)) }));
}
