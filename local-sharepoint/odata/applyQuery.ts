import type { Answer, Entity, ResourceRequest } from '../routing/resource.ts';
import { inOrder, propertyAt, satisfies } from './evaluate.ts';
import { invalidExpression } from './invalidQuery.ts';
import { parseFilter } from './parseFilter.ts';

/**
 * `$filter`, `$orderby`, `$skip` and `$top` over a collection that is small and already in memory: users, groups, roles, lists,
 * fields, views. Items never come this way: `query/` asks the database. `$select` and `$expand` are the writer's; `type` is what metadata call the
 * collection when nothing is in it.
 */
export function applyQuery(entities: readonly Entity[], request: ResourceRequest, type?: string): Answer {
  const { query } = request;
  const filter = query.get('$filter');
  const expression = filter === undefined || filter === '' ? undefined : parseFilter(filter);
  const found = expression ? entities.filter((entity) => satisfies(entity, expression)) : [...entities];
  const order = query.get('$orderby');
  if (order) found.sort(comparison(order));
  const skip = count(query.get('$skip')) ?? 0;
  const top = count(query.get('$top')) ?? found.length;
  return { kind: 'collection', entities: found.slice(skip, skip + top), ...(type === undefined ? {} : { type }) };
}

function comparison(order: string): (left: Entity, right: Entity) => number {
  const columns = order.split(',').map((part) => {
    const [path, direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!path || rest.length > 0 || !/^(asc|desc)$/i.test(direction)) throw invalidExpression(order);
    return { path, sign: direction.toLowerCase() === 'desc' ? -1 : 1 };
  });
  return (left, right) => {
    for (const { path, sign } of columns) {
      const compared = inOrder(propertyAt(left, path), propertyAt(right, path));
      if (compared !== 0) return sign * compared;
    }
    return 0;
  };
}

function count(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw invalidExpression(text);
  return Number(text);
}
