import { siteChanges } from '../changes/changesResource.ts';
import { currentChangeToken } from '../changes/changeToken.ts';
import { customActionsResource } from '../customActions/customActionsResource.ts';
import { featuresResource } from '../features/featuresResource.ts';
import { limitsOf } from '../model/limits.ts';
import { demand, notHereYet, accessDenied } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { owner } from '../people/directory.ts';
import { siteUserById } from '../people/principals.ts';
import { userResource } from '../people/userResource.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { recycleBinResource } from '../recycleBin/recycleBinResource.ts';
import { textArgument } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import { ofWeb } from '../routing/otherWeb.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { findWeb, saveWeb, webById, type Web } from './web.ts';
import { webNotFound } from './webRefusals.ts';
import { webResource } from './webResource.ts';

/** `site`: the site collection, and what is below it. */
export function siteResource(describe: Describe): Resource {
  return {
    get: (request) => ({ kind: 'entity', entity: siteEntity(request) }),
    merge: changeSite, put: changeSite,
    child: (segment, request) => {
      switch (segment.name) {
        case 'recyclebin': return recycleBinResource('Site', segment, request);
        case 'rootweb': return ofWeb(request.session.rootWebId, webResource(describe));
        case 'openwebbyid': return openWebById(segment, request, describe);
        case 'getchanges': return siteChanges();
        case 'features': return featuresResource('Site', segment, request);
        case 'usercustomactions': return customActionsResource({ kind: 'Site' }, segment, request);
        case 'eventreceivers': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.EventReceiverDefinitions') };
        case 'owner': return ownerResource(request);
        default: return undefined;
      }
    },
  };
}

/** Properties of a site collection that its administrators may set, as they are until then. */
const settable: Readonly<Record<string, unknown>> = {
  AllowCreateDeclarativeWorkflow: true, AllowDesigner: true, AllowMasterPageEditing: false, AllowRevertFromTemplate: false, Classification: null, CommentsOnSitePagesDisabled: false,
  ShareByEmailEnabled: false, ShareByLinkEnabled: false, ShowUrlStructure: false, TrimAuditLog: true, UIVersionConfigurationEnabled: false,
  DisableAppViews: false, DisableCompanyWideSharingLinks: false, DisableFlows: false, SocialBarOnSitePagesDisabled: false,
};

/** What is the same of every site collection here, and only written when it is asked for. Recorded: PnP Core SDK, GetSiteSimpleProperties tests. */
const onRequestAlone: Readonly<Record<string, unknown>> = {
  AllowExternalEmbeddingWrapper: 1, AllowSaveDeclarativeWorkflowAsTemplate: true, AllowSavePublishDeclarativeWorkflow: true, AuditLogTrimmingRetention: 90, CanSyncHubSitePermissions: false,
  ChannelGroupId: '00000000-0000-0000-0000-000000000000', ExternalSharingTipsEnabled: false, ExternalUserExpirationInDays: 0, GeoLocation: 'EUR', RelatedGroupId: '00000000-0000-0000-0000-000000000000',
  SearchBoxInNavBar: 0, SearchBoxPlaceholderText: null, SensitivityLabelInfo: complex('SP.SensitivityLabelInfo', { DisplayName: '', Id: '' }), ShowPeoplePickerSuggestionsForGuestUsers: false,
  StatusBarLink: null, StatusBarText: null, ThicketSupportDisabled: true,
};

