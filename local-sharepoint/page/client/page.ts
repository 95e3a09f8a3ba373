import { addSection } from '../canvas/changeCanvas.ts';
import { controlsOf, type Canvas } from '../canvas/canvas.ts';
import { writeCanvas } from '../canvas/writeCanvas.ts';
import { CanvasView } from './canvasView.ts';
import { commandBar } from './commandBar.ts';
import { CanvasEditor } from './edit/canvasEditor.ts';
import { confirmed, typed } from './edit/dialogs.ts';
import { element, setChildren } from './element.ts';
import { siteHeader } from './header/siteHeader.ts';
import { suiteBar } from './header/suiteBar.ts';
import { MessageBar } from './messageBar.ts';
import type { PageData, PageInfo } from './pageData.ts';
import { applyPageTheme } from './pageTheme.ts';
import { PageTitle } from './pageTitle.ts';
import { PropertyPane } from './pane/propertyPane.ts';
import { readCanvas } from './readCanvas.ts';
import { Refused, SiteApi } from './siteApi.ts';
import type { ServiceScope } from './spfx.ts';
import { cleanHtml } from './textElement.ts';
import { WebPartHost } from './webPartHost.ts';
import { words } from './words/words.ts';

/** SP.PermissionKind, as bits of the lower half of a mask. */
const addListItems = 1 << 1;
const editListItems = 1 << 2;

/** A page of the site: what stands on it, and in edit mode what changes it. */
export class Page {
  readonly #info: PageInfo;
  readonly #data: PageData;
  readonly #canvas: Canvas;
  readonly #api: SiteApi;
  readonly #host: WebPartHost;
  readonly #view: CanvasView;
  readonly #editor: CanvasEditor;
  readonly #pane: PropertyPane;
  readonly #title: PageTitle;
  readonly #messages = new MessageBar();
  readonly #commands = element('div', { class: 'lsp-commands', role: 'toolbar', 'aria-label': words.commands });
  readonly #content = element('div', { class: 'lsp-canvas' });
  #etag: string;

