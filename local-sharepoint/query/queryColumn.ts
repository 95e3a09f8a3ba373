import type { SQLInputValue } from 'node:sqlite';
import { SharePointError } from '../model/sharePointError.ts';
import { commentsColumn, isModerated, statusColumn } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { contentTypeNameSql } from '../contentTypes/listContentTypes.ts';
import { isStored } from '../storage/itemTables.ts';
import type { Session } from '../session.ts';
import { toStoredDate } from '../items/dates.ts';
import type { QueryColumn } from './condition.ts';
import { isReference, referenced } from './referencedColumn.ts';
import { unknownColumn } from './refusals.ts';

type ToStored = QueryColumn['toStored'];
/** Always 0; the figure alone would be taken for the number of a column to sort by. */
const nothing = '(i.ID * 0)';

/** Only files count drafts between their versions. */
function uiVersionSql(list: ListSchema): string {
  return list.baseType === 1 ? 'i._uiversion' : '(i._version * 512)';
}

/** Columns that are worked out of what the table keeps, or of nothing: SQL over the item table, and how a value is kept. */
function workedOut(wanted: string, list: ListSchema): readonly [sql: string, toStored: ToStored] | undefined {
  switch (wanted) {
    case 'fileref': return [`(i.FileDirRef || '/' || coalesce(i.FileLeafRef, i.ID || '_.000')) COLLATE NOCASE`, String];
    case 'fileleafref': case 'linkfilename': case 'linkfilenamenomenu': return [`coalesce(i.FileLeafRef, i.ID || '_.000') COLLATE NOCASE`, String];
    case 'filedirref': return ['i.FileDirRef COLLATE NOCASE', String];
    case 'uniqueid': return ['i.GUID', guidText];
    case '_uiversionstring': return [`((${uiVersionSql(list)} / 512) || '.' || (${uiVersionSql(list)} % 512))`, String];
    case 'owshiddenversion': return ['i._version', Number];
    case '_uiversion': return [uiVersionSql(list), Number];
    case 'filesystemobjecttype': case 'fsobjtype': return ['i.FSObjType', Number];
    case 'attachments': return [`EXISTS (SELECT 1 FROM attachments a WHERE a.list_id = '${list.id}' AND a.item_id = i.ID)`, trueOrFalse];
    case 'contenttype': return [contentTypeNameSql(list), String];
    case '_moderationstatus': return [isModerated(list) ? `i.${statusColumn}` : nothing, Number];
    case '_moderationcomments': return isModerated(list) ? [`i.${commentsColumn}`, String] : undefined;
    default: return undefined;
  }
}

/**
 * The column that `$filter`, `$orderby` or a CAML `FieldRef` names: `Title`, `Id`, `AuthorId`, `Author/Title`, `OData__X`. Throws what SharePoint
 * says of a name that the list does not have, or of a column that cannot be filtered on.
 */
export function queryColumn(name: string, list: ListSchema, session: Session, as: 'rest' | 'caml' = 'rest'): QueryColumn {
  const [first = '', sub, ...rest] = name.split('/');
  if (rest.length > 0) throw unknownColumn(name, as);
  const wanted = named(first);
  const worked = workedOut(wanted, list);
  if (worked) return plain(name, undefined, worked[0], false, worked[1]);
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === wanted)
    ?? (as === 'rest' ? list.fields.find((candidate) => isReference(candidate) && `${candidate.internalName}id`.toLowerCase() === wanted) : undefined);
  if (!field || !isStored(field)) throw unknownColumn(first, as);
  if (field.internalName === 'ID') return plain(name, field, 'i.ID', true, Number);
  if (sub !== undefined) return referenced(name, field, sub, session, as);
  const several = field.type.endsWith('Multi') || field.type === 'MultiChoice';
  return {
    name, field, sql: field.type === 'URL' ? `json_extract(i."${field.internalName}", '$.Url')` : `i."${field.internalName}"`, several, lookup: isReference(field),
    narrows: field.indexed && !isReference(field), toStored: (value) => storedValue(field, value),
  };
}

/** Without `OData_`, and as the columns that link to a title are really called. */
function named(name: string): string {
  const wanted = name.replace(/^OData_(?=_)/, '').toLowerCase();
  return wanted === 'linktitle' || wanted === 'linktitlenomenu' ? 'title' : wanted;
}

/** A column that SharePoint refuses to filter on in REST (quoted for TaxonomyFieldType; CAML does look into notes). */
export function checkFilterable(column: QueryColumn): QueryColumn {
  if (column.field?.type !== 'Note' && column.field?.type !== 'URL') return column;
  throw new SharePointError(400, '-1, Microsoft.SharePoint.SPException',
    `The field '${column.field.internalName}' of type '${column.field.type}' cannot be used in the query filter expression.`);
}

function plain(name: string, field: FieldSchema | undefined, sql: string, narrows: boolean, toStored: ToStored): QueryColumn {
  return { name, field, sql, narrows, several: false, lookup: false, toStored };
}

/** A literal in the form that the table keeps; NaN for what is no such value. */
export function storedValue(field: FieldSchema, value: string | number | boolean): SQLInputValue {
  switch (field.type) {
    case 'Boolean': case 'Attachments': return trueOrFalse(value);
    case 'Number': case 'Currency': case 'Integer': case 'Counter': case 'User': case 'UserMulti': case 'Lookup': case 'LookupMulti':
      return value === '' ? Number.NaN : Number(value);
    case 'Calculated': return storedResult(field, value);
    case 'DateTime': return toStoredDate(String(value)) ?? Number.NaN;
    case 'Guid': return guidText(value);
    default: return String(value);
  }
}

/** By what the calculated column results in (SP.FieldType). */
function storedResult({ properties }: FieldSchema, value: string | number | boolean): SQLInputValue {
  switch (properties['OutputType']) {
    case 4: return toStoredDate(String(value)) ?? Number.NaN;
    case 8: return trueOrFalse(value);
    case 9: case 10: return value === '' ? Number.NaN : Number(value);
    default: return String(value);
  }
}

function trueOrFalse(value: string | number | boolean): number {
  return value === true || value === 1 || /^(1|true|yes)$/i.test(String(value)) ? 1 : 0;
}

function guidText(value: string | number | boolean): string {
  return String(value).toLowerCase().replace(/[{}]/g, '');
}
