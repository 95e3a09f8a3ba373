import { element } from '../element.ts';
import { icon } from '../icons.ts';
import { filled, words } from '../words/words.ts';

/** Back and next, between the pages of a pane. `page` counts from 0. */
export function pager(page: number, count: number, turn: (by: -1 | 1) => void): HTMLElement {
  return element('div', { class: 'lsp-pager' },
    element('button', { type: 'button', class: 'lsp-button', disabled: page === 0, onclick: () => turn(-1) }, icon('chevronLeft'), words.back),
    element('span', { text: filled(words.pageOf, page + 1, count) }),
    element('button', { type: 'button', class: 'lsp-button', disabled: page === count - 1, onclick: () => turn(1) }, words.next, icon('chevronRight')));
}

/** For web parts whose changes wait for it (`disableReactivePropertyChanges`). */
export function applyButton(isEnabled: boolean, onclick: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'lsp-button lsp-primary', disabled: !isEnabled, text: words.apply, onclick });
}
