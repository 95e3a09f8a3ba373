import type { DatabaseSync } from 'node:sqlite';
import type { FieldSchema, FieldType, ListSchema } from '../../model/list.ts';
import { one } from '../../storage/prepared.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { isStored } from '../../storage/itemTables.ts';
import { withoutMarkup } from './itemText.ts';
import { betweenPeople, personSql } from '../personValue.ts';

/** What the automatic managed property of a column ends with (Microsoft: automatically created managed properties; seen in public queries). */
const endings: Partial<Record<FieldType, string>> = {
  Text: 'OWSTEXT', Note: 'OWSMTXT', Number: 'OWSNMBR', Currency: 'OWSCURR', Integer: 'OWSINTG', DateTime: 'OWSDATE', Choice: 'OWSCHCS', MultiChoice: 'OWSCHCM', Boolean: 'OWSBOOL',
  User: 'OWSUSER', UserMulti: 'OWSUSER', URL: 'OWSURLH', Guid: 'OWSGUID',
};
/** Columns of a new list that are searched for by these names, too. */
const alsoOfBase: ReadonlySet<string> = new Set(['Title', 'PromotedState', 'FirstPublishedDate', 'BannerImageUrl']);
const longestValue = 4000;

export interface ColumnProperty { readonly field: FieldSchema; /** In lower case. */ readonly name: string }

/** A list's columns with the names of their automatic managed properties: the internal name, without signs and escaped characters, and the ending of its type. */
export function columnProperties(list: ListSchema): ColumnProperty[] {
  return list.fields.flatMap((field) => {
    const ending = endings[field.type];
    if (ending === undefined || !isStored(field) || field.hidden || (field.fromBaseType && !alsoOfBase.has(field.internalName))) return [];
    return [{ field, name: `${field.internalName.replaceAll(/_x[0-9a-f]{4}_/g, '').replaceAll(/[^A-Za-z0-9]/g, '')}${ending}`.toLowerCase() }];
  });
}

/** Their values of one item, those that have some. Several values stand with `;` between them, several people with empty lines. */
export function columnValues(database: DatabaseSync, webId: string, columns: readonly ColumnProperty[], row: ItemRow): Record<string, string | number> {
  return Object.fromEntries(columns.flatMap(({ field, name }) => {
    const value = row[field.internalName];
    const shown = value === null || value === undefined ? '' : shownValue(database, webId, field.type, value);
    return shown === '' ? [] : [[name, typeof shown === 'string' ? shown.slice(0, longestValue) : shown] as const];
  }));
}

function shownValue(database: DatabaseSync, webId: string, type: FieldType, value: unknown): string | number {
  switch (type) {
    case 'MultiChoice': return (JSON.parse(String(value)) as string[]).join(';');
    case 'URL': {
      const { Url, Description } = JSON.parse(String(value)) as { Url?: string; Description?: string };
      return `${Url ?? ''}, ${Description ?? ''}`;
    }
    case 'User': return userName(database, webId, Number(value));
    case 'UserMulti': return (JSON.parse(String(value)) as number[]).map((id) => userName(database, webId, id)).filter((name) => name !== '').join(betweenPeople);
    case 'Note': return withoutMarkup(String(value));
    default: return typeof value === 'number' ? value : String(value);
  }
}

/** `e-mail address | name | login name in hexadecimal login name`, as seen in public code. */
function userName(database: DatabaseSync, webId: string, id: number): string {
  return one<{ shown: string }>(database, `SELECT ${personSql('p')} AS shown FROM principals p WHERE p.web_id = (SELECT root_web_id FROM webs WHERE web_id = ?) AND p.id = ?`, webId, id)?.shown ?? '';
}
