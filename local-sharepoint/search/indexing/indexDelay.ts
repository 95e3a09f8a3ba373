import type { DatabaseSync } from 'node:sqlite';

const delays = new WeakMap<DatabaseSync, number>();

/** Makes search find what was written only after so many seconds, as SharePoint's does after minutes. */
export function setIndexDelay(database: DatabaseSync, seconds: number): void {
  delays.set(database, seconds);
}

export function indexDelay(database: DatabaseSync): number {
  return delays.get(database) ?? 0;
}
