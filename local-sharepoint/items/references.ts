import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { one } from '../storage/prepared.ts';
import { isReference } from '../query/referencedColumn.ts';
import type { Session } from '../session.ts';
import { invalidData } from './itemRefusals.ts';

/** Refuses ids of people and items that are not there. Remembered, not recorded. */
export function checkReferences(list: ListSchema, session: Session, values: ReadonlyMap<string, SQLInputValue>): void {
  for (const [name, stored] of values) {
    const field = list.fields.find((candidate) => candidate.internalName === name);
    if (!field || stored === null || !isReference(field)) continue;
    const ids = field.type.endsWith('Multi') ? JSON.parse(String(stored)) as number[] : [Number(stored)];
    if (!ids.every((id) => exists(field, id, session))) throw invalidData();
  }
}

export function exists(field: FieldSchema, id: number, session: Session): boolean {
  if (field.type.startsWith('User')) return session.directory.principal(id) !== undefined;
  const target = session.lists.byId(String(field.properties['LookupList']));
  return target !== undefined && one(session.database, `SELECT 1 FROM "${target.table}" WHERE ID = ?`, id) !== undefined;
}
