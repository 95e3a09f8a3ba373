import type { DatabaseSync } from 'node:sqlite';
import { forgetListAttachments } from '../attachments/attachments.ts';
import { forgetListComments } from '../comments/tables.ts';
import { forgetCustomActions } from '../customActions/customActionsResource.ts';
import { forgetContents } from '../files/contents.ts';
import type { ListSchema } from '../model/list.ts';
import { forgetListPermissions } from '../permissions/roleAssignments.ts';
import { forgetListEntries } from '../recycleBin/entries.ts';
import { dropItemTable } from '../storage/itemTables.ts';
import { forgetListSubscriptions } from '../subscriptions/tables.ts';
import { forgetListVersions } from '../versions/itemVersions.ts';

/** Drops a list's items and everything that is kept about them; to be called when it is gone for good, not when it is in the recycle bin. */
export function forgetList(database: DatabaseSync, list: ListSchema): void {
  forgetListPermissions(database, list.id);
  forgetCustomActions(database, list.id);
  forgetListComments(database, list.id);
  forgetListVersions(database, list.id);
  forgetListAttachments(database, list.id);
  forgetListSubscriptions(database, list.id);
  forgetContents(database, list);
  forgetListEntries(database, list.id);
  dropItemTable(database, list);
}
