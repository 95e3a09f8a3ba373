import { defaultFields } from '../lists/defaultFields.ts';
import { fieldEntity } from '../lists/fieldEntity.ts';
import { holderOf } from '../lists/fieldHolder.ts';
import { addFieldFromXml } from '../lists/addFields.ts';
import { listPlace, webPlace as webColumns } from '../lists/fieldPlace.ts';
import { availableSiteColumns, siteColumns } from '../lists/siteColumns.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { demand } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { argument, bodyProperties, textArgument } from '../routing/arguments.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { one } from '../storage/prepared.ts';
import { builtInContentType } from './builtInContentTypes.ts';
import { parentId, readContentTypeId, type ContentType } from './contentType.ts';
import { contentTypeEntity } from './contentTypeEntity.ts';
import { applyContentTypeInput, validName } from './contentTypeInput.ts';
import { contentTypeInUse, contentTypeNotFound, duplicateContentType, lastContentType } from './contentTypeRefusals.ts';
import { contentTypeResource, type ContentTypePlace } from './contentTypeResource.ts';
import { contentTypesOf, copyForList, keepContentTypes } from './listContentTypes.ts';
import { availableContentTypes, removeContentType, saveContentType, webContentTypes, type ScopedContentType } from './webContentTypes.ts';

/** One that is not there is answered with nothing, not refused (PnPjs' tests ask a web below the root for Item). */
const none: Resource = { get: () => ({ kind: 'property', name: 'GetById', value: null }) };

/** `web/contenttypes` and `web/availablecontenttypes`. */
export function webContentTypesResource(of: 'ContentTypes' | 'AvailableContentTypes', segment: PathSegment, request: ResourceRequest): Resource {
  const types = ({ session }: ResourceRequest): ScopedContentType[] => of === 'ContentTypes' ? webContentTypes(session) : availableContentTypes(session);
  const place = ({ scope, type }: ScopedContentType): ContentTypePlace => ({ ...webPlace, scope, editLink: `Web/${of}('${type.id}')` });
  const byId = (text: string, asked: ResourceRequest): Resource => {
    const found = types(asked).find(({ type }) => type.id === readContentTypeId(text));
    return found ? contentTypeResource(found.type, place(found)) : none;
  };
  if (segment.args.length > 0) return byId(textArgument(segment), request);
  return {
    get: (asked) => applyQuery(types(asked).map((found) => contentTypeEntity(found.type, found.scope, place(found).editLink)), asked, 'SP.ApiData.ContentTypes'),
    ...of === 'ContentTypes' ? { post: (asked: ResourceRequest) => created(addToWeb(asked), asked) } : {},
    child: (next, asked) => next.name === 'getbyid' ? byId(textArgument(next), asked) : undefined,
  };
}

/** `list/contenttypes`. */
export function listContentTypesResource(list: ListSchema, segment: PathSegment): Resource {
  const place = (type: ContentType): ContentTypePlace => typesPlace(list, type);
  const byId = (text: string): Resource => {
    const found = contentTypesOf(list).find(({ id }) => id === readContentTypeId(text));
    return found ? contentTypeResource(found, place(found)) : none;
  };
  if (segment.args.length > 0) return byId(textArgument(segment));
  const written = (type: ContentType): Entity => contentTypeEntity(type, list.rootFolderUrl, place(type).editLink);
  return {
    get: (asked) => applyQuery(contentTypesOf(list).map(written), asked, 'SP.ApiData.ContentTypes'),
    post: (asked) => ({ kind: 'entity', entity: written(addOwn(list, asked)), status: 201 }),
    child: (next) => {
      switch (next.name) {
        case 'getbyid': return byId(textArgument(next));
        // 200, as recorded.
        case 'addavailablecontenttype': return { post: (asked) => ({ kind: 'entity', entity: written(addAvailable(list, asked, argument(next, 'contenttypeid', 0) ?? bodyProperties(asked)['contentTypeId'])) }) };
        default: return undefined;
      }
    },
  };
}

