import { commentCount, commentsDisabled } from '../comments/commenting.ts';
import { contentLength } from '../files/contents.ts';
import { levelOf } from '../files/level.ts';
import { commentsOf, isModerated, statusOf } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { toHighLow } from '../model/basePermissions.ts';
import { entityName } from '../lists/fieldNames.ts';
import { isReference } from '../query/referencedColumn.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { complex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { readValue } from './readValue.ts';

/** One property of the answer, read from a row. */
export interface PropertyReader { readonly name: string; /** Its type in Atom and metadata, when name and value do not tell. */ readonly edmType?: string; read(row: ItemRow): unknown }

/** Columns of the base type that site pages show beside those of every list. */
const shownOfEveryList: ReadonlySet<string> = new Set(['ID', 'Title', 'Author', 'Editor', 'Created', 'Modified', 'GUID', 'ContentTypeId', 'FileLeafRef', 'FileDirRef', 'FSObjType', 'CheckoutUser']);

/** What an item has when nothing is selected, in the recorded order. */
export function defaultReaders(list: ListSchema): PropertyReader[] {
  const own = list.fields.filter((field) => isStored(field) && !(field.hidden && field.ofTemplate === true) && (!field.fromBaseType || (list.baseTemplate === 119 && !field.hidden && !shownOfEveryList.has(field.internalName))));
  const library = list.baseType === 1;
  const nothing = (name: string): PropertyReader => ({ name, read: () => null });
  return [
    { name: 'FileSystemObjectType', read: (row) => row['FSObjType'] }, { name: 'Id', read: (row) => row.ID },
    nothing('ServerRedirectedEmbedUri'), { name: 'ServerRedirectedEmbedUrl', read: () => '' },
    { name: 'ContentTypeId', read: (row) => row['ContentTypeId'] }, { name: 'Title', read: (row) => row['Title'] ?? null }, nothing('OData__ColorTag'), nothing('ComplianceAssetId'),
    ...own.flatMap(fieldReaders),
    { name: 'ID', read: (row) => row.ID }, { name: 'Modified', read: (row) => row['Modified'] }, { name: 'Created', read: (row) => row['Created'] },
    { name: 'AuthorId', read: (row) => row.Author }, { name: 'EditorId', read: (row) => row['Editor'] },
    ...library ? [nothing('OData__CopySource'), { name: 'CheckoutUserId', read: (row: ItemRow) => row['CheckoutUser'] ?? null }] : [],
    ...isModerated(list) ? [{ name: 'OData__ModerationComments', read: (row: ItemRow) => commentsOf(list, row) }, { name: 'OData__ModerationStatus', read: (row: ItemRow) => statusOf(list, row) }] : [],
    { name: 'OData__UIVersionString', read: (row) => versionLabel(uiVersion(row)) },
    ...library ? [] : [{ name: 'Attachments', read: (row: ItemRow) => row['_attachments'] === 1 }], { name: 'GUID', read: (row) => row.GUID },
  ];
}

/** A column as it stands in item JSON: people and lookups as `…Id`, added people also as `…StringId` (recorded). */
export function fieldReaders(field: FieldSchema): PropertyReader[] {
  const name = entityName(field);
  const read = (row: ItemRow): unknown => readValue(field, row[field.internalName]);
  if (!isReference(field)) return [{ name, read, ...edmTypeOf(field) }];
  const text = (row: ItemRow): unknown => {
    const ids = read(row);
    return Array.isArray(ids) ? ids.map(String) : ids === null ? null : String(ids);
  };
  const several = field.type.endsWith('Multi');
  // Recorded: of the columns that come with a list the people of Site Pages alone have it, without the prefix of its other name.
  const ofPage = field.fromBaseType && several;
  return [
    { name: `${name}Id`, edmType: several ? 'Collection(Edm.Int32)' : 'Edm.Int32', read },
    ...(!field.type.startsWith('User') || (field.fromBaseType && !ofPage) ? [] : [{ name: `${ofPage ? field.internalName : name}StringId`, edmType: several ? 'Collection(Edm.String)' : 'Edm.String', read: text }]),
  ];
}

/** The type of a plain column's values, as `$metadata` of lists names it. */
export function edmTypeOf(field: FieldSchema): { edmType?: string } {
  switch (field.type) {
    case 'Number': case 'Currency': return { edmType: 'Edm.Double' };
    case 'Integer': case 'Counter': return { edmType: 'Edm.Int32' };
    case 'DateTime': return { edmType: 'Edm.DateTime' };
    case 'Guid': return { edmType: 'Edm.Guid' };
    case 'MultiChoice': return { edmType: 'Collection(Edm.String)' };
    case 'Text': case 'Note': case 'Choice': return { edmType: 'Edm.String' };
    default: return {};
  }
}

/** Properties that are only written when they are selected. */
export function workedOutReader(name: string, list: ListSchema, session: Session): PropertyReader | undefined {
  const found = workedOut(list, session).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found && { name: found[0], read: found[1] };
}

function workedOut(list: ListSchema, session: Session): readonly (readonly [string, (row: ItemRow) => unknown])[] {
  const mask = (row: ItemRow): unknown => complex('SP.BasePermissions', toHighLow(session.permissions.onItem(list, row._scope)));
  const off = (row: ItemRow): boolean => commentsDisabled(session.database, list.id, row.ID);
  return [
    ['FileRef', path], ['FileLeafRef', (row) => path(row).split('/').pop()], ['FileDirRef', (row) => row['FileDirRef']], ['FSObjType', (row) => row['FSObjType']],
    ['File_x0020_Size', (row) => list.baseType === 1 && row['FSObjType'] === 0 ? String(contentLength(session.database, list, row)) : null],
    ['UniqueId', (row) => row.GUID], ['owshiddenversion', (row) => row._version], ['EncodedAbsUrl', (row) => encodeURI(path(row))], ['ServerUrl', path],
    ['OData__UIVersion', uiVersion], ['OData__ModerationStatus', (row) => statusOf(list, row)], ['OData__ModerationComments', (row) => commentsOf(list, row)], ['OData__Level', (row) => list.baseType === 1 ? levelOf(row, session) : 1], ['OData__IsCurrentVersion', () => true],
    ['WorkflowVersion', () => 1], ['Order', (row) => row.ID * 100], ['LinkTitle', (row) => row['Title'] ?? null], ['LinkTitleNoMenu', (row) => row['Title'] ?? null],
    ['EffectiveBasePermissions', mask], ['EffectiveBasePermissionsForUI', mask], ['HasUniqueRoleAssignments', (row) => row._scope !== null],
    ['CommentsDisabled', off], ['CommentsDisabledScope', (row) => off(row) ? 1 : 0], ['OData__CommentCount', (row) => String(commentCount(session.database, list.id, row.ID))],
  ];
}

/** The server-relative address; items of lists have one of their own making. */
export function path(row: ItemRow): string {
  return `${String(row['FileDirRef'])}/${row['FileLeafRef'] === null ? `${row.ID}_.000` : String(row['FileLeafRef'])}`;
}
