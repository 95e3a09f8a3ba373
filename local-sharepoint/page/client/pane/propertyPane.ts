import { element, newId, setChildren } from '../element.ts';
import { icon } from '../icons.ts';
import { paneRequests, type LoadedWebPart } from '../spfx.ts';
import { words } from '../words/words.ts';
import { OpenPane } from './openPane.ts';
import type { PaneData } from './paneData.ts';
import { applyButton, pager } from './paneFooter.ts';

/** SPFx listens for this message, and tells web parts that their width may have changed. */
const toggledMessage = 'Property pane toggled';

/** The property pane: draws what a web part says it has, and tells it what was changed. */
export class PropertyPane {
  readonly #find: (instanceId: string) => LoadedWebPart | undefined;
  readonly #title = element('h2', { class: 'lsp-h2', id: newId() });
  readonly #body = element('div', { class: 'lsp-pane-body' });
  readonly #footer = element('div', { class: 'lsp-pane-footer' });
  readonly #said = element('p', { class: 'lsp-visually-hidden', 'aria-live': 'polite' });
  readonly element: HTMLElement;
  #open: OpenPane | undefined;
  #turn = 0;

  constructor(find: (instanceId: string) => LoadedWebPart | undefined) {
    this.#find = find;
    const close = element('button', { type: 'button', class: 'lsp-button lsp-tool', 'aria-label': words.close, onclick: () => this.close() }, icon('close'));
    this.element = element('aside', { class: 'lsp-pane', 'aria-labelledby': this.#title.id, hidden: true }, element('div', { class: 'lsp-pane-header' }, this.#title, close), this.#body, this.#footer, this.#said);
    this.element.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.defaultPrevented) this.close(); });
    paneRequests.onRequest = ({ instanceId, action }) => this.#requested(instanceId, action);
  }

  /** What a web part asks of the pane (`context.propertyPane`); SPFx's own words. */
  #requested(instanceId: string, action: string): void {
    const isOwn = this.#open?.instanceId === instanceId;
    switch (action) {
      case 'Refresh': return isOwn ? void this.#draw() : undefined;
      case 'Close': case 'Unmount': return this.close();
      case 'Toggle': return isOwn ? this.close() : this.open(instanceId);
      case 'Open': case 'OpenDetails': return this.open(instanceId);
      // `Default`: another web part was chosen. It takes the pane when that is open.
      case 'Default': return this.#open ? this.open(instanceId) : undefined;
      default: return undefined;
    }
  }

  open(instanceId: string): void {
    const webPart = this.#find(instanceId);
    if (!webPart || this.#open?.instanceId === instanceId) return;
    const openedFrom = this.#open?.openedFrom ?? document.activeElement;
    this.#end();
    this.#open = new OpenPane(instanceId, webPart, openedFrom, () => void this.#draw());
    paneRequests.openFor = instanceId;
    this.element.hidden = false;
    window.postMessage(toggledMessage, location.origin);
    void this.#draw().then(() => this.#focusFirst());
  }

  close(): void {
    const from = this.#open?.openedFrom;
    if (!this.#end()) return;
    this.element.hidden = true;
    window.postMessage(toggledMessage, location.origin);
    if (!(from instanceof HTMLElement)) return;
    // The tool that opened the pane may have been drawn anew in the meantime.
    const tool = from.isConnected ? from : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(from.dataset['key'] ?? '')}"]`);
    tool?.focus({ preventScroll: true });
  }

  /** Ends the turn of the web part that has the pane; answers whether there was one. */
  #end(): boolean {
    const open = this.#open;
    this.#open = undefined;
    paneRequests.openFor = undefined;
    this.#body.replaceChildren();
    this.#footer.replaceChildren();
    open?.end();
    return open !== undefined;
  }

  async #draw(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const data = await open.webPart._getPropertyPaneData(false);
      // Only the newest answer counts.
      if (this.#open !== open || turn !== this.#turn) return;
      this.#show(open, data);
      data.onRendered?.();
    } catch (failure) {
      console.error(failure);
      if (this.#open === open) this.#body.replaceChildren(element('p', { class: 'lsp-notice', role: 'alert', text: words.paneFailed }));
    }
  }

  #show(open: OpenPane, data: PaneData): void {
    this.#title.textContent = data.title;
    const { pages = [], showLoadingIndicator } = data.configuration;
    const page = pages[open.page];
    this.#body.setAttribute('aria-busy', String(showLoadingIndicator === true));
    if (!page || page.groups.length === 0) {
      this.#body.replaceChildren(element('p', { class: 'lsp-hint', text: words.noProperties }));
      return;
    }
    const description = page.header?.description ?? '';
    setChildren(this.#body, [
      ...showLoadingIndicator === true ? [element('p', { class: 'lsp-hint', role: 'status', text: words.loading })] : [],
      ...description === '' ? [] : [element('p', { class: 'lsp-pane-description', text: description })], open.fields.element,
    ]);
    open.fields.draw(page, open.page, data.properties);
    open.isReactive = data.isReactive;
    setChildren(this.#footer, [
      ...pages.length > 1 ? [pager(open.page, pages.length, (by) => this.#turnPage(open, by))] : [], ...data.isReactive ? [] : [applyButton(open.mayApply, () => this.#apply(open))],
    ]);
  }

  #turnPage(open: OpenPane, by: -1 | 1): void {
    open.page += by;
    void this.#draw().then(() => this.#focusFirst());
  }

  #apply(open: OpenPane): void {
    open.apply();
    this.#said.textContent = words.applied;
    void this.#draw().then(() => this.#focusFirst());
  }

  #focusFirst(): void {
    if (!this.#open || this.#body.contains(document.activeElement)) return;
    (this.#body.querySelector<HTMLElement>('input, select, textarea, button, a[href]') ?? this.element.querySelector('button'))?.focus();
  }
}
