import { fromHighLow, toHighLow, type PermissionMask } from '../model/basePermissions.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { numberArgument, textArgument } from '../routing/arguments.ts';
import { demand, notHereYet, wrongArgument } from '../model/refusals.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { builtInRoles } from './builtInRoles.ts';
import {
  addRoleDefinition, nextRoleId, removeRoleDefinition, roleDefinition, roleDefinitions, updateRoleDefinition, type RoleDefinition,
} from './roleDefinitions.ts';

/** A permission level as SharePoint writes it. Recorded: exemplar "roledefs". */
export function roleDefinitionEntity(role: RoleDefinition): Entity {
  return {
    type: 'SP.RoleDefinition',
    editLink: `Web/RoleDefinitions(${role.id})`,
    properties: {
      BasePermissions: complex('SP.BasePermissions', toHighLow(role.mask)), Description: role.description, Hidden: role.hidden, Id: role.id, Name: role.name,
      Order: role.position, RoleTypeKind: role.kind,
    },
  };
}

/** `web/roledefinitions`, also `roledefinitions(1073741826)`: the site's permission levels. */
export function roleDefinitionsResource(segment: PathSegment, request: ResourceRequest): Resource {
  const { database, rootWebId: webId, permissions } = request.session;
  demand(permissions.onWeb(), 'EnumeratePermissions');
  const by = (kind: 'id' | 'name' | 'kind', value: number | string): Resource => roleDefinitionResource(roleDefinition(database, webId, kind, value) ?? missing());
  if (segment.args.length > 0) {
    return by('id', numberArgument(segment));
  }
  return {
    get: (asked) => applyQuery(roleDefinitions(database, webId).map(roleDefinitionEntity), asked),
    post: addRole,
    child: (next) => {
      switch (next.name) {
        case 'getbyid': return by('id', numberArgument(next));
        case 'getbyname': return by('name', textArgument(next));
        case 'getbytype': return by('kind', numberArgument(next));
        default: return undefined;
      }
    },
  };
}

function roleDefinitionResource(role: RoleDefinition): Resource {
  return {
    get: () => ({ kind: 'entity', entity: roleDefinitionEntity(role) }),
    merge: (request) => {
      const { database, rootWebId: webId, permissions } = request.session;
      demand(permissions.onWeb(), 'ManagePermissions');
      const changed = fromBody(request, role);
      demandFreeName(request, changed);
      updateRoleDefinition(database, webId, changed);
      return { kind: 'empty', status: 204 };
    },
    delete: (request) => {
      const { database, rootWebId: webId, permissions } = request.session;
      demand(permissions.onWeb(), 'ManagePermissions');
      if (builtInRoles.some((builtIn) => builtIn.id === role.id)) {
        throw notHereYet(`deleting the built-in permission level ${role.name}`);
      }
      removeRoleDefinition(database, webId, role.id);
      return { kind: 'empty', status: 200 };
    },
  };
}

function addRole(request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  const { database, rootWebId: webId, permissions } = request.session;
  demand(permissions.onWeb(), 'ManagePermissions');
  const role = fromBody(request, { id: nextRoleId(database, webId), name: '', description: null, mask: 0n, hidden: false, position: 0, kind: 0 });
  if (role.name === '') {
    throw wrongArgument();
  }
  demandFreeName(request, role);
  addRoleDefinition(database, webId, role);
  return { kind: 'entity', status: 201, entity: roleDefinitionEntity(role) };
}

function fromBody(request: ResourceRequest, role: RoleDefinition): RoleDefinition {
  const { Name, Description, Order, BasePermissions } = entityBody(request, ['SP.RoleDefinition']);
  return {
    ...role,
    ...(typeof Name === 'string' ? { name: Name } : {}),
    ...(typeof Description === 'string' ? { description: Description } : {}),
    ...(typeof Order === 'number' ? { position: Order } : {}),
    ...(BasePermissions === undefined ? {} : { mask: maskOf(BasePermissions) }),
  };
}

/** `{High, Low}` as text or numbers, as clients send it. */
export function maskOf(value: unknown): PermissionMask {
  const halves = (value ?? {}) as { High?: unknown; Low?: unknown };
  const [high, low] = [halves.High, halves.Low].map((half) => String(half ?? ''));
  if (high === undefined || low === undefined || !/^\d{1,10}$/.test(high) || !/^\d{1,10}$/.test(low)) {
    throw wrongArgument();
  }
  return fromHighLow(high, low);
}

/** SharePoint refuses a second level of the same name; its words for it are not recorded, so the argument itself is refused. */
function demandFreeName(request: ResourceRequest, role: RoleDefinition): void {
  const same = roleDefinition(request.session.database, request.session.rootWebId, 'name', role.name);
  if (same !== undefined && same.id !== role.id) {
    throw wrongArgument();
  }
}

function missing(): never {
  throw wrongArgument();
}
