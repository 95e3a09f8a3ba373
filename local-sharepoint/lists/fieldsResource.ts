import type { FieldSchema, ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { argument, bodyProperties, bodyText, textArgument, voidAnswer } from '../routing/arguments.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { addDependentLookup, addField, addFieldFromXml } from './addFields.ts';
import { changeField, deleteField } from './changeFields.ts';
import { attributesOf, countChange, setAttribute } from './fieldAttributes.ts';
import type { FieldInput } from './fieldInput.ts';
import { inFieldOrder } from './fieldOrder.ts';
import { listPlace, webPlace, type FieldPlace } from './fieldPlace.ts';
import { fieldTypes } from './fieldTypes.ts';
import { fieldEntity } from './fieldEntity.ts';
import { fieldNotFound } from './listRefusals.ts';
import { describedAttributes } from './schemaXml.ts';
import { availableSiteColumns, siteColumns } from './siteColumns.ts';

/** `fields` of a list, `fields(guid'…')` and what is below them. */
export function fieldsResource(list: ListSchema, segment: PathSegment): Resource {
  return fieldsAt(() => list.fields, (session) => listPlace(session, list), segment);
}

/** `web/fields`: site columns. */
export function siteColumnsResource(segment: PathSegment, request: ResourceRequest): Resource {
  return fieldsAt(() => siteColumns(request.session.database, request.session.webId), webPlace, segment);
}

/** `web/availablefields`: the columns of the web and of those above it, to read. */
export function availableFieldsResource(segment: PathSegment, request: ResourceRequest): Resource {
  const fields = availableSiteColumns(request.session.database, request.session.webId);
  const place: PlaceOf = (session) => ({ ...webPlace(session), fields, demandChange: () => { throw notHereYet('changing columns by way of availablefields'); } });
  return fieldsAt(() => fields, place, segment);
}

type PlaceOf = (session: Session) => FieldPlace;

function fieldsAt(fields: () => readonly FieldSchema[], placeOf: PlaceOf, segment: PathSegment): Resource {
  if (segment.args.length > 0) return fieldResource(placeOf, found(fields(), textArgument(segment), byId));
  return {
    child: (next) => fieldsChild(fields, placeOf, next),
    get: (request) => {
      const place = placeOf(request.session);
      return applyQuery(inFieldOrder(place).map((field) => fieldEntity(place, field, request)), request, 'SP.ApiData.Fields');
    },
    post: (request) => made(changeable(placeOf, request), request, 201, (place) => addField(place, entityBody(request, entityTypes))),
  };
}

const entityTypes: readonly [string, ...string[]] = ['SP.Field', ...new Set(Object.values(fieldTypes).map(({ entityType }) => entityType)), 'SP.FieldCreationInformation'];

function fieldsChild(fields: () => readonly FieldSchema[], placeOf: PlaceOf, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'getbyid': return fieldResource(placeOf, found(fields(), textArgument(segment), byId));
    case 'getbytitle': return fieldResource(placeOf, found(fields(), textArgument(segment), byTitle));
    case 'getbyinternalnameortitle': return fieldResource(placeOf, byNameOrTitle(fields(), textArgument(segment)));
    case 'createfieldasxml': return {
      post: (request) => made(changeable(placeOf, request), request, 200, (place) => {
        const { SchemaXml: xml, Options: options } = bodyProperties(request);
        if (typeof xml !== 'string') throw wrongArgument();
        return addFieldFromXml(place, xml, typeof options === 'number' ? options : 0);
      }),
    };
    case 'addfield': return { post: (request) => made(changeable(placeOf, request), request, 200, (place) => addField(place, creationInformation(bodyProperties(request)))) };
    case 'adddependentlookupfield': case 'adddependentlookup': return {
      post: (request) => made(changeable(placeOf, request), request, 200, (place) => {
        const [title, primary, shown] = ['displayname', 'primarylookupfieldid', 'showfield'].map((name, at) => called(segment, request, name, at));
        return addDependentLookup(place, title ?? '', primary ?? '', shown ?? '');
      }),
    };
    default: return undefined;
  }
}

/** An argument in the address or in the body. */
function called(segment: PathSegment, request: ResourceRequest, name: string, at: number): string {
  const given = argument(segment, name, at) ?? bodyText(request, name);
  if (typeof given !== 'string') throw wrongArgument();
  return given;
}

function changeable(placeOf: PlaceOf, request: ResourceRequest): FieldPlace {
  const place = placeOf(request.session);
  place.demandChange();
  return place;
}

/** SP.FieldCreationInformation names some properties otherwise than the field it makes. */
function creationInformation({ LookupListId: lookupList, LookupFieldName: lookupField, LookupWebId: _web, IsCompactName: _compact, ...input }: FieldInput): FieldInput {
  return { ...input, ...(lookupList === undefined ? {} : { LookupList: lookupList }), ...(lookupField === undefined ? {} : { LookupField: lookupField }) };
}

function fieldResource(placeOf: PlaceOf, field: FieldSchema): Resource {
  const merge = (request: ResourceRequest): Answer => {
    changeField(changeable(placeOf, request), field, entityBody(request, [fieldTypes[field.type].entityType, ...entityTypes]));
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    deleteField(changeable(placeOf, request), field);
    return { kind: 'empty' };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: fieldEntity(placeOf(request.session), field, request) }),
    merge, put: merge, delete: remove,
    child: (segment) => {
      switch (segment.name) {
        case 'deleteobject': return { post: remove };
        case 'setshowindisplayform': return showIn('ShowInDisplayForm', placeOf, field, segment);
        case 'setshowineditform': return showIn('ShowInEditForm', placeOf, field, segment);
        case 'setshowinnewform': return showIn('ShowInNewForm', placeOf, field, segment);
        default: return undefined;
      }
    },
  };
}

/** Which forms show a column stands in its XML alone (SPField.ShowInEditForm and others). */
function showIn(form: string, placeOf: PlaceOf, field: FieldSchema, segment: PathSegment): Resource {
  return {
    post: (request) => {
      const place = changeable(placeOf, request);
      const shown = segment.args[0] ?? segment.named['value'];
      if (typeof shown !== 'boolean') throw wrongArgument();
      if (attributesOf(field).length === 0) field.properties['attributes'] = describedAttributes(place, field);
      setAttribute(field, form, shown ? 'TRUE' : 'FALSE');
      countChange(field);
      place.save(field);
      return voidAnswer(segment);
    },
  };
}

/** A field that a POST to the collection made answers 201, one that a method made 200 (both recorded). */
function made(place: FieldPlace, request: ResourceRequest, status: 200 | 201, make: (place: FieldPlace) => FieldSchema): Answer {
  const entity = fieldEntity(place, make(place), request);
  return { kind: 'entity', entity, status, ...(status === 201 ? { headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } } : {}) };
}

function found(fields: readonly FieldSchema[], wanted: string, matches: (field: FieldSchema, wanted: string) => boolean): FieldSchema {
  const field = fields.find((candidate) => matches(candidate, wanted));
  if (!field) throw fieldNotFound(wanted);
  return field;
}

/** Names come before titles. */
function byNameOrTitle(fields: readonly FieldSchema[], wanted: string): FieldSchema {
  return fields.find((field) => byInternalName(field, wanted)) ?? found(fields, wanted, byTitle);
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
