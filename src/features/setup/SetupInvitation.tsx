import * as React from 'react';
import type { SetupPart, SetupState } from '../../domain/setup/setupRepository';
import buttons from '../../ui/Buttons.module.scss';
import { Face } from '../../ui/face/Face';
import { ErrorMessage, Message } from '../../ui/message/Message';
import { fill, useWords } from '../../ui/words/words';
import { nameOf, stateOf } from './partWords';
import { useSetup, type Setup } from './useSetup';
import styles from './Setup.module.scss';

export interface SetupInvitationProps {
  readonly mayManage: boolean;
  /** The lists are there, but this version keeps more. */
  readonly outdated: boolean;
  onDone(): void;
}

/** For owners one button, with what it makes and who will be able to do what; for everyone else a friendly note that names the owner. */
export default function SetupInvitation({ mayManage, outdated, onDone }: SetupInvitationProps): React.ReactElement {
  const { strings } = useWords();
  const setup = useSetup(onDone);
  if (!mayManage) return <AskOwner state={setup.state} />;
  const title = outdated ? strings.setup.outdatedTitle : strings.setup.title;
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p>{outdated ? strings.setup.outdatedText : strings.setup.intro}</p>
      {setup.state && !outdated && <WhatAndWho state={setup.state} />}
      {setup.error !== undefined && <ErrorMessage error={setup.error} />}
      {setup.state && <ForAdministrator parts={setup.state.parts} />}
      {setup.stopped && <Message kind="info">{strings.setup.stopped}</Message>}
      <RunSetup setup={setup} label={outdated ? strings.setup.update : setup.stopped || setup.state?.status === 'incomplete' ? strings.setup.goOn : strings.setup.button} />
    </section>
  );
}

/** What the button cannot mend, in sentences to pass on. */
function ForAdministrator({ parts }: { readonly parts: readonly SetupPart[] }): React.ReactElement | null {
  const { strings } = useWords();
  const left = parts.filter(({ problem, repairable }) => problem && !repairable);
  if (left.length === 0) return null;
  return (
    <Message kind="warning">
      <ul>{left.map((part, at) => <li key={at}>{`${part.list} ${nameOf(part, strings)}: ${stateOf(part, strings)}`}</li>)}</ul>
    </Message>
  );
}

/** The button, and progress with a way to stop while it works. */
export function RunSetup({ setup, label }: { readonly setup: Setup; readonly label: string }): React.ReactElement {
  const { strings } = useWords();
  if (!setup.running) return <button type="button" className={`${buttons.button} ${buttons.primary}`} onClick={setup.run}>{label}</button>;
  const { done, total } = setup.progress ?? { done: 0, total: 1 };
  const text = fill(strings.setup.working, { done, total });
  return (
    <div className={styles.progress}>
      <progress max={total} value={done} aria-label={text} />
      <span role="status">{text}</span>
      <button type="button" className={buttons.button} onClick={setup.stop}>{strings.setup.stop}</button>
    </div>
  );
}

function WhatAndWho({ state }: { readonly state: SetupState }): React.ReactElement {
  const { strings } = useWords();
  const lists = state.parts.filter((part) => part.subject === 'list').map((part) => part.list);
  return (
    <>
      <h3>{strings.setup.makes}</h3>
      <ul className={styles.lists}>{lists.map((list) => <li key={list}>{strings.setup.lists[list] ?? list} <code>{`Lists/${list}`}</code></li>)}</ul>
      <h3>{strings.setup.who}</h3>
      <dl className={styles.who}>
        <dt>{strings.setup.participants}{state.participants.length > 0 && `: ${state.participants.join(', ')}`}</dt><dd>{strings.setup.mayParticipate}</dd>
        {state.editors.length > 0 && <><dt>{`${strings.setup.editors}: ${state.editors.join(', ')}`}</dt><dd>{strings.setup.mayEdit}</dd></>}
        <dt>{strings.setup.owners}</dt><dd>{strings.setup.mayOwn}</dd>
      </dl>
      <p>{strings.setup.nothingElse}</p>
    </>
  );
}

function AskOwner({ state }: { readonly state: SetupState | undefined }): React.ReactElement {
  const { strings } = useWords();
  const owners = state?.owners ?? [];
  return (
    <section className={styles.card} aria-label={strings.setup.askTitle}>
      <h2 className={styles.title}>{strings.setup.askTitle}</h2>
      <p>{owners.length > 0 ? strings.setup.askText : strings.setup.askNobody}</p>
      <ul className={styles.owners}>
        {owners.map((owner) => (
          <li key={owner.id}>
            <Face name={owner.name} photoUrl={owner.photoUrl} />
            <a href={`mailto:${owner.email}?subject=${encodeURIComponent(strings.setup.askMail)}&body=${encodeURIComponent(window.location.href)}`}>{owner.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
