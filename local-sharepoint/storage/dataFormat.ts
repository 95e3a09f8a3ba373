import type { DatabaseSync } from 'node:sqlite';
import { upgradeLibraries } from '../files/upgradeLibraries.ts';
import { DataUnusable } from './dataUnusable.ts';

/**
 * What changed the tables of data that is already there, oldest first: step n turns data of format n into format n + 1. A new table needs no step
 * (`create…Tables` makes what is missing); a column more, another key or values of another shape do. A step is never changed once it was released.
 */
const upgrades: readonly ((database: DatabaseSync) => void)[] = [
  // Data from before formats were counted has the tables of format 1.
  () => undefined,
  // A site collection may have webs below its own.
  (database) => database.exec(`
    ALTER TABLE sites RENAME TO webs;
    ALTER TABLE webs ADD COLUMN root_web_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE webs ADD COLUMN parent_id TEXT;
    UPDATE webs SET root_web_id = web_id;
  `),
  // Files have drafts between their versions, and are checked out.
  upgradeLibraries,
];

/** The format that this version writes. */
export const dataFormat = upgrades.length;

/**
 * Brings data of an older version to today's format, all of it or nothing. To be called in a transaction, before `create…Tables`.
 * Throws `DataUnusable` for data of a newer version, which is left as it is.
 */
export function upgradeData(database: DatabaseSync, folder: string): void {
  const format = formatOf(database);
  if (format > dataFormat) {
    throw new DataUnusable(`The data in "${folder}" was written by a newer version of the local SharePoint (format ${format}; this version knows ${dataFormat}). Start that version, or give another folder with --data.`);
  }
  if (format < dataFormat && hasTables(database)) for (const step of upgrades.slice(format)) step(database);
  if (format < dataFormat) database.exec(`PRAGMA user_version = ${dataFormat}`);
}

function formatOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

function hasTables(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'lists'").get() !== undefined;
}
