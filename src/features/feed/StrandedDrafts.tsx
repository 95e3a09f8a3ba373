import * as React from 'react';
import type { Conversation } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import buttons from '../../ui/Buttons.module.scss';
import { Message } from '../../ui/message/Message';
import { useWords } from '../../ui/words/words';
import { useServices } from '../services';
import { allDrafts, writeDraft } from './drafts';
import styles from './StrandedDrafts.module.scss';

interface Props {
  readonly me: Person;
  readonly mayWrite: boolean;
  /** What was read, newest first, and the newest post there was then. */
  readonly conversations: readonly Conversation[];
  readonly newestId: number;
  /** Whether the conversations are of all themes. */
  readonly all: boolean;
}

/** What somebody was writing that has no place on the page any more: the post was deleted, or they may no longer take part. Their words are theirs. */
export function StrandedDrafts({ me, mayWrite, conversations, newestId, all }: Props): React.ReactElement | null {
  const { strings } = useWords();
  const { siteKey } = useServices();
  const [discarded, setDiscarded] = React.useState(0);
  const stranded = React.useMemo(() => {
    const there = new Set(conversations.map(({ post }) => post.id));
    const oldest = conversations.length > 0 ? conversations[conversations.length - 1].post.id : Infinity;
    const isGone = (postId: number): boolean => all && postId <= newestId && postId > oldest && !there.has(postId);
    return allDrafts({ siteKey, personId: me.id }).filter(({ target }) => !mayWrite || isGone(Number(/^(?:reply|edit-post)-(\d+)$/.exec(target)?.[1])));
    // Looked for again when one was discarded.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [siteKey, me.id, mayWrite, conversations, newestId, all, discarded]);
  if (stranded.length === 0) return null;
  return (
    <>
      {stranded.map(({ target, draft }) => (
        <Message key={target} kind="warning" title={strings.composer.strandedTitle} actions={(
          <button type="button" className={buttons.button} onClick={() => { writeDraft({ siteKey, personId: me.id, target }, undefined); setDiscarded(discarded + 1); }}>{strings.composer.discard}</button>
        )}>
          <p>{mayWrite ? strings.composer.strandedDeleted : strings.composer.strandedReader}</p>
          <blockquote className={styles.text} dir="auto">{draft.text}</blockquote>
        </Message>
      ))}
    </>
  );
}
