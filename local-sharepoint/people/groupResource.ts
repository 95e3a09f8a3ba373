import { grants } from '../model/basePermissions.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { bodyProperties, numberArgument, textArgument, voidAnswer } from './arguments.ts';
import { groupEntity, principalEntity, userEntity } from './entities.ts';
import { expansionOf } from './expansion.ts';
import {
  addGroup, addMember, groupById, groupByName, isGroupProperty, isMember, membersOf, removeGroup, removeMember, setGroupOwner, siteGroups, updateGroup, type GroupRow,
} from './groups.ts';
import { ensureUser, principalById, siteUserByEmail, type PrincipalRow } from './principals.ts';
import { accessDenied, demand, groupNotFound, notHereYet, principalNotFound, userNotFound, wrongArgument } from './refusals.ts';
import { byLogin, userResource } from './userResource.ts';

/** One SharePoint group with its members. */
export function groupResource(group: GroupRow): Resource {
  return {
    get: (request) => {
      if (expansionOf(request).has('Users')) {
        demandView(group, request);
      }
      return { kind: 'entity', entity: groupEntity(request.session.database, group, expansionOf(request)) };
    },
    merge: (request) => {
      demandOwnership(group, request);
      const { database, webId } = request.session;
      const properties = bodyProperties(request);
      const unknown = Object.keys(properties).find((name) => !isGroupProperty(name));
      if (unknown !== undefined) {
        throw notHereYet(`changing ${unknown} of a group`);
      }
      updateGroup(database, webId, group.id, properties);
      return { kind: 'empty', status: 204 };
    },
    delete: (request) => {
      deleteGroup(request, group.id);
      return { kind: 'empty', status: 200 };
    },
    child: (segment, request) => groupChild(group, segment, request),
  };
}

function groupChild(group: GroupRow, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const { database, webId } = request.session;
  switch (segment.name) {
    case 'users': return membersResource(group, segment, request);
    case 'owner': {
      const owner = principalById(database, webId, group.owner_id);
      return owner === undefined ? undefined : { get: (asked) => ({ kind: 'entity', entity: principalEntity(database, owner, expansionOf(asked)) }) };
    }
    case 'setuserasowner': return {
      post: () => {
        demandOwnership(group, request);
        const id = numberArgument(segment);
        if (principalById(database, webId, id) === undefined) {
          throw principalNotFound(id);
        }
        setGroupOwner(database, webId, group.id, id);
        return voidAnswer(segment);
      },
    };
    default: return undefined;
  }
}

/** `users` of a group: to look at, to join and to leave. */
function membersResource(group: GroupRow, segment: PathSegment, request: ResourceRequest): Resource {
  const { database, webId } = request.session;
  if (segment.args.length > 0) {
    return userResource(member(group, request, typeof segment.args[0] === 'number' ? segment.args[0] : byLogin(request, textArgument(segment)).id));
  }
  return {
    get: (asked) => {
      demandView(group, asked);
      return applyQuery(membersOf(database, webId, group.id).map((row) => userEntity(database, row, expansionOf(asked))), asked);
    },
    post: (asked) => {
      demandMembership(group, asked);
      const login = bodyProperties(asked)['LoginName'];
      if (typeof login !== 'string') {
        throw wrongArgument();
      }
      const added = ensureUser(database, webId, login);
      addMember(database, webId, group.id, added.id);
      return { kind: 'entity', status: 201, entity: userEntity(database, added) };
    },
    child: (next, asked) => {
      const leave = (find: () => number): Resource => ({
        post: () => {
          demandMembership(group, asked);
          removeMember(database, webId, group.id, find());
          return voidAnswer(next);
        },
      });
      switch (next.name) {
        case 'getbyid': return userResource(member(group, asked, numberArgument(next)));
        case 'getbyloginname': return userResource(member(group, asked, byLogin(asked, textArgument(next)).id));
        case 'getbyemail': return userResource(member(group, asked, siteUserByEmail(database, webId, textArgument(next))?.id ?? -1));
        case 'removebyid': return leave(() => member(group, asked, numberArgument(next)).id);
        case 'removebyloginname': return leave(() => member(group, asked, byLogin(asked, textArgument(next)).id).id);
        default: return undefined;
      }
    },
  };
}

/** `sitegroups`, also `sitegroups(5)`. */
export function siteGroupsResource(segment: PathSegment, request: ResourceRequest): Resource {
  const { database, webId } = request.session;
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
  const { database, webId, user, permissions } = request.session;
  demand(permissions.onWeb(), 'CreateGroups');
  const properties = bodyProperties(request);
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
  const { database, webId } = request.session;
  demandOwnership(groupById(database, webId, id) ?? missing(), request);
  removeGroup(database, webId, id);
}

function member(group: GroupRow, request: ResourceRequest, id: number): PrincipalRow {
  demandView(group, request);
  const { database, webId } = request.session;
  const row = isMember(database, webId, group.id, id) ? principalById(database, webId, id) : undefined;
  if (row === undefined) {
    throw userNotFound();
  }
  return row;
}

/** Owners of a group (a person, or everybody in an owning group) and those who manage the site's permissions. */
function isOwner(group: GroupRow, request: ResourceRequest): boolean {
  const { user, directory, permissions } = request.session;
  return grants(permissions.onWeb(), 'ManagePermissions') || group.owner_id === user.id || directory.groupIdsOf(user.id).includes(group.owner_id);
}

function maySeeMembers(group: GroupRow, request: ResourceRequest): boolean {
  const { user, directory } = request.session;
  return group.members_only_view === 0 || isOwner(group, request) || directory.groupIdsOf(user.id).includes(group.id);
}

function demandView(group: GroupRow, request: ResourceRequest): void {
  if (!maySeeMembers(group, request)) {
    throw accessDenied();
  }
}

function demandOwnership(group: GroupRow, request: ResourceRequest): void {
  if (!isOwner(group, request)) {
    throw accessDenied();
  }
}

/** Changing who is in a group: its owners, or its members where the group says so. */
function demandMembership(group: GroupRow, request: ResourceRequest): void {
  const { user, directory } = request.session;
  if (!isOwner(group, request) && !(group.members_edit === 1 && directory.groupIdsOf(user.id).includes(group.id))) {
    throw accessDenied();
  }
}

function missing(): never {
  throw groupNotFound();
}
