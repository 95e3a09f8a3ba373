import type { ItemRow, PagePlace } from './runQuery.ts';
import { orderValue, type Order } from './runQuery.ts';

/** `Paged=TRUE&p_ID=2`, with `p_<column>` for each column of the order. Recorded: exemplar "items-paging-nextlink" (order by Id). */
export function pageToken(order: readonly Order[], row: ItemRow, previous = false): string {
  const parts = order.flatMap(({ column }, at) => {
    if (column.sql === 'i.ID') return [];
    const value = row[orderValue(at)];
    return [`&p_${encodeURIComponent(column.name)}=${value === null || value === undefined ? '' : encodeURIComponent(String(value))}`];
  });
  return `Paged=TRUE${previous ? '&PagedPrev=TRUE' : ''}${parts.join('')}&p_ID=${row.ID}`;
}

/** Reads a token, its names in any case; undefined when it is none. */
export function pagePlace(token: string | undefined, order: readonly Order[]): PagePlace | undefined {
  if (token === undefined || token === '') return undefined;
  const given = new Map([...new URLSearchParams(token.replace(/^\?/, ''))].map(([name, value]) => [name.toLowerCase(), value]));
  const id = Number(given.get('p_id') ?? Number.NaN);
  if (!Number.isSafeInteger(id)) return undefined;
  return {
    id, previous: given.get('pagedprev')?.toUpperCase() === 'TRUE',
    values: order.map(({ column }) => column.sql === 'i.ID' ? String(id) : given.get(`p_${column.name.toLowerCase()}`) ?? null),
  };
}
