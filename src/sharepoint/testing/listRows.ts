import type { Row } from '../connection/parse';
import { refusal, type Answer, type Asked } from './answeringSite';

/** A query never reads more. */
const threshold = 5000;

/** Which list is asked: `SchilPosts` of `web/getlist('/sites/intranet/Lists/SchilPosts')/items?…`; empty for anything else. */
export function listOf({ path }: Asked): string {
  return /\/Lists\/(\w+)'\)\/items\?/.exec(path)?.[1] ?? '';
}

/**
 * Answers `$filter` (comparisons joined by "and", or by "or"), `$orderby` and `$top` over rows, and refuses as the list view threshold does: when the
 * first comparison, with what else is said of its column, leaves too many of them. That is as much of SharePoint as the queries here use.
 */
export function answerRows(rows: readonly Row[], asked: Asked): Answer {
  const option = (name: string): string | undefined => new RegExp(`[?&]\\$${name}=([^&]*)`).exec(asked.path)?.[1];
  const filter = option('filter') ?? '';
  const joint = filter.indexOf(' or ') >= 0 ? ' or ' : ' and ';
  const tests = filter === '' ? [] : filter.split(joint).map(testOf);
  const indexed = joint === ' or ' ? tests : tests.filter(({ column }) => column === tests[0].column);
  if (tests.length > 0 && matching(rows, indexed, joint).length > threshold) return refusal(500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException', 'The attempted operation is prohibited because it exceeds the list view threshold.');
  const [column, direction] = (option('orderby') ?? 'Id asc').split(' ');
  const order = direction === 'desc' ? -1 : 1;
  const found = matching(rows, tests, joint).slice().sort((left, right) => (Number(left[column] ?? 0) - Number(right[column] ?? 0)) * order || (Number(left.Id) - Number(right.Id)) * order);
  return { json: { value: found.slice(0, Number(option('top') ?? 100)) } };
}

interface Test { readonly column: string; readonly holds: (row: Row) => boolean }

function matching(rows: readonly Row[], tests: readonly Test[], joint: string): readonly Row[] {
  return rows.filter((row) => joint === ' or ' ? tests.some(({ holds }) => holds(row)) : tests.every(({ holds }) => holds(row)));
}

function testOf(text: string): Test {
  const [column, operator, ...rest] = text.split(' ');
  const literal = rest.join(' ');
  const wanted = /^'.*'$/.test(literal) ? literal.slice(1, -1).replace(/''/g, "'") : Number(literal);
  const compare: Readonly<Record<string, (value: unknown) => boolean>> = {
    eq: (value) => value === wanted, lt: (value) => Number(value) < Number(wanted), le: (value) => Number(value) <= Number(wanted), gt: (value) => Number(value) > Number(wanted), ge: (value) => Number(value) >= Number(wanted),
  };
  return { column, holds: (row) => compare[operator](column.split('/').reduce<unknown>((value, name) => (value as Row | undefined)?.[name], row)) };
}
