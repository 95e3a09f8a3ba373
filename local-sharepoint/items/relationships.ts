import { relatedItemExists } from '../lists/listRefusals.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';

/** A lookup column that points to a list. */
export interface Referrer { readonly list: ListSchema; readonly field: FieldSchema }

/** The lookups of this web that point to a list. */
export function referrersOf(target: ListSchema, session: Session): Referrer[] {
  return session.lists.all().flatMap((list) => list.fields
    .filter(({ type, properties }) => type.startsWith('Lookup') && named(properties['LookupList']) === target.id && !properties['PrimaryFieldId'] && properties['CountRelated'] !== true)
    .map((field) => ({ list, field })));
}

/** Refuses to take an item away that an item of a restricting lookup points to. */
export function demandUnrestricted(target: ListSchema, session: Session, id: number): void {
  for (const { list, field } of withBehaviour(target, session, 2)) {
    if (one(session.database, `SELECT 1 FROM "${list.table}" WHERE "${field.internalName}" = ? LIMIT 1`, id)) throw relatedItemExists(list.title, target.title);
  }
}

/** Takes along the items whose lookup says that they go with this one, which is gone already: lookups may go round and round. */
export function forEachCascading(target: ListSchema, session: Session, id: number, take: (list: ListSchema, row: ItemRow) => void): void {
  for (const { list, field } of withBehaviour(target, session, 1)) {
    const next = (): ItemRow | undefined => one<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE "${field.internalName}" = ? LIMIT 1`, id);
    for (let row = next(); row; row = next()) take(list, row);
  }
}

function withBehaviour(target: ListSchema, session: Session, behaviour: 1 | 2): Referrer[] {
  return referrersOf(target, session).filter(({ field }) => field.properties['RelationshipDeleteBehavior'] === behaviour);
}

/** Lists are named in XML with braces or without. */
function named(list: unknown): string {
  return String(list).toLowerCase().replace(/[{}]/g, '');
}
