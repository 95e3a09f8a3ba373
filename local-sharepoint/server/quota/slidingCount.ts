/** A window is counted in so many slots: the oldest is let go as a whole. */
const slots = 10;

/** How much happened in the last so many seconds. */
export class SlidingCount {
  readonly #slot: number;
  #counts: { readonly at: number; count: number }[] = [];

  constructor(seconds: number) {
    this.#slot = seconds * 1000 / slots;
  }

  add(count: number, now: number): void {
    const at = Math.floor(now / this.#slot);
    const last = this.#counts.at(-1);
    if (last?.at === at) last.count += count;
    else this.#counts.push({ at, count });
  }

  total(now: number): number {
    const oldest = Math.floor(now / this.#slot) - slots;
    // A clock that was set back leaves slots of times that are not yet.
    this.#counts = this.#counts.filter(({ at }) => at > oldest && at <= oldest + slots);
    return this.#counts.reduce((sum, { count }) => sum + count, 0);
  }

  /** Milliseconds until no more than so much is left in the window, when nothing else happens. */
  untilAtMost(most: number, now: number): number {
    let left = this.total(now);
    for (const { at, count } of this.#counts) {
      if (left <= most) break;
      left -= count;
      if (left <= most) return (at + slots) * this.#slot - now;
    }
    return 0;
  }
}
