import * as React from 'react';
import { RefusedError } from '../../domain/refusedError';
import { useWords } from '../words/words';
import styles from './Message.module.scss';

interface Props { readonly kind: 'info' | 'warning' | 'error'; readonly title?: string; readonly children?: React.ReactNode; readonly actions?: React.ReactNode; readonly detail?: string }

/** What happened and what to do. Errors are read out at once. */
export function Message({ kind, title, children, actions, detail }: Props): React.ReactElement {
  const { strings } = useWords();
  return (
    <div className={`${styles.message} ${styles[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      {title && <strong className={styles.title}>{title}</strong>}
      {children && <div>{children}</div>}
      {detail && <details className={styles.details}><summary>{strings.feed.details}</summary><p>{detail}</p></details>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** An error in words, with a way on. */
export function ErrorMessage({ error, title, actions }: { readonly error: unknown; readonly title?: string; readonly actions?: React.ReactNode }): React.ReactElement {
  const { strings } = useWords();
  const known = error instanceof RefusedError;
  return (
    <Message kind="error" title={title} actions={actions} detail={known ? error.detail : String(error)}>{known ? strings.refusal[error.reason] : strings.refusal.unexpected}</Message>
  );
}
