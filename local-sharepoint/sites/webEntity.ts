import { currentChangeToken } from '../changes/changeToken.ts';
import { toHighLow } from '../model/basePermissions.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { siteByWebId } from './site.ts';

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
  const site = siteByWebId(session.database, session.webId);
  const of = (name: string): unknown => site.properties[name] ?? settableOfWeb[name];
  const catalogue = listCatalogue(session.database, session.webId);
  const changed = session.lists.all().map((list) => catalogue.activity(list).lastModified).sort().pop() ?? site.created;
  return {
    type: 'SP.Web', editLink: 'Web', navigation,
    properties: {
      AllowRssFeeds: true, AlternateCssUrl: '', AppInstanceId: '00000000-0000-0000-0000-000000000000', ClassicWelcomePage: null, Configuration: 0,
      Created: site.created.replace(/Z$/, ''), CurrentChangeToken: currentChangeToken(session.database, { level: 2, id: site.webId }, site.created),
      CustomMasterUrl: `${site.url}/_catalogs/masterpage/seattle.master`, Description: of('Description'), DesignPackageId: '00000000-0000-0000-0000-000000000000',
      DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false, EnableMinimalDownload: of('EnableMinimalDownload'), FooterEmphasis: of('FooterEmphasis'),
      FooterEnabled: of('FooterEnabled'), FooterLayout: of('FooterLayout'), HeaderEmphasis: of('HeaderEmphasis'), HeaderLayout: of('HeaderLayout'),
      HideTitleInHeader: of('HideTitleInHeader'), HorizontalQuickLaunch: of('HorizontalQuickLaunch'), Id: site.webId, IsHomepageModernized: false,
      IsMultilingual: true, IsRevertHomepageLinkHidden: false, Language: 1033, LastItemModifiedDate: changed, LastItemUserModifiedDate: changed,
      LogoAlignment: of('LogoAlignment'), MasterUrl: `${site.url}/_catalogs/masterpage/seattle.master`, MegaMenuEnabled: of('MegaMenuEnabled'),
      NavAudienceTargetingEnabled: of('NavAudienceTargetingEnabled'), NoCrawl: of('NoCrawl'), ObjectCacheEnabled: false, OverwriteTranslationsOnChange: false,
      ResourcePath: complex('SP.ResourcePath', { DecodedUrl: request.webUrl }), QuickLaunchEnabled: of('QuickLaunchEnabled'), RecycleBinEnabled: true, SearchScope: 0,
      ServerRelativeUrl: site.url, SiteLogoUrl: of('SiteLogoUrl'), SyndicationEnabled: of('SyndicationEnabled'), TenantAdminMembersCanShare: 0,
      Title: site.properties.Title, TreeViewEnabled: of('TreeViewEnabled'), UIVersion: 15, UIVersionConfigurationEnabled: false, Url: request.webUrl,
      WebTemplate: 'SITEPAGEPUBLISHING', WelcomePage: of('WelcomePage'),
      ...onRequest(request),
    },
  };
}

/** What is only written when it is asked for. */
function onRequest({ session, query }: ResourceRequest): Record<string, unknown> {
  const asked = (query.get('$select') ?? '').toLowerCase().split(',').map((name) => name.trim());
  return {
    ...(asked.includes('effectivebasepermissions') ? { EffectiveBasePermissions: complex('SP.BasePermissions', toHighLow(session.permissions.onWeb())) } : {}),
    ...(asked.includes('hasuniqueroleassignments') ? { HasUniqueRoleAssignments: true } : {}),
    ...(asked.includes('serverrelativepath') ? { ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: session.siteUrl }) } : {}),
  };
}
