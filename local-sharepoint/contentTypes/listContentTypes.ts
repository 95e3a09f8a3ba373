import { createHash, randomUUID } from 'node:crypto';
import { listTemplate } from '../lists/listTemplates.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { builtInContentType } from './builtInContentTypes.ts';
import type { ContentType } from './contentType.ts';

/** From which types those of a new list are made, the list's default first (PnP Core SDK, ContentTypesOnListGetTest for Site Pages). */
function origins({ baseTemplate }: ListSchema): readonly string[] {
  if (baseTemplate === 119) return ['0x0101009D1CB255DA76424F860D91F20E6C4118', '0x010108', '0x0120', '0x01010901', '0x0101009D1CB255DA76424F860D91F20E6C4118002A50BFCFB7614729B56886FADA02339B'];
  return [listTemplate(baseTemplate)?.contentType ?? '0x01', '0x0120'];
}

/** The content types of a list, its default first. */
export function contentTypesOf(list: ListSchema): ContentType[] {
  const kept = list.properties['ContentTypes'];
  return Array.isArray(kept) ? kept as ContentType[] : origins(list).map((origin, at) => copyFor(origin, at === 0 || origin === '0x0120' ? String(list.properties['ContentTypeSuffix']) : suffix(list, origin)));
}

/** To be saved with the list. */
export function keepContentTypes(list: ListSchema, types: readonly ContentType[]): void {
  list.properties['ContentTypes'] = types;
}

/** Which of a list's types a new column joins (SP.AddFieldOptions): the default one unless told, none, or all but folders. */
export type JoinedTypes = 'default' | 'none' | 'all';

/** Puts a new column into types of its list. To be saved with the list. */
export function addToContentTypes(list: ListSchema, { id, internalName, required, hidden }: FieldSchema, joined: JoinedTypes): void {
  if (joined === 'none') return;
  const types = contentTypesOf(list);
  const standard = defaultOf(types);
  keepContentTypes(list, types.map((type) => type === standard || (joined === 'all' && !type.id.startsWith('0x0120')) ? { ...type, fields: [...type.fields, { id, name: internalName, required, hidden }] } : type));
}

/** Takes a column that is deleted out of all types of its list. */
export function takeOutOfContentTypes(list: ListSchema, { id }: FieldSchema): void {
  if (!Array.isArray(list.properties['ContentTypes'])) return;
  keepContentTypes(list, contentTypesOf(list).map((type) => ({ ...type, fields: type.fields.filter((link) => link.id !== id) })));
}

/** The id of the type that items of a list have unless another is named. */
export function contentTypeId(list: ListSchema): string {
  return Array.isArray(list.properties['ContentTypes']) ? defaultOf(contentTypesOf(list)).id : `${origins(list)[0] ?? ''}00${String(list.properties['ContentTypeSuffix'])}`;
}

/** The name of an item's content type as SQL over `i`. */
export function contentTypeNameSql(list: ListSchema): string {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const types = contentTypesOf(list);
  const standard = defaultOf(types);
  const named = types.filter((type) => type !== standard && !type.id.startsWith('0x0120')).map(({ id, name }) => `WHEN i.ContentTypeId = ${text(id)} THEN ${text(name)} `).join('');
  return `(CASE WHEN i.FSObjType = 1 THEN 'Folder' ${named}ELSE ${text(standard.name)} END) COLLATE NOCASE`;
}

/** The type of an item; one whose type is gone has the list's default. */
export function contentTypeOf(list: ListSchema, id: unknown): ContentType {
  const types = contentTypesOf(list);
  return types.find((type) => type.id === id) ?? defaultOf(types);
}

/** The first that is no folder. */
function defaultOf(types: readonly ContentType[]): ContentType {
  const found = types.find(({ id }) => !id.startsWith('0x0120'));
  if (!found) throw new Error('A list has no content type.');
  return found;
}

/** A list's own copy of a web's type: its id goes on with 00 and a GUID (recorded: exemplar "contenttype-add-available"). */
export function copyForList(type: ContentType): ContentType {
  return { ...type, id: `${type.id}00${randomUUID().replaceAll('-', '').toUpperCase()}`, sealed: false, readOnly: false, properties: { ...type.properties }, fields: type.fields.map((field) => ({ ...field })) };
}

function copyFor(origin: string, ending: string): ContentType {
  const type = builtInContentType(origin);
  if (!type) throw new Error(`There is no content type ${origin}.`);
  return { ...type, id: `${origin}00${ending}` };
}

/** The same for a list each time it is asked. */
function suffix(list: ListSchema, origin: string): string {
  return createHash('md5').update(`${list.id} ${origin}`).digest('hex').toUpperCase();
}
