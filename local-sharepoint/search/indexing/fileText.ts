import type { DatabaseSync } from 'node:sqlite';
import { readContent } from '../../files/contents.ts';
import type { ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { withoutMarkup } from './itemText.ts';

const plain: ReadonlySet<string> = new Set(['txt', 'md', 'csv', 'tsv', 'log', 'json', 'yaml', 'yml']);
const markup: ReadonlySet<string> = new Set(['html', 'htm', 'xml', 'svg', 'aspx']);
/** SharePoint reads no more than this of a document's text, either (Microsoft: search limits, 2 million characters). */
const longest = 2_000_000;

/** The words of a file in plain text or markup; other formats have none here. */
export function fileText(database: DatabaseSync, list: ListSchema, row: ItemRow, name: string): string {
  const type = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (!plain.has(type) && !markup.has(type)) return '';
  const text = readContent(database, list, row).subarray(0, longest * 4).toString('utf8').slice(0, longest).replaceAll('\0', ' ');
  return plain.has(type) ? text : withoutMarkup(text.replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' '));
}
