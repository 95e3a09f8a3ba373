import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { textArgument } from '../routing/arguments.ts';
import { textResource } from '../sites/userResourceText.ts';
import { parentId, type ContentType, type FieldLink } from './contentType.ts';
import { contentTypeEntity, fieldLinkEntity } from './contentTypeEntity.ts';
import { applyContentTypeInput } from './contentTypeInput.ts';
import { contentTypeNotFound, contentTypeReadOnly, contentTypeSealed } from './contentTypeRefusals.ts';
import { availableContentTypes } from './webContentTypes.ts';

/** Where a content type is kept, and what may be done with it there. */
export interface ContentTypePlace {
  readonly scope: string;
  readonly editLink: string;
  mayChange(request: ResourceRequest): void;
  save(request: ResourceRequest, type: ContentType): void;
  remove(request: ResourceRequest, type: ContentType): void;
  /** The columns as fields; those that are not there are left out. */
  fields(request: ResourceRequest, type: ContentType): Entity[];
}

/** One content type and what is below it. */
export function contentTypeResource(type: ContentType, place: ContentTypePlace): Resource {
  const merge = (request: ResourceRequest): Answer => {
    place.mayChange(request);
    const given = entityBody(request, ['SP.ContentType']);
    // What is sealed or read only is changed no more, unless that is what is taken back.
    if (type.sealed && given['Sealed'] !== false) throw contentTypeSealed(type.name);
    if (type.readOnly && given['ReadOnly'] !== false) throw contentTypeReadOnly(type.name);
    const changed = { ...type, properties: { ...type.properties } };
    applyContentTypeInput(changed, given);
    place.save(request, changed);
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    place.mayChange(request);
    if (type.sealed) throw contentTypeSealed(type.name);
    if (type.readOnly) throw contentTypeReadOnly(type.name);
    place.remove(request, type);
    return { kind: 'empty' };
  };
  return {
    get: () => ({ kind: 'entity', entity: contentTypeEntity(type, place.scope, place.editLink) }),
    merge, put: merge, delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        case 'fields': return { get: (asked) => applyQuery(place.fields(asked, type), asked, 'SP.ApiData.Fields') };
        case 'fieldlinks': return fieldLinks(type, place, segment);
        case 'parent': return parentOf(type, request);
        case 'workflowassociations': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.WorkflowAssociations') };
        case 'nameresource': return textResource(() => type.name);
        case 'descriptionresource': return textResource(() => type.description);
        case 'deleteobject': return { post: remove };
        default: return undefined;
      }
    },
  };
}

function fieldLinks(type: ContentType, place: ContentTypePlace, segment: PathSegment): Resource {
  const byId = (id: string): Resource => {
    const link = type.fields.find((candidate) => candidate.id === id.toLowerCase().replace(/[{}]/g, ''));
    if (!link) throw contentTypeNotFound();
    return fieldLink(type, place, link);
  };
  if (segment.args.length > 0) return byId(textArgument(segment));
  return {
    get: (request) => applyQuery(type.fields.map((link) => fieldLinkEntity(link, place.editLink)), request, 'SP.ApiData.FieldLinks'),
    child: (next) => next.name === 'getbyid' ? byId(textArgument(next)) : undefined,
  };
}

function fieldLink(type: ContentType, place: ContentTypePlace, link: FieldLink): Resource {
  return {
    get: () => ({ kind: 'entity', entity: fieldLinkEntity(link, place.editLink) }),
    delete: (request) => {
      place.mayChange(request);
      place.save(request, { ...type, fields: type.fields.filter(({ id }) => id !== link.id) });
      return { kind: 'empty' };
    },
  };
}

/** The type of the webs from which this one was made; System is its own parent (remembered). */
function parentOf(type: ContentType, request: ResourceRequest): Resource {
  const wanted = type.id === '0x' ? '0x' : parentId(type.id);
  const found = availableContentTypes(request.session).find((candidate) => candidate.type.id === wanted);
  if (!found) throw contentTypeNotFound();
  return { get: () => ({ kind: 'entity', entity: contentTypeEntity(found.type, found.scope, `Web/AvailableContentTypes('${found.type.id}')`) }) };
}
