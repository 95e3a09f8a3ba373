import { element, newId } from './element.ts';
import { photo } from './header/photo.ts';
import type { PageData } from './pageData.ts';
import { words } from './words/words.ts';

/** The title of the page, with who made it and when; in edit mode a field. */
export class PageTitle {
  readonly #id = newId();
  readonly #heading: HTMLHeadingElement;
  readonly #field: HTMLInputElement;
  readonly #editing: HTMLElement;
  readonly element: HTMLElement;
  #stored: string;

  constructor(webUrl: string, { title, layout, author, modified }: PageData) {
    this.#stored = title;
    this.#heading = element('h1', { class: 'lsp-h1', text: title });
    this.#field = element('input', { id: this.#id, class: 'lsp-input lsp-title-field', type: 'text', maxlength: 255, autocomplete: 'off' });
    this.#editing = element('div', { class: 'lsp-title-editing', hidden: true }, element('label', { class: 'lsp-label', for: this.#id, text: words.pageTitle }), this.#field);
    const when = new Date(modified);
    this.element = element('div', { class: 'lsp-page-title' }, this.#heading, this.#editing,
      // A home page is nobody's article.
      layout === 'Home' || author.name === '' ? undefined : element('p', { class: 'lsp-byline' }, photo(webUrl, author.email, 'S'), element('span', {}, author.name),
        isNaN(when.getTime()) ? undefined : element('time', { datetime: modified, text: new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(when) })));
  }

  get value(): string {
    return this.#editing.hidden ? this.#stored : this.#field.value.trim();
  }

  get isChanged(): boolean {
    return this.value !== this.#stored;
  }

  /** What is in the field is stored now. */
  stored(): void {
    const before = this.#stored;
    this.#stored = this.value;
    this.#heading.textContent = this.#stored;
    document.title = document.title.replace(before, () => this.#stored);
    const link = document.querySelector('.lsp-navigation [aria-current="page"]');
    if (link) link.textContent = this.#stored;
  }

  setEditing(editing: boolean): void {
    this.#field.value = this.#stored;
    this.#editing.hidden = !editing;
    this.#heading.classList.toggle('lsp-visually-hidden', editing);
  }
}
