import type { FieldSchema } from '../model/list.ts';
import { entityName } from '../lists/fieldNames.ts';
import type { Entity } from '../routing/resource.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { emptyProjectedField, notReadThrough } from './itemRefusals.ts';
import { lookedUpRow } from './lookedUp.ts';
import { readIds, readValue } from './readValue.ts';

/** A person or looked-up item with the properties named below it; several of them for a column of several. Throws for properties that cannot be read so. */
export function expandedColumn(field: FieldSchema, subs: readonly string[], session: Session): (row: ItemRow) => unknown {
  const write = field.type.startsWith('User') ? personWriter(field, subs, session) : itemWriter(field, subs, session);
  const known = new Map<number, readonly Entity[]>();
  const written = (id: number): readonly Entity[] => {
    const before = known.get(id);
    if (before) return before;
    const entity = write(id);
    const entities = entity ? [entity] : [];
    known.set(id, entities);
    return entities;
  };
  const several = field.type.endsWith('Multi');
  return (row) => {
    const found = readIds(field, row[field.internalName]).flatMap(written);
    if (several) checkProjected(field, found);
    return several ? found : found[0] ?? null;
  };
}

/** A column of several cannot show an empty property of one of them (SharePoint/sp-dev-docs#4478, pnp/pnpjs#3200). */
function checkProjected(field: FieldSchema, found: readonly Entity[]): void {
  for (const { properties } of found) {
    const empty = Object.entries(properties).find(([, value]) => value === null);
    if (empty) throw emptyProjectedField(`${entityName(field)}_x005f_${empty[0]}`);
  }
}

type Write = (id: number) => Entity | undefined;

interface Profile { readonly id: number; readonly title: string; readonly login: string; readonly type: number; readonly email: string | null; readonly upn: string | null; readonly job: string | null; readonly department: string | null }

const ofPerson: readonly (readonly [string, (person: Profile) => unknown])[] = [
  ['Id', ({ id }) => id], ['ID', ({ id }) => id], ['Title', ({ title }) => title], ['Name', ({ login }) => login], ['EMail', ({ email }) => email], ['UserName', ({ upn }) => upn],
  ['JobTitle', ({ job }) => job], ['Department', ({ department }) => department], ['SipAddress', ({ email }) => email], ['FirstName', ({ title }) => title.split(' ')[0]],
  ['LastName', ({ title }) => title.split(' ').slice(1).join(' ')], ['Picture', () => null], ['Office', () => null], ['MobilePhone', () => null], ['WorkPhone', () => null],
  ['ContentTypeDisp', ({ type }) => type === 1 ? 'Person' : type === 8 ? 'SharePointGroup' : 'DomainGroup'],
];

function personWriter(field: FieldSchema, subs: readonly string[], session: Session): Write {
  const readers = subs.map((sub) => named(ofPerson, sub) ?? refuse(field, sub));
  return (id) => {
    const principal = session.directory.principal(id);
    if (!principal) return undefined;
    const user = session.directory.user(id);
    const person: Profile = {
      id, title: principal.title, login: principal.loginName, type: principal.principalType, email: user?.email ?? null, upn: user?.userPrincipalName ?? null,
      job: user?.jobTitle || null, department: user?.department || null,
    };
    return { type: 'SP.Data.UserInfoItem', editLink: `Web/SiteUserInfoList/Items(${id})`, properties: Object.fromEntries(readers.map(([name, read]) => [name, read(person)])) };
  };
}

/** Types of columns that cannot be read through a lookup (documented for the columns that a lookup may bring along; yes/no and choices remembered). */
const notThrough: ReadonlySet<string> = new Set(['Note', 'URL', 'User', 'UserMulti', 'Lookup', 'LookupMulti', 'MultiChoice', 'Computed', 'Attachments', 'Thumbnail', 'Location']);

function itemWriter(field: FieldSchema, subs: readonly string[], session: Session): Write {
  const target = session.lists.byId(String(field.properties['LookupList']));
  if (!target) return () => undefined;
  const columns = target.fields.filter((column) => isStored(column) && !notThrough.has(column.type)).map((column) => [entityName(column), (row: ItemRow) => readValue(column, row[column.internalName])] as const);
  const all: readonly (readonly [string, (row: ItemRow) => unknown])[] = [['Id', (row) => row.ID], ...columns];
  const readers = subs.map((sub) => named(all, sub) ?? refuse(field, sub));
  return (id) => {
    const row = lookedUpRow(field, id, session);
    return row && { type: 'SP.Data.ListItem', editLink: `Web/Lists(guid'${target.id}')/Items(${id})`, properties: Object.fromEntries(readers.map(([name, read]) => [name, read(row)])) };
  };
}

/** By its exact name, else in any case: `Id` and `ID` are two. */
function named<Read>(of: readonly (readonly [string, Read])[], wanted: string): readonly [string, Read] | undefined {
  return of.find(([name]) => name === wanted) ?? of.find(([name]) => name.toLowerCase() === wanted.toLowerCase());
}

function refuse(field: FieldSchema, sub: string): never {
  throw notReadThrough(`${entityName(field)}/${sub}`);
}
