import { element } from '../element.ts';
import { icon } from '../icons.ts';
import type { PageInfo } from '../pageData.ts';
import { filled, words } from '../words/words.ts';
import { fillAccountMenu } from './accountMenu.ts';
import { photo } from './photo.ts';

/** The bar above every page, with the account menu. */
export function suiteBar(info: PageInfo, onTheme: () => void): HTMLElement {
  const menu = element('div', { class: 'lsp-account-menu', id: 'account-menu', hidden: true, role: 'dialog', 'aria-label': filled(words.account, info.userDisplayName) });
  const button = element('button', { type: 'button', class: 'lsp-account', 'aria-expanded': 'false', 'aria-haspopup': 'dialog', 'aria-controls': 'account-menu', 'aria-label': filled(words.account, info.userDisplayName) },
    element('span', { class: 'lsp-account-name', text: info.userDisplayName }), photo(info.webAbsoluteUrl, info.userEmail));
  const show = (open: boolean): void => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) void fillAccountMenu(menu, info, onTheme);
  };
  button.addEventListener('click', () => show(menu.hidden));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    show(false);
    button.focus();
  });
  const isElsewhere = (target: EventTarget | null): boolean => target instanceof Node && !menu.contains(target) && !button.contains(target);
  document.addEventListener('mousedown', ({ target }) => { if (!menu.hidden && isElsewhere(target)) show(false); });
  menu.addEventListener('focusout', ({ relatedTarget }) => { if (isElsewhere(relatedTarget)) show(false); });
  return element('header', { class: 'lsp-suite' }, element('span', { class: 'lsp-suite-name' }, icon('apps'), element('span', { text: words.suite })), button, menu);
}
