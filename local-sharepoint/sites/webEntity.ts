import { currentChangeToken } from '../changes/changeToken.ts';
import { toHighLow } from '../model/basePermissions.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { hasUniqueRoleAssignments } from '../permissions/roleAssignments.ts';
import { languages } from './languages.ts';
import { webById, type Web } from './web.ts';
import { lastItemModified } from './webInformation.ts';

/** Recorded: exemplar "web-verbose". */
const navigation = [
  'FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'AccessRequestsList', 'Activities', 'ActivityLogger', 'Alerts', 'AllProperties', 'AppTiles', 'AssociatedMemberGroup',
  'AssociatedOwnerGroup', 'AssociatedVisitorGroup', 'Author', 'AvailableContentTypes', 'AvailableFields', 'CanModernizeHomepage', 'ClientWebParts', 'ContentTypes', 'CurrentUser',
  'DataLeakagePreventionStatusInfo', 'DescriptionResource', 'EventReceivers', 'Features', 'Fields', 'Folders', 'HostedApps', 'Lists', 'ListTemplates', 'MultilingualSettings',
  'Navigation', 'OneDriveSharedItems', 'ParentWeb', 'PushNotificationSubscribers', 'RecycleBin', 'RegionalSettings', 'RoleDefinitions', 'RootFolder', 'SiteCollectionAppCatalog',
  'SiteGroups', 'SiteUserInfoList', 'SiteUsers', 'TenantAppCatalog', 'ThemeInfo', 'TitleResource', 'UserCustomActions', 'Webs', 'WebInfos', 'WorkflowAssociations', 'WorkflowTemplates',
];

/** Properties of a web that its owner may set. */
export const settableOfWeb: Readonly<Record<string, unknown>> = {
  Description: '', EnableMinimalDownload: false, FooterEmphasis: 0, FooterEnabled: false, FooterLayout: 0, HeaderEmphasis: 0, HeaderLayout: 2,
  HideTitleInHeader: false, HorizontalQuickLaunch: false, LogoAlignment: 0, MegaMenuEnabled: true, NavAudienceTargetingEnabled: false, NoCrawl: false,
  QuickLaunchEnabled: true, SiteLogoUrl: '', SyndicationEnabled: true, TreeViewEnabled: false, WelcomePage: 'SitePages/Home.aspx',
};

