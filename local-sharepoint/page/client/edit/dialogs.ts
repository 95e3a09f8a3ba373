import { element, newId, type Child } from '../element.ts';
import { icon } from '../icons.ts';
import { words } from '../words/words.ts';

/** Opens a modal dialog; it is gone when it is closed (button, Escape), and the focus is back where it was. */
export function openDialog(title: string, ...content: readonly Child[]): HTMLDialogElement {
  const heading = newId();
  const dialog = element('dialog', { class: 'lsp-dialog', 'aria-labelledby': heading });
  dialog.append(
    element('div', { class: 'lsp-dialog-header' }, element('h2', { class: 'lsp-h2', id: heading, text: title }),
      element('button', { type: 'button', class: 'lsp-button lsp-tool', 'aria-label': words.close, onclick: () => dialog.close() }, icon('close'))),
    ...content.filter((child): child is Node | string => child !== undefined));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something is lost. */
export function confirmed(title: string, text: string, yes: string, no: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (value: boolean) => (): void => {
      resolve(value);
      dialog.close();
    };
    const refuse = element('button', { type: 'button', class: 'lsp-button', text: no, onclick: answer(false) });
    const dialog = openDialog(title, element('p', { text }), element('div', { class: 'lsp-dialog-buttons' },
      element('button', { type: 'button', class: 'lsp-button lsp-primary', text: yes, onclick: answer(true) }), refuse));
    dialog.addEventListener('close', () => resolve(false));
    refuse.focus();
  });
}

export interface Choice<Value> { readonly label: string; readonly value: Value }

/** Lets somebody choose one of several; resolves with undefined when they close. */
export function chosen<Value>(title: string, choices: readonly Choice<Value>[]): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const list = element('ul', { class: 'lsp-choices' }, ...choices.map(({ label, value }) => element('li', {}, element('button', {
      type: 'button', class: 'lsp-button', text: label, onclick: () => {
        resolve(value);
        dialog.close();
      },
    }))));
    const dialog = openDialog(title, list);
    dialog.addEventListener('close', () => resolve(undefined));
    list.querySelector('button')?.focus();
  });
}

/** Asks for a line of text; `check` says what is wrong with it. Resolves with undefined when somebody closes. */
export function typed(title: string, label: string, yes: string, missing: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const [id, errorId] = [newId(), newId()];
    const input = element('input', { id, class: 'lsp-input', type: 'text', maxlength: 255, autocomplete: 'off', 'aria-describedby': errorId });
    const error = element('p', { id: errorId, class: 'lsp-field-error', role: 'alert' });
    const form = element('form', { method: 'dialog' }, element('label', { class: 'lsp-label', for: id, text: label }), input, error,
      element('div', { class: 'lsp-dialog-buttons' }, element('button', { class: 'lsp-button lsp-primary', text: yes }), element('button', { type: 'button', class: 'lsp-button', text: words.cancel, onclick: () => dialog.close() })));
    form.addEventListener('submit', (event) => {
      if (input.value.trim() !== '') return resolve(input.value.trim());
      event.preventDefault();
      error.textContent = missing;
      input.setAttribute('aria-invalid', 'true');
      return input.focus();
    });
    const dialog = openDialog(title, form);
    dialog.addEventListener('close', () => resolve(undefined));
    input.focus();
  });
}
