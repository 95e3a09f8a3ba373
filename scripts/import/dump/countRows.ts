import { createReadStream } from 'node:fs';
import type { DumpFile } from './dump.ts';

/** About how many rows a file has, for the progress bar. */
export async function countRows({ path, size }: DumpFile): Promise<number> {
  if (size === 0) return 0;
  const mark = '<row ';
  let rest = '';
  let count = 0;
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = rest + String(chunk);
    count += text.split(mark).length - 1;
    rest = text.slice(-(mark.length - 1));
  }
  return count;
}
