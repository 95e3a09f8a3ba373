import { createReadStream } from 'node:fs';
import type { Report } from '../report/report.ts';
import type { DumpFile } from './dump.ts';
import { parseRow } from './parseRow.ts';

/** A `<row …/>` of a dump. */
export interface DumpRow {
  readonly attributes: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
}

/**
 * Reads the rows of a file as a stream. The text is cut at each "<", which XML does not allow inside a row, so that a broken row spoils only
 * itself. Broken rows, and a file that ends too early, go to `report`.
 */
export async function* readRows(file: DumpFile, report?: Report): AsyncGenerator<DumpRow> {
  if (file.size === 0) return;
  let line = 1;
  let closed = false;
  for await (const tag of tagsOf(file.path)) {
    const start = line;
    line += newLines(tag);
    if (tag.startsWith(`</${file.root}`)) closed = true;
    if (!/^<row[\s/>]/.test(tag)) continue;
    const attributes = parseRow(tag);
    if (typeof attributes === 'string') report?.unreadable({ file: file.name, line: start, reason: attributes, ...idIn(tag) });
    else yield { attributes, file: file.name, line: start };
  }
  if (!closed) report?.problem({ file: file.name, line, reason: `the file ends without </${file.root}>: it seems to be cut off, and what came after is missing` });
}

/** The text from each "<" up to the next one, without what comes before the first (a byte order mark). */
async function* tagsOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    rest += String(chunk);
    let start = rest.indexOf('<');
    for (let next = rest.indexOf('<', start + 1); start >= 0 && next >= 0; next = rest.indexOf('<', start + 1)) {
      yield rest.slice(start, next);
      start = next;
    }
    rest = start < 0 ? '' : rest.slice(start);
  }
  if (rest !== '') yield rest;
}

function newLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The row's id, where a broken row still shows it. */
function idIn(tag: string): { id?: string } {
  const id = /\sId="(-?\d+)"/.exec(tag)?.[1];
  return id === undefined ? {} : { id };
}
