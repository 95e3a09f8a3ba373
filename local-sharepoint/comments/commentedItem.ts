import { grants, overridesItemSecurity } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { accessDenied, demand } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { commentsDisabled } from './commenting.ts';

/** An item that the session's person may see, with what is said of it. */
export interface CommentedItem {
  readonly list: ListSchema;
  readonly row: ItemRow;
}

const sitePages = 119;

/** Who may comment, like and rate: whoever may read a page, and whoever may edit an item of any other list. Remembered, not recorded. */
export function demandSay({ list, row }: CommentedItem, session: Session): void {
  if (list.baseTemplate === sitePages) return;
  demand(session.permissions.onItem(list, row._scope), 'EditListItems');
  if (overridesItemSecurity(session.permissions.onList(list))) return;
  if (list.writeSecurity === 4 || (list.writeSecurity === 2 && row.Author !== session.user.id)) throw accessDenied();
}

/** Whether somebody may delete the comments of others. */
export function managesComments(list: ListSchema, session: Session): boolean {
  return grants(session.permissions.onList(list), 'ManageLists');
}

/** Refuses what would add to comments that are turned off, for the list or for the item. Status and text are this service's own choice. */
export function demandCommentsOn({ list, row }: CommentedItem, session: Session): void {
  if (list.properties['DisableCommenting'] === true || commentsDisabled(session.database, list.id, row.ID)) {
    throw new SharePointError(403, '-2146232832, Microsoft.SharePoint.SPException', 'Comments are turned off for this item.');
  }
}
