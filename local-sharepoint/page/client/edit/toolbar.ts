import { element } from '../element.ts';
import { icon, type IconName } from '../icons.ts';

export interface Tool { readonly key: string; readonly label: string; readonly icon: IconName; readonly disabled?: boolean; onclick(): void }

/** Buttons with pictures, as one stop of the Tab key; the arrow keys go from one to the next (WAI-ARIA's toolbar). */
export function toolbar(label: string, tools: readonly Tool[]): HTMLElement {
  const buttons = tools.map((tool) => toolButton(tool));
  const bar = element('div', { class: 'lsp-toolbar', role: 'toolbar', 'aria-label': label }, ...buttons);
  const usable = buttons.filter(({ disabled }) => !disabled);
  const stopAt = (stop: HTMLButtonElement | undefined): void => { for (const button of buttons) button.tabIndex = button === stop ? 0 : -1; };
  stopAt(usable[0]);
  bar.addEventListener('focusin', ({ target }) => stopAt(usable.find((button) => button === target) ?? usable[0]));
  bar.addEventListener('keydown', (event) => {
    const at = usable.findIndex((button) => button === event.target);
    const to = at < 0 ? undefined : { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: usable.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    usable[(to + usable.length) % usable.length]?.focus();
  });
  return bar;
}

export function toolButton({ key, label, icon: name, disabled = false, onclick }: Tool): HTMLButtonElement {
  return element('button', { type: 'button', class: 'lsp-button lsp-tool', 'aria-label': label, title: label, 'data-key': key, disabled, onclick }, icon(name));
}

/** Carries out a change that draws tools anew, and leaves the focus on the tool it was on (or beside it, when that one is now disabled). */
export function keepingFocus(draw: () => void): void {
  const key = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  draw();
  if (key !== undefined && !(document.activeElement instanceof HTMLElement && document.activeElement.dataset['key'] === key)) focusTool(key);
}

export function focusTool(key: string): void {
  const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const target = found?.matches(':disabled') ? found.parentElement?.querySelector<HTMLElement>('button:enabled') : found;
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest' });
}
