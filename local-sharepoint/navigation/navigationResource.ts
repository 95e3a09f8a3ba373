import { demand, wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { bodyProperties, numberArgument, voidAnswer, wholeNumber } from '../routing/arguments.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { saveWeb, webById } from '../sites/web.ts';
import { nodeInput } from './nodeInput.ts';
import { addNode, deleteNode, moveNode, nodeById, nodesBelow, quickLaunchId, saveNode, topNavigationId, type NavigationNode } from './nodes.ts';

/** `web/navigation`: its two kinds of links. `UseShared`: whether a web shows the links of the one above. */
export function navigationResource(): Resource {
  const merge = (request: ResourceRequest): Answer => {
    mayChange(request);
    const web = webById(request.session.database, request.session.webId);
    for (const [name, value] of Object.entries(entityBody(request, ['SP.Navigation']))) {
      if (name !== 'UseShared') throw unknownProperty(name, 'SP.Navigation');
      if (typeof value !== 'boolean') throw wrongType('Edm.Boolean');
      web.properties['UseSharedNavigation'] = value;
    }
    saveWeb(request.session.database, web);
    return { kind: 'empty', status: 204 };
  };
  return {
    get: ({ session }) => ({
      kind: 'entity', entity: { type: 'SP.Navigation', editLink: 'Web/Navigation', navigation: ['QuickLaunch', 'TopNavigationBar'], properties: { UseShared: webById(session.database, session.webId).properties['UseSharedNavigation'] === true } },
    }),
    merge, put: merge,
    child: (segment, request) => {
      switch (segment.name) {
        case 'quicklaunch': return nodesResource(quickLaunchId, segment, request);
        case 'topnavigationbar': return nodesResource(topNavigationId, segment, request);
        case 'getnodebyid': return nodeResource(numberArgument(segment), request);
        default: return undefined;
      }
    },
  };
}

/** The links below one; also `quicklaunch(2001)`. */
function nodesResource(parentId: number, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return nodeResource(numberArgument(segment), request);
  return {
    get: (asked) => applyQuery(nodesBelow(asked.session.database, asked.session.webId, parentId).map(nodeEntity), asked, 'SP.ApiData.NavigationNodes'),
    post: (asked) => {
      mayChange(asked);
      const { database, webId, now } = asked.session;
      const { first, ...values } = nodeInput(asked, undefined);
      const entity = nodeEntity(existing(addNode(database, webId, parentId, values, now(), first), asked));
      return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${asked.webUrl}/_api/${entity.editLink}` } };
    },
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return nodeResource(numberArgument(next), asked);
        case 'moveafter': return { post: (moving) => moveAfter(parentId, next, moving) };
        default: return undefined;
      }
    },
  };
}

/** A link that is not there is answered with nothing, not refused (recorded: GetQuickLaunchItemThatDoesntExist). */
function nodeResource(id: number, { session: { database, webId } }: ResourceRequest): Resource {
  if (nodeById(database, webId, id) === undefined) return { get: () => ({ kind: 'property', name: 'GetNodeById', value: null }) };
  const merge = (request: ResourceRequest): Answer => {
    mayChange(request);
    const node = existing(id, request);
    saveNode(database, { ...node, ...nodeInput(request, node) }, request.session.now());
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    mayChange(request);
    deleteNode(database, webId, id);
    return { kind: 'empty' };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: nodeEntity(existing(id, request)) }),
    merge, put: merge, delete: remove,
    child: (segment, request) => segment.name === 'children' ? nodesResource(id, segment, request) : segment.name === 'deleteobject' ? { post: remove } : undefined,
  };
}

/** `moveafter` with `{nodeId, previousNodeId}`: both directly below; 0 puts the first one in front (remembered). */
function moveAfter(parentId: number, segment: PathSegment, request: ResourceRequest): Answer {
  mayChange(request);
  const { database, webId, now } = request.session;
  const { nodeId, previousNodeId } = bodyProperties(request);
  const found = (id: unknown): NavigationNode | undefined => nodesBelow(database, webId, parentId).find((candidate) => candidate.id === wholeNumber(id));
  const [node, after] = [found(nodeId), found(previousNodeId)];
  if (!node || (!after && wholeNumber(previousNodeId) !== 0)) throw wrongArgument();
  if (node.id !== after?.id) moveNode(database, webId, node, after, now());
  return voidAnswer(segment);
}

function existing(id: number, { session: { database, webId } }: ResourceRequest): NavigationNode {
  const node = nodeById(database, webId, id);
  if (!node) throw wrongArgument();
  return node;
}

/** Who may edit lists of a web may edit its navigation (documented: owners, and people with Edit permissions). */
export function mayChange({ session }: ResourceRequest): void {
  demand(session.permissions.onWeb(), 'ManageLists');
}

/** Recorded: PnP Core SDK, NavigationTests. */
function nodeEntity({ id, title, url, external, visible, audiences }: NavigationNode): Entity {
  return {
    type: 'SP.NavigationNode', editLink: `Web/Navigation/GetNodeById(${id})`, navigation: ['Children', 'TitleResource'],
    properties: {
      AudienceIds: audiences === null ? null : JSON.parse(audiences) as unknown, CurrentLCID: 1033, Id: id, IsDocLib: true, IsExternal: external === 1, IsVisible: visible === 1,
      ListTemplateType: 0, Title: title, Url: url,
    },
  };
}
