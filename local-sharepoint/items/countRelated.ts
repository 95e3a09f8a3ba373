import type { FieldSchema } from '../model/list.ts';
import { one } from '../storage/prepared.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';

/** Whether a column counts the items of another list that look up this one (`CountRelated`). */
export function countsRelated({ properties }: FieldSchema): boolean {
  return properties['CountRelated'] === true;
}

/** How many items that this person may see look up the item; `ShowField` names their lookup column. */
export function relatedCount({ properties }: FieldSchema, id: number, session: Session): number {
  const target = session.lists.byId(String(properties['LookupList']));
  const lookup = target?.fields.find(({ internalName }) => internalName === properties['LookupField']);
  if (!target || !lookup?.type.startsWith('Lookup')) return 0;
  const points = lookup.type === 'LookupMulti' ? `EXISTS (SELECT 1 FROM json_each(i."${lookup.internalName}") WHERE value = ?)` : `i."${lookup.internalName}" = ?`;
  const where = [points, ...visibleSql(target, session, 'i')].join(' AND ');
  return one<{ count: number }>(session.database, `SELECT count(*) AS count FROM "${target.table}" i WHERE ${where}`, id)?.count ?? 0;
}
