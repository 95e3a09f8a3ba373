import { isDeepStrictEqual } from 'node:util';
import { forgetMasks } from '../permissions/maskCache.ts';
import { isComplex } from '../routing/complex.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty } from '../odata/invalidQuery.ts';
import { numberArgument, textArgument, voidAnswer } from '../routing/arguments.ts';
import { groupEntity, userEntity } from './entities.ts';
import { expansionOf } from '../routing/expansion.ts';
import { groupsOf } from './groups.ts';
import { change } from '../storage/prepared.ts';
import { owner } from './directory.ts';
import { principalByLogin, removeUser, siteUserByEmail, siteUserById, siteUsers, ensureUser, type PrincipalRow } from './principals.ts';
import { accessDenied, demand, notHereYet } from '../model/refusals.ts';
import { ownerRemoved, userNotFound } from './refusals.ts';

/** One user of the site. */
export function userResource(row: PrincipalRow): Resource {
  return {
    get: (request) => ({ kind: 'entity', entity: userEntity(request.session.database, row, expansionOf(request)) }),
    child: (segment) => segment.name === 'groups' ? { get: (request) => groupsOfUser(row, request) } : undefined,
    merge: (request) => {
      updateUser(row, request);
      return { kind: 'empty', status: 204 };
    },
    delete: (request) => {
      remove(request, row.id);
      return { kind: 'empty', status: 200 };
    },
  };
}

function groupsOfUser(row: PrincipalRow, request: ResourceRequest): ReturnType<typeof applyQuery> {
  const { database, rootWebId: webId } = request.session;
  return applyQuery(groupsOf(database, webId, row.id).map((group) => groupEntity(database, group, expansionOf(request))), request);
}

/** `siteusers`, also `siteusers(@v)` with a login name or an id. */
export function siteUsersResource(segment: PathSegment, request: ResourceRequest): Resource {
  const { database, rootWebId: webId } = request.session;
  demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
  if (segment.args.length > 0) {
    return userOfCollection({ ...segment, name: typeof segment.args[0] === 'number' ? 'getbyid' : 'getbyloginname' }, request) ?? missing();
  }
  return {
    get: (asked) => applyQuery(siteUsers(database, webId).map((row) => userEntity(database, row, expansionOf(asked))), asked),
    post: (asked) => {
      demand(asked.session.permissions.onWeb(), 'ManagePermissions');
      const login = String(entityBody(asked, ['SP.User'])['LoginName'] ?? '');
      return { kind: 'entity', status: 201, entity: userEntity(database, ensureUser(database, webId, login)) };
    },
    child: (next, asked) => {
      switch (next.name) {
        case 'removebyid': return { post: () => { remove(asked, numberArgument(next)); return voidAnswer(next); } };
        case 'removebyloginname': return { post: () => { remove(asked, byLogin(asked, textArgument(next)).id); return voidAnswer(next); } };
        default: return userOfCollection(next, asked);
      }
    },
  };
}

/** getbyid, getbyemail and getbyloginname of the site's users. */
function userOfCollection(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const { database, rootWebId: webId } = request.session;
  switch (segment.name) {
    case 'getbyid': return userResource(siteUserById(database, webId, numberArgument(segment)));
    case 'getbyemail': return userResource(siteUserByEmail(database, webId, textArgument(segment)) ?? missing());
    case 'getbyloginname': return userResource(byLogin(request, textArgument(segment)));
    default: return undefined;
  }
}

/** By login name; an e-mail address is not one. */
export function byLogin(request: ResourceRequest, login: string): PrincipalRow {
  const row = principalByLogin(request.session.database, request.session.rootWebId, login);
  return row === undefined || row.type === 8 ? missing() : row;
}

function remove(request: ResourceRequest, id: number): void {
  demand(request.session.permissions.onWeb(), 'ManagePermissions');
  if (owner(request.session.database, request.session.rootWebId).id === id) throw ownerRemoved();
  removeUser(request.session.database, request.session.rootWebId, id);
}

function updateUser(row: PrincipalRow, request: ResourceRequest): void {
  const { database, rootWebId: webId, user } = request.session;
  if (!user.isSiteAdmin) {
    throw accessDenied();
  }
  const current = userEntity(database, row).properties;
  for (const [name, value] of Object.entries(entityBody(request, ['SP.User']))) {
    // Who read a user and sends all of it back says nothing of what cannot be changed.
    if (Object.hasOwn(current, name) && isDeepStrictEqual(plain(current[name]), plain(value))) continue;
    if (name === 'IsSiteAdmin') {
      if (value !== true && owner(database, webId).id === row.id) throw ownerRemoved();
      change(database, 'UPDATE principals SET site_admin = ? WHERE web_id = ? AND id = ?', Number(value === true), webId, row.id);
      forgetMasks(database);
    } else if (name === 'Title') {
      change(database, 'UPDATE principals SET title = ? WHERE web_id = ? AND id = ?', String(value), webId, row.id);
    } else if (name === 'Email' && typeof value === 'string') {
      change(database, 'UPDATE principals SET email = ? WHERE web_id = ? AND id = ?', value, webId, row.id);
    } else {
      throw Object.hasOwn(current, name) ? notHereYet(`changing ${name} of a site user`) : unknownProperty(name, 'SP.User');
    }
  }
}

/** A value as it is written, without the names of types that other formats have. */
function plain(value: unknown): unknown {
  const properties = isComplex(value) ? value.properties : value;
  if (typeof properties !== 'object' || properties === null) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== '__metadata' && !/odata\./.test(name)));
}

function missing(): never {
  throw userNotFound();
}
