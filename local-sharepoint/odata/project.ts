import { isComplex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { unknownField } from './invalidQuery.ts';

/** The properties that `$select` wants, in the entity's own order; below a navigation, only what `$select=Member/Title` names. */
export function project(entity: Entity, { query }: Pick<ResourceRequest, 'query'>): Entity {
  const select = query.get('$select');
  if (select === undefined || select.trim() === '') return entity;
  return selected(entity, select.split(',').map((path) => path.trim().split('/')).filter((path) => path[0] !== ''));
}

function selected(entity: Entity, paths: readonly (readonly string[])[]): Entity {
  if (entity.projected === true || paths.some((path) => path[0] === '*')) return entity;
  const names = new Map(Object.keys(entity.properties).map((name) => [name.toLowerCase(), name]));
  const deferred = new Set((entity.navigation ?? []).map((name) => name.toLowerCase()));
  const wanted = new Map<string, string[][]>();
  for (const [first = '', ...rest] of paths) {
    const name = names.get(first.toLowerCase());
    if (name === undefined && deferred.has(first.toLowerCase())) continue;
    if (name === undefined) throw unknownField(first);
    wanted.set(name, [...wanted.get(name) ?? [], ...(rest.length > 0 ? [rest] : [])]);
  }
  const properties = Object.entries(entity.properties).filter(([name, value]) => wanted.has(name) || isNavigation(value));
  return {
    ...entity,
    properties: Object.fromEntries(properties.map(([name, value]) => [name, below(value, wanted.get(name) ?? [])])),
  };
}

function below(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.length === 0) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => below(one, paths));
  return isEntity(value) ? selected(value, paths) : value;
}

function isNavigation(value: unknown): boolean {
  return isEntity(value) || (Array.isArray(value) && value.length > 0 && isEntity(value[0]));
}

export function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'properties' in value && 'editLink' in value && !isComplex(value);
}
