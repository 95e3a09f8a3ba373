import * as React from 'react';
import styles from './announcer.module.scss';

const AnnounceContext = React.createContext<(text: string) => void>(() => undefined);

/** Says something to who cannot see what changed. */
export function useAnnounce(): (text: string) => void {
  return React.useContext(AnnounceContext);
}

export function AnnouncerProvider({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const [said, setSaid] = React.useState('');
  // The same words again are only read out when something differs: a space that nobody hears.
  const say = React.useCallback((text: string) => setSaid((before) => before === text ? `${text}\u00A0` : text), []);
  return (
    <AnnounceContext.Provider value={say}>
      {children}
      <div className={styles.spoken} role="status" aria-live="polite">{said}</div>
    </AnnounceContext.Provider>
  );
}
