import * as React from 'react';
import buttons from '../Buttons.module.scss';
import { useWords } from '../words/words';

/** A button that tries something again. */
export function TryAgain({ onTry }: { onTry(): void }): React.ReactElement {
  const { strings } = useWords();
  return <button type="button" className={buttons.button} onClick={onTry}>{strings.feed.tryAgain}</button>;
}
