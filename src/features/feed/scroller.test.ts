import { offsetWithin, scrollerOf } from './scroller';

/** An element within elements that look like this, the outermost first. */
function within(...styles: readonly { readonly css?: string; readonly scrollable?: boolean; readonly tall?: boolean }[]): HTMLElement[] {
  document.body.innerHTML = '';
  return styles.concat({}).reduce<HTMLElement[]>((elements, { css = '', scrollable = false, tall = false }) => {
    const element = document.createElement('div');
    element.style.cssText = css;
    if (scrollable) element.setAttribute('data-is-scrollable', 'true');
    Object.defineProperties(element, { scrollHeight: { value: tall ? 2000 : 100 }, clientHeight: { value: 100 } });
    (elements[elements.length - 1] ?? document.body).appendChild(element);
    return elements.concat(element);
  }, []);
}

describe('what scrolls', () => {
  it('is the part of the page that SharePoint marks', () => {
    const [outer, , inner] = within({ scrollable: true }, {});
    expect(scrollerOf(inner)).toBe(outer);
  });

  it('is the nearest element with more in it than it shows', () => {
    const [, nearer, inner] = within({ css: 'overflow-y: auto', tall: true }, { css: 'overflow-y: scroll', tall: true });
    expect(scrollerOf(inner)).toBe(nearer);
  });

  it.each([['overflow-y: auto', false], ['overflow-y: hidden', true], ['', true]])('is the window with "%s" (more in it: %p)', (css, tall) => {
    const [, inner] = within({ css, tall });
    expect(scrollerOf(inner)).toBe(window);
  });
});

describe('how far something is from the beginning', () => {
  const at = (element: HTMLElement, top: number): void => { element.getBoundingClientRect = () => ({ top }) as DOMRect; };

  it('counts what was scrolled past, in an element and in the window', () => {
    const [outer, inner] = within({ scrollable: true });
    at(outer, 50);
    at(inner, 80);
    outer.scrollTop = 300;
    expect(offsetWithin(inner, outer)).toBe(330);
    expect(offsetWithin(inner, window)).toBe(80 + window.scrollY);
  });
});
