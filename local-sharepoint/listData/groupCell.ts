import type { SQLInputValue } from 'node:sqlite';
import { toForm } from '../items/dates.ts';
import { lookedUpText } from '../items/lookedUp.ts';
import { moderationStatuses } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { Condition } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { cell, numberCell } from './cell.ts';
import { fullyEncoded } from './renderedRow.ts';

/** What a group's row says of its column: what an item's row would. */
export function groupCell(field: FieldSchema, value: SQLInputValue, list: ListSchema, session: Session): [string, unknown][] {
  if (field.type === 'DateTime') return [[field.internalName, value === null ? '' : toForm(`${String(value)}T00:00:00Z`, true)], [`${field.internalName}.groupdisp`, value === null ? '' : toForm(`${String(value)}T00:00:00Z`, true)]];
  if (field.properties['stored'] === false) return [[field.internalName, groupText(field, value, session)]];
  // A row of which only this column is read.
  const row = { ID: 0, GUID: list.id, Author: 0, _version: 1, _scope: null, [field.internalName]: value } as ItemRow;
  return cell(field, row, session, false).filter(([name]) => name === field.internalName || name === `${field.internalName}.` || name === `${field.internalName}.value` || field.type === 'User');
}

/** The text by which a group is known. */
export function groupText(field: FieldSchema, value: SQLInputValue, session: Session): string {
  if (value === null) return '';
  switch (field.type) {
    case 'Number': case 'Currency': return numberCell(value);
    case 'User': return session.directory.principal(Number(value))?.title ?? '';
    case 'Lookup': return lookedUpText(field, Number(value), session);
    case 'ModStat': return moderationStatuses[Number(value)] ?? '';
    default: return String(value);
  }
}

/** `%3B%23Alpha%3B%23`: the values of this group and of the one above it. */
export function groupKey(texts: readonly string[]): string {
  return fullyEncoded(`;#${texts.map((text) => `${text};#`).join('')}`);
}

/** The items of the group that is known by this text. */
export function keyCondition(field: FieldSchema, text: string, list: ListSchema, session: Session): Condition {
  const shown = field.type === 'User' ? '/Title' : field.type === 'Lookup' ? `/${String(field.properties['LookupField'] || 'Title')}` : '';
  const column = queryColumn(`${field.internalName}${text === '' ? '' : shown}`, list, session, 'caml');
  if (text === '') return { kind: 'comparison', column, operator: 'eq', value: null };
  if (field.type === 'ModStat') return { kind: 'comparison', column, operator: 'eq', value: moderationStatuses.findIndex((status) => status === text) };
  if (field.type !== 'DateTime') return { kind: 'comparison', column, operator: 'eq', value: column.toStored(text) };
  const next = new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000);
  const end = Number.isNaN(next.getTime()) ? text : `${next.toISOString().slice(0, 10)}T00:00:00Z`;
  return { kind: 'and', conditions: [{ kind: 'comparison', column, operator: 'ge', value: `${text}T00:00:00Z` }, { kind: 'comparison', column, operator: 'lt', value: end }] };
}
