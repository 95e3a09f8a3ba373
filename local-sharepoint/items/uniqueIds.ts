import type { ListSchema } from '../model/list.ts';
import { wrongArgument } from '../model/refusals.ts';
import { textArgument } from '../routing/arguments.ts';
import type { PathSegment, ResourceRequest } from '../routing/resource.ts';
import { one } from '../storage/prepared.ts';
import { itemNotFound } from './itemRefusals.ts';

/**
 * The number of the item that `GetItemByUniqueId(guid'…')` names (asked by the CLI for Microsoft 365). The first such call gives the list an index
 * of these ids. Throws what an unknown item is answered with.
 */
export function idOfUniqueId(list: ListSchema, segment: PathSegment, { session: { database } }: ResourceRequest): number {
  const uniqueId = textArgument(segment).toLowerCase().replace(/[{}]/g, '');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uniqueId)) throw wrongArgument();
  database.exec(`CREATE INDEX IF NOT EXISTS "ix_${list.table}_guid" ON "${list.table}" (GUID)`);
  const found = one<{ ID: number }>(database, `SELECT ID FROM "${list.table}" WHERE GUID = ?`, uniqueId);
  if (!found) throw itemNotFound();
  return found.ID;
}
