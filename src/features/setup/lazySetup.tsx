import * as React from 'react';
import { useWords } from '../../ui/words/words';

const SetupCheck = React.lazy(() => import(/* webpackChunkName: 'set-up' */ './SetupCheck'));

/** The set-up check; its code comes when it is on the page. */
export function LazySetupCheck(): React.ReactElement {
  const { strings } = useWords();
  return <React.Suspense fallback={<p role="status">{strings.check.reading}</p>}><SetupCheck /></React.Suspense>;
}
