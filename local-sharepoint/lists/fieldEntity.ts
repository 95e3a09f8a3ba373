import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { fieldTypes } from './fieldTypes.ts';

/** A column as SharePoint writes it. Recorded: exemplars "field-*". */
export function fieldEntity(list: ListSchema, field: FieldSchema, { session }: ResourceRequest): Entity {
  const facts = fieldTypes[field.type];
  const own = Object.fromEntries(Object.entries(field.properties).filter(([name]) => name !== 'stored'));
  return {
    type: facts.entityType, editLink: `Web/Lists(guid'${list.id}')/Fields(guid'${field.id}')`, navigation: ['DescriptionResource', 'TitleResource'],
    properties: {
      AutoIndexed: false, CanBeDeleted: !field.fromBaseType, ClientSideComponentId: '00000000-0000-0000-0000-000000000000', ClientSideComponentProperties: null,
      ClientValidationFormula: null, ClientValidationMessage: null, CustomFormatter: null, DefaultFormula: null, DefaultValue: field.defaultValue,
      Description: field.description, Direction: 'none', EnforceUniqueValues: field.unique, EntityPropertyName: entityName(field), Filterable: field.type !== 'Note',
      FromBaseType: field.fromBaseType, Group: field.fromBaseType ? '_Hidden' : 'Custom Columns', Hidden: field.hidden, Id: field.id, Indexed: field.indexed,
      IndexStatus: field.indexed ? 1 : 0, InternalName: field.internalName, IsModern: false, JSLink: 'clienttemplates.js', PinnedToFiltersPane: false,
      ReadOnlyField: field.readOnly, Required: field.required, SchemaXml: schemaXml(list, field), Scope: list.rootFolderUrl, Sealed: false, ShowInFiltersPane: 0,
      Sortable: field.type !== 'Note' && !field.type.endsWith('Multi'), StaticName: field.internalName, Title: field.title, FieldTypeKind: facts.kind,
      TypeAsString: field.type, TypeDisplayName: facts.displayName, TypeShortDescription: facts.shortDescription, ValidationFormula: null, ValidationMessage: null,
      ...facts.properties, ...own, ...(field.type.startsWith('Lookup') || field.type.startsWith('User') ? { LookupWebId: session.webId } : {}),
    },
  };
}

/** The name in item JSON: a leading `_` becomes `OData__`. */
export function entityName(field: FieldSchema): string {
  return field.internalName.startsWith('_') ? `OData_${field.internalName}` : field.internalName;
}

function schemaXml(list: ListSchema, field: FieldSchema): string {
  const attributes: Record<string, string> = {
    Type: field.type, DisplayName: field.title, Required: flag(field.required), EnforceUniqueValues: flag(field.unique), Indexed: flag(field.indexed),
    ID: `{${field.id}}`, SourceID: field.fromBaseType ? 'http://schemas.microsoft.com/sharepoint/v3' : `{${list.id}}`, StaticName: field.internalName,
    Name: field.internalName, Hidden: flag(field.hidden), ReadOnly: flag(field.readOnly), ...specific(field),
  };
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`).join(' ');
  const inside = [
    field.defaultValue === null ? '' : `<Default>${escaped(field.defaultValue)}</Default>`,
    Array.isArray(field.properties['Choices']) ? `<CHOICES>${field.properties['Choices'].map((choice) => `<CHOICE>${escaped(String(choice))}</CHOICE>`).join('')}</CHOICES>` : '',
  ].join('');
  return inside === '' ? `<Field ${text} />` : `<Field ${text}>${inside}</Field>`;
}

function specific({ type, properties }: FieldSchema): Record<string, string> {
  switch (type) {
    case 'Text': return { MaxLength: String(properties['MaxLength']) };
    case 'Note': return { RichText: flag(properties['RichText'] === true), NumLines: String(properties['NumberOfLines']) };
    case 'DateTime': return { Format: properties['DisplayFormat'] === 0 ? 'DateOnly' : 'DateTime' };
    case 'Lookup': case 'LookupMulti': return { List: String(properties['LookupList']), ShowField: String(properties['LookupField']), ...(type === 'LookupMulti' ? { Mult: 'TRUE' } : {}) };
    case 'User': case 'UserMulti': return { UserSelectionMode: String(properties['SelectionMode']), ...(type === 'UserMulti' ? { Mult: 'TRUE' } : {}) };
    default: return {};
  }
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
