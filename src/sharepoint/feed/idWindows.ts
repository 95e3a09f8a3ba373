import type { Client } from '../connection/client';
import { numberIn, rowsOf } from '../connection/parse';
import { refused } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';

/** Ids that one query spans: less than the list view threshold, whatever else it asks. */
const windowOfIds = 4900;
export const windowsInABatch = 10;

/** Ranges of ids below one, the highest first; the last of all begins at 1. */
export function windowsBelow(olderThan: number, count: number): { from: number; below: number }[] {
  const windows: { from: number; below: number }[] = [];
  for (let below = olderThan; windows.length < count && (below > 1 || windows.length === 0); below -= windowOfIds) {
    windows.push({ from: Math.max(1, below - windowOfIds), below });
  }
  return windows;
}

/** The id of the newest row of a list; 0 when there is none. */
export async function newestId(client: Client, list: ListSchema): Promise<number> {
  try {
    const rows = rowsOf(await client.collection(`${listPath(client.site, list)}/items`).select('Id').orderBy('Id', false).top(1)());
    return rows.length === 0 ? 0 : numberIn(rows[0], 'Id');
  } catch (error) {
    throw refused(error);
  }
}