function created(type: ContentType, request: ResourceRequest): Answer {
  const entity = contentTypeEntity(type, request.session.siteUrl, `Web/ContentTypes('${type.id}')`);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

/** A new type comes from Item and has an id of its own, whatever its body says: the REST service does not hear `Id` (pnp/pnpjs#457, #3367). */
function addToWeb(request: ResourceRequest): ContentType {
  const { session } = request;
  demand(session.permissions.onWeb(), 'ManageLists');
  const type = fromItem(request);
  if (availableContentTypes(session).some((other) => other.type.name.toLowerCase() === type.name.toLowerCase())) throw duplicateContentType(type.name);
  saveContentType(session.database, session.webId, type);
  return type;
}

function fromItem(request: ResourceRequest): ContentType {
  const given = entityBody(request, ['SP.ContentType']);
  const item = builtInContentType('0x01');
  if (!item) throw new Error('There is no content type 0x01.');
  const type: ContentType = { ...copyForList(item), name: validName(given['Name']), group: 'Custom Content Types', description: '' };
  applyContentTypeInput(type, given);
  return type;
}

/** A type that is made for one list alone. */
function addOwn(list: ListSchema, request: ResourceRequest): ContentType {
  demand(request.session.permissions.onList(list), 'ManageLists');
  return kept(list, request, fromItem(request));
}

function addAvailable(list: ListSchema, request: ResourceRequest, given: unknown): ContentType {
  demand(request.session.permissions.onList(list), 'ManageLists');
  const found = availableContentTypes(request.session).find(({ type }) => type.id === readContentTypeId(given));
  if (!found) throw contentTypeNotFound();
  const added = kept(list, request, copyForList(found.type));
  addColumns(list, request, added);
  return added;
}

/** A list takes over those site columns of a type that it doesn't have; columns that are not among the site's here are left out. */
function addColumns(list: ListSchema, { session }: ResourceRequest, type: ContentType): void {
  const available = new Map(availableSiteColumns(session.database, session.webId).map((column) => [column.id, column]));
  for (const { id, name } of type.fields) {
    const there = list.fields.some((field) => field.id === id || field.internalName === name);
    if (!there && available.get(id)?.fromBaseType === false) addFieldFromXml(listPlace(session, list), `<Field ID="{${id}}"/>`, 0);
  }
}

function kept(list: ListSchema, request: ResourceRequest, type: ContentType): ContentType {
  const types = contentTypesOf(list);
  if (types.some(({ name }) => name.toLowerCase() === type.name.toLowerCase())) throw duplicateContentType(type.name);
  saveTypes(list, request, [...types, type]);
  return type;
}

function saveTypes(list: ListSchema, { session }: ResourceRequest, types: readonly ContentType[]): void {
  keepContentTypes(list, types);
  listCatalogue(session.database, session.webId).save(list);
}

const webPlace: Omit<ContentTypePlace, 'scope' | 'editLink'> = {
  mayChange: ({ session }) => demand(session.permissions.onWeb(), 'ManageLists'),
  save: ({ session: { database, webId } }, type) => saveContentType(database, webId, type),
  remove: ({ session }, type) => {
    if (availableContentTypes(session).some((other) => other.type.id !== type.id && parentId(other.type.id) === type.id) || inAnyList(session, type)) throw contentTypeInUse();
    removeContentType(session.database, session.webId, type.id);
  },
  fields: (request, type) => fieldsOf(type, [...siteColumns(request.session.database, request.session.webId), ...defaultFields(119)], (field) => fieldEntity(webColumns(request.session), field, request)),
};

function inAnyList({ lists }: ResourceRequest['session'], type: ContentType): boolean {
  return lists.all().some((list) => contentTypesOf(list).some(({ id }) => parentId(id) === type.id));
}

function typesPlace(list: ListSchema, { id: wanted }: ContentType): ContentTypePlace {
  return {
    scope: list.rootFolderUrl, editLink: `Web/Lists(guid'${list.id}')/ContentTypes('${wanted}')`,
    mayChange: ({ session }) => demand(session.permissions.onList(list), 'ManageLists'),
    save: (request, type) => saveTypes(list, request, contentTypesOf(list).map((other) => other.id === type.id ? type : other)),
    remove: (request, type) => {
      const others = contentTypesOf(list).filter(({ id }) => id !== type.id);
      if (others.every(({ id }) => id.startsWith('0x0120'))) throw lastContentType();
      if (one(request.session.database, `SELECT 1 FROM "${list.table}" WHERE ContentTypeId = ? LIMIT 1`, type.id)) throw contentTypeInUse();
      saveTypes(list, request, others);
    },
    fields: (request, type) => fieldsOf(type, list.fields, (field) => fieldEntity(holderOf(list), field, request)),
  };
}

function fieldsOf(type: ContentType, among: readonly FieldSchema[], write: (field: FieldSchema) => Entity): Entity[] {
  return type.fields.flatMap(({ id, name }) => {
    const field = among.find((candidate) => candidate.id === id) ?? among.find((candidate) => candidate.internalName === name);
    return field ? [write(field)] : [];
  });
}