  constructor(scope: ServiceScope, info: PageInfo, data: PageData) {
    this.#info = info;
    this.#data = data;
    this.#etag = data.etag;
    this.#canvas = readCanvas(data.canvas);
    this.#api = new SiteApi(info.webAbsoluteUrl, info.listId);
    this.#title = new PageTitle(info.webAbsoluteUrl, data);
    this.#host = new WebPartHost(scope);
    this.#view = new CanvasView(this.#content, this.#host);
    this.#pane = new PropertyPane((instanceId) => this.#host.webPart(instanceId));
    this.#editor = new CanvasEditor({
      canvas: this.#canvas, host: this.#host, messages: this.#messages, draw: () => this.#draw(), openProperties: (instanceId) => this.#pane.open(instanceId),
    });
  }

  show(): void {
    applyPageTheme();
    // SharePoint's pages scroll in an element; web parts look for it.
    const scroll = element('div', { class: 'lsp-scroll', 'data-is-scrollable': 'true' }, siteHeader(this.#info, this.#data.navigation),
      element('main', { id: 'content', class: 'lsp-main', tabindex: -1 }, element('div', { class: 'lsp-top' }, this.#commands, this.#messages.element), this.#title.element, this.#content));
    document.getElementById('page')?.replaceChildren(suiteBar(this.#info, () => this.#host.retheme()), element('div', { class: 'lsp-work' }, scroll, this.#pane.element));
    window.addEventListener('beforeunload', (event) => { if (this.#isChanged) event.preventDefault(); });
    this.#setEditing(this.#may(editListItems) && new URLSearchParams(location.search).get('Mode')?.toLowerCase() === 'edit');
    document.documentElement.dataset['ready'] = 'true';
  }

  #may(right: number): boolean {
    return (this.#info.listPermsMask.Low & right) !== 0;
  }

  get #isChanged(): boolean {
    return this.#host.editing && (this.#editor.isChanged || this.#title.isChanged || this.#host.isChanged);
  }

  #draw(): void {
    this.#view.draw(this.#canvas, this.#host.editing ? this.#editor : undefined);
  }

  #setEditing(editing: boolean): void {
    this.#messages.clear();
    this.#pane.close();
    this.#host.editing = editing;
    this.#title.setEditing(editing);
    document.documentElement.classList.toggle('lsp-editing', editing);
    if (editing && this.#canvas.sections.length === 0) addSection(this.#canvas, 0);
    history.replaceState(null, '', addressOf(editing));
    this.#draw();
    setChildren(this.#commands, commandBar(editing ? [
      { name: 'save', label: words.save, icon: 'save', primary: true, onclick: () => void this.#save(this.#etag) },
      { name: 'discard', label: words.discard, icon: 'close', onclick: () => void this.#discard() },
    ] : [
      ...this.#may(addListItems) ? [{ name: 'new', label: words.newPage, icon: 'add' as const, onclick: () => void this.#newPage() }] : [],
      ...this.#may(editListItems) ? [{ name: 'edit', label: words.edit, icon: 'edit' as const, onclick: () => this.#startEditing() }] : [],
    ]));
  }

  #startEditing(): void {
    this.#setEditing(true);
    this.#commands.querySelector('button')?.focus({ preventScroll: true });
  }

  async #discard(): Promise<void> {
    if (this.#isChanged && !await confirmed(words.discardTitle, words.discardText, words.discard, words.keepEditing)) return;
    // What is on the page now is not what is stored: read it again.
    this.#host.editing = false;
    location.replace(addressOf(false));
  }

  /** Nothing is lost when SharePoint refuses: the page stays in edit mode, as it is. */
  async #save(etag: string): Promise<void> {
    this.#messages.say(words.saving);
    this.#pane.close();
    try {
      if (this.#title.value === '') throw new Refused(0, words.titleMissing);
      for (const control of controlsOf(this.#canvas)) if (control.kind === 'webPart') this.#host.collect(control);
      this.#etag = await this.#api.savePage(this.#data.id, etag, { Title: this.#title.value, CanvasContent1: writeCanvas(this.#canvas, cleanHtml) });
    } catch (failure) {
      return this.#notSaved(failure);
    }
    this.#title.stored();
    this.#host.stored();
    this.#editor.stored();
    this.#setEditing(false);
    this.#messages.say(words.saved);
    this.#commands.querySelector<HTMLElement>('[data-command="edit"]')?.focus({ preventScroll: true });
  }

  #notSaved(failure: unknown): void {
    if (!(failure instanceof Refused)) return this.#messages.warn(failure instanceof TypeError ? `${words.notSaved} ${words.offline}` : `${words.notSaved} ${String(failure)}`);
    if (failure.status !== 412) return this.#messages.warn(`${words.notSaved} ${failure.message}`);
    return this.#messages.warn(`${words.notSaved} ${words.conflict}`, [
      { label: words.showTheirs, onclick: () => { window.open(addressOf(false), '_blank', 'noopener'); } }, { label: words.saveMine, onclick: () => void this.#save('*') },
    ]);
  }

  async #newPage(): Promise<void> {
    const title = await typed(words.newPage, words.pageTitle, words.create, words.titleMissing);
    if (title === undefined) return;
    try {
      const file = await this.#api.addPage(title);
      location.assign(`${location.pathname.replace(/[^/]*$/, '')}${encodeURIComponent(file)}?Mode=Edit`);
    } catch (failure) {
      this.#messages.warn(`${words.pageNotMade} ${failure instanceof Refused ? failure.message : words.offline}`);
    }
  }
}

/** The address of this page, reading or in edit mode (`Mode=Edit`, as in SharePoint); what else was asked for stays. */
function addressOf(editing: boolean): string {
  const address = new URL(location.href);
  if (editing) address.searchParams.set('Mode', 'Edit');
  else address.searchParams.delete('Mode');
  return address.href;
}
