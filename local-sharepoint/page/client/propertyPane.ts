import { element } from './element.ts';
import { drawField, fieldTypes } from './paneFields.ts';
import { paneRequests, type LoadedWebPart, type PaneData } from './spfx.ts';
import { words } from './words.ts';

/** The property pane: draws what a web part says it has, and tells it what was changed. */
export class PropertyPane {
  readonly #place: HTMLElement;
  readonly #find: (instanceId: string) => LoadedWebPart | undefined;
  #open: { readonly instanceId: string; readonly webPart: LoadedWebPart; page: number } | undefined;

  constructor(place: HTMLElement, find: (instanceId: string) => LoadedWebPart | undefined) {
    this.#place = place;
    this.#find = find;
    paneRequests.onRequest = ({ instanceId, action }) => {
      if (action === 'Close') this.close();
      else if (this.#open?.instanceId === instanceId) void this.#draw();
      else if (action !== 'Refresh') this.open(instanceId);
    };
  }

  open(instanceId: string): void {
    const webPart = this.#find(instanceId);
    if (!webPart) return;
    this.close();
    this.#open = { instanceId, webPart, page: 0 };
    paneRequests.openFor = instanceId;
    webPart._onPropertyPaneLifeCycleEvent('ConfigurationStart');
    void this.#draw().then(() => this.#place.querySelector<HTMLElement>('input, select, textarea, button')?.focus());
  }

  close(): void {
    const open = this.#open;
    this.#open = undefined;
    paneRequests.openFor = undefined;
    this.#place.replaceChildren();
    this.#place.hidden = true;
    open?.webPart._onPropertyPaneLifeCycleEvent('ConfigurationComplete');
  }

  async #draw(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const data = await open.webPart._getPropertyPaneData(false);
    if (this.#open !== open) return;
    const focused = document.activeElement?.id;
    const page = data.configuration.pages[open.page];
    this.#place.hidden = false;
    this.#place.replaceChildren(
      element('div', { class: 'pane-header' }, element('h2', { text: data.title }), element('button', { type: 'button', class: 'pane-close', 'aria-label': words.close, text: '×', onclick: () => this.close() })),
      ...(page ? [element('p', { class: 'hint', text: page.header?.description ?? '' }), ...page.groups.map((group) => this.#group(group.groupName, group.groupFields, data, open.webPart))] : [element('p', { text: words.noProperties })]),
      ...this.#pages(data, open), ...(data.isReactive ? [] : [element('button', { type: 'button', class: 'primary', text: words.apply, onclick: () => open.webPart._onPropertyPaneLifeCycleEvent('ApplyClicked') })]),
    );
    if (focused) document.getElementById(focused)?.focus();
    data.onRendered?.();
  }

  #group(name: string | undefined, fields: PaneData['configuration']['pages'][number]['groups'][number]['groupFields'], data: PaneData, webPart: LoadedWebPart): HTMLElement {
    return element('section', { class: 'pane-group' }, name ? element('h3', { text: name }) : undefined, ...fields.map((field, at) => drawField(field, {
      id: `pane-${name ?? ''}-${at}`.replace(/\W+/g, '-'), value: valueAt(data.properties, field.targetProperty),
      change: (value) => {
        webPart._onPropertyPaneFieldChanged(field.targetProperty, value, field.type);
        // What is chosen may change which fields there are; typing and sliding go on undisturbed.
        if (([fieldTypes.toggle, fieldTypes.checkBox, fieldTypes.dropdown, fieldTypes.choiceGroup, fieldTypes.button] as number[]).includes(field.type)) void this.#draw();
      },
    })));
  }

  #pages(data: PaneData, open: { page: number }): HTMLElement[] {
    if (data.configuration.pages.length < 2) return [];
    const go = (by: number): void => {
      open.page += by;
      void this.#draw();
    };
    return [element('div', { class: 'pane-pages' }, element('button', { type: 'button', text: '‹', disabled: open.page === 0, onclick: () => go(-1) }), `${open.page + 1} / ${data.configuration.pages.length}`,
      element('button', { type: 'button', text: '›', disabled: open.page === data.configuration.pages.length - 1, onclick: () => go(1) }))];
  }
}

/** The value at `a.b.c`. */
function valueAt(properties: Readonly<Record<string, unknown>>, path: string | undefined): unknown {
  return (path ?? '').split('.').reduce<unknown>((value, name) => typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined, properties);
}
