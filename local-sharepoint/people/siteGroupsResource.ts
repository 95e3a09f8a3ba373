import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty } from '../odata/invalidQuery.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { numberArgument, textArgument, voidAnswer } from '../routing/arguments.ts';
import { groupEntity } from './entities.ts';
import { expansionOf } from '../routing/expansion.ts';
import { groupResource } from './groupResource.ts';
import { demandOwnership, maySeeMembers } from './groupRights.ts';
import { addGroup, groupById, groupByName, isGroupProperty, removeGroup, siteGroups, updateGroup } from './groups.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { groupNotFound } from './refusals.ts';
/** `sitegroups`, also `sitegroups(5)`. */
export function siteGroupsResource(segment: PathSegment, request: ResourceRequest): Resource {
  const { database, rootWebId: webId } = request.session;
  demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
  if (segment.args.length > 0) {
    return groupResource(groupById(database, webId, numberArgument(segment)) ?? missing());
  }
  return {
    get: (asked) => applyQuery(siteGroups(database, webId)
      .filter((group) => !expansionOf(asked).has('Users') || maySeeMembers(group, asked))
      .map((group) => groupEntity(database, group, expansionOf(asked))), asked),
    post: createGroup,
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return groupResource(groupById(database, webId, numberArgument(next)) ?? missing());
        case 'getbyname': return groupResource(groupByName(database, webId, textArgument(next)) ?? missing());
        case 'removebyid': return { post: () => { deleteGroup(asked, numberArgument(next)); return voidAnswer(next); } };
        case 'removebyloginname': return { post: () => { deleteGroup(asked, (groupByName(database, webId, textArgument(next)) ?? missing()).id); return voidAnswer(next); } };
        default: return undefined;
      }
    },
  };
}

function createGroup(request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  const { database, rootWebId: webId, user, permissions } = request.session;
  demand(permissions.onWeb(), 'CreateGroups');
  const properties = entityBody(request, ['SP.Group', 'SP.GroupCreationInformation']);
  const unknown = Object.keys(properties).find((name) => !isGroupProperty(name));
  if (unknown !== undefined) {
    throw unknownProperty(unknown, 'SP.Group');
  }
  const title = properties['Title'];
  if (typeof title !== 'string' || title.trim() === '') {
    throw wrongArgument();
  }
  if (groupByName(database, webId, title) !== undefined) {
    throw wrongArgument();
  }
  const group = addGroup(database, { webId, title, ownerId: user.id });
  updateGroup(database, webId, group.id, properties);
  return { kind: 'entity', status: 201, entity: groupEntity(database, groupById(database, webId, group.id) ?? group) };
}

function deleteGroup(request: ResourceRequest, id: number): void {
  const { database, rootWebId: webId } = request.session;
  demandOwnership(groupById(database, webId, id) ?? missing(), request);
  removeGroup(database, webId, id);
}

function missing(): never {
  throw groupNotFound();
}
