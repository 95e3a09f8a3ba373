import { element } from './element.ts';
import { icon } from './icons.ts';
import { words } from './words/words.ts';

export interface Action { readonly label: string; onclick(): void }

/** One message at a time, above the page: read out, and with what can be done about it. */
export class MessageBar {
  /** Always on the page, so that screen readers notice what appears in it. */
  readonly #text = element('p', { class: 'lsp-message-text', 'aria-live': 'polite' });
  readonly #actions = element('div', { class: 'lsp-message-actions' });
  readonly element = element('div', { class: 'lsp-message' }, this.#text, this.#actions);

  say(text: string, actions: readonly Action[] = []): void {
    this.#show(text, actions, false);
  }

  /** What went wrong. */
  warn(text: string, actions: readonly Action[] = []): void {
    this.#show(text, actions, true);
  }

  clear(): void {
    this.element.classList.remove('lsp-shown', 'lsp-warning');
    this.#text.textContent = '';
    this.#actions.replaceChildren();
  }

  focusAction(): void {
    this.#actions.querySelector('button')?.focus({ preventScroll: true });
  }

  #show(text: string, actions: readonly Action[], isWarning: boolean): void {
    this.element.classList.add('lsp-shown');
    this.element.classList.toggle('lsp-warning', isWarning);
    this.#text.setAttribute('aria-live', isWarning ? 'assertive' : 'polite');
    this.#text.textContent = text;
    this.#actions.replaceChildren(
      ...actions.map(({ label, onclick }) => element('button', { type: 'button', class: 'lsp-button', text: label, onclick })),
      element('button', { type: 'button', class: 'lsp-button lsp-tool', 'aria-label': words.close, onclick: () => this.clear() }, icon('close')));
  }
}
