import { currentChangeToken } from '../changes/changeToken.ts';
import type { ListSchema } from '../model/list.ts';
import { toHighLow } from '../model/basePermissions.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { complex } from '../routing/complex.ts';
import { shownFormula } from './columnFormulas.ts';
import { entityTypeName, itemEntityType } from './entityTypeNames.ts';
import { listCatalogue } from './listCatalogue.ts';
import { listDefaults } from './listDefaults.ts';
import { listTemplate } from './listTemplates.ts';
import { isSiteAssets } from './siteAssets.ts';
import { escapedAttribute } from '../model/markup.ts';

const navigation = [
  'FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'Activities', 'Author', 'ContentTypes', 'CreatablesInfo', 'DefaultView', 'DescriptionResource', 'EventReceivers',
  'Fields', 'Forms', 'InformationRightsManagementSettings', 'Items', 'ParentWeb', 'RootFolder', 'Subscriptions', 'TitleResource', 'UserCustomActions', 'Views', 'WorkflowAssociations',
];

/** A list as SharePoint writes it, with what `$expand` and `$select` name beyond the default properties. */
export function listEntity(list: ListSchema, request: ResourceRequest): Entity {
  const { session } = request;
  const catalogue = listCatalogue(session.database, session.webId);
  const { created, lastModified, lastDeleted, changes } = catalogue.activity(list);
  const library = list.baseType === 1;
  const of = (name: string): unknown => list.properties[name] ?? listDefaults[name];
  return {
    type: 'SP.List', editLink: `Web/Lists(guid'${list.id}')`, etag: `"${changes}"`, navigation,
    properties: {
      // Recorded before the rest (BreakRoleInheritanceTest).
      ...onRequest(list, request, of),
      AllowContentTypes: true, BaseTemplate: list.baseTemplate, BaseType: list.baseType, ContentTypesEnabled: of('ContentTypesEnabled'),
      CrawlNonDefaultViews: of('CrawlNonDefaultViews'), Created: created,
      CurrentChangeToken: currentChangeToken(session.database, { level: 3, id: list.id }, lastModified),
      ...pick(of, ['DefaultContentApprovalWorkflowId', 'DefaultItemOpenUseListSetting', 'Description', 'Direction', 'DisableCommenting', 'DisableGridEditing']),
      DocumentTemplateUrl: library && list.baseTemplate !== 119 ? `${list.rootFolderUrl}/Forms/${String(of('DocumentTemplate') ?? 'template.dotx')}` : null,
      DraftVersionVisibility: of('DraftVersionVisibility'), EnableAttachments: library ? false : list.properties['EnableAttachments'] ?? true,
      EnableFolderCreation: list.properties['EnableFolderCreation'] ?? library,
      ...pick(of, ['EnableMinorVersions', 'EnableModeration', 'EnableRequestSignOff', 'EnableVersioning']),
      EntityTypeName: entityTypeName(list),
      ...pick(of, ['ExemptFromBlockDownloadOfNonViewableFiles', 'FileSavePostProcessingEnabled', 'ForceCheckout', 'HasExternalDataSource', 'Hidden']),
      Id: list.id, ImagePath: complex('SP.ResourcePath', { DecodedUrl: image(list) }), ImageUrl: image(list),
      ...pick(of, ['DefaultSensitivityLabelForLibrary', 'IrmEnabled', 'IrmExpire', 'IrmReject', 'IsApplicationList', 'IsCatalog', 'IsPrivate']),
      ItemCount: list.itemCount, LastItemDeletedDate: lastDeleted, LastItemModifiedDate: lastModified, LastItemUserModifiedDate: lastModified,
      ListExperienceOptions: of('ListExperienceOptions'), ListItemEntityTypeFullName: itemEntityType(list),
      MajorVersionLimit: list.properties['MajorVersionLimit'] ?? (library ? 500 : 50), MajorWithMinorVersionsLimit: of('MajorWithMinorVersionsLimit'), MultipleDataList: of('MultipleDataList'),
      NoCrawl: of('NoCrawl'), ParentWebPath: complex('SP.ResourcePath', { DecodedUrl: session.siteUrl }), ParentWebUrl: session.siteUrl, ParserDisabled: of('ParserDisabled'),
      ServerTemplateCanCreateFolders: true, TemplateFeatureId: listTemplate(list.baseTemplate)?.featureId,
      Title: list.title,
    },
  };
}

/** What is only written when it is asked for. */
function onRequest(list: ListSchema, request: ResourceRequest, of: (name: string) => unknown): Record<string, unknown> {
  const { session } = request;
  const asked = new Set((request.query.get('$select') ?? '').toLowerCase().split(',').map((name) => name.trim()));
  const permissions = (): unknown => complex('SP.BasePermissions', toHighLow(session.permissions.onList(list)));
  const optional: Readonly<Record<string, () => unknown>> = {
    ReadSecurity: () => list.readSecurity, WriteSecurity: () => list.writeSecurity, OnQuickLaunch: () => of('OnQuickLaunch'),
    ValidationFormula: () => shownFormula(list.fields, of('ValidationFormula')), ValidationMessage: () => of('ValidationMessage'), IsSiteAssetsLibrary: () => isSiteAssets(list), IsSystemList: () => false,
    HasUniqueRoleAssignments: () => list.hasUniqueRoleAssignments, EffectiveBasePermissions: permissions, EffectiveBasePermissionsForUI: permissions,
    DefaultViewUrl: () => defaultViewUrl(list), DefaultEditFormUrl: () => formUrl(list, 'EditForm'), DefaultNewFormUrl: () => formUrl(list, 'NewForm'),
    DefaultDisplayFormUrl: () => formUrl(list, 'DispForm'),
    SchemaXml: () => `<List ID="{${list.id.toUpperCase()}}" Title="${escapedAttribute(list.title)}" />`,
  };
  return Object.fromEntries(Object.entries(optional).filter(([name]) => asked.has(name.toLowerCase())).map(([name, value]) => [name, value()]));
}

export function defaultViewUrl(list: ListSchema): string {
  return `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${listTemplate(list.baseTemplate)?.views[0]?.page ?? 'AllItems'}.aspx`;
}

function formUrl(list: ListSchema, form: string): string {
  return `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${form}.aspx`;
}

function image(list: ListSchema): string {
  return `/_layouts/15/images/${listTemplate(list.baseTemplate)?.image ?? 'itgen'}.png?rev=47`;
}

function pick(of: (name: string) => unknown, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}
