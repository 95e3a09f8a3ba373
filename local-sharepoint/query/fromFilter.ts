import type { ListSchema } from '../model/list.ts';
import type { Expression } from '../odata/expression.ts';
import { invalidExpression } from '../odata/invalidQuery.ts';
import { parseFilter } from '../odata/parseFilter.ts';
import type { Session } from '../session.ts';
import type { Condition, Order } from './condition.ts';
import { checkFilterable, queryColumn } from './queryColumn.ts';

/** A `$filter` over items. */
export function fromFilter(filter: string | undefined, list: ListSchema, session: Session): Condition | undefined {
  return filter === undefined || filter.trim() === '' ? undefined : condition(parseFilter(filter), list, session);
}

function condition(expression: Expression, list: ListSchema, session: Session): Condition {
  switch (expression.kind) {
    case 'and': case 'or': return { kind: expression.kind, conditions: [condition(expression.left, list, session), condition(expression.right, list, session)] };
    case 'not': return { kind: 'not', condition: condition(expression.operand, list, session) };
    case 'text': return {
      kind: 'text', column: checkFilterable(queryColumn(expression.path, list, session)), test: expression.test === 'startswith' ? 'startsWith' : 'contains', text: expression.text,
    };
    case 'comparison': {
      const column = checkFilterable(queryColumn(expression.path, list, session));
      return { kind: 'comparison', column, operator: expression.operator, value: expression.value.type === 'null' ? null : column.toStored(expression.value.value) };
    }
  }
}

/** An `$orderby` over items. */
export function fromOrderBy(text: string | undefined, list: ListSchema, session: Session): Order[] {
  if (text === undefined || text.trim() === '') return [];
  return text.split(',').map((part) => {
    const [path, direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!path || rest.length > 0 || !/^(asc|desc)$/i.test(direction)) throw invalidExpression(text);
    return { column: queryColumn(path, list, session), descending: direction.toLowerCase() === 'desc' };
  });
}
