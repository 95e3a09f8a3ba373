import type { DatabaseSync } from 'node:sqlite';

/** Limits that a start of the service may set lower or higher than SharePoint Online's. */
export interface Limits {
  /** Rows that one query may touch: the list view threshold. */
  readonly listViewThreshold: number;
}

const usual: Limits = { listViewThreshold: 5000 };
const set = new WeakMap<DatabaseSync, Limits>();

export function limitsOf(database: DatabaseSync): Limits {
  return set.get(database) ?? usual;
}

export function setLimits(database: DatabaseSync, limits: Partial<Limits>): void {
  set.set(database, { ...limitsOf(database), ...limits });
}
