import type { ListSchema } from '../model/list.ts';
import type { Expression } from '../odata/expression.ts';
import { invalidExpression } from '../odata/invalidQuery.ts';
import { parseFilter } from '../odata/parseFilter.ts';
import type { Session } from '../session.ts';
import type { Condition, Order } from './condition.ts';
import { checkFilterable, queryColumn } from './queryColumn.ts';

/** Values in one query at most; SQLite takes 32,766. */
const mostTerms = 5000;
/** Columns in one `$orderby` at most. */
const mostOrders = 16;

/** A `$filter` over items. */
export function fromFilter(filter: string | undefined, list: ListSchema, session: Session): Condition | undefined {
  if (filter === undefined || filter.trim() === '') return undefined;
  const expression = parseFilter(filter);
  if (terms(expression) > mostTerms) throw invalidExpression(`${filter.slice(0, 200)}…`);
  return condition(expression, list, session, filter);
}

function condition(expression: Expression, list: ListSchema, session: Session, filter: string): Condition {
  switch (expression.kind) {
    case 'and': case 'or': return { kind: expression.kind, conditions: expression.operands.map((operand) => condition(operand, list, session, filter)) };
    case 'not': return { kind: 'not', condition: condition(expression.operand, list, session, filter) };
    case 'text': return {
      kind: 'text', column: checkFilterable(queryColumn(expression.path, list, session)), test: expression.test === 'startswith' ? 'startsWith' : 'contains', text: expression.text,
    };
    case 'comparison': {
      const column = checkFilterable(queryColumn(expression.path, list, session));
      const value = expression.value.type === 'null' ? null : column.toStored(expression.value.value);
      // A number or date that is none; SharePoint's words for it are not known.
      if (typeof value === 'number' && Number.isNaN(value)) throw invalidExpression(filter);
      return { kind: 'comparison', column, operator: expression.operator, value };
    }
  }
}

function terms(expression: Expression): number {
  switch (expression.kind) {
    case 'and': case 'or': return expression.operands.reduce((sum, operand) => sum + terms(operand), 0);
    case 'not': return terms(expression.operand);
    default: return 1;
  }
}

/** An `$orderby` over items. */
export function fromOrderBy(text: string | undefined, list: ListSchema, session: Session): Order[] {
  if (text === undefined || text.trim() === '') return [];
  const parts = text.split(',');
  if (parts.length > mostOrders) throw invalidExpression(`${text.slice(0, 200)}…`);
  return parts.map((part) => {
    const [path, direction = 'asc', ...rest] = part.trim().split(/\s+/);
    if (!path || rest.length > 0 || !/^(asc|desc)$/i.test(direction)) throw invalidExpression(text);
    return { column: queryColumn(path, list, session), descending: direction.toLowerCase() === 'desc' };
  });
}
