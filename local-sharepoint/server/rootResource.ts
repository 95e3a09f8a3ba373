import { reputationChild } from '../comments/reputation.ts';
import { moveCopyChild } from '../files/moveCopy.ts';
import type { RequestDigests } from './requestDigest.ts';
import { digestSeconds } from './requestDigest.ts';
import { listEntity } from '../lists/listEntity.ts';
import { itemEntityOf } from '../items/itemEntity.ts';
import { navigationService } from '../navigation/menuState.ts';
import { rootChild } from '../people/rootChild.ts';
import type { Securable } from '../permissions/securable.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, Resource, ResourceRequest } from '../routing/resource.ts';
import { searchResource } from '../search/searchResource.ts';
import { sitePagesResource } from '../sitePages/sitePagesResource.ts';
import { siteStatics } from '../sites/siteStatics.ts';
import { siteResource } from '../sites/siteResource.ts';
import { webById } from '../sites/web.ts';
import { webEntity } from '../sites/webEntity.ts';
import { utilitiesChild } from '../utilities/utilitiesChild.ts';
import { webResource } from '../sites/webResource.ts';

/** What `_api` itself holds. */
export function rootResource(digests: RequestDigests): Resource {
  return {
    child: (segment, request) => {
      switch (segment.name) {
        case 'web': return webResource(describe);
        case 'site': return siteResource(describe);
        case 'navigation': return navigationService();
        // The lists of the web, as PnPjs and the CLI for Microsoft 365 ask for them, too.
        case 'lists': return webResource(describe).child?.(segment, request);
        case 'search': return searchResource();
        case 'sitepages': return sitePagesResource(describe);
        case 'contextinfo': return { post: () => contextInfo(request, digests) };
        default: return siteStatics(segment, request) ?? reputationChild(segment) ?? moveCopyChild(segment) ?? utilitiesChild(segment) ?? rootChild(segment, request);
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

/** The form digest a page needs for its writes. It is made for who asks, so it needs none itself. */
function contextInfo({ session, webUrl }: ResourceRequest, digests: RequestDigests): Answer {
  const value = {
    FormDigestTimeoutSeconds: digestSeconds, FormDigestValue: digests.issue(session.webId, session.user.id, session.now()), LibraryVersion: '16.0.26512.12011',
    SiteFullUrl: `${new URL(webUrl).origin}${webById(session.database, session.rootWebId).url}`, SupportedSchemaVersions: ['14.0.0.0', '15.0.0.0'], WebFullUrl: webUrl,
  };
  return { kind: 'property', name: 'GetContextWebInformation', value: complex('SP.ContextWebInformation', value) };
}
