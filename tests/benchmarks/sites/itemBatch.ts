import type { LocalSharePoint } from '../../localSharePoint.ts';
import type { Row } from './rows.ts';

/** As PnP Core caps the batches it sends to SharePoint. */
export const itemsInABatch = 100;

export interface BatchBody { readonly contentType: string; readonly body: string }

/** The address of a list's items, below `_api/`. */
export function itemsOf(list: string): string {
  return `web/getlist('/sites/intranet/Lists/${list}')/items`;
}

/** A `$batch` that adds these rows to a list. */
export function insertBatch({ site }: LocalSharePoint, list: string, rows: readonly Row[]): BatchBody {
  const parts = rows.map((row) => `--c\n\nPOST ${site}/_api/${itemsOf(list)} HTTP/1.1\naccept: application/json;odata=nometadata\n\n${JSON.stringify(row)}\n`);
  return { contentType: 'multipart/mixed; boundary=b', body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n` };
}

/** Throws with what SharePoint said unless a batch answered that it added so many. */
export function checkAdded(answer: string, count: number): void {
  const added = answer.match(/^HTTP\/1\.1 201/gm)?.length ?? 0;
  if (added === count) return;
  const said = /"value":"([^"]*)"/.exec(answer)?.[1] ?? answer.slice(0, 300);
  throw new Error(`Only ${added} of ${count} rows were added: ${said}`);
}
