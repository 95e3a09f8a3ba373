import * as React from 'react';
import buttons from '../Buttons.module.scss';
import styles from './Confirm.module.scss';

interface Props { readonly title: string; readonly text: string; readonly yes: string; readonly no: string; onAnswer(yes: boolean): void }

/** Asks before something cannot be undone. The browser's own dialog keeps the focus inside and gives it back. */
export function Confirm({ title, text, yes, no, onAnswer }: Props): React.ReactElement {
  const dialog = React.useRef<HTMLDialogElement>(null);
  const [titleId] = React.useState(() => `schil-confirm-${Math.random().toString(36).slice(2)}`);
  React.useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onCancel={(event) => { event.preventDefault(); onAnswer(false); }}>
      <h2 id={titleId} className={styles.title}>{title}</h2>
      <p>{text}</p>
      <div className={styles.actions}>
        <button type="button" className={buttons.button} autoFocus onClick={() => onAnswer(false)}>{no}</button>
        <button type="button" className={`${buttons.button} ${buttons.primary}`} onClick={() => onAnswer(true)}>{yes}</button>
      </div>
    </dialog>
  );
}
