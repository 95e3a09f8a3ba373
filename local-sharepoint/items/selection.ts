import type { FieldSchema, ListSchema } from '../model/list.ts';
import { entityName } from '../lists/fieldNames.ts';
import { unknownField } from '../odata/invalidQuery.ts';
import { isReference } from '../query/referencedColumn.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { countsRelated, relatedCount } from './countRelated.ts';
import { expandedColumn } from './expandedColumn.ts';
import type { EdmTypeOf } from '../odata/edmType.ts';
import { inItemOrder } from './itemOrder.ts';
import { defaultReaders, edmTypeOf, fieldReaders, workedOutReader, type PropertyReader } from './itemProperties.ts';
import { expandWithoutSelect } from './itemRefusals.ts';
import { readValue } from './readValue.ts';

export interface Selection {
  readonly readers: readonly PropertyReader[];
  /** How many lookup and person columns are written out. */
  readonly lookups: number;
  /** Types of the properties that neither name nor value tells. */
  readonly edmType: EdmTypeOf;
}

/** Navigations of an item: `$expand` reads them as addresses of their own (routing/expand.ts). The order is remembered. */
export const itemNavigation: readonly string[] = [
  'FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'AttachmentFiles', 'ContentType', 'GetDlpPolicyTip', 'FieldValuesAsHtml', 'FieldValuesAsText', 'FieldValuesForEdit', 'File', 'Folder',
  'LikedByInformation', 'ParentList', 'Properties', 'Versions',
];
const navigations: ReadonlySet<string> = new Set(itemNavigation.map((name) => name.toLowerCase()));

/** Which properties of items a request wants. Throws what SharePoint says of names that the list does not have. */
export function selectionOf(list: ListSchema, { query, session }: Pick<ResourceRequest, 'query' | 'session'>): Selection {
  const select = pathsIn(query.get('$select'));
  const named = pathsIn(query.get('$expand')).map(([first = '']) => first);
  // Clients expand properties, too (CLI for Microsoft 365: `ListItemAllFields/HasUniqueRoleAssignments`): these are written out like selected ones.
  const properties = named.filter((name) => workedOutReader(name, list, session) !== undefined);
  const expand = named.filter((name) => !properties.includes(name));
  const columns = new Map<FieldSchema, string[]>();
  const selected = select.length === 0 && (query.get('$select') ?? '').trim() === '' ? defaultReaders(list) : select.flatMap((path) => plainReaders(path, list, session, expand, columns));
  const readers = [...properties.flatMap((name) => namedReaders(name, list, session)), ...selected];
  const unused = expand.find((name) => ![...columns.keys()].some((field) => entityName(field).toLowerCase() === name.toLowerCase()));
  if (unused !== undefined) throw columnNamed(unused, list) ? expandWithoutSelect(unused) : unknownField(unused);
  const whole = inItemOrder(list, [...readers, ...[...columns].map(([field, subs]) => ({ name: entityName(field), edmType: 'Navigation', read: expandedColumn(field, subs, session) }))]);
  return { readers: whole, lookups: columns.size, edmType: (name) => whole.find((reader) => reader.name === name)?.edmType };
}

/** The readers of one selected path; what is selected below a column is collected in `columns`. */
function plainReaders([first = '', sub]: readonly string[], list: ListSchema, session: Session, expand: readonly string[], columns: Map<FieldSchema, string[]>): PropertyReader[] {
  if (first === '*') return defaultReaders(list);
  const wanted = first.toLowerCase();
  // Recorded: `$select=Id` answers both spellings.
  if (wanted === 'id') return [{ name: 'Id', read: (row) => row.ID }, { name: 'ID', read: (row) => row.ID }];
  // Where a file or folder stands is a lookup by its type, and yet has a plain value.
  const place = wanted === 'filedirref' || wanted === 'fsobjtype' || wanted === 'fileref' || wanted === 'uniqueid';
  const column = place ? undefined : columnNamed(first, list);
  if (sub !== undefined) {
    if (!column) throw unknownField(first);
    if (!expand.some((name) => name.toLowerCase() === wanted)) throw expandWithoutSelect(first);
    columns.set(column, [...columns.get(column) ?? [], sub]);
    return [];
  }
  if (column) {
    if (expand.some((name) => name.toLowerCase() === wanted)) throw expandWithoutSelect(first);
    return [];
  }
  return namedReaders(first, list, session);
}

function namedReaders(name: string, list: ListSchema, session: Session): PropertyReader[] {
  const wanted = name.toLowerCase();
  const worked = workedOutReader(name, list, session);
  if (worked) return [worked];
  const byName = defaultReaders(list).filter((reader) => reader.name.toLowerCase() === wanted);
  if (byName.length > 0) return byName;
  const field = list.fields.find((candidate) => entityName(candidate).toLowerCase() === wanted);
  if (field && countsRelated(field)) return [{ name: entityName(field), read: (row) => String(relatedCount(field, row.ID, session)) }];
  if (field) return [{ name: entityName(field), ...edmTypeOf(field), read: isStored(field) ? (row) => readValue(field, row[field.internalName]) : () => null }];
  const reference = list.fields.flatMap((candidate) => isReference(candidate) && isStored(candidate) ? fieldReaders(candidate) : []).filter((reader) => reader.name.toLowerCase() === wanted);
  if (reference.length > 0) return reference;
  throw unknownField(name);
}

/** A person or lookup column by its name in item JSON. */
function columnNamed(name: string, list: ListSchema): FieldSchema | undefined {
  return list.fields.find((field) => entityName(field).toLowerCase() === name.toLowerCase() && isReference(field) && isStored(field));
}

/** The paths of a `$select` or `$expand`, without those of navigations. */
function pathsIn(text: string | undefined): string[][] {
  return (text ?? '').split(',').map((path) => path.trim().split('/')).filter(([first = '']) => first !== '' && !navigations.has(first.toLowerCase()));
}
