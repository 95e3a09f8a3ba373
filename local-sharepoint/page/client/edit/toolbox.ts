import { localised, newWebPart } from '../../canvas/newWebPart.ts';
import type { WebPartControl } from '../../canvas/canvas.ts';
import { element } from '../element.ts';
import type { Manifest } from '../spfx.ts';
import { filled, words } from '../words/words.ts';
import { openDialog } from './dialogs.ts';

interface Offer { readonly manifest: Manifest; readonly title: string; readonly description: string; readonly group: string; make(): WebPartControl }

/**
 * Lets somebody choose one of the installed web parts; resolves with a new one, or undefined when they close. `fullWidth`: only those
 * that may stand from edge to edge, as in SharePoint.
 */
export function chooseWebPart(fullWidth: boolean): Promise<WebPartControl | undefined> {
  return new Promise((resolve) => {
    const offers = installedWebParts().filter(({ manifest }) => !fullWidth || manifest.supportsFullBleed === true);
    const list = element('ul', { class: 'lsp-toolbox' });
    const count = element('p', { class: 'lsp-hint', role: 'status' });
    const find = element('input', { type: 'search', class: 'lsp-input', 'aria-label': words.search, placeholder: words.search });
    const draw = (): void => {
      const shown = offers.filter(({ title, description }) => `${title} ${description}`.toLowerCase().includes(find.value.trim().toLowerCase()));
      list.replaceChildren(...shown.map((offer) => element('li', {}, tile(offer, () => {
        resolve(offer.make());
        dialog.close();
      }))));
      count.textContent = shown.length > 1 ? filled(words.found, shown.length) : shown.length === 1 ? words.foundOne : offers.length === 0 ? words.noneInstalled : words.noneFound;
    };
    find.addEventListener('input', draw);
    draw();
    const dialog = openDialog(words.toolbox, find, count, list);
    dialog.addEventListener('close', () => resolve(undefined));
    find.focus();
  });
}

function tile({ manifest, title, description, group }: Offer, onclick: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'lsp-button lsp-tile', 'data-web-part': manifest.id, onclick },
    element('span', { class: 'lsp-tile-icon', 'aria-hidden': 'true', text: title.charAt(0).toUpperCase() }),
    element('span', {}, element('strong', { text: title }), element('small', { text: [group, description].filter((text) => text !== '').join(' · ') })));
}

/** What the packages offer for a page: every entry of every web part that may stand on one. */
function installedWebParts(): Offer[] {
  const { manifests } = (window as unknown as { preloadedData: { manifests: Manifest[] } }).preloadedData;
  const locale = document.documentElement.lang;
  return manifests.filter(isForPages).flatMap((manifest) => (manifest.preconfiguredEntries ?? []).map((entry): Offer => ({
    manifest, title: localised(entry.title, locale) || manifest.alias, description: localised(entry.description, locale), group: localised(entry.group, locale),
    make: () => newWebPart(manifest.id, entry, locale),
  }))).sort((left, right) => left.title.localeCompare(right.title));
}

function isForPages({ componentType, isInternal, hiddenFromToolbox, supportedHosts = ['SharePointWebPart'] }: Manifest): boolean {
  return componentType === 'WebPart' && isInternal !== true && hiddenFromToolbox !== true && supportedHosts.includes('SharePointWebPart');
}
