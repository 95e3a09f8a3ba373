import { applyQuery } from '../odata/applyQuery.ts';
import { argument, numberArgument, voidAnswer } from '../routing/arguments.ts';
import { principalEntity } from '../people/entities.ts';
import { expansionOf, type Expansion } from '../routing/expansion.ts';
import { principalById } from '../people/principals.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { principalNotFound } from '../people/refusals.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { limitedAccessId } from './builtInRoles.ts';
import { assignedPrincipals, assignedRoles, assignRole, unassignRole } from './roleAssignments.ts';
import { roleDefinition } from './roleDefinitions.ts';
import { roleDefinitionEntity } from './roleDefinitionsResource.ts';
import { grantLimitedAccess, linkOf, maskOn, ownScope, scopeOf, type Securable } from './securable.ts';

/** `roleassignments` of a web, list or item, also `roleassignments(7)`: who has which permission levels. */
export function roleAssignmentsResource(securable: Securable, segment: PathSegment, request: ResourceRequest): Resource {
  demand(maskOn(securable, request.session), 'EnumeratePermissions');
  if (segment.args.length > 0) {
    return roleAssignmentResource(securable, numberArgument(segment), request.session);
  }
  return {
    get: (asked) => {
      const expand = expansionOf(asked);
      const { session } = asked;
      return applyQuery(assignedPrincipals(session.database, scopeOf(securable, session)).map((id) => roleAssignmentEntity(securable, id, session, expand)), asked);
    },
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyprincipalid': return roleAssignmentResource(securable, numberArgument(next), asked.session);
        case 'addroleassignment': return { post: () => addAssignment(securable, next, asked) };
        case 'removeroleassignment': return { post: () => removeAssignment(securable, next, asked) };
        default: return undefined;
      }
    },
  };
}

function roleAssignmentResource(securable: Securable, principalId: number, session: Session): Resource {
  const { database, rootWebId: webId } = session;
  const scope = scopeOf(securable, session);
  if (!assignedPrincipals(database, scope).includes(principalId)) {
    throw principalNotFound(principalId);
  }
  return {
    get: (request) => ({ kind: 'entity', entity: roleAssignmentEntity(securable, principalId, session, expansionOf(request)) }),
    delete: (request) => {
      unassignRole(database, scopeToChange(securable, request), principalId);
      return { kind: 'empty', status: 200 };
    },
    child: (segment) => {
      switch (segment.name) {
        case 'roledefinitionbindings': return { get: (request) => applyQuery(assignedRoles(database, webId, scope, principalId).map(roleDefinitionEntity), request) };
        case 'member': {
          const member = principalById(database, webId, principalId);
          return member === undefined ? undefined : { get: (request) => ({ kind: 'entity', entity: principalEntity(database, member, expansionOf(request)) }) };
        }
        default: return undefined;
      }
    },
  };
}

/** Recorded: exemplar "roleassignments"; the levels come in their own order. */
function roleAssignmentEntity(securable: Securable, principalId: number, session: Session, expand: Expansion): Entity {
  const { database, rootWebId: webId } = session;
  const member = expand.has('Member') ? principalById(database, webId, principalId) : undefined;
  return {
    type: 'SP.RoleAssignment',
    editLink: `${linkOf(securable)}/RoleAssignments/GetByPrincipalId(${principalId})`,
    navigation: ['Member', 'RoleDefinitionBindings'],
    properties: {
      ...(member === undefined ? {} : { Member: principalEntity(database, member, expand.below('Member')) }),
      ...(expand.has('RoleDefinitionBindings')
        ? { RoleDefinitionBindings: assignedRoles(database, webId, scopeOf(securable, session), principalId).map(roleDefinitionEntity) } : {}),
      PrincipalId: principalId,
    },
  };
}

/** Limited Access is SharePoint's own to give; nobody else may. */
function addAssignment(securable: Securable, segment: PathSegment, request: ResourceRequest): ReturnType<typeof voidAnswer> {
  const { session } = request;
  const scope = scopeToChange(securable, request);
  const { principalId, roleId } = assignmentArguments(segment);
  const principal = principalById(session.database, session.rootWebId, principalId);
  if (principal === undefined || principal.active === 0) {
    throw principalNotFound(principalId);
  }
  if (roleId === limitedAccessId || roleDefinition(session.database, session.rootWebId, 'id', roleId) === undefined) {
    throw wrongArgument();
  }
  assignRole(session.database, scope, principalId, roleId);
  grantLimitedAccess(securable, session, principalId);
  return voidAnswer(segment);
}

function removeAssignment(securable: Securable, segment: PathSegment, request: ResourceRequest): ReturnType<typeof voidAnswer> {
  const { database, rootWebId: webId } = request.session;
  const scope = scopeToChange(securable, request);
  const { principalId, roleId } = assignmentArguments(segment);
  if (!assignedPrincipals(database, scope).includes(principalId)) {
    throw principalNotFound(principalId);
  }
  if (!assignedRoles(database, webId, scope, principalId).some((role) => role.id === roleId)) {
    throw wrongArgument();
  }
  unassignRole(database, scope, principalId, roleId);
  return voidAnswer(segment);
}

function assignmentArguments(segment: PathSegment): { principalId: number; roleId: number } {
  const principalId = Number(argument(segment, 'principalid', 0));
  const roleId = Number(argument(segment, 'roledefid', 1));
  if (!Number.isInteger(principalId) || !Number.isInteger(roleId)) {
    throw wrongArgument();
  }
  return { principalId, roleId };
}

/** An object that inherits has no permissions to change: they are those of the object above. */
function scopeToChange(securable: Securable, request: ResourceRequest): string {
  demand(maskOn(securable, request.session), 'ManagePermissions');
  const scope = ownScope(securable, request.session);
  if (scope === undefined) {
    throw wrongArgument();
  }
  return scope;
}
