import type { FieldSchema, ListSchema } from '../model/list.ts';
import { toHighLow } from '../model/basePermissions.ts';
import { contentTypeId } from '../lists/contentTypes.ts';
import { entityName } from '../lists/fieldEntity.ts';
import { unknownField } from '../odata/invalidQuery.ts';
import { one } from '../people/prepared.ts';
import { isReference } from '../query/queryColumn.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { expandWithoutSelect } from './itemRefusals.ts';
import { readValue } from './readValue.ts';

/** One property of the answer, read from a row. */
export interface PropertyReader { readonly name: string; read(row: ItemRow): unknown }

export interface Selection {
  readonly readers: readonly PropertyReader[];
  /** How many lookup and person columns are written out. */
  readonly lookups: number;
}

/** Which properties of items a request wants. Throws what SharePoint says of names that the list does not have. */
export function selectionOf(list: ListSchema, { query, session }: Pick<ResourceRequest, 'query' | 'session'>): Selection {
  const select = names(query.get('$select'));
  const expand = names(query.get('$expand'));
  if (select.length === 0) {
    const bare = expand.find((name) => !isText(name));
    if (bare !== undefined) throw expandWithoutSelect(bare.split('/')[0] ?? bare);
    return { readers: [...defaultReaders(list), ...expand.flatMap((name) => special(name, list, session) ?? [])], lookups: 0 };
  }
  const readers: PropertyReader[] = [];
  const nested = new Map<string, { field: FieldSchema; subs: string[] }>();
  for (const name of select) {
    const [first = '', sub] = name.split('/');
    if (name === '*') readers.push(...defaultReaders(list));
    else if (sub === undefined) readers.push(...plainReaders(first, list, session, expand));
    else {
      const field = referenceField(first, list);
      if (!expand.some((path) => path.split('/')[0]?.toLowerCase() === first.toLowerCase())) throw expandWithoutSelect(first);
      const found = nested.get(field.internalName) ?? { field, subs: [] };
      found.subs.push(sub);
      nested.set(field.internalName, found);
    }
  }
  for (const { field, subs } of nested.values()) readers.push({ name: entityName(field), read: expanded(field, subs, session) });
  const unused = expand.find((path) => !nested.has(referenceName(path, list)) && !isText(path));
  if (unused !== undefined) throw expandWithoutSelect(unused.split('/')[0] ?? unused);
  return { readers, lookups: nested.size };
}

/** What an item has when nothing is selected, in the recorded order. */
function defaultReaders(list: ListSchema): PropertyReader[] {
  const own = list.fields.filter((field) => isStored(field) && (!field.fromBaseType || list.baseTemplate === 119 && !(['ID', 'Title', 'Author', 'Editor', 'Created', 'Modified', 'GUID', 'ContentTypeId', 'FileLeafRef', 'FileDirRef', 'FSObjType'].includes(field.internalName))));
  return [
    { name: 'FileSystemObjectType', read: (row) => row['FSObjType'] }, { name: 'Id', read: (row) => row.ID },
    { name: 'ServerRedirectedEmbedUri', read: () => null }, { name: 'ServerRedirectedEmbedUrl', read: () => '' },
    { name: 'ContentTypeId', read: (row) => row['ContentTypeId'] }, { name: 'Title', read: (row) => row['Title'] ?? null },
    { name: 'OData__ColorTag', read: () => null }, { name: 'ComplianceAssetId', read: () => null },
    ...own.flatMap(fieldReaders),
    { name: 'ID', read: (row) => row.ID }, { name: 'Modified', read: (row) => row['Modified'] }, { name: 'Created', read: (row) => row['Created'] },
    { name: 'AuthorId', read: (row) => row.Author }, { name: 'EditorId', read: (row) => row['Editor'] },
    { name: 'OData__UIVersionString', read: (row) => `${row._version}.0` },
    ...(list.baseType === 0 ? [{ name: 'Attachments', read: () => false }] : []), { name: 'GUID', read: (row) => row.GUID },
  ];
}

function fieldReaders(field: FieldSchema): PropertyReader[] {
  const name = entityName(field);
  const read = (row: ItemRow): unknown => readValue(field, row[field.internalName]);
  if (!isReference(field)) return [{ name, read }];
  const text = (row: ItemRow): unknown => {
    const ids = read(row);
    return Array.isArray(ids) ? ids.map(String) : ids === null ? null : String(ids);
  };
  return [{ name: `${name}Id`, read }, ...(field.fromBaseType || !field.type.startsWith('User') ? [] : [{ name: `${name}StringId`, read: text }])];
}

function plainReaders(name: string, list: ListSchema, session: Session, expand: readonly string[]): PropertyReader[] {
  const wanted = name.toLowerCase();
  // Recorded: `$select=Id` answers both spellings.
  if (wanted === 'id') return [{ name: 'Id', read: (row) => row.ID }, { name: 'ID', read: (row) => row.ID }];
  const found = special(name, list, session);
  if (found) return found;
  const byName = defaultReaders(list).filter((reader) => reader.name.toLowerCase() === wanted);
  if (byName.length > 0) return byName;
  const field = list.fields.find((candidate) => entityName(candidate).toLowerCase() === wanted);
  if (field && isReference(field) && isStored(field)) {
    if (expand.some((path) => path.toLowerCase() === wanted)) throw expandWithoutSelect(name);
    return [];
  }
  if (field) return [{ name: entityName(field), read: isStored(field) ? (row) => readValue(field, row[field.internalName]) : () => null }];
  const reference = list.fields.flatMap((candidate) => isReference(candidate) && isStored(candidate) ? fieldReaders(candidate) : []).filter((reader) => reader.name.toLowerCase() === wanted);
  if (reference.length > 0) return reference;
  throw unknownField(name);
}

