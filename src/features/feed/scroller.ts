/** What scrolls a part of the page: an element, or the window. */
export type Scroller = HTMLElement | Window;

/** SharePoint's pages scroll in an element (`data-is-scrollable`), Teams and others in the window. */
export function scrollerOf(element: HTMLElement): Scroller {
  for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (parent.getAttribute('data-is-scrollable') === 'true' || ((overflowY === 'auto' || overflowY === 'scroll') && parent.scrollHeight > parent.clientHeight)) return parent;
  }
  return window;
}

/** How far an element is from the beginning of what scrolls, in pixels. */
export function offsetWithin(element: HTMLElement, scroller: Scroller): number {
  const top = element.getBoundingClientRect().top;
  return scroller instanceof HTMLElement ? top - scroller.getBoundingClientRect().top + scroller.scrollTop : top + window.scrollY;
}
