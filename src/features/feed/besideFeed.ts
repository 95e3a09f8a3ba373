const focusable = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/** What can take the focus right before or right after the feed on the whole page (WAI-ARIA feed: Control+Home and Control+End leave it). */
export function besideFeed(feed: HTMLElement, side: 'before' | 'after'): HTMLElement | undefined {
  const wanted = side === 'before' ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const found = Array.from(document.querySelectorAll<HTMLElement>(focusable))
    // eslint-disable-next-line no-bitwise
    .filter((element) => !element.contains(feed) && !feed.contains(element) && (feed.compareDocumentPosition(element) & wanted) !== 0 && element.getClientRects().length > 0);
  return side === 'before' ? found[found.length - 1] : found[0];
}
