import { siteChanges } from '../changes/changesResource.ts';
import { currentChangeToken } from '../changes/changeToken.ts';
import { limitsOf } from '../model/limits.ts';
import { demand } from '../model/refusals.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { recycleBinResource } from '../recycleBin/recycleBinResource.ts';
import { textArgument } from '../routing/arguments.ts';
import { ofWeb } from '../routing/otherWeb.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { findWeb, webById } from './web.ts';
import { webNotFound } from './webRefusals.ts';
import { webResource } from './webResource.ts';

/** `site`: the site collection, and what is below it. */
export function siteResource(describe: Describe): Resource {
  return {
    get: (request) => ({ kind: 'entity', entity: siteEntity(request) }),
    child: (segment, request) => {
      switch (segment.name) {
        case 'recyclebin': return recycleBinResource('Site', segment, request);
        case 'rootweb': return ofWeb(request.session.rootWebId, webResource(describe));
        case 'openwebbyid': return openWebById(segment, request, describe);
        case 'getchanges': return siteChanges();
        default: return undefined;
      }
    },
  };
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
  return {
    type: 'SP.Site', editLink: 'Site', navigation: ['Audit', 'CustomScriptSafeDomains', 'EventReceivers', 'Features', 'HubSiteSynchronizableVisitorGroup', 'Owner', 'RecycleBin', 'RootWeb', 'SecondaryContact', 'UserCustomActions'],
    properties: {
      AllowCreateDeclarativeWorkflow: true, AllowDesigner: true, AllowMasterPageEditing: false, AllowRevertFromTemplate: false, Classification: null,
      CommentsOnSitePagesDisabled: false, CompatibilityLevel: 15, CurrentChangeToken: currentChangeToken(request.session.database, { level: 1, id: root.siteId }, root.created), GroupId: '00000000-0000-0000-0000-000000000000', HubSiteId: '00000000-0000-0000-0000-000000000000',
      Id: root.siteId, IsHubSite: false, LockIssue: null, MaxItemsPerThrottledOperation: limitsOf(request.session.database).listViewThreshold, PrimaryUri: url, ReadOnly: false,
      RequiredDesignerVersion: '15.0.0.0', ServerRelativeUrl: root.url, ShareByEmailEnabled: false, ShareByLinkEnabled: false, ShowUrlStructure: false,
      TrimAuditLog: true, UIVersionConfigurationEnabled: false, UpgradeReminderDate: '1899-12-30T00:00:00', UpgradeScheduled: false, Url: url, WriteLocked: false,
    },
  };
}
