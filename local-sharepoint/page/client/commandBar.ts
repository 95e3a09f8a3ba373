import { element } from './element.ts';
import { icon, type IconName } from './icons.ts';

export interface Command { readonly name: string; readonly label: string; readonly icon: IconName; readonly primary?: boolean; onclick(): void }

/** The buttons above a page. */
export function commandBar(commands: readonly Command[]): HTMLElement[] {
  return commands.map(({ name, label, icon: picture, primary = false, onclick }) => element('button', {
    type: 'button', class: `lsp-button lsp-command${primary ? ' lsp-primary' : ''}`, 'data-command': name, onclick,
  }, icon(picture), label));
}
