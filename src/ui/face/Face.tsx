import * as React from 'react';
import styles from './Face.module.scss';

interface Props { readonly name: string; readonly photoUrl: string; readonly size?: 'small' | 'large' }

/** Somebody's picture; their initials until it has loaded and when there is none. The name stands beside it, so it is not said twice. */
export function Face({ name, photoUrl, size = 'large' }: Props): React.ReactElement {
  const [failed, setFailed] = React.useState(false);
  React.useEffect(() => setFailed(false), [photoUrl]);
  return (
    <span className={`${styles.face} ${size === 'small' ? styles.small : ''}`} aria-hidden="true">
      <span className={styles.initials}>{initials(name)}</span>
      {!failed && photoUrl !== '' && <img className={styles.picture} src={photoUrl} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />}
    </span>
  );
}

/** The first letters of the first and the last name. */
export function initials(name: string): string {
  // Directories put a department or a company behind a name: "Jansen, Lotte (HR)".
  const parts = name.replace(/\([^)]*\)|\[[^\]]*\]|\|/g, ' ').trim().split(/\s+/).filter((part) => part !== '');
  if (parts.length === 0) return '?';
  const letters = parts.length === 1 ? [parts[0]] : [parts[0], parts[parts.length - 1]];
  return letters.map((part) => Array.from(part)[0].toUpperCase()).join('');
}
