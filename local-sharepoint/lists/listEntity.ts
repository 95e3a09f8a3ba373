import type { ListSchema } from '../model/list.ts';
import { toHighLow } from '../model/basePermissions.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { expansionOf } from '../people/expansion.ts';
import { fieldEntity } from './fieldEntity.ts';
import { folderEntity } from './folderResource.ts';
import { listCatalogue } from './listCatalogue.ts';
import { viewEntity } from './viewResource.ts';
import { viewsOf } from './views.ts';

const navigation = [
  'FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'ContentTypes', 'DefaultView', 'Fields', 'Forms', 'InformationRightsManagementSettings', 'Items',
  'ParentWeb', 'RootFolder', 'UserCustomActions', 'Views', 'WorkflowAssociations',
];

/** What a list has beside its schema, unless somebody changed it. Recorded: exemplars "list-add-generic", "list-add-doclib". */
export const listDefaults: Readonly<Record<string, unknown>> = {
  AllowContentTypes: true, ContentTypesEnabled: false, CrawlNonDefaultViews: false, DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
  DefaultItemOpenUseListSetting: false, Description: '', Direction: 'none', DisableCommenting: false, DisableGridEditing: false, DraftVersionVisibility: 0,
  EnableFolderCreation: false, EnableMinorVersions: false, EnableModeration: false, EnableRequestSignOff: true, EnableVersioning: true,
  ExemptFromBlockDownloadOfNonViewableFiles: false, FileSavePostProcessingEnabled: false, ForceCheckout: false, HasExternalDataSource: false, Hidden: false,
  DefaultSensitivityLabelForLibrary: '', IrmEnabled: false, IrmExpire: false, IrmReject: false, IsApplicationList: false, IsCatalog: false, IsPrivate: false,
  ListExperienceOptions: 0, MajorWithMinorVersionsLimit: 0, MultipleDataList: false, NoCrawl: false, ParserDisabled: false, ServerTemplateCanCreateFolders: true,
  OnQuickLaunch: false, ValidationFormula: null, ValidationMessage: null,
};

/** `SP.Data.TasksListItem`; `_` is escaped as recorded. */
export function itemEntityType(list: ListSchema): string {
  return `SP.Data.${entityTypeName(list)}${list.baseType === 1 ? '' : 'List'}Item`;
}

