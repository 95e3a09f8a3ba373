import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { versionsOf } from '../../versions/itemVersions.ts';
import { minorOf, uiVersion } from '../../versions/versionNumber.ts';

/**
 * The version of a file that search reads: what readers see of it, so that nobody finds words of a draft or of a checked-out file that is not theirs to read.
 * Its place is always today's.
 */
export function foundRow(database: DatabaseSync, list: ListSchema, row: ItemRow): ItemRow {
  const isCheckedOut = typeof row['CheckoutUser'] === 'number';
  const draftsHidden = Number(list.properties['DraftVersionVisibility'] ?? 0) > 0;
  if (list.baseType !== 1 || (!isCheckedOut && (!draftsHidden || minorOf(uiVersion(row)) === 0))) return row;
  const former = versionsOf(database, list, row).slice(1).find((version) => !draftsHidden || minorOf(uiVersion(version)) === 0);
  return former ? { ...former, FileLeafRef: row['FileLeafRef'] ?? null, FileDirRef: row['FileDirRef'] ?? null, _scope: row._scope } : row;
}
