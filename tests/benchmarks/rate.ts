import { inFigures } from './printing.ts';
import { median, quantile } from './statistics.ts';

export interface Rate {
  readonly perSecond: number;
  /** How long one took: `median 1.2 ms, 95 % within 2.4 ms`. */
  readonly note: string;
}

const warmUp = 500;
const measured = 3000;

/** Does something again and again, so many at once, for three seconds after half a second to get going. `work` is given a number of its own each time. */
export async function rateOf(concurrency: number, work: (number: number) => Promise<void>): Promise<Rate> {
  const times: number[] = [];
  let number = 0;
  const from = performance.now() + warmUp;
  const until = from + measured;
  const worker = async (): Promise<void> => {
    for (let started = performance.now(); started < until; started = performance.now()) {
      await work(number++);
      if (started >= from) times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const took = performance.now() - from;
  return { perSecond: times.length / took * 1000, note: `median ${inFigures(median(times))} ms, 95 % within ${inFigures(quantile(times, 0.95))} ms` };
}
