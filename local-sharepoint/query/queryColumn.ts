import { SharePointError } from '../model/sharePointError.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { isStored } from '../storage/itemTables.ts';
import type { Session } from '../session.ts';
import { toStoredDate } from '../items/dates.ts';
import type { QueryColumn } from './condition.ts';

/** SQL for what can be asked of a person: `Author/Title` and the like. */
const ofPerson: Readonly<Record<string, string>> = { id: 'p.id', title: 'p.title', name: 'p.login_name', email: 'p.email', username: 'p.email' };
const internal: Readonly<Record<string, string>> = {
  id: 'ID', fileref: 'FileRef', uniqueid: 'GUID', _uiversionstring: '_version', owshiddenversion: '_version', filesystemobjecttype: 'FSObjType', fsobjtype: 'FSObjType',
};

/**
 * The column that `$filter`, `$orderby` or a CAML `FieldRef` names: `Title`, `Id`, `AuthorId`, `Author/Title`, `OData__X`. Throws what SharePoint
 * says of a name that the list does not have, or of a column that cannot be filtered on.
 */
export function queryColumn(name: string, list: ListSchema, session: Session, as: 'rest' | 'caml' = 'rest'): QueryColumn {
  const [first = '', sub] = name.split('/');
  const wanted = first.replace(/^OData_(?=_)/, '').toLowerCase();
  const own = internal[wanted];
  if (own === 'FileRef') return plain(name, undefined, `(i.FileDirRef || '/' || i.FileLeafRef)`, false, String);
  if (own !== undefined && own !== 'ID') return plain(name, undefined, `i."${own}"`, false, own === 'GUID' ? guidText : String);
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === wanted)
    ?? (as === 'rest' ? list.fields.find((candidate) => isReference(candidate) && `${candidate.internalName}id`.toLowerCase() === wanted) : undefined);
  if (!field || !isStored(field)) throw unknownColumn(first, as);
  if (field.internalName === 'ID') return plain(name, field, 'i.ID', true, Number);
  if (sub !== undefined) return referenced(name, field, sub, list, session);
  const several = field.type.endsWith('Multi') || field.type === 'MultiChoice';
  return {
    name, field, sql: `i."${field.internalName}"`, several, lookup: isReference(field), narrows: field.indexed && !isReference(field),
    toStored: (value) => storedValue(field, value),
  };
}

/** A column that SharePoint refuses to filter on. Text remembered. */
export function checkFilterable(column: QueryColumn): QueryColumn {
  if (column.field?.type !== 'Note' && column.field?.type !== 'URL') return column;
  throw new SharePointError(400, '-1, Microsoft.SharePoint.SPException',
    `The field '${column.field.internalName}' of type '${column.field.type}' cannot be used in the query filter expression.`);
}

function referenced(name: string, field: FieldSchema, sub: string, list: ListSchema, session: Session): QueryColumn {
  const key = sub.toLowerCase();
  if (field.type === 'User') {
    const column = ofPerson[key];
    if (column === undefined) throw unknownColumn(`${field.internalName}/${sub}`, 'rest');
    const sql = key === 'id' ? `i."${field.internalName}"` : `(SELECT ${column} FROM principals p WHERE p.web_id = '${list.webId}' AND p.id = i."${field.internalName}")`;
    return { name, field, sql, several: false, lookup: true, narrows: false, toStored: (value) => key === 'id' ? Number(value) : String(value) };
  }
  if (field.type === 'Lookup') {
    const target = session.lists.byId(String(field.properties['LookupList']));
    const shown = target?.fields.find((candidate) => candidate.internalName.toLowerCase() === key);
    if (key === 'id') return { name, field, sql: `i."${field.internalName}"`, several: false, lookup: true, narrows: false, toStored: Number };
    if (!target || !shown || !isStored(shown)) throw unknownColumn(`${field.internalName}/${sub}`, 'rest');
    return {
      name, field, sql: `(SELECT t."${shown.internalName}" FROM "${target.table}" t WHERE t.ID = i."${field.internalName}")`,
      several: false, lookup: true, narrows: false, toStored: (value) => storedValue(shown, value),
    };
  }
  if (isReference(field) && key === 'id') return { name, field, sql: `i."${field.internalName}"`, several: true, lookup: true, narrows: false, toStored: Number };
  throw unknownColumn(`${field.internalName}/${sub}`, 'rest');
}

function plain(name: string, field: FieldSchema | undefined, sql: string, narrows: boolean, toStored: QueryColumn['toStored']): QueryColumn {
  return { name, field, sql, narrows, several: false, lookup: false, toStored };
}

/** A person or lookup column. */
export function isReference(field: FieldSchema): boolean {
  return field.type === 'User' || field.type === 'UserMulti' || field.type === 'Lookup' || field.type === 'LookupMulti';
}

function storedValue(field: FieldSchema, value: string | number | boolean): string | number {
  switch (field.type) {
    case 'Boolean': case 'Attachments': return value === true || value === 1 || value === '1' || value === 'true' ? 1 : 0;
    case 'Number': case 'Currency': case 'Integer': case 'Counter': case 'User': case 'UserMulti': case 'Lookup': case 'LookupMulti': return Number(value);
    case 'DateTime': return toStoredDate(String(value)) ?? String(value);
    case 'Guid': return guidText(value);
    default: return String(value);
  }
}

function guidText(value: string | number | boolean): string {
  return String(value).toLowerCase().replace(/[{}]/g, '');
}

/** Messages quoted in pnp/PnP#1585 (CAML, `$filter`); the code is remembered. */
function unknownColumn(name: string, as: 'rest' | 'caml'): SharePointError {
  return as === 'rest'
    ? new SharePointError(400, '-2147024809, Microsoft.SharePoint.SPException', `Column '${name}' does not exist. It may have been deleted by another user.`)
    : new SharePointError(500, '-2147024809, Microsoft.SharePoint.SPException', 'One or more field types are not installed properly. Go to the list settings page to delete these fields.');
}
