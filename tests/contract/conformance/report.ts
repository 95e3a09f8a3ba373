import { knownOf, open } from './known.ts';
import { exemplarNames, recordingNames } from './recordings.ts';
import { recordedTwice } from './recordedTwice.ts';
import type { Compared } from './replay.ts';
import { otherExemplars } from './scenarios/exemplars.ts';

const count = (by: Map<string, number>, key: string): void => { by.set(key, (by.get(key) ?? 0) + 1); };

/** Says what was compared, what is known to differ and why, and what was not compared. */
export function printReport(compared: ReadonlyMap<string, readonly Compared[]>): void {
  const requests = [...compared.values()].flat();
  const why = new Map<string, number>();
  const notYet = new Map<string, number>();
  const refused = new Map<string, number>();
  let alike = 0;
  for (const [name, each] of compared) {
    for (const { found, refused: reason } of each) {
      if (reason !== undefined) count(refused, reason);
      else if (found.length === 0) alike += 1;
      for (const difference of found) {
        const known = knownOf(name, difference);
        if (known) count(open.includes(known) ? notYet : why, known.why);
      }
    }
  }
  const table = (title: string, rows: ReadonlyMap<string, number>): string[] => (rows.size === 0 ? [] : [title, ...[...rows].map(([reason, times]) => `  ${String(times).padStart(5)}  ${reason}`)]);
  const twice = exemplarNames().filter((name) => !compared.has(name) && recordedTwice(name) !== undefined);
  console.log([
    `${compared.size} recordings and exemplars of ${recordingNames().length + exemplarNames().length} told again with ${requests.length} requests: ${alike} answers are alike in everything`,
    ...table('Differences that the site and the time account for:', why),
    ...table('Differences that are not mended:', notYet),
    ...table('Requests that are refused on purpose:', refused),
    ...table('Exemplars that were not sent:', new Map([...Object.entries(otherExemplars).map(([name, reason]) => [`${name}: ${reason}`, 1] as const), ...twice.map((name) => [`${name}: the same answer as ${recordedTwice(name)}`, 1] as const)])),
  ].join('\n'));
}