function entityTypeName(list: ListSchema): string {
  const name = (list.rootFolderUrl.split('/').pop() ?? '').replaceAll('_', '_x005f_').replaceAll(' ', '_x0020_');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A list as SharePoint writes it, with what `$expand` and `$select` name beyond the default properties. */
export function listEntity(list: ListSchema, request: ResourceRequest): Entity {
  const { session } = request;
  const catalogue = listCatalogue(session.database, session.webId);
  const { created, lastModified, lastDeleted, changes } = catalogue.activity(list);
  const library = list.baseType === 1;
  const of = (name: string): unknown => list.properties[name] ?? listDefaults[name];
  const entityType = entityTypeName(list);
  return {
    type: 'SP.List', editLink: `Web/Lists(guid'${list.id}')`, etag: `"${changes}"`, navigation,
    properties: {
      AllowContentTypes: true, BaseTemplate: list.baseTemplate, BaseType: list.baseType, ContentTypesEnabled: of('ContentTypesEnabled'),
      CrawlNonDefaultViews: false, Created: created,
      CurrentChangeToken: { StringValue: `1;3;${list.id};${ticks(lastModified)};${changes}` },
      ...pick(of, ['DefaultContentApprovalWorkflowId', 'DefaultItemOpenUseListSetting', 'Description', 'Direction', 'DisableCommenting', 'DisableGridEditing']),
      DocumentTemplateUrl: library ? `${list.rootFolderUrl}/Forms/template.dotx` : null,
      DraftVersionVisibility: of('DraftVersionVisibility'), EnableAttachments: library ? false : list.properties['EnableAttachments'] ?? true,
      EnableFolderCreation: list.properties['EnableFolderCreation'] ?? library,
      ...pick(of, ['EnableMinorVersions', 'EnableModeration', 'EnableRequestSignOff', 'EnableVersioning']),
      EntityTypeName: entityType,
      ...pick(of, ['ExemptFromBlockDownloadOfNonViewableFiles', 'FileSavePostProcessingEnabled', 'ForceCheckout', 'HasExternalDataSource', 'Hidden']),
      Id: list.id, ImagePath: { DecodedUrl: image(library) }, ImageUrl: image(library),
      ...pick(of, ['DefaultSensitivityLabelForLibrary', 'IrmEnabled', 'IrmExpire', 'IrmReject', 'IsApplicationList', 'IsCatalog', 'IsPrivate']),
      ItemCount: list.itemCount, LastItemDeletedDate: lastDeleted, LastItemModifiedDate: lastModified, LastItemUserModifiedDate: lastModified,
      ListExperienceOptions: of('ListExperienceOptions'), ListItemEntityTypeFullName: itemEntityType(list),
      MajorVersionLimit: list.properties['MajorVersionLimit'] ?? (library ? 500 : 50), MajorWithMinorVersionsLimit: 0, MultipleDataList: false,
      NoCrawl: of('NoCrawl'), ParentWebPath: { DecodedUrl: session.siteUrl }, ParentWebUrl: session.siteUrl, ParserDisabled: false,
      ServerTemplateCanCreateFolders: true, TemplateFeatureId: library ? '00bfea71-e717-4e80-aa17-d0c71b360101' : '00bfea71-de22-43b2-a848-c05709900100',
      Title: list.title,
      ...onRequest(list, request, of),
    },
  };
}

/** What is only written when it is asked for. */
function onRequest(list: ListSchema, request: ResourceRequest, of: (name: string) => unknown): Record<string, unknown> {
  const { session } = request;
  const asked = `${request.query.get('$select') ?? ''},${request.query.get('$expand') ?? ''}`.toLowerCase().split(',').map((name) => name.trim().split('/')[0]);
  const expand = expansionOf(request);
  const optional: Readonly<Record<string, () => unknown>> = {
    ReadSecurity: () => list.readSecurity, WriteSecurity: () => list.writeSecurity, OnQuickLaunch: () => of('OnQuickLaunch'),
    ValidationFormula: () => of('ValidationFormula'), ValidationMessage: () => of('ValidationMessage'),
    HasUniqueRoleAssignments: () => list.hasUniqueRoleAssignments, EffectiveBasePermissions: () => toHighLow(session.permissions.onList(list)),
    DefaultViewUrl: () => defaultViewUrl(list), DefaultEditFormUrl: () => formUrl(list, 'EditForm'), DefaultNewFormUrl: () => formUrl(list, 'NewForm'),
    DefaultDisplayFormUrl: () => formUrl(list, 'DispForm'),
    RootFolder: () => folderEntity(list, request), SchemaXml: () => `<List ID="{${list.id.toUpperCase()}}" Title="${list.title}" />`,
    Fields: () => expand.has('Fields') ? list.fields.map((field) => fieldEntity(list, field, request)) : undefined,
    Views: () => expand.has('Views') ? viewsOf(session.database, list).map((view) => viewEntity(list, view, request)) : undefined,
    DefaultView: () => {
      const view = viewsOf(session.database, list)[0];
      return view && expand.has('DefaultView') ? viewEntity(list, view, request) : undefined;
    },
  };
  return Object.fromEntries(Object.entries(optional).filter(([name]) => asked.includes(name.toLowerCase()))
    .map(([name, value]) => [name, value()] as const).filter(([, value]) => value !== undefined));
}

export function defaultViewUrl(list: ListSchema): string {
  return `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/AllItems.aspx`;
}

function formUrl(list: ListSchema, form: string): string {
  return `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${form}.aspx`;
}

function image(library: boolean): string {
  return `/_layouts/15/images/${library ? 'itdl' : 'itgen'}.png?rev=47`;
}

function pick(of: (name: string) => unknown, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}

/** .NET ticks, of which change tokens are made. */
function ticks(date: string): string {
  return String((BigInt(new Date(date).getTime()) + 62135596800000n) * 10000n);
}
