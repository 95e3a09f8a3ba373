import { randomUUID } from 'node:crypto';
import { editor } from '../contract/sharePoint/rest.ts';
import type { LocalSharePoint } from '../localSharePoint.ts';
import type { Benchmark, Figure } from './benchmark.ts';
import { KeepAlive, type Ask } from './keepAlive.ts';
import { inFigures } from './printing.ts';
import { checkAdded, insertBatch, itemsInABatch } from './sites/itemBatch.ts';
import { itemsOfARank, longList, startLongList } from './sites/longList.ts';
import { median, quantile } from './statistics.ts';

const sizes = [1_000, 100_000, 1_000_000];
const itemsOnAPage = 30;
const ranksCounted = 10;
/** Measured so often in lists of each length, after so many that get going. */
const rounds = 200;
const warmUp = 20;

interface Site { readonly size: number; readonly sharePoint: LocalSharePoint; readonly connection: KeepAlive }

/** One thing that is done again and again, a little different each time, in lists of all lengths. */
interface Work { readonly key: string; readonly name: string; readonly rounds: number; ask(site: Site, number: number): Ask; check(answer: string): void }

const work: readonly Work[] = [
  { key: 'pageById', name: `A page of ${itemsOnAPage} by id, from anywhere`, rounds, check: holds(itemsOnAPage), ask: ({ size }, number) => read({ $skiptoken: `Paged=TRUE&p_ID=${somewhere(size - itemsOnAPage - 10, number)}`, $top: itemsOnAPage }) },
  {
    key: 'windowById', name: `A page of ${itemsOnAPage} by id, newest first, in a window of ids`, rounds, check: holds(itemsOnAPage),
    ask: ({ size }, number) => read({ $filter: `Id le ${size - somewhere(size - 900, number)} and Id gt ${size - somewhere(size - 900, number) - 900}`, $orderby: 'Id desc', $top: itemsOnAPage }),
  },
  { key: 'pageByColumn', name: `A page of ${itemsOnAPage} by an indexed column, newest first`, rounds, check: holds(itemsOnAPage), ask: ({ size }, number) => read({ $filter: `Rank eq ${somewhere(size / itemsOfARank, number)}`, $orderby: 'Id desc', $top: itemsOnAPage }) },
  { key: 'sortedByColumn', name: `A page of ${itemsOnAPage} in the order of an indexed column`, rounds, check: holds(itemsOnAPage), ask: ({ size }, number) => read({ $skiptoken: `Paged=TRUE&p_Rank=${somewhere(size / itemsOfARank - 2, number)}&p_ID=1`, $orderby: 'Rank', $top: itemsOnAPage }) },
  {
    key: 'count', name: `Counting the ${ranksCounted * itemsOfARank} items that a condition leaves`, rounds, check: holds(ranksCounted * itemsOfARank),
    ask: ({ size }, number) => {
      const from = somewhere(size / itemsOfARank - ranksCounted, number);
      return { method: 'GET', path: items({ $filter: `Rank ge ${from} and Rank lt ${from + ranksCounted}`, $select: 'Id', $top: 5000 }) };
    },
  },
  { key: 'total', name: 'The number of them as a total of a view', rounds, check: tells(ranksCounted * itemsOfARank), ask: ({ size }, number) => total(somewhere(size / itemsOfARank - ranksCounted, number)) },
  { key: 'insert', name: 'Adding an item', rounds, check: () => undefined, ask: ({ size }, number) => ({ method: 'POST', path: items({}), body: JSON.stringify(newItem(size, number)) }) },
  {
    key: 'batch', name: `Adding ${itemsInABatch} items in a batch`, rounds: rounds / 5, check: (answer) => { checkAdded(answer, itemsInABatch); },
    ask: ({ size, sharePoint }, number) => ({ method: 'POST', path: '$batch', ...insertBatch(sharePoint, longList, Array.from({ length: itemsInABatch }, (_, at) => newItem(size, number + at * 13))) }),
  },
];

/**
 * How much the length of a list costs. Each kind of work is done in turn in lists of 1,000, 100,000 and 1,000,000 items, one request at a time, so that
 * whatever else the machine does hits all of them alike. What is added is read by none of the others.
 */
