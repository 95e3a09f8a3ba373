import type { FieldSchema } from '../model/list.ts';
import { one } from '../storage/prepared.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';
import { readValue } from './readValue.ts';
import { valueText } from './valueText.ts';

/** The item that a lookup column points to, when this person may see it. */
export function lookedUpRow(field: FieldSchema, id: number, session: Session): ItemRow | undefined {
  const target = session.lists.byId(String(field.properties['LookupList']));
  const visible = target && ['i.ID = ?', ...visibleSql(target, session, 'i')].join(' AND ');
  return target && one<ItemRow>(session.database, `SELECT * FROM "${target.table}" i WHERE ${visible}`, id);
}

/** What is shown of it: the text of the column that the lookup names. */
export function lookedUpText(field: FieldSchema, id: number, session: Session): string {
  const target = session.lists.byId(String(field.properties['LookupList']));
  const shown = target?.fields.find((candidate) => candidate.internalName === (field.properties['LookupField'] || 'Title'));
  const row = lookedUpRow(field, id, session);
  return shown && row ? valueText(shown, readValue(shown, row[shown.internalName]), session) : '';
}
