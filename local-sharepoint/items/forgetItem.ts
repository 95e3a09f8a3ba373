import type { DatabaseSync } from 'node:sqlite';
import { removeAttachments } from '../attachments/attachments.ts';
import { forgetItemComments } from '../comments/tables.ts';
import { forgetContent } from '../files/contents.ts';
import type { ListSchema } from '../model/list.ts';
import { removeScope } from '../permissions/roleAssignments.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { deleteVersions } from '../versions/itemVersions.ts';

/** Drops everything that other rooms keep about an item; to be called when it is gone for good, not when it is in the recycle bin. */
export function forgetItem(database: DatabaseSync, list: ListSchema, { ID: id, _scope: scope }: Pick<ItemRow, 'ID' | '_scope'>): void {
  if (scope !== null) removeScope(database, scope);
  forgetItemComments(database, list.id, id);
  deleteVersions(database, list, id);
  removeAttachments(database, list, id);
  forgetContent(database, list, id);
}
