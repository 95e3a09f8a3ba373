import * as React from 'react';
import { useWords } from '../../../ui/words/words';
import { loadedWhenUsed } from '../../loadedWhenUsed';
import type { ComposerProps } from './Composer';

/** The composer; its code comes when somebody begins to write. */
export const LazyComposer = loadedWhenUsed<ComposerProps>(() => import(/* webpackChunkName: 'composer' */ './Composer'), Waiting);

function Waiting(): React.ReactElement {
  const { strings } = useWords();
  return <div role="status">{strings.feed.loading}</div>;
}
