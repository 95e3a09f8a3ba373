import { wrongArgument } from '../model/refusals.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { complex, type Complex } from '../routing/complex.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import { nodeById, nodesBelow, quickLaunchId, topNavigationId, type NavigationNode } from './nodes.ts';

/** `_api/navigation`: the menus of a web as one answer. Shape: pnp/cli-microsoft365 (navigation-node-set), [MS-CSOMSPT]. */
export function navigationService(): Resource {
  return {
    child: (segment) => {
      switch (segment.name) {
        case 'menustate': return { post: menuState, get: menuState };
        case 'menunodekey': return { post: menuNodeKey, get: menuNodeKey };
        default: return undefined;
      }
    },
  };
}

const titles: ReadonlyMap<number, string> = new Map([[quickLaunchId, 'Quick launch'], [topNavigationId, 'SharePoint Top Navigation Bar']]);
const deepest = 10;

/** `{menuNodeKey, depth, mapProviderName, customProperties}`; without a key the quick launch, 10 deep. */
function menuState(request: ResourceRequest): Answer {
  const { database, webId, rootWebId, siteUrl } = request.session;
  const { menuNodeKey, depth } = bodyProperties(request);
  const start = menuNodeKey === null || menuNodeKey === undefined || menuNodeKey === '' ? quickLaunchId : wholeNumber(menuNodeKey);
  const node = start === undefined || titles.has(start) ? undefined : nodeById(database, webId, start);
  if (start === undefined || (!node && !titles.has(start))) throw wrongArgument();
  const nodes = nodesOf(start, Math.min(wholeNumber(depth) ?? deepest, deepest), request);
  return {
    kind: 'property', name: 'MenuState', value: complex('Microsoft.SharePoint.Navigation.REST.MenuState', {
      AudienceIds: [], FriendlyUrlPrefix: '', IsAudienceTargetEnabledForGlobalNav: false, Nodes: nodes, SimpleUrl: node?.url ?? '', SPSitePrefix: webById(database, rootWebId).url, SPWebPrefix: siteUrl,
      StartingNodeKey: String(start), StartingNodeTitle: node?.title ?? titles.get(start) ?? '', Version: `${request.session.now().toISOString().slice(0, 23)}0000Z`,
    }),
  };
}

function nodesOf(parentId: number, depth: number, request: ResourceRequest): Complex[] {
  const { database, webId } = request.session;
  return depth < 1 ? [] : nodesBelow(database, webId, parentId).map((node) => menuNode(node, nodesOf(node.id, depth - 1, request)));
}

function menuNode({ id, title, url, visible, audiences }: NavigationNode, nodes: readonly Complex[]): Complex {
  return complex('Microsoft.SharePoint.Navigation.REST.MenuNode', {
    AudienceIds: audiences === null ? [] : JSON.parse(audiences) as unknown, CurrentLCID: 1033, CustomProperties: [], FriendlyUrlSegment: '', IsDeleted: false, IsHidden: visible === 0,
    IsTitleForExistingLanguage: false, Key: String(id), Nodes: nodes, NodeType: 0, OpenInNewWindow: null, SimpleUrl: url, Title: title, Translations: [],
  });
}

/** `{currentUrl, mapProviderName}`: the key of the link that leads there; one that leads nowhere is refused (PnPjs' tests; status and text remembered). */
function menuNodeKey(request: ResourceRequest): Answer {
  const { currentUrl } = bodyProperties(request);
  if (typeof currentUrl !== 'string') throw wrongArgument();
  const { origin } = new URL(request.webUrl);
  const wanted = (currentUrl.startsWith(origin) ? currentUrl.slice(origin.length) : currentUrl).toLowerCase();
  const found = [quickLaunchId, topNavigationId].map((start) => keyOf(start, wanted, request)).find((id) => id !== undefined);
  if (found === undefined) throw wrongArgument();
  return { kind: 'property', name: 'MenuNodeKey', value: String(found) };
}

function keyOf(parentId: number, url: string, request: ResourceRequest): number | undefined {
  const { database, webId } = request.session;
  for (const node of nodesBelow(database, webId, parentId)) {
    const found = node.url.toLowerCase() === url ? node.id : keyOf(node.id, url, request);
    if (found !== undefined) return found;
  }
  return undefined;
}
