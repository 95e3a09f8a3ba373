import { writeCanvas } from '../canvas/canvas.ts';
import { element } from './element.ts';
import { header } from './header.ts';
import { PageView } from './pageView.ts';
import { PropertyPane } from './propertyPane.ts';
import { readCanvas } from './readCanvas.ts';
import { initialisePageContext, type ServiceScope } from './spfx.ts';
import { WebPartHost } from './webPartHost.ts';
import { words } from './words.ts';

interface PageData { readonly title: string; readonly canvas: string; etag: string }
interface PageInfo { readonly webTitle: string; readonly webAbsoluteUrl: string; readonly userDisplayName: string; readonly userEmail: string; readonly listId: string; readonly pageItemId: number; readonly listPermsMask: { readonly Low: number } }

/** EditListItems of SP.PermissionKind, as a bit of the lower half. */
const editListItems = 1 << 2;

/** In the place of sp-application-base: the loader makes it with the root service scope and navigates to the page. */
export class _Navigator {
  readonly #scope: ServiceScope;

  constructor(scope: ServiceScope) {
    this.#scope = scope;
  }

  async navigateToApplication(preloaded: { spPageContextInfo: PageInfo }): Promise<object> {
    const info = preloaded.spPageContextInfo;
    initialisePageContext(this.#scope, info);
    new Page(this.#scope, info, JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData).show();
    return {};
  }
}

class Page {
  readonly #info: PageInfo;
  readonly #data: PageData;
  readonly #host: WebPartHost;
  readonly #view: PageView;
  readonly #pane: PropertyPane;
  readonly #commands = element('div', { class: 'commands', role: 'toolbar' });
  readonly #said = element('p', { class: 'said', role: 'status' });
  readonly #main = element('main', { id: 'content', tabindex: -1 });
  readonly #aside = element('aside', { class: 'pane', 'aria-label': words.properties, hidden: true });

  constructor(scope: ServiceScope, info: PageInfo, data: PageData) {
    this.#info = info;
    this.#data = data;
    this.#host = new WebPartHost(scope);
    this.#pane = new PropertyPane(this.#aside, (instanceId) => this.#host.webPart(instanceId));
    this.#view = new PageView(this.#main, readCanvas(data.canvas), this.#host, (instanceId) => this.#pane.open(instanceId));
  }

  show(): void {
    // SharePoint's pages scroll in an element; web parts look for it.
    const scroll = element('div', { class: 'scroll', 'data-is-scrollable': 'true' }, element('h1', { class: 'page-title', text: this.#data.title }), this.#main);
    document.getElementById('page')?.replaceChildren(header(this.#info, () => this.#host.retheme()), this.#commands, this.#said, element('div', { class: 'work' }, scroll, this.#aside));
    window.addEventListener('beforeunload', (event) => { if (this.#host.editing) event.preventDefault(); });
    this.#drawCommands();
    this.#view.draw();
    document.documentElement.dataset['ready'] = 'true';
  }

  #drawCommands(): void {
    const mayEdit = (this.#info.listPermsMask.Low & editListItems) !== 0;
    const button = (text: string, primary: boolean, onclick: () => void): HTMLElement => element('button', { type: 'button', class: primary ? 'primary' : undefined, text, onclick });
    this.#commands.replaceChildren(...(this.#host.editing
      ? [button(words.save, true, () => void this.#save()), button(words.discard, false, () => this.#discard())]
      : mayEdit ? [button(words.edit, false, () => this.#setEditing(true))] : []));
    document.body.classList.toggle('editing', this.#host.editing);
  }

  #setEditing(editing: boolean): void {
    this.#say('');
    this.#pane.close();
    this.#host.setEditing(editing);
    this.#drawCommands();
    this.#view.draw();
  }

  #discard(): void {
    if (!confirm(words.discardQuestion)) return;
    this.#host.editing = false;
    location.reload();
  }

  /** Saves over REST, as any client would: the digest, the ETag, and SharePoint's own permissions. Nothing is lost when it is refused. */
  async #save(): Promise<void> {
    this.#say(words.saving);
    this.#pane.close();
    for (const control of this.#view.canvas.sections.flatMap(({ columns }) => columns.flatMap(({ controls }) => controls))) {
      if (control.kind === 'webPart') control.data = await this.#host.serialise(control);
    }
    const api = `${this.#info.webAbsoluteUrl}/_api`;
    const accept = { Accept: 'application/json;odata=nometadata' };
    try {
      const { FormDigestValue: digest } = await (await fetch(`${api}/contextinfo`, { method: 'POST', headers: accept })).json() as { FormDigestValue: string };
      const answer = await fetch(`${api}/web/lists(guid'${this.#info.listId}')/items(${this.#info.pageItemId})`, {
        method: 'POST', headers: { ...accept, 'Content-Type': 'application/json', 'X-HTTP-Method': 'MERGE', 'If-Match': this.#data.etag, 'X-RequestDigest': digest },
        body: JSON.stringify({ CanvasContent1: writeCanvas(this.#view.canvas) }),
      });
      if (!answer.ok) throw new Error(answer.status === 412 ? words.conflict : `${words.notSaved} ${errorIn(await answer.text())}`);
      this.#data.etag = answer.headers.get('ETag') ?? '*';
      this.#setEditing(false);
      this.#say(words.saved);
    } catch (error) {
      this.#say(error instanceof TypeError ? words.notSaved : (error as Error).message);
    }
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }
}

function errorIn(body: string): string {
  try {
    return (JSON.parse(body) as { 'odata.error'?: { message?: { value?: string } } })['odata.error']?.message?.value ?? '';
  } catch {
    return '';
  }
}
