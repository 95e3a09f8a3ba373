import type { FieldSchema } from '../model/list.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { shownFormula } from './columnFormulas.ts';
import type { FieldHolder } from './fieldHolder.ts';
import { entityName } from './fieldNames.ts';
import { fieldTypes } from './fieldTypes.ts';
import { schemaXml } from './schemaXml.ts';

/** Types whose cells are drawn without SharePoint's client templates. */
const withoutTemplates = new Set(['Counter', 'ContentTypeId', 'Computed', 'Guid']);
const noComponent = '00000000-0000-0000-0000-000000000000';

/** A column as SharePoint writes it. Recorded: exemplars "field-*"; PnP Core SDK, ListFieldTests. */
export function fieldEntity(holder: FieldHolder, field: FieldSchema, { session }: Pick<ResourceRequest, 'session'>): Entity {
  const facts = fieldTypes[field.type];
  const own = field.properties;
  return {
    type: facts.entityType, set: 'SP.ApiData.Fields', editLink: `${holder.address}/Fields(guid'${field.id}')`, navigation: ['DescriptionResource', 'TitleResource'],
    properties: {
      AutoIndexed: false, CanBeDeleted: !field.fromBaseType && field.ofTemplate !== true && own['Sealed'] !== true, ClientSideComponentId: own['ClientSideComponentId'] ?? noComponent, ClientSideComponentProperties: own['ClientSideComponentProperties'] ?? null,
      ClientValidationFormula: null, ClientValidationMessage: null, CustomFormatter: own['CustomFormatter'] ?? null, DefaultFormula: own['DefaultFormula'] ?? null,
      DefaultValue: field.defaultValue, Description: field.description, Direction: own['Direction'] ?? 'none', EnforceUniqueValues: field.unique,
      EntityPropertyName: entityName(field), Filterable: own['Filterable'] ?? facts.filterable, FromBaseType: field.fromBaseType, Group: own['Group'] ?? 'Custom Columns',
      Hidden: field.hidden, Id: field.id, Indexed: field.indexed, IndexStatus: field.indexed ? 1 : 0, InternalName: field.internalName, IsModern: false,
      JSLink: own['JSLink'] ?? (withoutTemplates.has(field.type) ? null : 'clienttemplates.js'), PinnedToFiltersPane: own['PinnedToFiltersPane'] ?? false,
      ReadOnlyField: field.readOnly, Required: field.required, SchemaXml: schemaXml(holder, field), Scope: holder.scope, Sealed: own['Sealed'] ?? false,
      ShowInFiltersPane: own['ShowInFiltersPane'] ?? 0, Sortable: own['Sortable'] ?? facts.sortable, StaticName: own['StaticName'] ?? field.internalName, Title: field.title,
      FieldTypeKind: own['FieldTypeKind'] ?? facts.kind, TypeAsString: own['TypeAsString'] ?? field.type, TypeDisplayName: facts.displayName, TypeShortDescription: facts.shortDescription,
      ValidationFormula: shownFormula([field], own['ValidationFormula']), ValidationMessage: own['ValidationMessage'] ?? null,
      ...Object.fromEntries(Object.keys(facts.properties).map((name) => [name, own[name] ?? facts.properties[name]])),
      ...(field.type === 'Calculated' ? { Formula: shownFormula(holder.fields, own['Formula']) } : {}),
      ...('LookupWebId' in facts.properties ? { LookupWebId: own['LookupWebId'] || session.webId, DependentLookupInternalNames: dependents(holder, field) } : {}),
      ...(field.type === 'ModStat' ? { Choices: own['Choices'], EditFormat: own['EditFormat'], FillInChoice: own['FillInChoice'], Mappings: null } : {}),
    },
  };
}

/** The columns that a lookup brought along. */
function dependents({ fields }: FieldHolder, { id }: FieldSchema): string[] {
  return fields.filter(({ properties }) => properties['PrimaryFieldId'] === id).map(({ internalName }) => internalName);
}
