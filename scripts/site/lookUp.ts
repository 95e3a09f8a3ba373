import type { ListSchema } from './product.ts';
import type { Connection } from './connection.ts';

/** Keys in one query, so that its address stays short, and queries in one batch. */
const keysInAQuery = 25;
const queriesInABatch = 100;

/**
 * Which of these keys a list has, with the ids of their rows, by key in lower case: one request for 2,500 of them. The key column is
 * indexed, so that the list view threshold is far at any size.
 */
export async function lookUp({ product, client }: Connection, list: ListSchema, keyColumn: string, keys: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const path = `${product.listPath(client.site, list)}/items`;
  for (let at = 0; at < keys.length; at += keysInAQuery * queriesInABatch) {
    const lots = lotsOf(keys.slice(at, at + keysInAQuery * queriesInABatch));
    const asked = await client.batch((asker) => lots.map((lot) => product.outcome(
      asker.collection(path).select('Id', keyColumn).filter(lot.map((key) => `${keyColumn} eq '${key.replaceAll("'", "''")}'`).join(' or ')).top(2 * keysInAQuery)(),
    )));
    for (const answer of asked) {
      const result = await answer;
      if (!result.ok) throw result.error;
      for (const row of product.rowsOf(result.value)) found.set(String(row[keyColumn]).toLowerCase(), Number(row['Id']));
    }
  }
  return found;
}

function lotsOf(keys: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(keys.length / keysInAQuery) }, (_, lot) => keys.slice(lot * keysInAQuery, (lot + 1) * keysInAQuery));
}
