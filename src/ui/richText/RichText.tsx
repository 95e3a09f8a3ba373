import * as React from 'react';
import buttons from '../Buttons.module.scss';
import { useWords } from '../words/words';
import { sanitise } from './sanitise';
import styles from './RichText.module.scss';

/** Pixels; what is a little longer is shown whole. `RichText.module.scss` has the height of what is shown at first. */
const longest = 640;

/** Shows HTML of a list, made harmless; the beginning of what is very long, and the rest on request. */
export function RichText({ html }: { readonly html: string }): React.ReactElement {
  const { strings } = useWords();
  const safe = React.useMemo(() => sanitise(html), [html]);
  const text = React.useRef<HTMLDivElement>(null);
  const [isLong, setLong] = React.useState(false);
  const [whole, setWhole] = React.useState(false);
  React.useLayoutEffect(() => setLong((text.current?.scrollHeight ?? 0) > longest), [safe]);
  return (
    <>
      {/* `sanitise` is what stands between a list and the page; see its tests. */}
      <div ref={text} className={`${styles.text} ${isLong && !whole ? styles.beginning : ''}`} dangerouslySetInnerHTML={{ __html: safe }} />
      {isLong && <button type="button" className={buttons.link} aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? strings.post.showLess : strings.post.showWhole}</button>}
    </>
  );
}
