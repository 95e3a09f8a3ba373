import * as React from 'react';
import { useWords } from '../../../ui/words/words';
import type { ComposerProps } from './Composer';

const Composer = React.lazy(() => import(/* webpackChunkName: 'composer' */ './Composer'));

/** The composer; its code comes when somebody begins to write. */
export function LazyComposer(props: ComposerProps): React.ReactElement {
  const { strings } = useWords();
  return <React.Suspense fallback={<div role="status">{strings.feed.loading}</div>}><Composer {...props} /></React.Suspense>;
}
