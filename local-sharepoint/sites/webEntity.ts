import { toHighLow } from '../model/basePermissions.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { listEntity } from '../lists/listEntity.ts';
import { expansionOf } from '../people/expansion.ts';
import { userEntity } from '../people/entities.ts';
import { siteUserById } from '../people/principals.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { siteByWebId } from './site.ts';

const navigation = [
  'FirstUniqueAncestorSecurableObject', 'RoleAssignments', 'AllProperties', 'AssociatedMemberGroup', 'AssociatedOwnerGroup', 'AssociatedVisitorGroup',
  'Author', 'AvailableContentTypes', 'AvailableFields', 'ContentTypes', 'CurrentUser', 'Features', 'Fields', 'Folders', 'Lists', 'ListTemplates', 'Navigation',
  'ParentWeb', 'RegionalSettings', 'RoleDefinitions', 'RootFolder', 'SiteGroups', 'SiteUserInfoList', 'SiteUsers', 'UserCustomActions', 'Webs',
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
      Created: site.created.replace(/Z$/, ''), CurrentChangeToken: { StringValue: `1;2;${site.webId};638000000000000000;1` },
      CustomMasterUrl: `${site.url}/_catalogs/masterpage/seattle.master`, Description: of('Description'), DesignPackageId: '00000000-0000-0000-0000-000000000000',
      DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false, EnableMinimalDownload: of('EnableMinimalDownload'), FooterEmphasis: of('FooterEmphasis'),
      FooterEnabled: of('FooterEnabled'), FooterLayout: of('FooterLayout'), HeaderEmphasis: of('HeaderEmphasis'), HeaderLayout: of('HeaderLayout'),
      HideTitleInHeader: of('HideTitleInHeader'), HorizontalQuickLaunch: of('HorizontalQuickLaunch'), Id: site.webId, IsHomepageModernized: false,
      IsMultilingual: true, IsRevertHomepageLinkHidden: false, Language: 1033, LastItemModifiedDate: changed, LastItemUserModifiedDate: changed,
      LogoAlignment: of('LogoAlignment'), MasterUrl: `${site.url}/_catalogs/masterpage/seattle.master`, MegaMenuEnabled: of('MegaMenuEnabled'),
      NavAudienceTargetingEnabled: of('NavAudienceTargetingEnabled'), NoCrawl: of('NoCrawl'), ObjectCacheEnabled: false, OverwriteTranslationsOnChange: false,
      ResourcePath: { DecodedUrl: request.webUrl }, QuickLaunchEnabled: of('QuickLaunchEnabled'), RecycleBinEnabled: true, SearchScope: 0,
      ServerRelativeUrl: site.url, SiteLogoUrl: of('SiteLogoUrl'), SyndicationEnabled: of('SyndicationEnabled'), TenantAdminMembersCanShare: 0,
      Title: site.properties.Title, TreeViewEnabled: of('TreeViewEnabled'), UIVersion: 15, UIVersionConfigurationEnabled: false, Url: request.webUrl,
      WebTemplate: 'SITEPAGEPUBLISHING', WelcomePage: of('WelcomePage'),
      ...onRequest(request),
    },
  };
}

/** What is only written when it is asked for. */
function onRequest(request: ResourceRequest): Record<string, unknown> {
  const { session } = request;
  const asked = `${request.query.get('$select') ?? ''},${request.query.get('$expand') ?? ''}`.toLowerCase().split(',').map((name) => name.trim().split('/')[0]);
  const expand = expansionOf(request);
  return {
    ...(asked.includes('effectivebasepermissions') ? { EffectiveBasePermissions: toHighLow(session.permissions.onWeb()) } : {}),
    ...(asked.includes('hasuniqueroleassignments') ? { HasUniqueRoleAssignments: true } : {}),
    ...(expand.has('CurrentUser') ? { CurrentUser: userEntity(session.database, siteUserById(session.database, session.webId, session.user.id)) } : {}),
    ...(expand.has('Lists') ? { Lists: session.lists.all().map((list) => listEntity(list, request)) } : {}),
  };
}
