/** A `$filter` as a tree; `applyQuery` evaluates it, `query/` makes SQL of it. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly path: string; readonly value: FilterValue }
  | { readonly kind: 'text'; readonly test: 'startswith' | 'substringof'; readonly path: string; readonly text: string };

export const comparisonOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** A literal of a `$filter`. Dates stay in UTC, `2026-11-24T08:30:00Z`; guids are lower-cased. */
export type FilterValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'datetime'; readonly value: string }
  | { readonly type: 'guid'; readonly value: string }
  | { readonly type: 'null' };
