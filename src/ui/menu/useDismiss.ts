import * as React from 'react';

/** Closes something that is open on Escape, on Tab out of it and on a click elsewhere. Only Escape gives the focus back: else it went where it was sent. */
export function useDismiss(open: boolean, inside: React.RefObject<HTMLElement>, close: (giveFocusBack: boolean) => void, opener?: React.RefObject<HTMLElement>): void {
  // Before it is painted: who is quick with Escape is heard.
  React.useLayoutEffect(() => {
    if (!open) return undefined;
    const isInside = (target: EventTarget | null): boolean => target instanceof Node
      && (inside.current?.contains(target) === true || opener?.current?.contains(target) === true);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close(true);
    };
    const onPointer = (event: Event): void => { if (!isInside(event.target)) close(false); };
    const onFocus = (event: FocusEvent): void => { if (!isInside(event.target) && event.target !== document) close(false); };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('mousedown', onPointer);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('mousedown', onPointer);
      document.removeEventListener('focusin', onFocus);
    };
  }, [open, inside, close, opener]);
}
