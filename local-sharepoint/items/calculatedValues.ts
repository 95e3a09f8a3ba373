import type { SQLInputValue } from 'node:sqlite';
import { evaluate } from '../formulas/evaluate.ts';
import { expressionOf } from '../formulas/formula.ts';
import { dateIn, toDate, toSerial } from '../formulas/serialDates.ts';
import { fail, FormulaError, numberIn, toText, toTruth, type Value } from '../formulas/values.ts';
import { limitsOf } from '../model/limits.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { listViewThreshold } from '../lists/listRefusals.ts';
import type { Session } from '../session.ts';
import { all, change } from '../storage/prepared.ts';

type Row = ReadonlyMap<string, SQLInputValue>;
const errorCodes: ReadonlySet<unknown> = new Set(['#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#N/A', '#REF!', '#NULL!']);
/** Columns that follow from each other this deep at most. */
const deepest = 32;

/** What the list's calculated columns hold for a row with these values, in the form the table keeps. */
export function calculatedValues(fields: readonly FieldSchema[], row: Row, now: Date): [string, SQLInputValue][] {
  const calculated = fields.filter(({ type, fromBaseType }) => type === 'Calculated' && !fromBaseType);
  if (calculated.length === 0) return [];
  const results = new Map<string, SQLInputValue>();
  const resultOf = (field: FieldSchema, depth: number): SQLInputValue => {
    const before = results.get(field.internalName);
    if (before !== undefined) return before;
    const result = depth > deepest ? '#REF!' : workedOut(field, now, (name) => {
      const found = fields.find(({ internalName }) => internalName === name);
      return found ? valueOf(found, found.type === 'Calculated' ? resultOf(found, depth + 1) : row.get(name) ?? null) : fail('#NAME?');
    });
    results.set(field.internalName, result);
    return result;
  };
  return calculated.map((field) => [field.internalName, resultOf(field, 0)]);
}

/** A stored value as formulas see it: dates as serial numbers. Throws the error that a calculated column holds. */
export function valueOf({ type, properties }: FieldSchema, stored: SQLInputValue): Value {
  if (stored === null) return null;
  if (type === 'Calculated' && errorCodes.has(stored)) throw new FormulaError(stored as FormulaError['code']);
  const kind = type === 'Calculated' ? properties['OutputType'] : type;
  switch (kind) {
    case 'Boolean': case 8: return stored === 1;
    case 'DateTime': case 4: return toSerial(String(stored));
    case 'Number': case 'Currency': case 'Integer': case 'Counter': case 9: case 10: return Number(stored);
    default: return String(stored);
  }
}

/** Works a column out anew for every item, and what follows from it. Refused above the list view threshold (documented: "Manage large lists and libraries"). */
export function recalculate(list: ListSchema, session: Session, field: FieldSchema): void {
  if (list.itemCount > limitsOf(session.database).listViewThreshold) throw listViewThreshold();
  const names = list.fields.filter(({ type, fromBaseType }) => type === 'Calculated' && !fromBaseType).map(({ internalName }) => internalName);
  if (!names.includes(field.internalName)) return;
  const sql = `UPDATE "${list.table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE ID = ?`;
  for (const row of all<Record<string, SQLInputValue>>(session.database, `SELECT * FROM "${list.table}"`)) {
    const values = new Map(calculatedValues(list.fields, new Map(Object.entries(row)), session.now()));
    change(session.database, sql, ...names.map((name) => values.get(name) ?? null), row['ID'] ?? null);
  }
}

function workedOut({ properties }: FieldSchema, now: Date, valueOf_: (name: string) => Value): SQLInputValue {
  try {
    return result(Number(properties['OutputType']), evaluate(expressionOf(String(properties['Formula'])), { now, valueOf: valueOf_ }));
  } catch (failure) {
    if (failure instanceof FormulaError) return failure.code;
    throw failure;
  }
}

/** A value in the form of the column's result (SP.FieldType). */
function result(type: number, value: Value): SQLInputValue {
  if (value === null || (value === '' && type !== 2)) return null;
  switch (type) {
    case 4: return stamp(toDate(typeof value === 'string' ? dateIn(value) ?? numeric(value) : Number(value)));
    case 8: return toTruth(value) ? 1 : 0;
    case 9: case 10: return numeric(value);
    default: return toText(value) === '' ? null : toText(value);
  }
}

function numeric(value: Value): number {
  return typeof value === 'string' ? numberIn(value) ?? fail('#VALUE!') : Number(value);
}
