/** How far one reading of what is new may go. */
export interface Crawl {
  /** What was written after this moment waits (a date as the database keeps it); undefined when nothing waits. */
  readonly until: string | undefined;
  /** Whether the time of this reading is over; the rest is read later. */
  over(): boolean;
}

/** A reading of what was written at least `delay` seconds before `now`, for at most so many milliseconds. */
export function crawl(now: Date, delay: number, milliseconds: number): Crawl {
  const deadline = performance.now() + milliseconds;
  return {
    until: delay === 0 ? undefined : `${new Date(now.getTime() - delay * 1000).toISOString().slice(0, 19)}Z`,
    over: () => performance.now() > deadline,
  };
}

/** Whether something that was written at this moment has to wait. */
export function waits({ until }: Crawl, written: string): boolean {
  return until !== undefined && written > until;
}
