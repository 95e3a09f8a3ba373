import { commentCount } from '../comments/commenting.ts';
import type { PermissionMask } from '../model/basePermissions.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { isComplex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { path } from './itemProperties.ts';
import { lookedUpText } from './lookedUp.ts';
import { readIds, readValue } from './readValue.ts';
import { valueText } from './valueText.ts';

/** A row as views read it, its keys in the recorded order: what every row has, the view's columns, what every row ends with. */
export function renderedRow(list: ListSchema, row: ItemRow, names: readonly string[], session: Session, inUtc: boolean): Record<string, unknown> {
  const fields = names.flatMap((name) => list.fields.find((field) => field.internalName === titleFor(name)) ?? []);
  const address = path(row);
  const encoded = encodeURIComponent(address).replace(/[-_.]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    ID: String(row.ID), PermMask: hexMask(session.permissions.onItem(list, row._scope)), FSObjType: String(row['FSObjType']), UniqueId: `{${row.GUID.toUpperCase()}}`,
    ContentTypeId: row['ContentTypeId'], FileRef: address, 'FileRef.urlencode': encoded, 'FileRef.urlencodeasurl': encodeURI(address), 'FileRef.urlencoding': encodeURI(address),
    'FileRef.scriptencodeasurl': address.replaceAll('/', '\\u002f'), ...(list.baseType === 0 ? { Attachments: row['_attachments'] === 1 ? '1' : '0' } : {}), SMTotalSize: '0', _CommentFlags: '', _CommentCount: String(commentCount(session.database, list.id, row.ID) || ''),
    ...Object.fromEntries(fields.filter(isStored).flatMap((field) => texts(field, row, session, inUtc))),
    ItemChildCount: '0', FolderChildCount: '0', owshiddenversion: String(row._version), Restricted: '',
  };
}

/** `0x7ffffffffffbffff` */
export function hexMask(mask: PermissionMask): string {
  return `0x${mask.toString(16)}`;
}

function titleFor(name: string): string {
  return name === 'LinkTitle' || name === 'LinkTitleNoMenu' ? 'Title' : name;
}

function texts(field: FieldSchema, row: ItemRow, session: Session, inUtc: boolean): [string, unknown][] {
  const name = field.internalName;
  const stored = row[name];
  const value = readValue(field, stored);
  const shown = valueText(field, value, session);
  switch (field.type) {
    case 'User': case 'UserMulti': return [[name, value === null ? '' : readIds(field, stored).map((id) => personOf(id, session))]];
    case 'Lookup': case 'LookupMulti': return [[name, value === null ? '' : readIds(field, stored).map((id) => ({ lookupId: id, lookupValue: lookedUpText(field, id, session), isSecretFieldValue: false }))]];
    case 'DateTime': return [[name, inUtc ? String(value ?? '') : shown], [`${name}.`, String(value ?? '')]];
    case 'Boolean': return value === null ? [[name, '']] : [[name, shown], [`${name}.value`, value === true ? '1' : '0']];
    case 'URL': return [[name, isComplex(value) ? value.properties['Url'] : ''], [`${name}.desc`, isComplex(value) ? value.properties['Description'] : '']];
    case 'Number': case 'Currency': return [[name, shown], [`${name}.`, value === null ? '' : String(value)]];
    case 'MultiChoice': return [[name, value ?? '']];
    default: return [[name, shown]];
  }
}

function personOf(id: number, session: Session): Record<string, string> {
  const user = session.directory.user(id);
  const title = session.directory.principal(id)?.title ?? '';
  return { id: String(id), title, email: user?.email ?? '', sip: user?.email ?? '', picture: '' };
}
