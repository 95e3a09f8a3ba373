import { grants } from '../model/basePermissions.ts';
import { wrongArgument } from '../model/refusals.ts';
import { bodyText, textArgument } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { listCatalogue } from '../lists/listCatalogue.ts';
import { sessionOn } from './sessionOn.ts';
import { webAround, type Web } from './web.ts';

/** What `_api` itself answers about sites and webs by their address: `SP.Site.Exists`, `SP.Web.GetDocumentLibraries`, `SP.Web.GetWebUrlFromPageUrl`. */
export function siteStatics(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  switch (segment.name) {
    case 'sp.site.exists': return { post: (asked) => ({ kind: 'property', name: 'Exists', value: siteExists(asked) }) };
    case 'sp.web.getdocumentlibraries': return { get: (asked) => documentLibraries(textArgument(segment), asked) };
    case 'sp.web.getweburlfrompageurl': return { get: (asked) => ({ kind: 'property', name: 'GetWebUrlFromPageUrl', value: `${new URL(request.webUrl).origin}${visibleWeb(textArgument(segment), asked).url}` }) };
    default: return undefined;
  }
}

/** Whether there is a site collection at exactly this address (PnPjs' tests). */
function siteExists(request: ResourceRequest): boolean {
  const url = bodyText(request, 'url');
  if (url === undefined) throw wrongArgument();
  const path = pathOf(url, request)?.replace(/\/$/, '');
  const web = path === undefined ? undefined : webAround(request.session.database, path);
  return web?.parentId === undefined && web?.url.toLowerCase() === path?.toLowerCase() && web !== undefined;
}

/** The libraries of a web that this person may see. Keys: PnPjs' IDocumentLibraryInformation. */
function documentLibraries(url: string, request: ResourceRequest): Answer {
  const there = sessionOn(visibleWeb(url, request), request.session);
  const { origin } = new URL(request.webUrl);
  const catalogue = listCatalogue(there.database, there.webId);
  const libraries = there.lists.all().filter((list) => list.baseTemplate === 101 && list.properties['Hidden'] !== true && list.properties['IsApplicationList'] !== true && grants(there.permissions.onList(list), 'ViewListItems'));
  return {
    kind: 'property', name: 'GetDocumentLibraries', value: libraries.map((list) => complex('SP.DocumentLibraryInformation', {
      AbsoluteUrl: `${origin}${encodeURI(list.rootFolderUrl)}`, DriveId: null, FromCrossFarm: false, Id: list.id, IsDefaultDocumentLibrary: list.rootFolderUrl === `${there.siteUrl}/Shared Documents`,
      Modified: catalogue.activity(list).lastModified, ModifiedFriendlyDisplay: catalogue.activity(list).lastModified, ServerRelativeUrl: list.rootFolderUrl, Title: list.title,
    })),
  };
}

/** The web around an address of this host; one that this person may not open is not told of. */
function visibleWeb(url: string, request: ResourceRequest): Web {
  const path = pathOf(url, request);
  const web = path === undefined ? undefined : webAround(request.session.database, path);
  if (!web || !grants(sessionOn(web, request.session).permissions.onWeb(), 'Open')) throw wrongArgument();
  return web;
}

function pathOf(url: string, { webUrl }: ResourceRequest): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin === new URL(webUrl).origin ? pathname : undefined;
}
