import * as React from 'react';
import buttons from '../../../ui/Buttons.module.scss';
import { Message } from '../../../ui/message/Message';
import { RichText } from '../../../ui/richText/RichText';
import { useWords } from '../../../ui/words/words';
import styles from './Composer.module.scss';

interface Props { readonly current: string; onKeepMine(): void; onTakeTheirs(): void }

/** Both texts, and which of them stays. */
export function Conflict({ current, onKeepMine, onTakeTheirs }: Props): React.ReactElement {
  const { strings } = useWords();
  return (
    <Message kind="warning" title={strings.composer.conflictTitle} actions={(
      <>
        <button type="button" className={buttons.button} onClick={onKeepMine}>{strings.composer.keepMine}</button>
        <button type="button" className={buttons.button} onClick={onTakeTheirs}>{strings.composer.takeTheirs}</button>
      </>
    )}>
      <p>{strings.composer.conflictText}</p>
      <div className={styles.current}><strong>{strings.composer.theirVersion}</strong><RichText html={current} /></div>
    </Message>
  );
}
