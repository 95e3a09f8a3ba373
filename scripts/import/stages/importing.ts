import type { Dump } from '../dump/dump.ts';
import type { ListSchema } from '../../site/product.ts';
import type { Progress } from '../../progress.ts';
import type { Kind, Report, Source } from '../report/report.ts';
import type { NewRow } from '../../site/addRows.ts';
import type { Connection } from '../../site/connection.ts';
import { writeOnce, type WriteOptions, type Written } from '../../site/writeOnce.ts';
import type { RichText } from '../words/richText.ts';

/** What every stage works with. */
export interface Importing {
  readonly dump: Dump;
  readonly connection: Connection;
  readonly richText: RichText;
  readonly report: Report;
  readonly progress: Progress;
}

/** A row to add, and which row of the dump it comes from. */
export interface ImportedRow extends NewRow { readonly kind: Kind; readonly source: Source }

/** Rows that are looked up and written together. */
export const rowsInALot = 1000;

/** `se-conlang-meta-post-12`: says where a row comes from, so that a repeated import finds it. */
export function keyOf({ dump }: Importing, kind: 'post' | 'answer' | 'comment', id: number): string {
  return `se-${dump.community}-${kind}-${id}`;
}

/** Writes a lot of rows and counts what became of them. Answers in the order of `rows`. */
export async function writeLot({ connection, report, progress }: Importing, list: ListSchema, rows: readonly ImportedRow[], options: Pick<WriteOptions, 'keyColumn'> = {}): Promise<Written[]> {
  const written = await writeOnce(connection, list, rows, {
    ...options, onWaiting: (seconds) => progress.waiting(seconds), onProgress: (count) => progress.advance(count),
  });
  rows.forEach(({ kind, source }, at) => {
    const how = written[at];
    if (!how || 'refused' in how) report.failed(kind, source, how?.refused ?? 'it did not answer');
    else report.counts(kind)[how.already ? 'already' : 'imported'] += 1;
  });
  return written;
}
