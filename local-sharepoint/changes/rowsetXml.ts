import { isStored } from '../storage/itemTables.ts';
import { lookedUpText } from '../items/lookedUp.ts';
import { path } from '../items/itemProperties.ts';
import { readIds, readUrl } from '../items/readValue.ts';
import { statusOf } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { escapedAttribute } from '../model/markup.ts';

/** One row of an ADO rowset: `<z:row ows_ID="1" ows_Title="…"/>`, empty values left out. Source: [MS-WSSTS] 2.3, [MS-LISTSWS]. */
export function rowXml(list: ListSchema, row: ItemRow, fields: readonly FieldSchema[], mandatory: boolean, session: Session): string {
  const id = String(row.ID);
  const written = new Map([
    ...fields.filter(isStored).map((field) => [field.internalName, owsValue(field, row, session)] as const),
    ...mandatory ? [
      ['ID', id], ['ContentTypeId', String(row['ContentTypeId'])], ['_ModerationStatus', String(statusOf(list, row))], ['_Level', '1'], ['owshiddenversion', String(row._version)],
      ['UniqueId', `${id};#{${row.GUID.toUpperCase()}}`], ['FSObjType', `${id};#${String(row['FSObjType'])}`], ['FileRef', `${id};#${path(row).replace(/^\//, '')}`],
    ] as const : [],
  ]);
  return `<z:row${[...written].filter(([, value]) => value !== '').map(([name, value]) => ` ows_${name}="${escaped(value)}"`).join('')} />`;
}

/** A value as rowsets have it: people and lookups as `1;#text`, several choices as `;#a;#b;#`, numbers with 14 decimals. */
function owsValue(field: FieldSchema, row: ItemRow, session: Session): string {
  const stored = row[field.internalName];
  if (stored === null || stored === undefined) return '';
  switch (field.type) {
    case 'User': case 'UserMulti': return readIds(field, stored).map((id) => `${id};#${session.directory.principal(id)?.title ?? ''}`).join(';#');
    case 'Lookup': case 'LookupMulti': return readIds(field, stored).map((id) => `${id};#${lookedUpText(field, id, session)}`).join(';#');
    case 'DateTime': return String(stored).replace('T', ' ').replace('Z', '');
    case 'Number': case 'Currency': return Number(stored).toFixed(14);
    case 'MultiChoice': return `;#${(JSON.parse(String(stored)) as string[]).join(';#')};#`;
    case 'URL': return `${readUrl(stored).Url}, ${readUrl(stored).Description}`;
    default: return String(stored);
  }
}

/** Text for an attribute; characters that XML cannot hold are left out. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return escapedAttribute(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
    .replaceAll('\r', '&#xD;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
}
