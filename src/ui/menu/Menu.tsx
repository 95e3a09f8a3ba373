import * as React from 'react';
import { Icon } from '../icons/Icon';
import buttons from '../Buttons.module.scss';
import { useDismiss } from './useDismiss';
import styles from './Menu.module.scss';

export interface MenuItem { readonly key: string; readonly label: string; onChosen(): void }

/** A button that opens a menu (WAI-ARIA menu button): arrows move, Escape and a click elsewhere close, focus returns. */
export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }): React.ReactElement {
  const [open, setOpen] = React.useState(false);
  const button = React.useRef<HTMLButtonElement>(null);
  const list = React.useRef<HTMLDivElement>(null);
  const close = React.useCallback((giveFocusBack: boolean): void => {
    setOpen(false);
    if (giveFocusBack) button.current?.focus();
  }, []);
  useDismiss(open, list, close, button);
  React.useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus();
  }, [open]);

  const move = (event: React.KeyboardEvent): void => {
    const all = Array.from(list.current?.querySelectorAll('button') ?? []);
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at + all.length - 1) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    all[next].focus();
  };

  return (
    <span className={styles.menu}>
      <button ref={button} type="button" className={buttons.quiet} aria-label={label} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="more" /></button>
      {open && (
        <div ref={list} role="menu" tabIndex={-1} aria-label={label} className={styles.list} onKeyDown={move}>
          {items.map((item) => (
            <button key={item.key} type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={() => { close(true); item.onChosen(); }}>{item.label}</button>
          ))}
        </div>
      )}
    </span>
  );
}
