import * as React from 'react';
import { focusWhenLost } from '../../ui/focus/focusWhenLost';

/** Longer than a component needs that knows better where to go. */
const afterOthers = 60;

interface Place { readonly target: HTMLElement; readonly article: HTMLElement | null; readonly position: string | null | undefined }

/**
 * Who works with the keyboard stays where they were when what they used is gone: in the same post, else in the one that took its place,
 * else at the beginning of the feed. The browser would send them to the top of the page. `root` can take the focus (tabIndex -1).
 */
export function useKeptFocus(root: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const feed = root.current;
    if (!feed) return undefined;
    let last: Place | undefined;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      const article = target.closest('article');
      last = { target, article, position: article?.getAttribute('aria-posinset') };
    };
    // A click beside everything is meant; what was removed, and a window that went behind another, are not.
    const onBlur = ({ target }: FocusEvent): void => {
      setTimeout(() => { if (last?.target === target && feed.contains(last?.target ?? null) && document.activeElement !== target) last = undefined; }, 0);
    };
    const observer = new MutationObserver(() => {
      if (!last || feed.contains(last.target)) return;
      const place = last;
      last = undefined;
      focusWhenLost(() => instead(feed, place), afterOthers);
    });
    feed.addEventListener('focusin', onFocus);
    feed.addEventListener('focusout', onBlur);
    observer.observe(feed, { childList: true, subtree: true });
    return () => {
      feed.removeEventListener('focusin', onFocus);
      feed.removeEventListener('focusout', onBlur);
      observer.disconnect();
    };
  }, [root]);
}

function instead(feed: HTMLElement, { article, position }: Place): Element {
  if (article && feed.contains(article)) return article;
  const at = (posinset: number): Element | null => feed.querySelector(`article[aria-posinset="${posinset}"]`);
  return (position ? at(Number(position)) ?? at(Number(position) - 1) : null) ?? feed;
}
