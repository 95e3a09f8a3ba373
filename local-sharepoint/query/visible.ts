import type { ListSchema } from '../model/list.ts';
import { hiddenSql } from '../moderation/moderation.ts';
import { grants, overridesItemSecurity } from '../model/basePermissions.ts';
import type { Session } from '../session.ts';

/**
 * What a person may see of a list, as SQL over its table: item-level security, the items' own permissions, and approval; who may override it is
 * not bound by the first. Ids are this service's own, so they stand in the text.
 */
export function visibleSql(list: ListSchema, session: Session, table: string): string[] {
  const found: string[] = [];
  const mask = session.permissions.onList(list);
  if (list.readSecurity === 2 && !overridesItemSecurity(mask)) found.push(`${table}.Author = ${session.user.id}`);
  // Limited Access to the list: only items that grant something themselves.
  if (!grants(mask, 'ViewListItems')) found.push(`${table}._scope IS NOT NULL`);
  const hidden = session.permissions.hiddenScopes(list);
  if (hidden.length > 0) found.push(`(${table}._scope IS NULL OR ${table}._scope NOT IN (SELECT value FROM json_each('${JSON.stringify(hidden).replaceAll("'", "''")}')))`);
  const unapproved = hiddenSql(list, session, table);
  if (unapproved !== undefined) found.push(`NOT ${unapproved}`);
  return found;
}
