import { invalidParameter } from '../kql/refusals.ts';

/** One refiner as it was asked for: `Write(discretize=manual/2026-01-01/2026-02-01)`, `FileType(filter=15/2/*,sort=name/ascending)`. */
export interface RefinerSpec {
  readonly name: string;
  /** Thresholds between intervals; undefined: chosen by what was found. */
  readonly thresholds: readonly string[] | undefined;
  readonly sort: { readonly by: 'frequency' | 'name' | 'number'; readonly descending: boolean };
  readonly mostBins: number;
  readonly leastCount: number;
  readonly prefix: string;
}

/** Recorded: a hundred values, when nothing is said. */
const usualBins = 100;

/** Reads `Refiners`: names with commas between them, each perhaps with parameters in brackets (Microsoft: query refinement). */
export function readRefiners(text: string): RefinerSpec[] {
  const found: RefinerSpec[] = [];
  const next = /\s*([\w]+)\s*(?:\(([^()]*)\))?\s*(?:,|$)/y;
  while (next.lastIndex < text.length) {
    const [, name, parameters = ''] = next.exec(text) ?? [];
    if (name === undefined) throw invalidParameter('Refiners');
    found.push(spec(name, new Map(parameters.split(',').filter((part) => part.trim() !== '').map(parameter))));
  }
  return found;
}

function parameter(text: string): readonly [string, string] {
  const [, name, value] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw invalidParameter('Refiners');
  return [name.toLowerCase(), value];
}

/** `deephits` limits work that is not limited here, and changes nothing; so does the hierarchy level of `filter`. */
function spec(name: string, parameters: ReadonlyMap<string, string>): RefinerSpec {
  const [, by = 'frequency', direction = 'descending'] = /^(frequency|name|number)(?:\/(ascending|descending))?$/i.exec(parameters.get('sort') ?? 'frequency') ?? [];
  const [bins = '0', least = '0', prefix = '*'] = (parameters.get('filter') ?? '').split('/');
  const [, , mostOfCutoff = '0'] = (parameters.get('cutoff') ?? '').split('/');
  const discretize = parameters.get('discretize')?.split('/');
  if (parameters.has('sort') && !/^(frequency|name|number)(\/(ascending|descending))?$/i.test(parameters.get('sort') ?? '')) throw invalidParameter('Refiners');
  return {
    name, thresholds: discretize?.[0]?.toLowerCase() === 'manual' ? discretize.slice(1) : undefined,
    sort: { by: by.toLowerCase() as RefinerSpec['sort']['by'], descending: direction.toLowerCase() === 'descending' },
    mostBins: count(bins) || count(mostOfCutoff) || usualBins, leastCount: count(least), prefix: prefix.replace(/\*.*$/, ''),
  };
}

function count(text: string): number {
  if (!/^\d{0,9}$/.test(text.trim())) throw invalidParameter('Refiners');
  return Number(text);
}
