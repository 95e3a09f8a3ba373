import { toHighLow, type PermissionMask } from '../model/basePermissions.ts';
import { argument, textArgument, voidAnswer } from '../routing/arguments.ts';
import { toSiteUser } from '../people/directory.ts';
import { principalByLogin } from '../people/principals.ts';
import { demand, notHereYet, wrongArgument } from '../model/refusals.ts';
import { userNotFound } from '../people/refusals.ts';
import { complex } from '../routing/complex.ts';
import { requestTo } from '../routing/otherWeb.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { maskOf } from './roleDefinitionsResource.ts';
import { roleAssignmentsResource } from './roleAssignmentsResource.ts';
import { breakInheritance, maskOn, ownScope, resetInheritance, scopeHolder, scopeOf, type Securable } from './securable.ts';
import { effectiveMask } from './sessionPermissions.ts';

/** Writes a web, list or item as it would answer itself. */
export type Describe = (holder: Securable, request: ResourceRequest) => Entity;

/**
 * The children a web, a list and an item have in common: their permissions. `describe` writes the object that permissions come
 * from; without it, asking for that object answers 501.
 */
export function securableChild(
  securable: Securable, segment: PathSegment, request: ResourceRequest, describe?: Describe,
): Resource | undefined {
  switch (segment.name) {
    case 'roleassignments': return roleAssignmentsResource(securable, segment, request);
    case 'breakroleinheritance': return {
      post: (asked) => {
        demand(maskOn(securable, asked.session), 'ManagePermissions');
        breakInheritance(securable, asked.session, argument(segment, 'copyroleassignments', 0) === true, argument(segment, 'clearsubscopes', 1) === true);
        return voidAnswer(segment);
      },
    };
    case 'resetroleinheritance': return {
      post: (asked) => {
        demand(maskOn(securable, asked.session), 'ManagePermissions');
        resetInheritance(securable, asked.session);
        return voidAnswer(segment);
      },
    };
    case 'firstuniqueancestorsecurableobject': return {
      get: (asked) => {
        if (describe === undefined) {
          throw notHereYet('firstuniqueancestorsecurableobject');
        }
        const holder = scopeHolder(securable, asked.session);
        return { kind: 'entity', entity: describe(holder, holder.kind === 'web' ? requestTo(asked, scopeOf(holder, asked.session)) : asked) };
      },
    };
    case 'hasuniqueroleassignments': return {
      get: ({ session }) => ({ kind: 'property', name: 'HasUniqueRoleAssignments', value: ownScope(securable, session) !== undefined }),
    };
    case 'effectivebasepermissions': return { get: (asked) => permissions(segment, maskOn(securable, asked.session)) };
    case 'getusereffectivepermissions': return { get: (asked) => permissions(segment, maskOfUser(securable, textArgument(segment), asked)) };
    case 'doesuserhavepermissions': return securable.kind === 'web' ? doesUserHavePermissions(segment) : undefined;
    default: return undefined;
  }
}

function permissions(segment: PathSegment, mask: PermissionMask): { kind: 'property'; name: string; value: unknown } {
  return { kind: 'property', name: segment.name === 'effectivebasepermissions' ? 'EffectiveBasePermissions' : 'GetUserEffectivePermissions', value: complex('SP.BasePermissions', toHighLow(mask)) };
}

/** Asking about a user, even about oneself, needs EnumeratePermissions: readers are refused (pnp/pnpjs#259). */
function maskOfUser(securable: Securable, login: string, request: ResourceRequest): PermissionMask {
  const { session } = request;
  demand(maskOn(securable, session), 'EnumeratePermissions');
  const row = principalByLogin(session.database, session.rootWebId, login);
  if (row === undefined || row.type !== 1) {
    throw userNotFound();
  }
  return effectiveMask(session.database, toSiteUser(session.database, row), session.rootWebId, scopeOf(securable, session));
}

/** `doesuserhavepermissions(@v)?@v={'High':'176','Low':'138612833'}`: of the web alone. */
function doesUserHavePermissions(segment: PathSegment): Resource {
  return {
    get: ({ session }) => {
      const wanted = maskOf(parsed(textArgument(segment)));
      return { kind: 'property', name: 'DoesUserHavePermissions', value: (session.permissions.onWeb() & wanted) === wanted };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll("'", '"'));
  } catch {
    throw wrongArgument();
  }
}
