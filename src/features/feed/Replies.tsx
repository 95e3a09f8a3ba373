import * as React from 'react';
import type { FeedAbilities } from '../../domain/feed/feedRepository';
import type { Conversation } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import buttons from '../../ui/Buttons.module.scss';
import { ErrorMessage } from '../../ui/message/Message';
import { fill, useWords } from '../../ui/words/words';
import { useServices } from '../services';
import { LazyComposer } from './composer/LazyComposer';
import { readDraft } from './drafts';
import { WrittenWords } from './WrittenWords';
import type { FeedChanges } from './useFeedChanges';
import styles from './Replies.module.scss';

interface Props { readonly conversation: Conversation; readonly me: Person; readonly abilities: FeedAbilities; readonly changes: FeedChanges; readonly replying: boolean; onReplying(replying: boolean): void }

const shownAtFirst = 2;

/** The latest replies, all of them on request, and where to write one. */
export function Replies({ conversation, me, abilities, changes, replying, onReplying }: Props): React.ReactElement | null {
  const { strings, plural } = useWords();
  const { siteKey } = useServices();
  const { post, replies, complete } = conversation;
  const [all, setAll] = React.useState(false);
  const [error, setError] = React.useState<unknown>();
  const place = React.useMemo(() => ({ siteKey, personId: me.id, target: `reply-${post.id}` }), [siteKey, me.id, post.id]);
  React.useEffect(() => { if (abilities.participate && readDraft(place)) onReplying(true); }, [place, abilities.participate, onReplying]);
  const shown = all ? replies : replies.slice(-shownAtFirst);
  if (replies.length === 0 && !replying && complete) return null;
  return (
    <div className={styles.replies}>
      {!complete && <button type="button" className={buttons.link} onClick={() => { changes.refresh(post.id).then(() => setAll(true), setError); }}>{strings.post.moreActivity}</button>}
      {error !== undefined && <ErrorMessage error={error} />}
      {replies.length > shownAtFirst && (
        <button type="button" className={buttons.link} aria-expanded={all} onClick={() => setAll(!all)}>{all ? strings.post.showFewerReplies : plural(strings.post.showAllReplies, replies.length)}</button>
      )}
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={plural(strings.post.replies, replies.length)}>
          {shown.map((reply) => (
            <li key={reply.id}>
              <WrittenWords words={reply} kind="reply" me={me} abilities={abilities} reactions={conversation.reactions.filter((reaction) => reaction.targetKind === 'reply' && reaction.targetId === reply.id)}
                onReact={(kind, on) => changes.react(conversation, { kind: 'reply', id: reply.id }, kind, on)} onChange={(bodyHtml) => changes.changeReply(reply, bodyHtml)} onDelete={() => changes.deleteReply(reply)}
                loadCurrent={async () => (await changes.refresh(post.id)).replies.filter((one) => one.id === reply.id)[0]?.bodyHtml ?? ''} />
            </li>
          ))}
        </ul>
      )}
      {replying && (
        <LazyComposer place={place} label={fill(strings.composer.replyLabel, { name: post.author.name })} placeholder={strings.composer.replyPlaceholder} submit={strings.composer.reply} onCancel={() => onReplying(false)}
          onSubmit={async ({ key, bodyHtml }) => { await changes.addReply(post, { key, bodyHtml }); onReplying(false); }} />
      )}
    </div>
  );
}
