import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';

const known = new WeakSet<DatabaseSync>();

/**
 * Gives the database `search_has(text, words, prefix)`, whether the words stand in the text one after another (the last one perhaps only begun),
 * `search_is(text, words)`, whether they are all of it, and `search_onear(text, phrases, distance)`, whether phrases (in JSON) stand in this order with at
 * most so many words between each and the next; all without regard to case, accents and punctuation.
 */
export function registerTextFunctions(database: DatabaseSync): void {
  if (known.has(database)) return;
  known.add(database);
  database.function('search_has', { deterministic: true }, (text: SQLOutputValue, words: SQLOutputValue, prefix: SQLOutputValue) => Number(has(folded(text), folded(words), prefix === 1)));
  database.function('search_onear', { deterministic: true }, (text: SQLOutputValue, phrases: SQLOutputValue, distance: SQLOutputValue) =>
    Number(inOrder(folded(text), JSON.parse(String(phrases)) as Phrase[], Number(distance))));
  database.function('search_is', { deterministic: true }, (text: SQLOutputValue, words: SQLOutputValue) => Number(folded(text).join(' ') === folded(words).join(' ')));
}

function has(text: readonly string[], words: readonly string[], prefix: boolean): boolean {
  if (words.length === 0) return prefix && text.length > 0;
  return text.some((_, from) => words.every((word, at) => {
    const found = text[from + at] ?? '';
    return prefix && at === words.length - 1 ? found.startsWith(word) : found === word;
  }));
}

interface Phrase { readonly text: string; readonly prefix: boolean }

function inOrder(text: readonly string[], phrases: readonly Phrase[], distance: number): boolean {
  let ends: readonly number[] | undefined;
  for (const { text: phrase, prefix } of phrases) {
    const words = folded(phrase);
    const places = placesOf(text, words, prefix).filter((place) => ends === undefined || ends.some((end) => place >= end && place - end <= distance));
    ends = places.map((place) => place + words.length);
  }
  return ends !== undefined && ends.length > 0;
}

function placesOf(text: readonly string[], words: readonly string[], prefix: boolean): number[] {
  if (words.length === 0) return [];
  return [...text.keys()].filter((from) => words.every((word, at) => (prefix && at === words.length - 1 ? text[from + at]?.startsWith(word) : text[from + at] === word) === true));
}

/** The words of a text, in lower case and without accents. */
export function folded(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
