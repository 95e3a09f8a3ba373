import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty } from '../odata/invalidQuery.ts';
import { numberArgument, textArgument, voidAnswer } from '../routing/arguments.ts';
import { groupEntity, principalEntity, userEntity } from './entities.ts';
import { expansionOf } from '../routing/expansion.ts';
import { demandMembership, demandOwnership, demandView } from './groupRights.ts';
import { addMember, isGroupProperty, isMember, membersOf, removeGroup, removeMember, setGroupOwner, updateGroup, type GroupRow } from './groups.ts';
import { ensureUser, principalById, siteUserByEmail, type PrincipalRow } from './principals.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { principalNotFound, userNotFound } from './refusals.ts';
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
      const { database, rootWebId: webId } = request.session;
      const properties = entityBody(request, ['SP.Group']);
      const unknown = Object.keys(properties).find((name) => !isGroupProperty(name));
      if (unknown !== undefined) {
        throw Object.hasOwn(groupEntity(database, group).properties, unknown) ? notHereYet(`changing ${unknown} of a group`) : unknownProperty(unknown, 'SP.Group');
      }
      updateGroup(database, webId, group.id, properties);
      return { kind: 'empty', status: 204 };
    },
    delete: (request) => {
      demandOwnership(group, request);
      removeGroup(request.session.database, request.session.rootWebId, group.id);
      return { kind: 'empty', status: 200 };
    },
    child: (segment, request) => groupChild(group, segment, request),
  };
}

function groupChild(group: GroupRow, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const { database, rootWebId: webId } = request.session;
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
  const { database, rootWebId: webId } = request.session;
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
      const login = entityBody(asked, ['SP.User'])['LoginName'];
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

function member(group: GroupRow, request: ResourceRequest, id: number): PrincipalRow {
  demandView(group, request);
  const { database, rootWebId: webId } = request.session;
  const row = isMember(database, webId, group.id, id) ? principalById(database, webId, id) : undefined;
  if (row === undefined) {
    throw userNotFound();
  }
  return row;
}
