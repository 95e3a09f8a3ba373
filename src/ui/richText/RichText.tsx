import * as React from 'react';
import { sanitise } from './sanitise';
import styles from './RichText.module.scss';

/** Shows HTML of a list, made harmless. */
export function RichText({ html }: { readonly html: string }): React.ReactElement {
  const safe = React.useMemo(() => sanitise(html), [html]);
  // `sanitise` is what stands between a list and the page; see its tests.
  return <div className={styles.text} dangerouslySetInnerHTML={{ __html: safe }} />;
}
