/** Beginnings of ids of the content types that sites come with (Microsoft: base content type ids), the longer ones first. */
const names: readonly (readonly [begins: string, name: string])[] = [
  ['0x0101009D1CB255DA76424F860D91F20E6C4118', 'Site Page'], ['0x010102', 'Picture'], ['0x0101', 'Document'], ['0x0120', 'Folder'], ['0x0102', 'Event'], ['0x01', 'Item'],
];

/** What a content type is called: the one it descends from. */
export function contentTypeName(id: string | null): string | null {
  return id === null ? null : names.find(([begins]) => id.startsWith(begins))?.[1] ?? null;
}

/** The same as SQL over `search_documents d`. */
export const contentTypeNameSql = `(CASE ${names.map(([begins, name]) => `WHEN d.content_type LIKE '${begins}%' THEN '${name}'`).join(' ')} END)`;
