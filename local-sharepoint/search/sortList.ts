import { notHereYet } from '../model/refusals.ts';
import { invalidParameter } from './kql/refusals.ts';
import { managedProperty } from './managedProperties.ts';
import type { SortKey } from './order.ts';

/** One entry of `SortList`: `LastName:ascending`, or `{Property, Direction}` with 0 ascending and 1 descending. Throws 400 for what cannot be sorted by. */
export function sortKey(entry: unknown): SortKey {
  const { property, descending } = typeof entry === 'string' ? fromText(entry) : fromObject(entry);
  const name = property.replace(/^\[(.*)\]$/, '$1');
  if (/^formula:/i.test(name)) throw notHereYet('sorting by a formula');
  const seed = /^random(?::.*?seed=(\d{1,9}).*)?$/i.exec(name);
  if (seed) return { kind: 'random', seed: Number(seed[1] ?? 0) };
  if (name.toLowerCase() === 'rank') return { kind: 'rank', descending };
  const found = managedProperty(name);
  if (found?.sort === undefined) throw invalidParameter('SortList');
  return { kind: 'property', name, property: found, descending };
}

function fromText(entry: string): { property: string; descending: boolean } {
  const [, property, direction = 'ascending'] = /^\s*(\[[^\]]*\]|\w+)\s*(?::\s*(ascending|descending|fqlformula)\s*)?$/i.exec(entry) ?? [];
  if (property === undefined) throw invalidParameter('SortList');
  return { property, descending: direction.toLowerCase() === 'descending' };
}

/** The direction also comes as text, as Microsoft's examples have it; 2 is an FQL formula. */
function fromObject(entry: unknown): { property: string; descending: boolean } {
  const { Property: property, Direction: given = 0 } = (entry ?? {}) as { Property?: unknown; Direction?: unknown };
  const direction = Number(given);
  if (typeof property !== 'string' || !(direction === 0 || direction === 1 || direction === 2)) throw invalidParameter('SortList');
  if (direction === 2) throw notHereYet('sorting by a formula');
  return { property, descending: direction === 1 };
}
