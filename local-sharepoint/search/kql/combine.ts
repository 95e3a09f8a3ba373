import type { KqlExpression, KqlOperator } from './expression.ts';
import { badQuery } from './refusals.ts';

/** `WORDS(tv, television)`: one of them. */
export function synonyms(group: KqlExpression): KqlExpression {
  const words = group.kind === 'and' ? group.of : [group];
  if (!words.every((one) => one.kind === 'words')) throw badQuery();
  return { kind: 'or', of: words };
}

/** What stands in brackets behind a property: `author:(a OR b)`. */
export function about(expression: KqlExpression, name: string, operator: KqlOperator): KqlExpression {
  switch (expression.kind) {
    case 'and': case 'or': return { kind: expression.kind, of: expression.of.map((one) => about(one, name, operator)) };
    case 'not': return { kind: 'not', of: about(expression.of, name, operator) };
    case 'words': return { kind: 'property', name, operator, value: expression.words };
    default: throw badQuery();
  }
}

/** Whether both restrict the same property, or the first already holds such alternatives. */
export function sameProperty(one: KqlExpression, other: KqlExpression): boolean {
  if (one.kind === 'or') return one.of.every((alternative) => sameProperty(alternative, other));
  return one.kind === 'property' && other.kind === 'property' && one.name === other.name && isEqual(one.operator) && isEqual(other.operator);
}

function isEqual(operator: KqlOperator): boolean {
  return operator === ':' || operator === '=';
}