/** Properties that are worked out. */
function special(name: string, list: ListSchema, session: Session): PropertyReader[] | undefined {
  const path = (row: ItemRow): string => `${String(row['FileDirRef'])}/${row['FileLeafRef'] === null ? `${row.ID}_.000` : String(row['FileLeafRef'])}`;
  const worked: Readonly<Record<string, (row: ItemRow) => unknown>> = {
    FileRef: path, FileLeafRef: (row) => path(row).split('/').pop(), FileDirRef: (row) => row['FileDirRef'], FSObjType: (row) => row['FSObjType'],
    UniqueId: (row) => row.GUID, owshiddenversion: (row) => row._version, EncodedAbsUrl: path,
    EffectiveBasePermissions: (row) => toHighLow(session.permissions.onItem(list, row._scope)), HasUniqueRoleAssignments: (row) => row._scope !== null,
    FieldValuesAsText: (row) => textEntity(list, row, session), ContentType: (row) => ({ Id: { StringValue: contentTypeId(list) }, Name: row['ContentTypeId'] === contentTypeId(list) ? 'Item' : 'Folder' }),
  };
  const found = Object.entries(worked).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found && [{ name: found[0], read: found[1] }];
}

function textEntity(list: ListSchema, row: ItemRow, session: Session): Entity {
  const texts = list.fields.filter(isStored).map((field) => {
    const value = readValue(field, row[field.internalName]);
    const text = value === null ? '' : field.type === 'User' ? session.directory.principal(Number(value))?.title ?? ''
      : field.type === 'Boolean' ? (value === true ? 'Yes' : 'No') : Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return [field.internalName.replaceAll('_', '_x005f_'), text];
  });
  return { type: 'SP.FieldStringValues', editLink: `Web/Lists(guid'${list.id}')/Items(${row.ID})/FieldValuesAsText`, properties: Object.fromEntries(texts) as Record<string, string> };
}

/** A person or looked-up item with the properties named below it. */
function expanded(field: FieldSchema, subs: readonly string[], session: Session): (row: ItemRow) => unknown {
  const write = field.type.startsWith('User') ? person(subs, session) : lookedUp(field, subs, session);
  const known = new Map<number, Entity | null>();
  const written = (id: number): Entity | null => {
    let entity = known.get(id);
    if (entity === undefined) known.set(id, (entity = write(id)));
    return entity;
  };
  return (row) => {
    const value = readValue(field, row[field.internalName]);
    if (Array.isArray(value)) return value.flatMap((id: number) => written(id) ?? []);
    return value === null ? null : written(Number(value));
  };
}

function person(subs: readonly string[], session: Session): (id: number) => Entity | null {
  return (id) => {
    const user = session.directory.user(id);
    const principal = user ?? session.directory.principal(id);
    if (!principal) return null;
    const of: Readonly<Record<string, unknown>> = {
      Id: id, ID: id, Title: principal.title, Name: principal.loginName, EMail: user?.email ?? null, UserName: user?.userPrincipalName ?? null,
      JobTitle: user?.jobTitle || null, Department: user?.department || null, SipAddress: user?.email ?? null, FirstName: principal.title.split(' ')[0],
      LastName: principal.title.split(' ').slice(1).join(' '), Picture: null, ContentTypeDisp: principal.principalType === 1 ? 'Person' : 'SharePointGroup',
    };
    return { type: 'SP.Data.UserInfoItem', editLink: `Web/SiteUserInfoList/Items(${id})`, properties: picked(of, subs) };
  };
}

function lookedUp(field: FieldSchema, subs: readonly string[], session: Session): (id: number) => Entity | null {
  const target = session.lists.byId(String(field.properties['LookupList']));
  return (id) => {
    const row = target && one<ItemRow>(session.database, `SELECT * FROM "${target.table}" WHERE ID = ?`, id);
    if (!target || !row) return null;
    const of = Object.fromEntries([...target.fields.filter(isStored).map((column) => [entityName(column), readValue(column, row[column.internalName])] as const), ['Id', row.ID]]);
    return { type: 'SP.Data.ListItem', editLink: `Web/Lists(guid'${target.id}')/Items(${id})`, properties: picked(of, subs) };
  };
}

function picked(of: Readonly<Record<string, unknown>>, subs: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(subs.map((sub) => {
    const found = Object.entries(of).find(([name]) => name === sub) ?? Object.entries(of).find(([name]) => name.toLowerCase() === sub.toLowerCase());
    if (!found) throw unknownField(sub);
    return found;
  }));
}

function referenceField(name: string, list: ListSchema): FieldSchema {
  const field = list.fields.find((candidate) => entityName(candidate).toLowerCase() === name.toLowerCase());
  if (!field || !isReference(field) || !isStored(field)) throw unknownField(name);
  return field;
}

function referenceName(path: string, list: ListSchema): string {
  const name = (path.split('/')[0] ?? '').toLowerCase();
  return list.fields.find((candidate) => entityName(candidate).toLowerCase() === name)?.internalName ?? '';
}

function isText(path: string): boolean {
  return /^(fieldvaluesastext|contenttype|fieldvaluesforedit|file|folder|parentlist|roleassignments)$/i.test(path.split('/')[0] ?? '');
}

function names(text: string | undefined): string[] {
  return (text ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
}
