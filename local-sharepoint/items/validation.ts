import type { SQLInputValue } from 'node:sqlite';
import { evaluate } from '../formulas/evaluate.ts';
import { expressionOf } from '../formulas/formula.ts';
import { FormulaError, toTruth } from '../formulas/values.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { valueOf } from './calculatedValues.ts';
import type { FormResult } from './formValues.ts';
import { ValidationRefusal } from './itemRefusals.ts';

type Row = ReadonlyMap<string, SQLInputValue>;

/** Columns that a row's values do not satisfy; of a changed item only the changed ones are asked (`changed`). */
export function invalidColumns(list: ListSchema, row: Row, now: Date, changed?: Row): FieldSchema[] {
  return list.fields.filter((field) => formulaOf(field) !== undefined && (changed === undefined || changed.has(field.internalName)) && !holds(formulaOf(field) ?? '', list, row, now));
}

/** Refuses values that a column's or the list's formula does not allow. */
export function demandValid(list: ListSchema, row: Row, now: Date, changed?: Row): void {
  const columns = invalidColumns(list, row, now, changed);
  if (columns.length > 0) throw new ValidationRefusal(columns);
  const formula = list.properties['ValidationFormula'];
  if (typeof formula === 'string' && formula !== '' && !holds(formula, list, row, now)) throw new ValidationRefusal([]);
}

/**
 * Writes what a form gave and answers its results; where a formula refuses the values, it is the form that says so, column by column. That a list's own
 * message comes without a column is assumed.
 */
export function writeForm(list: ListSchema, results: readonly FormResult[], itemId: number, write: () => void): FormResult[] {
  if (results.some(({ HasException }) => HasException)) return [...results];
  try {
    write();
    return [...results];
  } catch (failure) {
    if (!(failure instanceof ValidationRefusal)) throw failure;
    const { hresult, columns } = failure;
    const refused = { ErrorCode: hresult, HasException: true };
    const said = results.map((result) => {
      const column = columns.find(({ internalName }) => internalName === result.FieldName);
      return column ? { ...result, ...refused, ErrorMessage: messageOf(column.properties) } : result;
    });
    if (said.some(({ HasException }) => HasException)) return said;
    const column = columns[0];
    return [...said, { ...refused, ErrorMessage: messageOf(column?.properties ?? list.properties), FieldName: column?.internalName ?? '', FieldValue: null, ItemId: itemId }];
  }
}

function messageOf(properties: Readonly<Record<string, unknown>>): string {
  const message = properties['ValidationMessage'];
  return typeof message === 'string' && message !== '' ? message : 'List data validation failed.';
}

function formulaOf({ properties }: FieldSchema): string | undefined {
  const formula = properties['ValidationFormula'];
  return typeof formula === 'string' && formula !== '' ? formula : undefined;
}

function holds(formula: string, list: ListSchema, row: Row, now: Date): boolean {
  try {
    return toTruth(evaluate(expressionOf(formula), { now, valueOf: (name) => {
      const field = list.fields.find(({ internalName }) => internalName === name);
      if (field === undefined) throw new FormulaError('#NAME?');
      return valueOf(field, row.get(name) ?? null);
    } }));
  } catch (failure) {
    if (failure instanceof FormulaError) return false;
    throw failure;
  }
}
