import { element } from './element.ts';
import type { Manifest } from './spfx.ts';
import { words } from './words.ts';

/** Lets somebody choose one of the installed web parts; resolves with it, or undefined when they close. */
export function chooseWebPart(): Promise<Manifest | undefined> {
  return new Promise((resolve) => {
    const list = element('ul', { class: 'toolbox' });
    const find = element('input', { type: 'search', 'aria-label': words.search, placeholder: words.search });
    const dialog = element('dialog', { class: 'dialog', 'aria-label': words.toolbox }, element('h2', { text: words.toolbox }), find, list);
    dialog.append(element('button', { type: 'button', text: words.close, onclick: () => dialog.close() }));
    const end = (manifest?: Manifest): void => {
      resolve(manifest);
      dialog.close();
    };
    const draw = (): void => list.replaceChildren(...installed().filter(({ title }) => title.toLowerCase().includes(find.value.toLowerCase())).map(({ title, description, manifest }) => element('li', {},
      element('button', { type: 'button', 'data-web-part': manifest.id, onclick: () => end(manifest) }, element('strong', { text: title }), element('small', { text: description })))));
    find.addEventListener('input', draw);
    dialog.addEventListener('close', () => {
      resolve(undefined);
      dialog.remove();
    });
    draw();
    document.body.append(dialog);
    dialog.showModal();
  });
}

function installed(): { title: string; description: string; manifest: Manifest }[] {
  const { manifests } = (window as unknown as { preloadedData: { manifests: (Manifest & { isInternal?: boolean })[] } }).preloadedData;
  return manifests.filter((manifest) => manifest.componentType === 'WebPart' && manifest.isInternal !== true).map((manifest) => {
    const entry = manifest.preconfiguredEntries?.[0];
    return { manifest, title: localised(entry?.title) || manifest.alias, description: localised(entry?.description) };
  }).sort((left, right) => left.title.localeCompare(right.title));
}

/** The text in the page's language. */
export function localised(texts: Readonly<Record<string, string>> | undefined): string {
  return texts?.[document.documentElement.lang.toLowerCase()] ?? texts?.['default'] ?? texts?.['en-us'] ?? '';
}
