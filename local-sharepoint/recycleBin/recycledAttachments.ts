import { addAttachmentsColumn, attachmentContent, attachmentNamed, saveAttachment } from '../attachments/attachments.ts';
import { updateItem } from '../items/changeItems.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';
import { addEntry, contentOf, EntryType, removeEntry, type Entry } from './entries.ts';
import { nameTaken } from './recycleBinRefusals.ts';

/** Puts an attachment into the recycle bin; taking it off its item is the caller's part. */
export function recycleAttachment(list: ListSchema, row: ItemRow, name: string, session: Session): void {
  addEntry(session, {
    list_id: list.id, item_id: row.ID, type: EntryType.Attachment, title: name, directory: `${list.rootFolderUrl}/Attachments/${row.ID}`, leaf: name, author: row.Author,
  }, attachmentContent(session.database, list, row.ID, name).toString('base64'));
}

/** Attaches it again to the item that it was taken off; that must still be there, and have no other of the name. */
export function restoreAttachment(list: ListSchema, session: Session, entry: Entry): void {
  const { database } = session;
  const row = one<ItemRow>(database, `SELECT * FROM "${list.table}" WHERE ID = ?`, entry.item_id);
  if (!row) throw fileNotFound();
  if (attachmentNamed(database, list, row.ID, entry.leaf) !== undefined) throw nameTaken(entry.leaf);
  addAttachmentsColumn(database, list);
  updateItem(list, session, row, new Map([['_attachments', 1]]));
  saveAttachment(database, list, row.ID, entry.leaf, Buffer.from(contentOf<string>(database, entry), 'base64'), stamp(session.now()));
  removeEntry(database, entry);
}
