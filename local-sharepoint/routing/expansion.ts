import type { ResourceRequest } from './resource.ts';

/** Which navigation properties a request wants written out, one level at a time. */
export interface Expansion {
  has(name: string): boolean;
  below(name: string): Expansion;
}

/** Of `$expand=Member/Users,RoleDefinitionBindings`: has Member (below it, Users) and RoleDefinitionBindings. */
export function expansionOf(request: ResourceRequest): Expansion {
  return expansion((request.query.get('$expand') ?? '').split(',').map((path) => path.trim().toLowerCase().split('/')).filter((path) => path[0] !== ''));
}

function expansion(paths: readonly (readonly string[])[]): Expansion {
  return {
    has: (name) => paths.some((path) => path[0] === name.toLowerCase()),
    below: (name) => expansion(paths.filter((path) => path[0] === name.toLowerCase() && path.length > 1).map((path) => path.slice(1))),
  };
}

/** Nothing is written out. */
export const unexpanded: Expansion = expansion([]);
