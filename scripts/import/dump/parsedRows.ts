import type { Report, Source } from '../report/report.ts';
import type { DumpFile } from './dump.ts';
import { readRows, type DumpRow } from './readRows.ts';
import { BadRow } from './values.ts';

/** A row that was understood, and where it stands. */
export type Parsed<Row> = Row & { readonly source: Source };

/** The rows of a file as `parse` understands them. The others go to `report`; without one they are passed over. */
export async function* parsedRows<Row extends { readonly id: number }>(file: DumpFile, parse: (row: DumpRow) => Row, report?: Report): AsyncGenerator<Parsed<Row>> {
  for await (const row of readRows(file, report)) {
    try {
      const parsed = parse(row);
      yield { ...parsed, source: { file: row.file, line: row.line, id: String(parsed.id) } };
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      const id = row.attributes['Id'];
      report?.unreadable({ file: row.file, line: row.line, reason: error.message, ...(id === undefined ? {} : { id }) });
    }
  }
}
