import * as React from 'react';
import type { Theme } from '../../domain/feed/post';
import { useWords } from '../../ui/words/words';
import styles from './ThemeFilter.module.scss';

interface Props { readonly themes: readonly Theme[]; readonly chosen: number | undefined; onChosen(themeId: number | undefined): void }

/** Which theme is read. A native choice: it works with every keyboard, phone and screen reader. */
export function ThemeFilter({ themes, chosen, onChosen }: Props): React.ReactElement {
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
