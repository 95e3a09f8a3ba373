import type { FieldSchema, FieldType } from '../model/list.ts';
import { attributesOf } from './fieldAttributes.ts';

/** The kinds of columns of SharePoint's own table, with the first that is free in a new list and in a new library. Recorded: PnP Core SDK, ListFieldTests, RegularRestUpdateTest. */
const firstFree: Readonly<Record<string, readonly [list: number, library: number]>> = {
  nvarchar: [4, 14], ntext: [2, 5], int: [1, 1], float: [1, 1], datetime: [1, 1], bit: [1, 1], sql_variant: [1, 1], uniqueidentifier: [1, 1], geography: [1, 1],
};

function kindOf(type: FieldType): string {
  switch (type) {
    case 'Note': case 'MultiChoice': case 'Thumbnail': case 'Location': return 'ntext';
    case 'User': case 'UserMulti': case 'Lookup': case 'LookupMulti': case 'Integer': return 'int';
    case 'Number': case 'Currency': return 'float';
    case 'DateTime': return 'datetime';
    case 'Boolean': return 'bit';
    case 'Calculated': return 'sql_variant';
    case 'Guid': return 'uniqueidentifier';
    case 'Geolocation': return 'geography';
    default: return 'nvarchar';
  }
}

/** `ColName`, `RowOrdinal` as SharePoint gives them: where its database would keep the values. A link has two. */
export function columnAttributes(fields: readonly FieldSchema[], type: FieldType, library: boolean): readonly (readonly [string, string])[] {
  const kind = kindOf(type);
  const taken = new Set(fields.flatMap((field) => attributesOf(field).filter(([name]) => name === 'ColName' || name === 'ColName2').map(([, value]) => value)));
  const free: string[] = [];
  for (let number = firstFree[kind]?.[library ? 1 : 0] ?? 1; free.length < 2; number += 1) if (!taken.has(`${kind}${number}`)) free.push(`${kind}${number}`);
  const [first = '', second = ''] = free;
  return [['ColName', first], ['RowOrdinal', '0'], ...type === 'URL' ? [['ColName2', second], ['RowOrdinal2', '0']] as const : []];
}
