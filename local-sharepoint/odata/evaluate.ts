import { isComplex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';
import type { ComparisonOperator, Expression, FilterValue } from './expression.ts';
import { unknownField } from './invalidQuery.ts';

/**
 * Whether an entity that is already in memory satisfies a `$filter`. Unlike in items, text is compared with regard to case (pnp/pnpjs#388 of lists,
 * #2649 of users and groups).
 */
export function satisfies(entity: Entity, expression: Expression): boolean {
  switch (expression.kind) {
    case 'and': return expression.operands.every((operand) => satisfies(entity, operand));
    case 'or': return expression.operands.some((operand) => satisfies(entity, operand));
    case 'not': return !satisfies(entity, expression.operand);
    case 'text': {
      const text = String(propertyAt(entity, expression.path) ?? '');
      return expression.test === 'startswith' ? text.startsWith(expression.text) : text.includes(expression.text);
    }
    case 'comparison': return compares(propertyAt(entity, expression.path), expression.operator, expression.value);
  }
}

/** The value at `Title` or, one navigation on, `Member/Title`; names in any case. */
export function propertyAt(entity: Entity, path: string): unknown {
  let value: unknown = entity.properties;
  for (const step of path.split('/')) {
    const properties = isEntity(value) || isComplex(value) ? value.properties : value;
    if (typeof properties !== 'object' || properties === null) throw unknownField(path);
    const found = Object.entries(properties).find(([name]) => name.toLowerCase() === step.toLowerCase());
    if (!found) throw unknownField(step);
    value = found[1];
  }
  return value;
}

/** Smaller than 0, 0 or greater than 0; nothing comes before everything. */
export function inOrder(left: unknown, right: unknown): number {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}

function compares(actual: unknown, operator: ComparisonOperator, wanted: FilterValue): boolean {
  const value = wanted.type === 'null' ? undefined : wanted.value;
  if (operator === 'eq' || operator === 'ne') return (comparable(actual) === comparable(value)) === (operator === 'eq');
  if (comparable(actual) === undefined || value === undefined) return false;
  const order = inOrder(actual, value);
  switch (operator) {
    case 'gt': return order > 0;
    case 'ge': return order >= 0;
    case 'lt': return order < 0;
    case 'le': return order <= 0;
  }
}

function comparable(value: unknown): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return String(value);
}

function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && 'properties' in value && 'editLink' in value;
}
