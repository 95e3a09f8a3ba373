import { elementScroll, observeElementOffset, observeElementRect, observeWindowOffset, observeWindowRect, useVirtualizer, windowScroll, defaultRangeExtractor, type VirtualizerOptions } from '@tanstack/react-virtual';
import * as React from 'react';
import type { FeedAbilities } from '../../domain/feed/feedRepository';
import type { Theme } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import { FaultBoundary } from '../../ui/fault/FaultBoundary';
import { ErrorMessage } from '../../ui/message/Message';
import { TryAgain } from '../../ui/message/TryAgain';
import { useWords } from '../../ui/words/words';
import { besideFeed } from './besideFeed';
import { PostArticle } from './PostArticle';
import { offsetWithin, scrollerOf, type Scroller } from './scroller';
import type { Feed } from './useFeed';
import type { FeedChanges } from './useFeedChanges';
import styles from './ConversationList.module.scss';

interface Props {
  readonly feed: Feed; readonly me: Person; readonly themes: readonly Theme[]; readonly abilities: FeedAbilities; readonly changes: FeedChanges;
  /** All are of one theme, which need not be said of each. */
  readonly fixedTheme: boolean;
}

const guessedHeight = 220;
/** Articles kept in the page above and below what is seen. */
const beyond = 5;
/** This close to the end, older ones are read. */
const closeToEnd = 8;

/** The conversations (WAI-ARIA feed). Only those near what is seen are in the page, so it stays light after thousands. */
export function ConversationList({ feed, me, themes, abilities, changes, fixedTheme }: Props): React.ReactElement {
  const { strings } = useWords();
  const list = React.useRef<HTMLDivElement>(null);
  const [focused, setFocused] = React.useState(-1);
  const { conversations, hasOlder, isLoadingOlder, olderError, loadOlder } = feed;
  const virtualizer = useConversationWindow(list, conversations.map(({ post }) => post.id), focused);
  const items = virtualizer.getVirtualItems();
  const lastSeen = items.reduce((last, item) => item.index === focused ? last : Math.max(last, item.index), -1);
  const needsOlder = hasOlder && !isLoadingOlder && olderError === undefined && lastSeen >= conversations.length - closeToEnd;
  // A theme's posts may be far apart: a page that came back empty is followed by the next.
  React.useEffect(() => { if (needsOlder) loadOlder(); }, [needsOlder, loadOlder, conversations.length]);

  const focusArticle = (index: number): void => {
    if (index < 0 || index >= conversations.length) return;
    setFocused(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
    const focus = (): void => list.current?.querySelector<HTMLElement>(`[data-index="${index}"] article`)?.focus();
    focus();
    setTimeout(focus, 50);
  };
  const onKey = (event: React.KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (/^(textarea|select|input)$/i.test(target.tagName)) return;
    const side = event.ctrlKey ? ({ Home: 'before', End: 'after' } as const)[event.key] : undefined;
    const beside = side && list.current ? besideFeed(list.current, side) : undefined;
    if (beside) {
      event.preventDefault();
      beside.focus();
    }
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    const from = target.closest('[data-index]')?.getAttribute('data-index');
    if (step === undefined || from === null || from === undefined) return;
    event.preventDefault();
    focusArticle(Number(from) + step);
  };
  return (
    <>
      <div ref={list} role="feed" aria-label={strings.feed.label} aria-busy={isLoadingOlder} className={styles.list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKey}
        onFocus={(event) => setFocused(Number(event.target.closest('[data-index]')?.getAttribute('data-index') ?? -1))}>
        {items.map((item) => (
          <div key={String(item.key)} ref={virtualizer.measureElement} data-index={item.index} className={styles.item}
            style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)`, zIndex: item.index === focused ? 1 : undefined }}>
            <FaultBoundary>
              <PostArticle conversation={conversations[item.index]} position={item.index + 1} total={hasOlder ? -1 : conversations.length} me={me} themes={themes} namesTheme={!fixedTheme} abilities={abilities} changes={changes} />
            </FaultBoundary>
          </div>
        ))}
      </div>
      {olderError !== undefined && <ErrorMessage error={olderError} title={strings.feed.olderFailed} actions={<TryAgain onTry={loadOlder} />} />}
      {isLoadingOlder && <p className={styles.end} role="status">{strings.feed.loadingOlder}</p>}
      {!hasOlder && conversations.length > 0 && <p className={styles.end}>{strings.feed.theEnd}</p>}
    </>
  );
}

type Options = VirtualizerOptions<Element, Element>;

/** The window over the conversations, whether an element of the page scrolls or the page itself. */
function useConversationWindow(list: React.RefObject<HTMLElement>, ids: readonly number[], focused: number): ReturnType<typeof useVirtualizer<Element, Element>> {
  const [scroller, setScroller] = React.useState<Scroller | undefined>();
  const [margin, setMargin] = React.useState(0);
  React.useLayoutEffect(() => { if (list.current) setScroller(scrollerOf(list.current)); }, [list]);
  // What stands above the list may have grown with any change of the page. The margin settles at once: it is set only when it differs.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  React.useLayoutEffect(() => {
    const offset = list.current && scroller ? Math.round(offsetWithin(list.current, scroller)) : 0;
    if (offset !== margin) setMargin(offset);
  });
  const inWindow = scroller === window;
  return useVirtualizer<Element, Element>({
    count: ids.length, estimateSize: () => guessedHeight, overscan: beyond, scrollMargin: margin, getItemKey: (index) => ids[index],
    getScrollElement: () => (scroller ?? null) as Element | null,
    // The same for a window, which is not an Element to this library's types.
    observeElementRect: (inWindow ? observeWindowRect : observeElementRect) as unknown as Options['observeElementRect'],
    observeElementOffset: (inWindow ? observeWindowOffset : observeElementOffset) as unknown as Options['observeElementOffset'],
    scrollToFn: (inWindow ? windowScroll : elementScroll) as unknown as Options['scrollToFn'],
    // Who has the focus must not be taken out of the page.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return focused < 0 || focused >= ids.length || indexes.indexOf(focused) >= 0 ? indexes : indexes.concat(focused).sort((left, right) => left - right);
    },
  });
}
