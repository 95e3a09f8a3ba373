/** Rows of a page, and the tokens of those before and behind it. */
export interface RowPage { readonly rows: readonly Record<string, unknown>[]; readonly firstRow: number; readonly previous?: string | undefined; readonly next?: string | undefined }

/** Which row of the view is the first of this page. */
export function firstRowOf(paging: string | undefined): number {
  const found = Number([...new URLSearchParams((paging ?? '').replace(/^\?/, ''))].find(([name]) => name.toLowerCase() === 'pagefirstrow')?.[1] ?? 1);
  return Number.isSafeInteger(found) && found > 0 ? found : 1;
}
