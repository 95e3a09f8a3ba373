import type { Sql } from '../query/condition.ts';
import type { ManagedProperty } from './managedProperties.ts';

/** How results are put in order. */
export type SortKey =
  | { readonly kind: 'property'; readonly name: string; readonly property: ManagedProperty; readonly descending: boolean }
  | { readonly kind: 'rank'; readonly descending: boolean }
  /** `[random:seed=…]`: as by chance, but the same way each time. */
  | { readonly kind: 'random'; readonly seed: number };

/** More to the rank of what matches (XRANK). */
export interface Boost { readonly matches: Sql; readonly by: number }

/** Only so many words decide what comes first. */
const mostRanking = 20;

/** SQL to sort by: the keys, or by relevance what has the words in its title and what changed last. */
export function orderSql(keys: readonly SortKey[], words: readonly string[], boosts: readonly Boost[]): Sql {
  const parts = (keys.length === 0 ? [{ kind: 'rank', descending: true } as const] : keys).map((key): Sql => {
    switch (key.kind) {
      case 'property': return { text: `${key.property.sort ?? 'd.doc_id'}${key.descending ? ' DESC' : ''}`, values: [] };
      case 'random': return { text: '(d.doc_id * 2654435761 + ?) % 1000003', values: [key.seed] };
      case 'rank': return byRelevance(words, boosts, key.descending ? 'DESC' : 'ASC');
    }
  });
  return { text: parts.map(({ text }) => text).join(', '), values: parts.flatMap(({ values }) => values) };
}

function byRelevance(words: readonly string[], boosts: readonly Boost[], direction: string): Sql {
  const boosted = boosts.map(({ matches, by }): Sql => ({ text: `CASE WHEN ${matches.text} THEN ? ELSE 0 END`, values: [...matches.values, by] }));
  return {
    text: `${boosted.length === 0 ? '' : `${boosted.map(({ text }) => text).join(' + ')} ${direction}, `}${words.length === 0 ? '' : `d.doc_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?) ${direction}, `}d.modified ${direction}`,
    values: [...boosted.flatMap(({ values }) => values), ...words.length === 0 ? [] : [inTitle(words)]],
  };
}

/** The search in titles that puts those first which name one of the words. */
function inTitle(words: readonly string[]): string {
  return `{title} : (${words.slice(0, mostRanking).map((word) => `"${word.replaceAll('"', ' ')}" *`).join(' OR ')})`;
}
