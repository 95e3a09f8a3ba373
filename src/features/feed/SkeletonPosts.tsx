import * as React from 'react';
import { useWords } from '../../ui/words/words';
import styles from './SkeletonPosts.module.scss';

/** Where posts will be. */
export function SkeletonPosts(): React.ReactElement {
  const { strings } = useWords();
  return (
    <div role="status" aria-label={strings.feed.loading}>
      {[1, 2, 3].map((at) => (
        <div key={at} className={styles.post} aria-hidden="true">
          <span className={styles.face} />
          <span className={styles.lines}><span className={styles.short} /><span className={styles.line} /><span className={styles.line} /></span>
        </div>
      ))}
    </div>
  );
}
