import type { DatabaseSync } from 'node:sqlite';

const caches = new WeakMap<DatabaseSync, Map<string, unknown>>();

/** A value worked out from people, groups and permissions, kept until one of them changes. */
export function remembered<Value>(database: DatabaseSync, key: string, workOut: () => Value): Value {
  let cache = caches.get(database);
  if (cache === undefined) {
    cache = new Map();
    caches.set(database, cache);
  }
  if (!cache.has(key)) {
    cache.set(key, workOut());
  }
  return cache.get(key) as Value;
}

/** To be called after any change of groups, members, permission levels or permissions. */
export function forgetMasks(database: DatabaseSync): void {
  caches.get(database)?.clear();
}
