/** How much is in the lists of a site. */
export interface SiteSize {
  readonly posts: number;
  /** The newest posts, so many, have replies and reactions: the same number each, so that first screens of any two sizes compare. */
  readonly discussed: number;
}

export const repliesToEach = 3;
export const reactionsToEach = 10;
/** A theme has a fortieth of the posts: at 100,000 that stays below the list view threshold. */
export const themes = 40;

export const small: SiteSize = { posts: 100, discussed: 100 };
export const scrolled: SiteSize = { posts: 5000, discussed: 5000 };

/** 100,000 posts with 300,000 replies and 1,000,000 reactions when `full`, else with a tenth of these. */
export function huge(full: boolean): SiteSize {
  return { posts: 100_000, discussed: full ? 100_000 : 10_000 };
}

/** `100,000 posts, 30,000 replies, 100,000 reactions` */
export function inWords({ posts, discussed }: SiteSize): string {
  const count = (rows: number, what: string): string => `${rows.toLocaleString('en')} ${what}`;
  return [count(posts, 'posts'), count(discussed * repliesToEach, 'replies'), count(discussed * reactionsToEach, 'reactions')].join(', ');
}
