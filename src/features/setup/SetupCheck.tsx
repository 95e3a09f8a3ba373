import * as React from 'react';
import type { SetupPart } from '../../domain/setup/setupRepository';
import buttons from '../../ui/Buttons.module.scss';
import { ErrorMessage, Message } from '../../ui/message/Message';
import { useWords } from '../../ui/words/words';
import { nameOf, stateOf } from './partWords';
import { RunSetup } from './SetupInvitation';
import { useSetup } from './useSetup';
import styles from './Setup.module.scss';

export interface SetupCheckProps { onMended?(): void }

/** Names each list, column, index and permission and what is wrong with it, with a button or a sentence for an administrator. */
export default function SetupCheck({ onMended = nothing }: SetupCheckProps): React.ReactElement {
  const { strings, plural } = useWords();
  const setup = useSetup(onMended);
  const { state } = setup;
  const wrong = (state?.parts ?? []).filter((part) => part.problem);
  return (
    <section className={styles.card} aria-label={strings.check.title}>
      <h2 className={styles.title}>{strings.check.title}</h2>
      {setup.error !== undefined && <ErrorMessage error={setup.error} actions={!state && <button type="button" className={buttons.button} onClick={setup.check}>{strings.check.again}</button>} />}
      {!state && setup.error === undefined && <p role="status">{strings.check.reading}</p>}
      {state && !state.mayManage && <Message kind="info">{strings.check.onlyOwners}</Message>}
      {state?.mayManage && (
        <>
          <Message kind={wrong.length === 0 ? 'info' : 'warning'}>{wrong.length === 0 ? strings.check.allWell : plural(strings.check.problems, wrong.length)}</Message>
          <div className={styles.buttons}>
            {wrong.some((part) => part.repairable) && <RunSetup setup={setup} label={state.status === 'missing' ? strings.setup.button : strings.check.mend} />}
            {!setup.running && <button type="button" className={buttons.button} onClick={setup.check}>{strings.check.again}</button>}
          </div>
          <Parts parts={state.parts} />
        </>
      )}
    </section>
  );
}

function nothing(): void { /* There is nobody to tell. */ }

function Parts({ parts }: { readonly parts: readonly SetupPart[] }): React.ReactElement {
  const { strings } = useWords();
  return (
    <div className={styles.scroll} role="region" aria-label={`${strings.check.title}: ${strings.check.state}`} tabIndex={0}>
      <table className={styles.table}>
        <thead><tr><th scope="col">{strings.check.list}</th><th scope="col">{strings.check.part}</th><th scope="col">{strings.check.state}</th></tr></thead>
        <tbody>
          {parts.map((part, at) => (
            <tr key={at} className={part.problem ? styles.wrong : undefined}>
              <td>{part.list}</td><td>{nameOf(part, strings)}</td><td>{stateOf(part, strings)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
