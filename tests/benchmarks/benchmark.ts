import type { Browser } from 'playwright-core';
import type { LocalSharePoint } from '../localSharePoint.ts';
import type { SiteSize } from './sites/siteSize.ts';

export type Unit = 'requests' | 'bytes' | 'ms' | 's' | 'times' | 'articles' | 'per second';

/** One thing that was measured. */
export interface Figure {
  /** Its name in the JSON output: stays the same from version to version. */
  readonly key: string;
  /** What it is, in words. */
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** How it was come by: how often it was measured, how far the measurements lay apart. */
  readonly note?: string;
}

/** What benchmarks measure with. Sites and browser are started when they are first asked for, and shared. */
export interface Means {
  readonly large: boolean;
  browser(): Promise<Browser>;
  /** A site of the local SharePoint with this much in its lists. */
  site(size: SiteSize): Promise<LocalSharePoint>;
}

/** A benchmark gives its figures as it comes by them. It throws when something cannot be measured; being slow is no failure. */
export interface Benchmark {
  readonly name: string;
  readonly title: string;
  measure(means: Means): AsyncIterable<Figure>;
}
