import type { ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, Resource } from '../routing/resource.ts';

/** The id of the list's only content type: Item, Document or Site Page, with the list's own 32 digits. */
export function contentTypeId(list: ListSchema): string {
  const base = list.baseTemplate === 100 ? '0x01' : list.baseTemplate === 119 ? '0x0101009D1CB255DA76424F860D91F20E6C4118' : '0x0101';
  return `${base}00${String(list.properties['ContentTypeSuffix'])}`;
}

/** What the list's only content type is called. */
export function contentTypeName(list: ListSchema): string {
  return list.baseTemplate === 100 ? 'Item' : list.baseTemplate === 119 ? 'Site Page' : 'Document';
}

/** `contenttypes`: to read. */
export function contentTypesResource(list: ListSchema): Resource {
  return { get: (request) => applyQuery([contentTypeEntity(list)], request, 'SP.ApiData.ContentTypes') };
}

/** Recorded: exemplar "contenttype-add-available" (keys). */
export function contentTypeEntity(list: ListSchema): Entity {
  const id = contentTypeId(list);
  return {
    type: 'SP.ContentType', editLink: `Web/Lists(guid'${list.id}')/ContentTypes('${id}')`, navigation: ['DescriptionResource', 'FieldLinks', 'Fields', 'NameResource', 'Parent', 'WorkflowAssociations'],
    properties: {
      ClientFormCustomFormatter: '', Description: '', DisplayFormTemplateName: 'ListForm', DisplayFormUrl: '', DocumentTemplate: '', DocumentTemplateUrl: '',
      EditFormTemplateName: 'ListForm', EditFormUrl: '', Group: 'List Content Types', Hidden: false, Id: complex('SP.ContentTypeId', { StringValue: id }), JSLink: '',
      MobileDisplayFormUrl: '', MobileEditFormUrl: '', MobileNewFormUrl: '', Name: contentTypeName(list),
      NewFormTemplateName: 'ListForm', NewFormUrl: '', ReadOnly: false, Scope: list.rootFolderUrl, Sealed: false, StringId: id,
    },
  };
}
