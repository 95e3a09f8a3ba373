import type { Value } from '../values.ts';

/** When a formula is worked out. */
export interface Moment { readonly now: Date }

/** A function as formulas call it. */
export interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  readonly apply: (args: readonly Value[], moment: Moment) => Value;
}

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** How many arguments Excel's functions take at most. */
export const several = 30;

export function takes(least: number, most: number, apply: FormulaFunction['apply']): FormulaFunction {
  return { least, most, apply };
}
