import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';
import type { ComparisonOperator } from '../odata/expression.ts';

/** A column of a query: what to compare in SQL, and whether its index narrows the rows. */
export interface QueryColumn {
  readonly name: string;
  readonly field: FieldSchema | undefined;
  /** An SQL expression over the item table, here called `i`. */
  readonly sql: string;
  /** Id, or a column with an index that SharePoint uses: not a lookup or person column (documented for lookups). */
  readonly narrows: boolean;
  /** Several values in a JSON array: a comparison holds when it holds for one of them, "not equal" when it does for all. */
  readonly several: boolean;
  /** SQL of one of several values, when that is not the value itself: the shown text of a lookup. `each.value` is the stored one. */
  readonly each?: string;
  /** Counts towards the twelve lookup-type columns of a query. */
  readonly lookup: boolean;
  /** The form in which the table keeps such a value; throws for one that cannot be read. */
  toStored(value: string | number | boolean): SQLInputValue;
}

/** What rows a query wants; `$filter` and CAML are both turned into this. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'comparison'; readonly column: QueryColumn; readonly operator: ComparisonOperator; /** null: empty */ readonly value: SQLInputValue }
  | { readonly kind: 'in'; readonly column: QueryColumn; readonly values: readonly SQLInputValue[] }
  | { readonly kind: 'text'; readonly column: QueryColumn; readonly test: 'startsWith' | 'contains'; readonly text: string };

export interface Order { readonly column: QueryColumn; readonly descending: boolean }

export interface Sql { readonly text: string; readonly values: readonly SQLInputValue[] }

const operators: Readonly<Record<ComparisonOperator, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' };
/** SQLite takes no longer pattern; and no text column holds a longer text. */
const longestPattern = 10_000;

/** The condition as SQL. */
export function toSql(condition: Condition): Sql {
  switch (condition.kind) {
    case 'and': case 'or': return joined(condition.kind.toUpperCase(), condition.conditions.map(toSql));
    case 'not': {
      const inner = toSql(condition.condition);
      return { text: `NOT coalesce(${inner.text}, 0)`, values: inner.values };
    }
    case 'in': return condition.values.length === 0 ? { text: '0', values: [] }
      : onColumn(condition.column, (sql) => ({ text: `${sql} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(condition.values)] }));
    case 'text': return text(condition);
    case 'comparison': return comparison(condition);
  }
}

/** Text is compared without regard to case, as SharePoint does (here of a-z only). */
function text({ column, test, text: part }: Extract<Condition, { kind: 'text' }>): Sql {
  if (test === 'contains') return onColumn(column, (sql) => ({ text: `instr(lower(${sql}), lower(?)) > 0`, values: [part] }));
  if (part.length > longestPattern) return { text: '0', values: [] };
  return onColumn(column, (sql) => ({ text: `${sql} LIKE ? ESCAPE '\\'`, values: [`${part.replace(/[\\%_]/g, '\\$&')}%`] }));
}

function comparison({ column, operator, value }: Extract<Condition, { kind: 'comparison' }>): Sql {
  if (value === null) {
    const empty = column.several ? `(${column.sql} IS NULL OR ${column.sql} = '[]')` : `${column.sql} IS NULL`;
    return { text: operator === 'eq' ? empty : `NOT ${empty}`, values: [] };
  }
  // "Not equal" finds empty values too, as CAML's Neq does.
  if (operator === 'ne') {
    const equal = comparison({ kind: 'comparison', column, operator: 'eq', value });
    return { text: `NOT coalesce(${equal.text}, 0)`, values: equal.values };
  }
  return onColumn(column, (sql) => ({ text: `${sql} ${operators[operator]} ?`, values: [value] }));
}

function onColumn(column: QueryColumn, test: (sql: string) => Sql): Sql {
  if (!column.several) return test(column.sql);
  const inner = test(column.each ?? 'each.value');
  return { text: `EXISTS (SELECT 1 FROM json_each(${column.sql}) each WHERE ${inner.text})`, values: inner.values };
}

/** Several pieces of SQL with AND or OR between them, as a balanced tree: SQLite takes no expression that is a thousand deep. */
export function joined(word: string, pieces: readonly Sql[]): Sql {
  const [only] = pieces;
  if (!only) return { text: word === 'AND' ? '1' : '0', values: [] };
  if (pieces.length === 1) return only;
  const half = Math.ceil(pieces.length / 2);
  const [left, right] = [joined(word, pieces.slice(0, half)), joined(word, pieces.slice(half))];
  return { text: `(${left.text} ${word} ${right.text})`, values: [...left.values, ...right.values] };
}

/** Every column that a condition names. */
export function columnsOf(condition: Condition): QueryColumn[] {
  switch (condition.kind) {
    case 'and': case 'or': return condition.conditions.flatMap(columnsOf);
    case 'not': return columnsOf(condition.condition);
    default: return [condition.column];
  }
}
