import { callsIn, expressionOf, referencesIn, withNames } from '../formulas/formula.ts';
import { FormulaSyntaxError } from '../formulas/tokens.ts';
import type { Expression } from '../formulas/expression.ts';
import type { FieldSchema, FieldType } from '../model/list.ts';
import {
  formulaColumnMissing, formulaColumnNotAllowed, formulaOfOtherColumns, formulaSyntax, formulaTooLong, formulaVolatile, noValidation,
} from './formulaRefusals.ts';

/** Types of columns whose values formulas may read (measured: shauneccles/dbml-sharepoint; Microsoft Support, "Examples of common formulas in lists"). */
const readable: ReadonlySet<FieldType> = new Set(['Text', 'Number', 'Currency', 'Boolean', 'Choice', 'DateTime', 'Calculated', 'Integer', 'Counter']);
/** Types of columns that may have a validation formula of their own (measured there, too). */
const validated: ReadonlySet<FieldType> = new Set(['Text', 'Number', 'Currency', 'Boolean', 'Choice', 'DateTime', 'Integer']);
const longestFormula = 1024;
const longestValidation = 1023;
const volatile = /^(today|me)$/i;

type Fields = readonly FieldSchema[];

/** A calculated column's formula with the columns under their internal names, as it is kept. Throws SharePoint's refusals. */
export function calculatedFormula(fields: Fields, field: FieldSchema, formula: string): string {
  const expression = checked(formula, longestFormula);
  const names = referencesIn(expression);
  if ([...names, ...callsIn(expression)].some((name) => /^me$/i.test(name)) || names.some((name) => volatile.test(name))) throw formulaVolatile();
  for (const found of columns(fields, names)) {
    if (!readable.has(found.type)) throw formulaColumnNotAllowed();
    if (found.id === field.id || dependsOn(fields, found, field)) throw formulaSyntax();
  }
  return internal(fields, formula);
}

/** A column's validation formula: it reads that column alone. */
export function validationFormula(field: FieldSchema, formula: string): string {
  if (!validated.has(field.type)) throw noValidation();
  const expression = checked(formula, longestValidation);
  if (referencesIn(expression).some((name) => !isCalled(field, name))) throw formulaOfOtherColumns();
  return internal([field], formula);
}

/** A list's validation formula: it reads any column but calculated ones. */
export function listValidationFormula(fields: Fields, formula: string): string {
  for (const found of columns(fields, referencesIn(checked(formula, longestValidation)))) {
    if (!validated.has(found.type)) throw formulaColumnNotAllowed();
  }
  return internal(fields, formula);
}

/** A default formula: it reads no column; `[Today]` and `[Me]` stand for the day and the person. */
export function checkDefaultFormula(formula: string): void {
  if (referencesIn(checked(formula, longestFormula)).some((name) => !volatile.test(name))) throw formulaOfOtherColumns();
}

/** A kept formula as people read it, its columns under their titles. */
export function shownFormula(fields: Fields, formula: unknown): string | null {
  if (typeof formula !== 'string' || formula === '') return null;
  return withNames(formula, (name) => fields.find(({ internalName }) => internalName === name)?.title);
}

/** The columns that a calculated column reads. */
export function referencedFields(fields: Fields, { type, properties }: FieldSchema): FieldSchema[] {
  if (type !== 'Calculated' || typeof properties['Formula'] !== 'string' || properties['Formula'] === '') return [];
  return referencesIn(expressionOf(properties['Formula'])).flatMap((name) => fields.find(({ internalName }) => internalName === name) ?? []);
}

function checked(formula: string, longest: number): Expression {
  if (formula.length > longest) throw formulaTooLong(longest);
  try {
    return expressionOf(formula);
  } catch (failure) {
    if (failure instanceof FormulaSyntaxError) throw formulaSyntax();
    throw failure;
  }
}

function columns(fields: Fields, names: readonly string[]): FieldSchema[] {
  return names.map((name) => named(fields, name) ?? (() => { throw formulaColumnMissing(); })());
}

/** By title first, as people write formulas, then by internal name; hidden columns last. */
function named(fields: Fields, name: string): FieldSchema | undefined {
  const lower = name.toLowerCase();
  const called = fields.filter(({ title }) => title.toLowerCase() === lower);
  return called.find(({ type, hidden }) => readable.has(type) && !hidden) ?? fields.find(({ internalName }) => internalName.toLowerCase() === lower) ?? called[0];
}

function isCalled({ title, internalName }: FieldSchema, name: string): boolean {
  return [title, internalName].some((own) => own.toLowerCase() === name.toLowerCase());
}

function internal(fields: Fields, formula: string): string {
  const begun = formula.trim().startsWith('=') ? formula.trim() : `=${formula.trim()}`;
  return withNames(begun, (name) => {
    const field = named(fields, name);
    // Today and Me in a formula that may hold them stay as they are; so does a name that is the internal one already.
    return field === undefined || field.internalName === name ? undefined : field.internalName;
  });
}

function dependsOn(fields: Fields, field: FieldSchema, on: FieldSchema): boolean {
  return referencedFields(fields, field).some((found) => found.id === on.id || dependsOn(fields, found, on));
}
