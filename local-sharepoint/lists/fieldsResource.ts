import type { FieldSchema, ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { addField, addFieldFromXml, changeField, deleteField } from './changeFields.ts';
import type { FieldInput } from './fieldInput.ts';
import { fieldTypes } from './fieldTypes.ts';
import { fieldEntity } from './fieldEntity.ts';
import { fieldNotFound } from './listRefusals.ts';

/** `fields`, `fields(guid'…')` and what is below them. */
export function fieldsResource(list: ListSchema, segment: PathSegment): Resource {
  if (segment.args.length > 0) return fieldResource(list, found(list, textArgument(segment), byId));
  return {
    child: (next) => fieldsChild(list, next),
    get: (request) => applyQuery(list.fields.map((field) => fieldEntity(list, field, request)), request, 'SP.ApiData.Fields'),
    post: (request) => {
      demand(request.session.permissions.onList(list), 'ManageLists');
      return made(list, addField(request.session, list, entityBody(request, entityTypes)), request, 201);
    },
  };
}

const entityTypes: readonly [string, ...string[]] = ['SP.Field', ...new Set(Object.values(fieldTypes).map(({ entityType }) => entityType)), 'SP.FieldCreationInformation'];

function fieldsChild(list: ListSchema, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'getbyid': return fieldResource(list, found(list, textArgument(segment), byId));
    case 'getbytitle': return fieldResource(list, found(list, textArgument(segment), byTitle));
    case 'getbyinternalnameortitle': return fieldResource(list, found(list, textArgument(segment), (field, name) => byInternalName(field, name) || byTitle(field, name)));
    case 'createfieldasxml': return {
      post: (request) => {
        demand(request.session.permissions.onList(list), 'ManageLists');
        const { SchemaXml: xml, Options: options } = bodyProperties(request);
        if (typeof xml !== 'string') throw wrongArgument();
        return made(list, addFieldFromXml(request.session, list, xml, typeof options === 'number' ? options : 0), request, 200);
      },
    };
    case 'addfield': return {
      post: (request) => {
        demand(request.session.permissions.onList(list), 'ManageLists');
        return made(list, addField(request.session, list, creationInformation(bodyProperties(request))), request, 200);
      },
    };
    default: return undefined;
  }
}

/** SP.FieldCreationInformation names some properties otherwise than the field it makes. */
function creationInformation({ LookupListId: lookupList, LookupFieldName: lookupField, LookupWebId: _web, IsCompactName: _compact, ...input }: FieldInput): FieldInput {
  return { ...input, ...(lookupList === undefined ? {} : { LookupList: lookupList }), ...(lookupField === undefined ? {} : { LookupField: lookupField }) };
}

function fieldResource(list: ListSchema, field: FieldSchema): Resource {
  const merge = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    changeField(request.session, list, field, entityBody(request, [fieldTypes[field.type].entityType, ...entityTypes]));
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
    child: (segment) => {
      switch (segment.name) {
        case 'deleteobject': return { post: remove };
        // Which forms show a column matters to SharePoint's own forms only, and those are not here.
        case 'setshowindisplayform': case 'setshowineditform': case 'setshowinnewform': return {
          post: (request) => {
            demand(request.session.permissions.onList(list), 'ManageLists');
            return voidAnswer(segment);
          },
        };
        default: return undefined;
      }
    },
  };
}

/** A field that a POST to the collection made answers 201, one that a method made 200 (both recorded). */
function made(list: ListSchema, field: FieldSchema, request: ResourceRequest, status: 200 | 201): Answer {
  const entity = fieldEntity(list, field, request);
  return { kind: 'entity', entity, status, ...(status === 201 ? { headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } } : {}) };
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
