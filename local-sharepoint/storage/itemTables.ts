import type { DatabaseSync } from 'node:sqlite';
import type { FieldSchema, FieldType, ListSchema } from '../model/list.ts';
import { forgetStatements } from './prepared.ts';

const integerTypes: ReadonlySet<FieldType> = new Set(['Boolean', 'Attachments', 'User', 'Lookup', 'Integer', 'Counter', 'ModStat']);
const realTypes: ReadonlySet<FieldType> = new Set(['Number', 'Currency']);
const textIgnoringCase: ReadonlySet<FieldType> = new Set(['Text', 'Choice', 'File', 'Calculated']);

/** Columns that every item table has without being asked. */
const ownColumns = new Set(['id', 'guid', 'author', 'editor', 'created', 'modified', 'fsobjtype', 'fileleafref', 'filedirref', 'contenttypeid', '_version', '_scope', '_attachments', '_uiversion', '_checkin_comment', 'checkoutuser']);

/** Makes the table of a new list with a column for each of its stored fields. */
export function createItemTable(database: DatabaseSync, list: ListSchema): void {
  database.exec(`CREATE TABLE "${list.table}" (
    ID INTEGER PRIMARY KEY AUTOINCREMENT, GUID TEXT NOT NULL, Author INTEGER NOT NULL, Editor INTEGER NOT NULL, Created TEXT NOT NULL,
    Modified TEXT NOT NULL, FSObjType INTEGER NOT NULL DEFAULT 0, FileLeafRef TEXT COLLATE NOCASE, FileDirRef TEXT NOT NULL, ContentTypeId TEXT NOT NULL,
    _version INTEGER NOT NULL DEFAULT 1, _scope TEXT)`);
  for (const field of list.fields) if (isStored(field)) addColumn(database, list, field);
  if (list.baseType !== 1) return;
  // A library holds a name only once in a folder.
  database.exec(`CREATE UNIQUE INDEX ${indexName(list, 'path')} ON "${list.table}" (FileDirRef, FileLeafRef)`);
  addFileColumns(database, list.table);
}

/** Which rows of a library somebody may see otherwise than as they stand: drafts, and files that are checked out. */
export const unpublishedRows = '(CheckoutUser IS NOT NULL OR _uiversion % 512 <> 0)';

/** What only files have: the number of their version (`_uiversion`), who has them checked out, and what was said when they were checked in. */
export function addFileColumns(database: DatabaseSync, table: string): void {
  database.exec(`ALTER TABLE "${table}" ADD COLUMN _uiversion INTEGER NOT NULL DEFAULT 512; ALTER TABLE "${table}" ADD COLUMN CheckoutUser INTEGER; ALTER TABLE "${table}" ADD COLUMN _checkin_comment TEXT;
    CREATE INDEX "ix_${table}_unpublished" ON "${table}" (ID) WHERE ${unpublishedRows}`);
}

export function dropItemTable(database: DatabaseSync, list: ListSchema): void {
  database.exec(`DROP TABLE "${list.table}"`);
}

/** Whether the field's values are kept in a column of the table (the others are worked out, or always empty). */
export function isStored(field: FieldSchema): boolean {
  return field.properties['stored'] !== false;
}

/** Adds the column of a new field; one of the table's own is left alone. */
export function addColumn(database: DatabaseSync, list: ListSchema, field: FieldSchema): void {
  if (isStored(field) && !ownColumns.has(field.internalName.toLowerCase())) {
    // What a calculated column results in may be anything.
    const type = integerTypes.has(field.type) ? 'INTEGER' : realTypes.has(field.type) ? 'REAL' : field.type === 'Calculated' ? '' : 'TEXT';
    const collation = textIgnoringCase.has(field.type) ? ' COLLATE NOCASE' : '';
    database.exec(`ALTER TABLE "${list.table}" ADD COLUMN ${column(field)} ${type}${collation}${generated(list, field)}`);
    forgetStatements(database);
  }
  if (field.indexed) setIndex(database, list, field);
}

/** A column that a lookup brings along has the lookup's value. */
function generated({ fields }: ListSchema, { properties }: FieldSchema): string {
  const primary = properties['PrimaryFieldId'] ? fields.find(({ id }) => id === properties['PrimaryFieldId']) : undefined;
  return primary ? ` GENERATED ALWAYS AS (${column(primary)}) VIRTUAL` : '';
}

export function dropColumn(database: DatabaseSync, list: ListSchema, field: FieldSchema): void {
  database.exec(`DROP INDEX IF EXISTS ${indexName(list, field.id)}; DROP INDEX IF EXISTS ${indexName(list, `${field.id}_counted`)}`);
  if (isStored(field)) database.exec(`ALTER TABLE "${list.table}" DROP COLUMN ${column(field)}`);
  forgetStatements(database);
}

/** Makes or drops the index that the field asks for. Throws SQLite's own error when existing values are not unique. */
export function setIndex(database: DatabaseSync, list: ListSchema, field: FieldSchema): void {
  database.exec(`DROP INDEX IF EXISTS ${indexName(list, field.id)}`);
  if (field.indexed) database.exec(`CREATE ${field.unique ? 'UNIQUE ' : ''}INDEX ${indexName(list, field.id)} ON "${list.table}" (${column(field)})`);
}

/** An index of this service's own, for counting. */
export function addOwnIndex(database: DatabaseSync, list: ListSchema, field: FieldSchema): void {
  database.exec(`CREATE INDEX IF NOT EXISTS ${indexName(list, `${field.id}_counted`)} ON "${list.table}" (${column(field)})`);
}

/** The column's name in SQL. Internal names are letters, digits and `_` (lists/fieldNames.ts); anything else is this service's own mistake. */
function column({ internalName }: FieldSchema): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(internalName)) throw new Error(`The internal name "${internalName}" cannot be a column.`);
  return `"${internalName}"`;
}

function indexName(list: ListSchema, suffix: string): string {
  return `"ix_${list.table}_${suffix}"`;
}
