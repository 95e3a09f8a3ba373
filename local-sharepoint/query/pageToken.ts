import type { ItemRow, PagePlace } from './runQuery.ts';
import type { Order } from './condition.ts';

/** `Paged=TRUE&p_ID=2`, with `p_<column>` for each column of the order. Recorded: exemplar "items-paging-nextlink" (order by Id). */
export function pageToken(order: readonly Order[], last: ItemRow): string {
  const parts = order.filter(({ column }) => column.sql !== 'i.ID').map(({ column }) => {
    const value = last[column.field?.internalName ?? column.name];
    return `&p_${encodeURIComponent(column.name)}=${value === null || value === undefined ? '' : encodeURIComponent(String(value))}`;
  });
  return `Paged=TRUE${parts.join('')}&p_ID=${last.ID}`;
}

/** Reads a token; undefined when it is none. */
export function pagePlace(token: string | undefined, order: readonly Order[]): PagePlace | undefined {
  if (token === undefined || token === '') return undefined;
  const given = new URLSearchParams(token.replace(/^\?/, ''));
  const id = Number(given.get('p_ID'));
  if (!given.has('p_ID') || !Number.isInteger(id)) return undefined;
  return { id, values: order.map(({ column }) => column.sql === 'i.ID' ? String(id) : given.get(`p_${column.name}`)) };
}
