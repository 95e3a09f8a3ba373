import { setTimeout as wait } from 'node:timers/promises';
import { CannotImport } from './cannotImport.ts';
import type { ListSchema } from './product.ts';
import { addRows, batchesOf, type Again, type Ended, type NewRow } from './addRows.ts';
import type { Connection } from './connection.ts';
import { lookUp } from './lookUp.ts';
import { attempts, patiently } from './patiently.ts';

/** What became of a row: it is there now (`already`: it was there before this run), or SharePoint does not take it. */
export type Written = { readonly id: number; readonly already: boolean } | { readonly refused: string };

export interface WriteOptions {
  /** The column that holds the keys; `Key` unless given. */
  readonly keyColumn?: string;
  onWaiting(seconds: number): void;
  /** Called with how many rows are dealt with since the last call. */
  onProgress(rows: number): void;
}

/**
 * Makes sure that the rows are in a list, each once: looks up which are there, adds the others, and when an answer was lost looks again
 * before anything is repeated. Answers in the order of `rows`.
 */
export async function writeOnce(connection: Connection, list: ListSchema, rows: readonly NewRow[], options: WriteOptions): Promise<Written[]> {
  const writing = new Writing(connection, list, rows, options);
  for (let attempt = 1; attempt <= attempts && !writing.done; attempt += 1) {
    await writing.pause();
    await patiently(connection.product, async () => {
      await writing.lookUp();
      await writing.add();
    });
  }
  return writing.results(rows);
}

class Writing {
  readonly #connection: Connection;
  readonly #list: ListSchema;
  readonly #options: WriteOptions;
  readonly #written = new Map<string, Written>();
  /** Keys that were sent in this run, whether or not the answer came. */
  readonly #sent = new Set<string>();
  /** Why rows have to be tried again. */
  #again = new Map<string, Again>();
  #open: readonly NewRow[];

  constructor(connection: Connection, list: ListSchema, rows: readonly NewRow[], options: WriteOptions) {
    [this.#connection, this.#list, this.#options] = [connection, list, options];
    const seen = new Set<string>();
    this.#open = rows.filter(({ key }) => !seen.has(key) && seen.add(key));
  }

  get done(): boolean {
    return this.#open.length === 0;
  }

  /** Waits as long as SharePoint asked for single rows. */
  async pause(): Promise<void> {
    const seconds = Math.max(0, ...[...this.#again.values()].map(({ afterSeconds }) => afterSeconds));
    if (seconds === 0) return;
    this.#options.onWaiting(seconds);
    await wait(seconds * 1000);
    this.#options.onWaiting(0);
  }

  async lookUp(): Promise<void> {
    const { keyColumn = 'Key' } = this.#options;
    const there = await lookUp(this.#connection, this.#list, keyColumn, this.#open.map(({ key }) => key));
    for (const { key } of this.#open) {
      const id = there.get(key.toLowerCase());
      if (id !== undefined) this.#written.set(key, { id, already: !this.#sent.has(key) });
    }
    this.#close();
  }

  async add(): Promise<void> {
    this.#again = new Map();
    const rows = this.#open;
    for (const batch of batchesOf(rows)) {
      batch.forEach(({ key }) => this.#sent.add(key));
      const ended = await addRows(this.#connection, this.#list, batch);
      stopWhenNothingIsTaken(this.#list, ended);
      batch.forEach(({ key }, place) => this.#keep(key, ended[place]));
      this.#close();
    }
  }

  results(rows: readonly NewRow[]): Written[] {
    const seen = new Set<string>();
    return rows.map(({ key }) => {
      const written = this.#written.get(key) ?? { refused: this.#again.get(key)?.again ?? 'it did not answer' };
      const repeated = seen.has(key);
      seen.add(key);
      return repeated && 'id' in written ? { ...written, already: true } : written;
    });
  }

  #keep(key: string, ended: Ended = { refused: 'it did not answer' }): void {
    if ('again' in ended) this.#again.set(key, ended);
    else this.#written.set(key, 'id' in ended ? { id: ended.id, already: false } : ended);
  }

  /** Takes what is dealt with from what is open. */
  #close(): void {
    const before = this.#open.length;
    this.#open = this.#open.filter(({ key }) => !this.#written.has(key));
    this.#options.onProgress(before - this.#open.length);
  }
}

/** A whole batch that is refused has one reason, and the rest would fare no better. */
function stopWhenNothingIsTaken({ name }: ListSchema, ended: readonly Ended[]): void {
  const [first] = ended;
  if (ended.length < 2 || !first || !('refused' in first) || !ended.every((one) => 'refused' in one)) return;
  throw new CannotImport(`SharePoint refused ${ended.length} rows of ${name} in a row. The first: ${first.refused}. Mend that and run the same command again: it goes on where it stopped.`);
}
