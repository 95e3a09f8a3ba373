import type { ListSchema } from './product.ts';
import type { Connection } from './connection.ts';
import type { FormValue } from './formValues.ts';

/** A row to add. */
export interface NewRow {
  /** What the row's key column says: there is never a second row with it. */
  readonly key: string;
  /** Made only when the row is not there yet. */
  values(): FormValue[];
}

/** Whether the row was added is not known, or it was not: why, and after how many seconds it may be tried once more. */
export interface Again { readonly again: string; readonly afterSeconds: number }
/** How adding one row ended. */
export type Ended = { readonly id: number } | Again | { readonly refused: string };

/** As PnP Core SDK caps the batches it sends to SharePoint. */
const rowsInABatch = 100;
/** SharePoint reads 1,048,576 bytes of a batch and no more (pnp/pnpcore#777). */
const bytesInABatch = 1_000_000;
/** What a request in a batch takes beside its values: address, headers, boundaries. */
const bytesBeside = 2000;

/** The rows in their order, as many at a time as one batch takes. */
export function batchesOf(rows: readonly NewRow[]): NewRow[][] {
  const batches: NewRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row.values())) + bytesBeside;
    const last = batches[batches.length - 1];
    if (last && last.length < rowsInABatch && bytes + size <= bytesInABatch) {
      last.push(row);
      bytes += size;
    } else {
      batches.push([row]);
      bytes = size;
    }
  }
  return batches;
}

/** Adds at most 100 rows in one `$batch`, in this order. Rejects when the batch as a whole failed. */
export async function addRows({ product, client }: Connection, list: ListSchema, rows: readonly NewRow[]): Promise<Ended[]> {
  const path = product.listPath(client.site, list);
  const folder = `${client.site.webServerRelativeUrl.replace(/\/$/, '')}/Lists/${list.name}`;
  const asked = await client.batch((asker) => rows.map((row) => product.outcome(product.spPost(asker.web(`${path}/AddValidateUpdateItemUsingPath`), {
    body: JSON.stringify({ listItemCreateInfo: { FolderPath: { DecodedUrl: folder }, UnderlyingObjectType: 0 }, formValues: row.values(), bNewDocumentUpdate: true }),
  }))));
  return Promise.all(asked.map(async (answer) => {
    const result = await answer;
    return result.ok ? added(result.value) : refusedPart(result.error);
  }));

  /** Refusals of single columns are answered with 200. Recorded: exemplar "validateupdate-error-batch". */
  function added(value: unknown): Ended {
    const results = product.rowsOf(value);
    const wrong = results.find((one) => one['HasException'] === true);
    if (wrong) return String(wrong['ErrorCode']) === product.codes.duplicate ? duplicate : { refused: `${String(wrong['FieldName'])}: ${String(wrong['ErrorMessage'])}` };
    const id = Number(results.find((one) => one['FieldName'] === 'Id')?.['FieldValue']);
    return id > 0 ? { id } : { refused: 'it answered no id' };
  }

  function refusedPart(error: unknown): Ended {
    const refusal = product.refusalOf(error);
    if (!refusal) throw error;
    if (refusal.code === product.codes.duplicate) return duplicate;
    if (refusal.status === 429 || refusal.status === 503 || refusal.status === 504) return { again: `it stays busy (${refusal.status})`, afterSeconds: secondsIn(error) };
    return { refused: refusal.message };
  }
}

const duplicate: Ended = { again: 'a row with the same key is there, but cannot be read', afterSeconds: 0 };

/** `Retry-After` of a part of a batch; 2 seconds when it does not say. */
function secondsIn(error: unknown): number {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const said = response instanceof Response ? response.headers.get('Retry-After') : null;
  const seconds = said === null ? Number.NaN : Number(said);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 2;
}
