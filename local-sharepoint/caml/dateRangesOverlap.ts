import type { Condition, QueryColumn } from '../query/condition.ts';
import { attribute, badCaml, children, first, nameOf, textOf, type Node } from './xml.ts';

const day = 86_400_000;

/**
 * `<DateRangesOverlap><FieldRef Name="EventDate"/><FieldRef Name="EndDate"/><FieldRef Name="RecurrenceID"/><Value Type="DateTime"><Month/></Value>
 * </DateRangesOverlap>`: what begins before the end of a day, week, month or year and doesn't end before it begins (documented). The third column tells
 * single dates of a series apart; it plays no part in when they are.
 */
export function dateRangesOverlap(node: Node, column: (name: string) => QueryColumn, now: Date): Condition {
  const [begins, given] = children(node).filter((child) => nameOf(child) === 'FieldRef').map((child) => column(attribute(child, 'Name')));
  const ends = given ?? begins;
  const value = first(children(node), 'Value');
  if (!begins || !ends || !value || begins.field?.type !== 'DateTime' || ends.field?.type !== 'DateTime') throw badCaml();
  const [from, to] = rangeOf(value, now).map((moment) => `${moment.toISOString().slice(0, 19)}Z`);
  const part = (of: QueryColumn, operator: 'ge' | 'lt', moment: string | undefined): Condition => ({ kind: 'comparison', column: of, operator, value: moment ?? '' });
  const endless: Condition = { kind: 'and', conditions: [{ kind: 'comparison', column: ends, operator: 'eq', value: null }, part(begins, 'ge', from)] };
  return { kind: 'and', conditions: [part(begins, 'lt', to), { kind: 'or', conditions: [part(ends, 'ge', from), endless] }] };
}

/** The days that a value means: one, or the week, month or year of today. Weeks begin on Sunday, as in the site's regional settings. */
function rangeOf(value: Node, now: Date): [Date, Date] {
  const [special] = children(value);
  const [year, month, date] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (special ? nameOf(special) : '') {
    case 'Now': return [now, new Date(now.getTime() + 1000)];
    case 'Today': return [utc(year, month, date), utc(year, month, date + 1)];
    case 'Week': return [utc(year, month, date - now.getUTCDay()), utc(year, month, date - now.getUTCDay() + 7)];
    case 'Month': return [utc(year, month, 1), utc(year, month + 1, 1)];
    case 'Year': return [utc(year, 0, 1), utc(year + 1, 0, 1)];
    case '': return oneDay(textOf(value));
    default: throw badCaml();
  }
}

function oneDay(text: string): [Date, Date] {
  const found = Date.parse(`${/^\d{4}-\d\d-\d\d/.exec(text.trim())?.[0] ?? ''}T00:00:00Z`);
  if (Number.isNaN(found)) throw badCaml();
  return [new Date(found), new Date(found + day)];
}

function utc(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month, date));
}
