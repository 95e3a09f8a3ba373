import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { StoredValues } from './itemInput.ts';

/** SP.ListTemplateType */
const events = 106;

/**
 * What SharePoint works out of an event: how many seconds it lasts, unless that is said (in a series it is the length of each), and whether it is a series (1)
 * or stands alone (0). Nothing in other lists.
 */
export function eventValues(list: ListSchema, values: StoredValues, before?: ItemRow): [string, SQLInputValue][] {
  if (list.baseTemplate !== events) return [];
  const of = (name: string): SQLInputValue => values.get(name) ?? before?.[name] ?? null;
  const found: [string, SQLInputValue][] = [];
  if (!values.has('EventType') && (before === undefined || values.has('fRecurrence'))) found.push(['EventType', of('fRecurrence') === 1 ? 1 : 0]);
  const seconds = (Date.parse(String(of('EndDate'))) - Date.parse(String(of('EventDate')))) / 1000;
  if (!values.has('Duration') && of('fRecurrence') !== 1 && Number.isFinite(seconds)) found.push(['Duration', seconds]);
  return found;
}
