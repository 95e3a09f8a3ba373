import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';
import type { Session } from '../session.ts';

/** Default formulas that are worked out here: today or now with days added or taken, the current person, a quoted text, a number. */
const today = /^=\s*(?:\[today\]|today(?:\(\))?)\s*(?:([+-])\s*(\d{1,5}))?$/i;
const now = /^=\s*now\(\)\s*$/i;
const text = /^=\s*"([^"]*)"$/;
const number = /^=\s*(-?\d+(?:\.\d+)?)$/;

export function isFormula(formula: string): boolean {
  return [today, now, text, number].some((pattern) => pattern.test(formula.trim()));
}

/** What a new item gets in this column when nothing was given, in the form the table keeps; undefined for nothing. */
export function defaultOf(field: FieldSchema, session: Session): SQLInputValue | undefined {
  const formula = field.properties['DefaultFormula'];
  const value = typeof formula === 'string' && formula !== '' ? ofFormula(formula.trim(), session) : field.defaultValue;
  return value === null || value === undefined || value === '' ? undefined : stored(field, value, session);
}

function ofFormula(formula: string, session: Session): string | undefined {
  const days = today.exec(formula);
  if (days) return `${day(session, Number(`${days[1] ?? '+'}${days[2] ?? '0'}`))}T00:00:00Z`;
  if (now.test(formula)) return `${session.now().toISOString().slice(0, 19)}Z`;
  return text.exec(formula)?.[1] ?? number.exec(formula)?.[1];
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
