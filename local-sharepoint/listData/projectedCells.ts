import { seenTable } from '../files/seen.ts';
import type { ProjectedField } from '../caml/joins.ts';
import { readValue } from '../items/readValue.ts';
import { valueText } from '../items/valueText.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { statement } from '../storage/prepared.ts';

/** Columns of joined lists that a view shows, as lookups are written (remembered); for each row of a page. */
export function projectedCells(list: ListSchema, projected: readonly ProjectedField[], names: readonly string[], session: Session): (row: ItemRow) => Record<string, unknown> {
  const shown = projected.filter(({ name }) => names.includes(name));
  if (shown.length === 0) return () => ({});
  const sql = `SELECT ${shown.map(({ column, id }, at) => `${column.sql} AS "value ${at}", ${id.sql} AS "id ${at}"`).join(', ')} FROM ${seenTable(list, session)} i WHERE i.ID = ?`;
  return (row) => {
    const found = statement(session.database, sql).get(row.ID) ?? {};
    return Object.fromEntries(shown.map(({ name, field }, at) => {
      const value = found[`value ${at}`] ?? null;
      const id = found[`id ${at}`] ?? null;
      const text = field ? valueText(field, readValue(field, value), session) : String(value ?? '');
      return [name, id === null ? [] : [{ lookupId: id, lookupValue: text, isSecretFieldValue: false }]];
    }));
  };
}
