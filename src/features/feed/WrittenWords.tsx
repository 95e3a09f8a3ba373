import * as React from 'react';
import type { FeedAbilities } from '../../domain/feed/feedRepository';
import type { Reaction, ReactionKind, TargetKind, Theme, Words } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import { Confirm } from '../../ui/confirm/Confirm';
import { Face } from '../../ui/face/Face';
import { focusWhenLost } from '../../ui/focus/focusWhenLost';
import { Menu } from '../../ui/menu/Menu';
import { ErrorMessage } from '../../ui/message/Message';
import { ReactionBar } from '../../ui/reactions/ReactionBar';
import { RichText } from '../../ui/richText/RichText';
import { exactTime, RelativeTime } from '../../ui/time/RelativeTime';
import { fill, useWords } from '../../ui/words/words';
import { useAnnounce } from '../announcer';
import { useServices } from '../services';
import { LazyComposer } from './composer/LazyComposer';
import { readDraft } from './drafts';
import styles from './WrittenWords.module.scss';

interface Props {
  readonly words: Words;
  readonly kind: TargetKind;
  readonly me: Person;
  readonly abilities: FeedAbilities;
  readonly reactions: readonly Reaction[];
  /** There are more reactions than these. */
  readonly more?: boolean;
  readonly themes?: readonly Theme[];
  readonly themeId?: number;
  /** Shown beside the time, e.g. the theme. */
  readonly about?: React.ReactNode;
  readonly actions?: React.ReactNode;
  onReact(kind: ReactionKind, on: boolean): Promise<void>;
  onChange(bodyHtml: string, themeId: number | undefined): Promise<void>;
  onDelete(): Promise<void>;
  loadCurrent(): Promise<string>;
}

/** What somebody wrote, with their face, and what one may do with it. */
export function WrittenWords({ words, kind, me, abilities, reactions, more, themes = [], themeId, about, actions, onReact, onChange, onDelete, loadCurrent }: Props): React.ReactElement {
  const { strings, locale } = useWords();
  const { siteKey } = useServices();
  const announce = useAnnounce();
  const place = React.useMemo(() => ({ siteKey, personId: me.id, target: `edit-${kind}-${words.id}` }), [siteKey, me.id, kind, words.id]);
  // Who left may be unknown to the site by now.
  const name = words.author.name || strings.post.somebody;
  const mine = words.author.id === me.id;
  const [editing, setEditing] = React.useState(() => mine && abilities.participate && readDraft(place) !== undefined);
  const [asking, setAsking] = React.useState(false);
  const [failed, setFailed] = React.useState<{ title?: string; error: unknown } | undefined>();
  const header = React.useRef<HTMLDivElement>(null);
  const stopEditing = (): void => {
    setEditing(false);
    focusWhenLost(() => header.current?.querySelector('button'));
  };
  const attempt = (work: Promise<void>, title?: string): void => {
    setFailed(undefined);
    work.catch((error: unknown) => setFailed({ title, error }));
  };
  const answer = (yes: boolean): void => {
    setAsking(false);
    if (yes) attempt(onDelete().then(() => announce(strings.post.removed)));
  };
  return (
    <div className={styles.words}>
      <Face name={name} photoUrl={words.author.photoUrl} size={kind === 'post' ? 'large' : 'small'} />
      <div className={styles.content}>
        <div ref={header} className={styles.header}>
          <div className={styles.who}>
            <span className={styles.name}><strong>{name}</strong>{words.author.jobTitle && <span className={styles.subtle}>{words.author.jobTitle}</span>}</span>
            <span className={styles.when}><span className={styles.subtle}><RelativeTime date={words.createdAt} />{words.editedAt && <> · <span title={exactTime(words.editedAt, locale)}>{strings.post.edited}</span></>}</span>{about}</span>
          </div>
          {mine && abilities.participate && (
            <Menu label={fill(strings.post.actions, { name })} items={[
              { key: 'edit', label: strings.post.edit, onChosen: () => setEditing(true) }, { key: 'delete', label: strings.post.remove, onChosen: () => setAsking(true) },
            ]} />
          )}
        </div>
        {editing
          ? <LazyComposer place={place} label={strings.composer.editLabel} placeholder="" submit={strings.composer.save} initialHtml={words.bodyHtml} themes={themes} themeId={themeId} onCancel={stopEditing}
            loadCurrent={loadCurrent} onSubmit={async ({ bodyHtml, themeId: chosen }) => { await onChange(bodyHtml, chosen); stopEditing(); }} />
          : <RichText html={words.bodyHtml} />}
        {failed && <ErrorMessage error={failed.error} title={failed.title} />}
        <div className={styles.actions}>
          <ReactionBar reactions={reactions} myId={me.id} mayReact={abilities.participate} more={more} onChange={(reaction, on) => attempt(onReact(reaction, on), strings.reactions.failed)} />
          {actions}
        </div>
        {asking && <Confirm title={kind === 'post' ? strings.post.removePostQuestion : strings.post.removeReplyQuestion} text={kind === 'post' ? strings.post.removePostText : strings.post.removeReplyText}
          yes={strings.post.remove} no={strings.post.cancel} onAnswer={answer} />}
      </div>
    </div>
  );
}
