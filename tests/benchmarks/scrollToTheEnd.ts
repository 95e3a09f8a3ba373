export interface Scrolled {
  readonly milliseconds: number;
  /** The position of the last post that came into the page. */
  readonly reached: number;
  readonly mostArticles: number;
  /** Milliseconds of each frame that was drawn. */
  readonly frames: readonly number[];
  /** Milliseconds at the end of what was there, until older posts came. */
  readonly waited: number;
}

/** Runs in the page: scrolls on by three screens with each frame until the post at this position is there, or nothing new comes for 20 seconds. */
export async function scrollToTheEnd(position: number): Promise<Scrolled> {
  const scroller = document.querySelector<HTMLElement>('[data-is-scrollable]');
  if (!scroller) throw new Error('Nothing scrolls on this page.');
  const step = scroller.clientHeight * 3;
  const frames: number[] = [];
  const started = performance.now();
  let [reached, mostArticles, waited, last, newAt] = [0, 0, 0, started, started];
  while (reached < position && last - newAt < 20_000) {
    const articles = [...document.querySelectorAll('article')];
    mostArticles = Math.max(mostArticles, articles.length);
    const lowest = Math.max(...articles.map((article) => Number(article.getAttribute('aria-posinset'))));
    if (lowest > reached) newAt = last;
    reached = Math.max(reached, lowest);
    const top = scroller.scrollTop;
    scroller.scrollTop = top + step;
    const cutShort = scroller.scrollTop - top < step / 2;
    const now = await new Promise<number>((resolve) => { requestAnimationFrame(resolve); });
    frames.push(now - last);
    if (cutShort) waited += now - last;
    last = now;
  }
  return { milliseconds: last - started, reached, mostArticles, frames, waited };
}
