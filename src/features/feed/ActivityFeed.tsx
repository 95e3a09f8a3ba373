import * as React from 'react';
import type { FirstScreen } from '../../domain/feed/feedRepository';
import buttons from '../../ui/Buttons.module.scss';
import { focusWhenLost } from '../../ui/focus/focusWhenLost';
import { ErrorMessage, Message } from '../../ui/message/Message';
import { TryAgain } from '../../ui/message/TryAgain';
import { useWords } from '../../ui/words/words';
import { AnnouncerProvider } from '../announcer';
import { LazySetupCheck, LazySetupInvitation } from '../setup/lazySetup';
import { ConnectionNotice } from './ConnectionNotice';
import { ConversationList } from './ConversationList';
import { NewPost } from './NewPost';
import { SkeletonPosts } from './SkeletonPosts';
import { StrandedDrafts } from './StrandedDrafts';
import { ThemeFilter } from './ThemeFilter';
import { useFeed, type Feed } from './useFeed';
import { useFeedChanges } from './useFeedChanges';
import { useKeptFocus } from './useKeptFocus';
import styles from './ActivityFeed.module.scss';

export interface ActivityFeedProps {
  /** Above the feed; none when empty. */
  readonly title: string;
  /** Only this theme; undefined lets the reader choose. */
  readonly themeId: number | undefined;
  readonly pageSize: number;
}

/** The activity feed: conversations between colleagues, newest first. */
export function ActivityFeed({ title, themeId, pageSize }: ActivityFeedProps): React.ReactElement {
  const { strings } = useWords();
  const [chosen, setChosen] = React.useState<number | undefined>();
  const feed = useFeed({ themeId: themeId ?? chosen }, pageSize);
  const section = React.useRef<HTMLElement>(null);
  useKeptFocus(section);
  return (
    <AnnouncerProvider>
      <section ref={section} tabIndex={-1} className={styles.feed} aria-label={title || strings.feed.title}>
        {/* There is always one, so that headings in posts stand below it. */}
        <h2 className={title ? styles.title : styles.unseen}>{title || strings.feed.title}</h2>
        <ConnectionNotice />
        <Content feed={feed} themeId={themeId} chosen={chosen} onChosen={setChosen} />
      </section>
    </AnnouncerProvider>
  );
}

interface ContentProps { readonly feed: Feed; readonly themeId: number | undefined; readonly chosen: number | undefined; onChosen(themeId: number | undefined): void }

function Content({ feed, themeId, chosen, onChosen }: ContentProps): React.ReactElement {
  const { strings } = useWords();
  // The screen that was read before stays while another theme is read, so that what somebody writes stays, too.
  const last = React.useRef<FirstScreen>();
  if (feed.first) last.current = feed.first;
  const first = feed.first ?? last.current;
  if (feed.error) return <ErrorMessage error={feed.error} title={strings.feed.loadFailed} actions={<TryAgain onTry={feed.reload} />} />;
  if (!first) return <SkeletonPosts />;
  const { manage } = first.abilities;
  if (first.setup === 'missing') return <LazySetupInvitation mayManage={manage} outdated={false} onDone={feed.reload} />;
  if (first.setup === 'broken') {
    return (
      <>
        <Message kind="error" title={strings.feed.brokenTitle} detail={first.detail} actions={<TryAgain onTry={feed.reload} />}>{manage ? strings.feed.brokenMend : strings.feed.brokenAsk}</Message>
        {manage && <LazySetupCheck onMended={feed.reload} />}
      </>
    );
  }
  return (
    <>
      {first.setup === 'outdated' && manage && <LazySetupInvitation mayManage outdated onDone={feed.reload} />}
      <Conversations feed={feed} first={first} themeId={themeId} chosen={chosen} onChosen={onChosen} />
    </>
  );
}

function Conversations({ feed, first, themeId, chosen, onChosen }: ContentProps & { readonly first: FirstScreen }): React.ReactElement {
  const { strings, plural } = useWords();
  const changes = useFeedChanges(first.me);
  const filtered = themeId ?? chosen;
  const isChosenGone = chosen !== undefined && !first.themes.some(({ id }) => id === chosen);
  React.useEffect(() => { if (isChosenGone) onChosen(undefined); }, [isChosenGone, onChosen]);
  const { begin, showNewer } = useShowNewer(feed, first.newestId);
  return (
    <>
      <StrandedDrafts me={first.me} mayWrite={first.abilities.participate} conversations={feed.conversations} newestId={first.newestId} all={filtered === undefined && !feed.isLoading} />
      {first.abilities.participate
        ? <NewPost me={first.me} themes={first.themes} themeId={filtered} fixedTheme={themeId !== undefined} onPost={changes.addPost} />
        : <Message kind="info">{strings.feed.cannotPost}</Message>}
      {themeId === undefined && first.themes.length > 0 && <ThemeFilter themes={first.themes} chosen={chosen} onChosen={onChosen} />}
      {feed.newer > 0 && (
        <div className={styles.newer} role="status"><button type="button" className={`${buttons.button} ${buttons.primary}`} onClick={showNewer}>{plural(strings.feed.newPosts, feed.newer)}</button></div>
      )}
      {feed.reloadError !== undefined && <ErrorMessage error={feed.reloadError} title={strings.feed.loadFailed} actions={<TryAgain onTry={feed.reload} />} />}
      {feed.isLoading && <SkeletonPosts />}
      {!feed.isLoading && feed.conversations.length === 0 && !feed.hasOlder && (
        <div className={styles.empty}><strong>{filtered === undefined ? strings.feed.emptyTitle : strings.feed.emptyTheme}</strong><p>{strings.feed.emptyText}</p></div>
      )}
      <div ref={begin} />
      <ConversationList feed={feed} me={first.me} themes={first.themes} fixedTheme={themeId !== undefined} abilities={first.abilities} changes={changes} />
    </>
  );
}

/** Reads again from the top and goes there: the newest are what was asked for. */
function useShowNewer(feed: Feed, newestId: number): { begin: React.RefObject<HTMLDivElement>; showNewer(): void } {
  const begin = React.useRef<HTMLDivElement>(null);
  const asked = React.useRef(false);
  React.useEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    begin.current?.scrollIntoView({ block: 'nearest' });
    focusWhenLost(() => begin.current?.parentElement?.querySelector('article[aria-posinset="1"]'), 50);
  }, [newestId]);
  return {
    begin, showNewer: () => {
      asked.current = true;
      feed.reload();
    },
  };
}