export const scale: Benchmark = {
  name: 'scale', title: 'The local SharePoint with 1,000 to 1,000,000 items in the list',
  async *measure(): AsyncGenerator<Figure> {
    const sites: Site[] = [];
    try {
      for (const size of sizes) {
        const started = performance.now();
        const sharePoint = await startLongList(size);
        sites.push({ size, sharePoint, connection: new KeepAlive(sharePoint, 1, editor) });
        yield { key: `fill${size}`, name: `Filling a list with ${size.toLocaleString('en')} items`, value: (performance.now() - started) / 1000, unit: 's', note: 'straight into the database; with two starts of the service' };
      }
      for (const one of work) yield* figuresOf(one, sites);
    } finally {
      for (const { connection, sharePoint } of sites) {
        connection.close();
        await sharePoint.stop();
      }
    }
  },
};

async function* figuresOf({ key, name, rounds: often, ask, check }: Work, sites: readonly Site[]): AsyncGenerator<Figure> {
  const times = new Map<Site, number[]>(sites.map((site) => [site, []]));
  for (let round = -warmUp; round < often; round += 1) {
    for (const site of sites) {
      const asked = ask(site, round + warmUp);
      const started = performance.now();
      const answer = await site.connection.ask(asked);
      if (round >= 0) times.get(site)?.push(performance.now() - started);
      check(answer);
    }
  }
  const medians = sites.map((site) => median(times.get(site) ?? []));
  for (const [at, site] of sites.entries()) {
    const measured = times.get(site) ?? [];
    yield { key: `${key}${site.size}`, name: `${at === 0 ? name : '  the same'}, ${site.size.toLocaleString('en')} items`, value: medians[at] ?? NaN, unit: 'ms', note: `median of ${often}; 95 % within ${inFigures(quantile(measured, 0.95))} ms` };
  }
  const ratio = (medians[medians.length - 1] ?? NaN) / (medians[0] ?? NaN);
  yield { key: `${key}Ratio`, name: '  1,000,000 items : 1,000 items', value: Math.round(ratio * 100) / 100, unit: 'times', note: ratio <= 1.5 ? 'as wanted: at most 1.5' : 'MORE than the 1.5 that is wanted' };
}

function read(query: Readonly<Record<string, string | number>>): Ask {
  return { method: 'GET', path: items({ $select: 'Id,Title,Key,Rank,Created,Author/Id,Author/Title', $expand: 'Author', ...query }) };
}

/** RenderListDataAsStream with the number of items as a total. */
function total(from: number): Ask {
  const rank = (operator: string, value: number): string => `<${operator}><FieldRef Name="Rank"/><Value Type="Number">${value}</Value></${operator}>`;
  const ViewXml = `<View><Query><Where><And>${rank('Geq', from)}${rank('Lt', from + ranksCounted)}</And></Where></Query><Aggregations Value="On"><FieldRef Name="Title" Type="COUNT"/></Aggregations><ViewFields><FieldRef Name="Title"/></ViewFields><RowLimit>1</RowLimit></View>`;
  return { method: 'POST', path: `web/getlist('/sites/intranet/Lists/${longList}')/renderlistdataasstream`, body: JSON.stringify({ parameters: { ViewXml, RenderOptions: 2 } }) };
}

function items(query: Readonly<Record<string, string | number>>): string {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `web/getlist('/sites/intranet/Lists/${longList}')/items${text === '' ? '' : `?${text}`}`;
}

/** A number from 0 up to below `end` that jumps about from round to round. */
function somewhere(end: number, number: number): number {
  return Math.floor((number * 0.6180339887 % 1) * Math.max(1, end));
}

/** Of ranks from one million on, which nothing else asks for. */
function newItem(size: number, number: number): Readonly<Record<string, string | number>> {
  return { Title: `Item ${number}`, Key: randomUUID(), Rank: 1_000_000 + somewhere(size / itemsOfARank, number) };
}

function tells(count: number): (answer: string) => void {
  return (answer) => {
    if (!answer.includes(`"Title.COUNT":"${count}"`)) throw new Error(`The total is not ${count}: ${answer.slice(0, 300)}`);
  };
}

function holds(count: number): (answer: string) => void {
  return (answer) => {
    const { value } = JSON.parse(answer) as { value: readonly object[] };
    if (value.length !== count) throw new Error(`An answer had ${value.length} items instead of ${count}.`);
  };
}
