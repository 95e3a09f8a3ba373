import * as React from 'react';
import { useWords } from '../../ui/words/words';
import { loadedWhenUsed } from '../loadedWhenUsed';
import type { SetupCheckProps } from './SetupCheck';
import type { SetupInvitationProps } from './SetupInvitation';

/** The set-up check and the invitation to set up; their code comes when one of them is on the page. */
export const LazySetupCheck = loadedWhenUsed<SetupCheckProps>(() => import(/* webpackChunkName: 'set-up' */ './SetupCheck'), Waiting);
export const LazySetupInvitation = loadedWhenUsed<SetupInvitationProps>(() => import(/* webpackChunkName: 'set-up' */ './SetupInvitation'), Waiting);

function Waiting(): React.ReactElement {
  const { strings } = useWords();
  return <p role="status">{strings.check.reading}</p>;
}
