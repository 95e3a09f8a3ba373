import type { DatabaseSync } from 'node:sqlite';
import { folded } from '../kql/textFunctions.ts';

/** Queries that found something, since this program started, and how often each was asked; the last ones only. */
const asked = new WeakMap<DatabaseSync, Map<string, number>>();
const mostKept = 1000;
const longest = 100;

/** Remembers a query that found something, when it is words that somebody may have typed. */
export function noteQuery(database: DatabaseSync, text: string): void {
  const query = text.trim().toLowerCase();
  if (query === '' || query.length > longest || !/^[\p{L}\p{N}][\p{L}\p{N}\s'-]*$/u.test(query)) return;
  const known = asked.get(database) ?? new Map<string, number>();
  asked.set(database, known);
  const times = known.get(query) ?? 0;
  known.delete(query);
  known.set(query, times + 1);
  const oldest = known.size > mostKept ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
}

/** Queries that go on from what was typed, the most asked first; `anyWord`: words of them may begin with what was typed in any order. */
export function queriesLike(database: DatabaseSync, typed: string, anyWord: boolean): string[] {
  const words = folded(typed);
  const fits = (query: string): boolean => {
    const of = folded(query);
    return anyWord ? words.every((word) => of.some((one) => one.startsWith(word))) : words.every((word, at) => at === words.length - 1 ? of[at]?.startsWith(word) === true : of[at] === word);
  };
  return [...asked.get(database) ?? []].filter(([query]) => fits(query)).sort(([one, times], [other, otherTimes]) => otherTimes - times || (one < other ? -1 : 1)).map(([query]) => query);
}
