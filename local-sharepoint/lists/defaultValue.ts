import type { SQLInputValue } from 'node:sqlite';
import { evaluate } from '../formulas/evaluate.ts';
import { expressionOf } from '../formulas/formula.ts';
import { toDate, toSerial } from '../formulas/serialDates.ts';
import { fail, FormulaError, toText } from '../formulas/values.ts';
import type { FieldSchema } from '../model/list.ts';
import type { Session } from '../session.ts';

/** What a new item gets in this column when nothing was given, in the form the table keeps; undefined for nothing. */
export function defaultOf(field: FieldSchema, session: Session): SQLInputValue | undefined {
  const formula = field.properties['DefaultFormula'];
  const value = typeof formula === 'string' && formula !== '' ? ofFormula(field, formula, session) : field.defaultValue;
  return value === null || value === undefined || value === '' ? undefined : stored(field, value, session);
}

/** A formula's value as text: dates in ISO form for columns of dates. One that has none gives nothing. */
function ofFormula(field: FieldSchema, formula: string, session: Session): string | undefined {
  try {
    const value = evaluate(expressionOf(formula), { now: session.now(), valueOf: (name) => {
      if (/^me$/i.test(name)) return field.type === 'User' ? String(session.user.id) : session.user.title;
      return /^today$/i.test(name) ? Math.floor(toSerial(session.now().toISOString())) : fail('#NAME?');
    } });
    return field.type === 'DateTime' && typeof value === 'number' ? `${toDate(value).toISOString().slice(0, 19)}Z` : toText(value);
  } catch (failure) {
    if (failure instanceof FormulaError) return undefined;
    throw failure;
  }
}

function stored(field: FieldSchema, value: string, session: Session): SQLInputValue | undefined {
  switch (field.type) {
    case 'Boolean': return /^(1|true|yes)$/i.test(value) ? 1 : 0;
    case 'Number': case 'Currency': case 'Integer': return Number.isFinite(Number(value)) ? Number(value) : undefined;
    case 'DateTime': return ofDate(value, session);
    case 'MultiChoice': return JSON.stringify(value.split(';#').filter((choice) => choice !== ''));
    case 'User': return /^\[me\]$/i.test(value) ? session.user.id : Number.parseInt(value, 10) || undefined;
    case 'Lookup': return Number.parseInt(value, 10) || undefined;
    case 'UserMulti': case 'LookupMulti': return undefined;
    case 'URL': return JSON.stringify({ Url: value.split(', ')[0] ?? '', Description: value.split(', ').slice(1).join(', ') || value });
    default: return value;
  }
}

function ofDate(value: string, session: Session): string | undefined {
  if (/^\[today\]$/i.test(value)) return `${day(session, 0)}T00:00:00Z`;
  if (/^\[now\]$/i.test(value)) return `${session.now().toISOString().slice(0, 19)}Z`;
  const date = new Date(/(z|[+-]\d\d:?\d\d)$/i.test(value) || value.length === 10 ? value : `${value}Z`);
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}

function day(session: Session, offset: number): string {
  return new Date(session.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
}
