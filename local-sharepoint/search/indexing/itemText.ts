import type { FieldSchema, FieldType, ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { isStored } from '../../storage/itemTables.ts';

const textual: ReadonlySet<FieldType> = new Set(['Text', 'Note', 'Choice', 'MultiChoice', 'URL']);
/** Settings in JSON, not words that somebody wrote. */
const notWords: ReadonlySet<string> = new Set(['LayoutWebpartsContent', 'PageLayoutType', 'BannerImageUrl']);

/** The columns whose words are found. */
export function textColumns(list: ListSchema): FieldSchema[] {
  return list.fields.filter((field) => textual.has(field.type) && isStored(field) && !field.hidden && field.internalName !== 'Title' && !notWords.has(field.internalName));
}

/** The words of an item beside its title, without markup. */
export function itemText(columns: readonly FieldSchema[], row: ItemRow): string {
  return columns.map((field) => wordsOf(field, row[field.internalName])).filter((words) => words !== '').join(' ');
}

function wordsOf(field: FieldSchema, value: unknown): string {
  if (typeof value !== 'string') return '';
  switch (field.type) {
    case 'MultiChoice': return (JSON.parse(value) as string[]).join(' ');
    case 'URL': return Object.values(JSON.parse(value) as Record<string, unknown>).join(' ');
    case 'Note': return withoutMarkup(value);
    default: return value;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The words of HTML. */
export function withoutMarkup(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ').replaceAll(/\s+/g, ' ').trim();
}
