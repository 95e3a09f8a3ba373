import type { DatabaseSync } from 'node:sqlite';
import { clockOf } from '../../model/clock.ts';
import { change, one } from '../../storage/prepared.ts';
import { createSearchTables } from '../tables.ts';

/** SQL of a trigger that notes a change of a row with its time, by the service's clock: it stands, or is so many seconds ahead of this machine's. */
export function noteChange(source: string, id: string): string {
  return `BEGIN INSERT OR IGNORE INTO search_changes VALUES ('${source}', ${id},
    COALESCE((SELECT fixed FROM search_clock), strftime('%Y-%m-%dT%H:%M:%SZ', 'now', COALESCE((SELECT ahead FROM search_clock), 0) || ' seconds'))); END`;
}

const followed = new WeakSet<DatabaseSync>();

/** Keeps how the clock is set where triggers find it, now and whenever it is set. Makes the tables of search when they are not there (any more). */
export function noteClock(database: DatabaseSync): void {
  createSearchTables(database);
  if (!followed.has(database)) {
    followed.add(database);
    clockOf(database).onSet(() => { noteClock(database); });
  }
  const { setting } = clockOf(database);
  const fixed = 'fixed' in setting ? `${new Date(setting.fixed).toISOString().slice(0, 19)}Z` : null;
  const ahead = 'fixed' in setting ? 0 : setting.offset / 1000;
  const noted = one<{ fixed: string | null; ahead: number }>(database, 'SELECT fixed, ahead FROM search_clock') ?? { fixed: null, ahead: 0 };
  if (noted.fixed === fixed && noted.ahead === ahead) return;
  change(database, 'DELETE FROM search_clock');
  change(database, 'INSERT INTO search_clock VALUES (?,?)', fixed, ahead);
}
