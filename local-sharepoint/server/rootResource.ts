import { reputationChild } from '../comments/reputation.ts';
import { currentChangeToken } from '../changes/changeToken.ts';
import { siteChanges } from '../changes/changesResource.ts';
import { moveCopyChild } from '../files/moveCopy.ts';
import type { RequestDigests } from './requestDigest.ts';
import { digestSeconds } from './requestDigest.ts';
import { listEntity } from '../lists/listEntity.ts';
import { itemEntityOf } from '../items/itemEntity.ts';
import { recycleBinResource } from '../recycleBin/recycleBinResource.ts';
import { rootChild } from '../people/rootChild.ts';
import type { Securable } from '../permissions/securable.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, Resource, ResourceRequest } from '../routing/resource.ts';
import { searchResource } from '../search/searchResource.ts';
import { siteByWebId } from '../sites/site.ts';
import { webEntity } from '../sites/webEntity.ts';
import { utilitiesChild } from '../utilities/utilitiesChild.ts';
import { webResource } from '../sites/webResource.ts';

/** What `_api` itself holds. */
export function rootResource(digests: RequestDigests): Resource {
  return {
    child: (segment, request) => {
      switch (segment.name) {
        case 'web': return webResource(describe);
        case 'site': return { get: () => ({ kind: 'entity', entity: siteEntity(request) }), child: (next, asked) => next.name === 'recyclebin' ? recycleBinResource('Site', next, asked) : next.name === 'rootweb' ? webResource(describe) : next.name === 'getchanges' ? siteChanges() : undefined };
        case 'search': return searchResource();
        case 'contextinfo': return { post: () => contextInfo(request, digests) };
        default: return reputationChild(segment) ?? moveCopyChild(segment) ?? utilitiesChild(segment) ?? rootChild(segment, request);
      }
    },
  };
}

function describe(holder: Securable, request: ResourceRequest): Entity {
  switch (holder.kind) {
    case 'web': return webEntity(request);
    case 'list': return listEntity(holder.list, request);
    case 'item': return itemEntityOf(holder.list, holder.itemId, request);
  }
}

function siteEntity(request: ResourceRequest): Entity {
  const site = siteByWebId(request.session.database, request.session.webId);
  return {
    type: 'SP.Site', editLink: 'Site', navigation: ['Audit', 'CustomScriptSafeDomains', 'EventReceivers', 'Features', 'HubSiteSynchronizableVisitorGroup', 'Owner', 'RecycleBin', 'RootWeb', 'SecondaryContact', 'UserCustomActions'],
    properties: {
      AllowCreateDeclarativeWorkflow: true, AllowDesigner: true, AllowMasterPageEditing: false, AllowRevertFromTemplate: false, Classification: null,
      CommentsOnSitePagesDisabled: false, CompatibilityLevel: 15, CurrentChangeToken: currentChangeToken(request.session.database, { level: 1, id: site.siteId }, site.created), GroupId: '00000000-0000-0000-0000-000000000000', HubSiteId: '00000000-0000-0000-0000-000000000000',
      Id: site.siteId, IsHubSite: false, LockIssue: null, MaxItemsPerThrottledOperation: 5000, PrimaryUri: request.webUrl, ReadOnly: false,
      RequiredDesignerVersion: '15.0.0.0', ServerRelativeUrl: site.url, ShareByEmailEnabled: false, ShareByLinkEnabled: false, ShowUrlStructure: false,
      TrimAuditLog: true, UIVersionConfigurationEnabled: false, UpgradeReminderDate: '1899-12-30T00:00:00', UpgradeScheduled: false, Url: request.webUrl, WriteLocked: false,
    },
  };
}

/** The form digest a page needs for its writes. It is made for who asks, so it needs none itself. */
function contextInfo({ session, webUrl }: ResourceRequest, digests: RequestDigests): Answer {
  const value = {
    FormDigestTimeoutSeconds: digestSeconds, FormDigestValue: digests.issue(session.webId, session.user.id, session.now()), LibraryVersion: '16.0.26512.12011',
    SiteFullUrl: webUrl, SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'], WebFullUrl: webUrl,
  };
  return { kind: 'property', name: 'GetContextWebInformation', value: complex('SP.ContextWebInformation', value) };
}
