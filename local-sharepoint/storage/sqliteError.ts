/** SQLite's primary result codes that say something of the disk or the file (https://www.sqlite.org/rescode.html). */
export const sqliteCodes = { busy: 5, locked: 6, readOnly: 8, input: 10, corrupt: 11, full: 13, cannotOpen: 14, noDatabase: 26 } as const;

/** SQLite's primary result code of a failure of `node:sqlite`; undefined for any other failure. */
export function sqliteCode(failure: unknown): number | undefined {
  if (!(failure instanceof Error) || !('errcode' in failure) || typeof failure.errcode !== 'number') return undefined;
  // An extended code holds the primary one in its low byte.
  return failure.errcode & 0xff;
}
