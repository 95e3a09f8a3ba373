import { packageFile } from '../../../scripts/build.ts';
import type { Progress } from '../../../scripts/progress.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../../localSharePoint.ts';
import { fillSite } from './fillSite.ts';
import { inWords, type SiteSize } from './siteSize.ts';

/** Local SharePoints by how much is in them, each started and filled once. */
export class Sites {
  readonly #progress: Progress;
  readonly #filled = new Map<string, Promise<LocalSharePoint>>();
  readonly #running: LocalSharePoint[] = [];

  constructor(progress: Progress) {
    this.#progress = progress;
  }

  of(size: SiteSize): Promise<LocalSharePoint> {
    const name = inWords(size);
    const known = this.#filled.get(name);
    if (known) return known;
    const filled = this.#start(size, name);
    this.#filled.set(name, filled);
    return filled;
  }

  /** Stops them all; their data is removed. */
  async stop(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((sharePoint) => sharePoint.stop()));
  }

  async #start(size: SiteSize, name: string): Promise<LocalSharePoint> {
    process.stderr.write(`Filling a site: ${name}\n`);
    const sharePoint = await startLocalSharePoint('--empty', '--package', packageFile);
    this.#running.push(sharePoint);
    await fillSite(sharePoint, size, this.#progress);
    return sharePoint;
  }
}