/** The web as SharePoint writes it. Recorded: exemplar "web-get". */
export function webEntity(request: ResourceRequest): Entity {
  const { session } = request;
  const web = webById(session.database, session.webId);
  const of = (name: string): unknown => web.properties[name] ?? settableOfWeb[name];
  const changed = lastItemModified(session);
  return {
    type: 'SP.Web', editLink: 'Web', navigation, place: { session, webUrl: request.webUrl },
    properties: {
      // Recorded before the rest (IsNoScriptTest).
      ...onRequest(request),
      AllowRssFeeds: true, AlternateCssUrl: '', AppInstanceId: '00000000-0000-0000-0000-000000000000', ClassicWelcomePage: null, Configuration: web.properties['Configuration'] ?? 0,
      Created: web.created.replace(/Z$/, ''), CurrentChangeToken: currentChangeToken(session.database, { level: 2, id: web.webId }, web.created),
      CustomMasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`, Description: of('Description'), DesignPackageId: '00000000-0000-0000-0000-000000000000',
      DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false, EnableMinimalDownload: of('EnableMinimalDownload'), FooterEmphasis: of('FooterEmphasis'),
      FooterEnabled: of('FooterEnabled'), FooterLayout: of('FooterLayout'), HeaderEmphasis: of('HeaderEmphasis'), HeaderLayout: of('HeaderLayout'),
      HideTitleInHeader: of('HideTitleInHeader'), HorizontalQuickLaunch: of('HorizontalQuickLaunch'), Id: web.webId, IsHomepageModernized: false,
      IsMultilingual: true, IsRevertHomepageLinkHidden: false, Language: web.properties['Language'] ?? 1033, LastItemModifiedDate: changed, LastItemUserModifiedDate: changed,
      LogoAlignment: of('LogoAlignment'), MasterUrl: `${web.url}/_catalogs/masterpage/seattle.master`, MegaMenuEnabled: of('MegaMenuEnabled'),
      NavAudienceTargetingEnabled: of('NavAudienceTargetingEnabled'), NoCrawl: of('NoCrawl'), ObjectCacheEnabled: false, OverwriteTranslationsOnChange: false,
      ResourcePath: complex('SP.ResourcePath', { DecodedUrl: request.webUrl }), QuickLaunchEnabled: of('QuickLaunchEnabled'), RecycleBinEnabled: true, SearchScope: 0,
      ServerRelativeUrl: web.url, SiteLogoUrl: of('SiteLogoUrl'), SyndicationEnabled: of('SyndicationEnabled'), TenantAdminMembersCanShare: 0,
      Title: web.properties.Title, TreeViewEnabled: of('TreeViewEnabled'), UIVersion: 15, UIVersionConfigurationEnabled: false, Url: request.webUrl,
      WebTemplate: web.properties['WebTemplate'] ?? 'SITEPAGEPUBLISHING', WelcomePage: of('WelcomePage'),
    },
  };
}

/** What is the same of every web here, and only written when it is asked for. Recorded: PnP Core SDK, GetWebSimpleProperties tests. */
const onRequestAlone: Readonly<Record<string, unknown>> = {
  AccessRequestListUrl: null, AccessRequestSiteDescription: '', AllowCreateDeclarativeWorkflowForCurrentUser: true, AllowDesignerForCurrentUser: true, AllowMasterPageEditingForCurrentUser: false,
  AllowRevertFromTemplateForCurrentUser: true, AllowSaveDeclarativeWorkflowAsTemplateForCurrentUser: true, AllowSavePublishDeclarativeWorkflowForCurrentUser: true, ContainsConfidentialInfo: false,
  DisableRecommendedItems: false, IsProvisioningComplete: true, NextStepsFirstRunEnabled: false, NotificationsInOneDriveForBusinessEnabled: true, NotificationsInSharePointEnabled: true,
  PreviewFeaturesEnabled: true, PrimaryColor: '#03787c', SaveSiteAsTemplateEnabled: true, SearchBoxPlaceholderText: null, SiteLogoDescription: null, ThirdPartyMdmEnabled: false,
  UseAccessRequestDefault: false, WebTemplatesGalleryFirstRunEnabled: false,
};

/** `SITEPAGEPUBLISHING#0` */
function templateOf({ properties: { WebTemplate = 'SITEPAGEPUBLISHING', Configuration = 0 } }: Web): string {
  return `${String(WebTemplate)}#${String(Configuration)}`;
}

/** What is only written when it is asked for. */
function onRequest({ session, query }: ResourceRequest): Record<string, unknown> {
  const asked = (query.get('$select') ?? '').toLowerCase().split(',').map((name) => name.trim());
  return {
    ...Object.fromEntries(Object.entries(onRequestAlone).filter(([name]) => asked.includes(name.toLowerCase()))),
    ...(asked.includes('webtemplateconfiguration') ? { WebTemplateConfiguration: templateOf(webById(session.database, session.webId)) } : {}),
    ...(asked.includes('supporteduilanguageids') ? { SupportedUILanguageIds: [1033, ...languages.map(({ lcid }) => lcid).filter((lcid) => lcid !== 1033)] } : {}),
    ...(asked.includes('effectivebasepermissions') ? { EffectiveBasePermissions: complex('SP.BasePermissions', toHighLow(session.permissions.onWeb())) } : {}),
    ...(asked.includes('hasuniqueroleassignments') ? { HasUniqueRoleAssignments: hasUniqueRoleAssignments(session.database, session.webId) } : {}),
    ...(asked.includes('serverrelativepath') ? { ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: session.siteUrl }) } : {}),
  };
}
