import { complex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';
import { contentTypeXml, type ContentType, type FieldLink } from './contentType.ts';

/** A content type as SharePoint writes it. Recorded: exemplar "contenttype-add-available"; PnP Core SDK, ContentTypeTests. `scope`: the address of its web or list. */
export function contentTypeEntity(type: ContentType, scope: string, editLink: string): Entity {
  const [display, edit, add] = type.forms;
  const of = (name: string): string => type.properties[name] ?? '';
  return {
    type: 'SP.ContentType', editLink, navigation: ['DescriptionResource', 'FieldLinks', 'Fields', 'NameResource', 'Parent', 'WorkflowAssociations'],
    properties: {
      ClientFormCustomFormatter: of('ClientFormCustomFormatter'), Description: type.description, DisplayFormTemplateName: display, DisplayFormUrl: of('DisplayFormUrl'),
      DocumentTemplate: of('DocumentTemplate'), DocumentTemplateUrl: of('DocumentTemplate'), EditFormTemplateName: edit, EditFormUrl: of('EditFormUrl'), Group: type.group,
      Hidden: type.hidden, Id: complex('SP.ContentTypeId', { StringValue: type.id }), JSLink: of('JSLink'), MobileDisplayFormUrl: of('MobileDisplayFormUrl'),
      MobileEditFormUrl: of('MobileEditFormUrl'), MobileNewFormUrl: of('MobileNewFormUrl'), Name: type.name, NewFormTemplateName: add, NewFormUrl: of('NewFormUrl'),
      ReadOnly: type.readOnly, SchemaXml: contentTypeXml(type), Scope: scope, Sealed: type.sealed, StringId: type.id,
    },
  };
}

/** Recorded: PnP Core SDK, FieldLinkTests. */
export function fieldLinkEntity(link: FieldLink, of: string): Entity {
  return {
    type: 'SP.FieldLink', editLink: `${of}/FieldLinks(guid'${link.id}')`,
    properties: {
      DisplayName: link.displayName ?? link.name, FieldInternalName: null, Hidden: link.hidden, Id: link.id, Name: link.name, ReadOnly: false, Required: link.required, ShowInDisplayForm: true,
    },
  };
}
