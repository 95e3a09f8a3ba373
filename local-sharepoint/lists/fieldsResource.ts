import type { FieldSchema, ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { bodyProperties, textArgument } from '../people/arguments.ts';
import { demand, wrongArgument } from '../people/refusals.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { addField, addFieldFromXml, changeField, deleteField } from './changeFields.ts';
import { fieldEntity } from './fieldEntity.ts';
import { fieldNotFound } from './listRefusals.ts';

/** `fields`, `fields(guid'…')` and what is below them. */
export function fieldsResource(list: ListSchema, segment: PathSegment): Resource {
  if (segment.args.length > 0) return fieldResource(list, found(list, textArgument(segment), byId));
  return {
    child: (next) => fieldsChild(list, next),
    get: (request) => applyQuery(list.fields.map((field) => fieldEntity(list, field, request)), request),
    post: (request) => {
      demand(request.session.permissions.onList(list), 'ManageLists');
      return created(list, addField(request.session, list, bodyProperties(request)), request);
    },
  };
}

function fieldsChild(list: ListSchema, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'getbyid': return fieldResource(list, found(list, textArgument(segment), byId));
    case 'getbytitle': return fieldResource(list, found(list, textArgument(segment), byTitle));
    case 'getbyinternalnameortitle': return fieldResource(list, found(list, textArgument(segment), (field, name) => byInternalName(field, name) || byTitle(field, name)));
    case 'createfieldasxml': return {
      post: (request) => {
        demand(request.session.permissions.onList(list), 'ManageLists');
        const xml = bodyProperties(request)['SchemaXml'] ?? nestedXml(request);
        if (typeof xml !== 'string') throw wrongArgument();
        return created(list, addFieldFromXml(request.session, list, xml), request);
      },
    };
    case 'addfield': return {
      post: (request) => {
        demand(request.session.permissions.onList(list), 'ManageLists');
        const { LookupListId: lookupList, LookupFieldName: lookupField, ...input } = bodyProperties(request);
        return created(list, addField(request.session, list, {
          ...input, ...(lookupList === undefined ? {} : { LookupList: lookupList }), ...(lookupField === undefined ? {} : { LookupField: lookupField }),
        }), request);
      },
    };
    default: return undefined;
  }
}

function fieldResource(list: ListSchema, field: FieldSchema): Resource {
  const merge = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    changeField(request.session, list, field, bodyProperties(request));
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    deleteField(request.session, list, field);
    return { kind: 'empty' };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: fieldEntity(list, field, request) }),
    merge, put: merge, delete: remove,
    child: (segment) => segment.name === 'deleteobject' ? { post: remove } : undefined,
  };
}

function created(list: ListSchema, field: FieldSchema, request: ResourceRequest): Answer {
  const entity = fieldEntity(list, field, request);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

function nestedXml(request: ResourceRequest): unknown {
  const body = request.json as { parameters?: { SchemaXml?: unknown } } | undefined;
  return body?.parameters?.SchemaXml;
}

function found(list: ListSchema, wanted: string, matches: (field: FieldSchema, wanted: string) => boolean): FieldSchema {
  const field = list.fields.find((candidate) => matches(candidate, wanted));
  if (!field) throw fieldNotFound(wanted);
  return field;
}

function byId(field: FieldSchema, id: string): boolean {
  return field.id === id.toLowerCase().replace(/[{}]/g, '');
}

function byTitle(field: FieldSchema, title: string): boolean {
  return field.title.toLowerCase() === title.toLowerCase();
}

function byInternalName(field: FieldSchema, name: string): boolean {
  return field.internalName.toLowerCase() === name.toLowerCase();
}
