/**
 * Gives the focus to an element when what had it is gone from the page. It is never taken from where somebody works by now.
 * `find` is asked after `milliseconds`, when the page has been drawn.
 */
export function focusWhenLost(find: () => Element | null | undefined, milliseconds: number = 0): void {
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const element = find();
    if (element instanceof HTMLElement) element.focus();
  }, milliseconds);
}
