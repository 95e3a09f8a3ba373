import * as React from 'react';
import type { FeedAbilities } from '../../domain/feed/feedRepository';
import type { Conversation, Theme } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import buttons from '../../ui/Buttons.module.scss';
import { focusWhenLost } from '../../ui/focus/focusWhenLost';
import { Icon } from '../../ui/icons/Icon';
import { fill, useWords } from '../../ui/words/words';
import { Replies } from './Replies';
import { WrittenWords } from './WrittenWords';
import type { FeedChanges } from './useFeedChanges';
import styles from './PostArticle.module.scss';

interface Props {
  readonly conversation: Conversation;
  /** From 1; `total` is -1 while there are more than were read. */
  readonly position: number;
  readonly total: number;
  readonly me: Person;
  readonly themes: readonly Theme[];
  /** Whether the theme is said beside the time. */
  readonly namesTheme: boolean;
  readonly abilities: FeedAbilities;
  readonly changes: FeedChanges;
}

/** One conversation: a post, its reactions and its replies. */
export const PostArticle = React.memo(({ conversation, position, total, me, themes, namesTheme, abilities, changes }: Props): React.ReactElement => {
  const { strings } = useWords();
  const { post } = conversation;
  const [replying, setReplying] = React.useState(false);
  const replyButton = React.useRef<HTMLButtonElement>(null);
  const onReplying = React.useCallback((on: boolean): void => {
    setReplying(on);
    if (!on) focusWhenLost(() => replyButton.current);
  }, []);
  const theme = themes.filter(({ id }) => id === post.themeId)[0];
  return (
    <article className={styles.post} tabIndex={0} aria-posinset={position} aria-setsize={total} aria-label={fill(strings.post.by, { name: post.author.name || strings.post.somebody })}>
      <WrittenWords words={post} kind="post" me={me} abilities={abilities} themes={themes} themeId={post.themeId}
        about={namesTheme && theme && <span className={styles.theme}>{theme.title}</span>}
        reactions={conversation.reactions.filter((reaction) => reaction.targetKind === 'post')} more={!conversation.complete}
        onReact={(kind, on) => changes.react(conversation, { kind: 'post', id: post.id }, kind, on)}
        onChange={(bodyHtml, themeId) => changes.changePost(post, bodyHtml, themeId)} onDelete={() => changes.deletePost(post)}
        loadCurrent={async () => (await changes.refresh(post.id)).post.bodyHtml}
        actions={abilities.participate && <button ref={replyButton} type="button" className={buttons.quiet} aria-expanded={replying} onClick={() => setReplying(true)}><Icon name="reply" />{strings.post.reply}</button>} />
      <Replies conversation={conversation} me={me} abilities={abilities} changes={changes} replying={replying} onReplying={onReplying} />
    </article>
  );
});
PostArticle.displayName = 'PostArticle';
