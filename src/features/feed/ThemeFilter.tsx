import * as React from 'react';
import type { Theme } from '../../domain/feed/post';
import { useWords } from '../../ui/words/words';
import styles from './ThemeFilter.module.scss';

interface Props { readonly themes: readonly Theme[]; readonly chosen: number | undefined; onChosen(themeId: number | undefined): void }

/** With more themes than this a list to choose from is quicker to read than buttons. */
const mostButtons = 8;

/** Which theme is read. */
export function ThemeFilter(props: Props): React.ReactElement {
  return props.themes.length <= mostButtons ? <ThemeButtons {...props} /> : <ThemeChoice {...props} />;
}

function ThemeButtons({ themes, chosen, onChosen }: Props): React.ReactElement {
  const { strings } = useWords();
  const button = (id: number | undefined, title: string, hint?: string): React.ReactElement => (
    <button key={id ?? 0} type="button" className={styles.button} aria-pressed={chosen === id} title={hint} onClick={() => onChosen(id)}>{title}</button>
  );
  return (
    <div className={styles.buttons} role="group" aria-label={strings.feed.theme}>
      {button(undefined, strings.feed.allThemes)}
      {themes.map(({ id, title, description }) => button(id, title, description || undefined))}
    </div>
  );
}

/** A native choice: it works with every keyboard, phone and screen reader. */
function ThemeChoice({ themes, chosen, onChosen }: Props): React.ReactElement {
  const { strings } = useWords();
  return (
    <label className={styles.filter}>
      <span>{strings.feed.theme}</span>
      <select className={styles.choice} value={chosen ?? 0} onChange={({ target }) => onChosen(Number(target.value) || undefined)}>
        <option value={0}>{strings.feed.allThemes}</option>
        {themes.map((theme) => <option key={theme.id} value={theme.id}>{theme.title}</option>)}
      </select>
    </label>
  );
}