/** For site collection administrators alone. What the site collection has is kept with its root web. */
function changeSite(request: ResourceRequest): Answer {
  const { database, rootWebId, user } = request.session;
  if (!user.isSiteAdmin) throw accessDenied();
  const root = webById(database, rootWebId);
  const own = { ...ofSite(root) };
  for (const [name, value] of Object.entries(entityBody(request, ['SP.Site']))) {
    if (!Object.hasOwn(settable, name) && !Object.hasOwn(onRequestAlone, name) && !Object.hasOwn(siteEntity(request).properties, name)) throw unknownProperty(name, 'SP.Site');
    if (!Object.hasOwn(settable, name)) throw notHereYet(`setting ${name} of a site`);
    if (name === 'Classification' ? value !== null && typeof value !== 'string' : typeof value !== 'boolean') throw wrongType(name === 'Classification' ? 'Edm.String' : 'Edm.Boolean');
    own[name] = value;
  }
  root.properties['OfSite'] = own;
  saveWeb(database, root);
  return { kind: 'empty', status: 204 };
}

function ofSite({ properties: { OfSite } }: Web): Record<string, unknown> {
  return typeof OfSite === 'object' && OfSite !== null ? OfSite as Record<string, unknown> : {};
}

function ownerResource({ session: { database, rootWebId } }: ResourceRequest): Resource {
  return userResource(siteUserById(database, rootWebId, owner(database, rootWebId).id));
}

/** `site/openwebbyid('…')`: asked with GET or POST (PnPjs posts). */
function openWebById(segment: PathSegment, { session }: ResourceRequest, describe: Describe): Resource {
  const web = findWeb(session.database, textArgument(segment).toLowerCase().replace(/[{}]/g, ''));
  if (web?.rootWebId !== session.rootWebId) throw webNotFound();
  demand(session.inWeb(web.webId).permissions.onWeb(), 'Open');
  const opened = ofWeb(web.webId, webResource(describe));
  return { ...opened, ...opened.get ? { post: opened.get } : {} };
}

/** The site collection as SharePoint writes it. Recorded: PnP Core SDK. */
function siteEntity(request: ResourceRequest): Entity {
  const root = webById(request.session.database, request.session.rootWebId);
  const url = `${new URL(request.webUrl).origin}${root.url}`;
  const own = ofSite(root);
  const of = (name: string): unknown => own[name] ?? settable[name];
  const select = (request.query.get('$select') ?? '').toLowerCase().split(',').map((name) => name.trim());
  const asked = (name: string): boolean => select.includes(name.toLowerCase());
  return {
    type: 'SP.Site', editLink: 'Site', navigation: ['Audit', 'CustomScriptSafeDomains', 'EventReceivers', 'Features', 'HubSiteSynchronizableVisitorGroup', 'Owner', 'RecycleBin', 'RootWeb', 'SecondaryContact', 'UserCustomActions'],
    properties: {
      ...pick(of, ['AllowCreateDeclarativeWorkflow', 'AllowDesigner', 'AllowMasterPageEditing', 'AllowRevertFromTemplate', 'Classification', 'CommentsOnSitePagesDisabled']), CompatibilityLevel: 15, CurrentChangeToken: currentChangeToken(request.session.database, { level: 1, id: root.siteId }, root.created), GroupId: '00000000-0000-0000-0000-000000000000', HubSiteId: '00000000-0000-0000-0000-000000000000',
      Id: root.siteId, IsHubSite: false, LockIssue: null, MaxItemsPerThrottledOperation: limitsOf(request.session.database).listViewThreshold, PrimaryUri: url, ReadOnly: false,
      RequiredDesignerVersion: '15.0.0.0', ServerRelativeUrl: root.url, ...pick(of, ['ShareByEmailEnabled', 'ShareByLinkEnabled', 'ShowUrlStructure', 'TrimAuditLog', 'UIVersionConfigurationEnabled']),
      UpgradeReminderDate: '1899-12-30T00:00:00', UpgradeScheduled: false, Url: url, WriteLocked: false,
      ...pick(of, ['DisableAppViews', 'DisableCompanyWideSharingLinks', 'DisableFlows', 'SocialBarOnSitePagesDisabled'].filter(asked)), ...Object.fromEntries(Object.entries(onRequestAlone).filter(([name]) => asked(name))),
    },
  };
}

function pick(of: (name: string) => unknown, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, of(name)]));
}
