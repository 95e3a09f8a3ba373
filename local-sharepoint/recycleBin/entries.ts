import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { stamp } from '../lists/listCatalogue.ts';
import { grants } from '../model/basePermissions.ts';
import type { Session } from '../session.ts';
import { all, change, one } from '../storage/prepared.ts';

/** SP.RecycleBinItemType, as far as things can be recycled here. Recorded: a list item is 3. */
export const EntryType = { File: 1, FileVersion: 2, ListItem: 3, List: 4, Folder: 5, Attachment: 7 } as const;

/** One thing in the recycle bin, without its content. */
export interface Entry {
  readonly id: string;
  readonly web_id: string;
  readonly list_id: string;
  /** 0 for a list. */
  readonly item_id: number;
  readonly type: number;
  /** 1: the recycle bin of the site; 2: the second stage, of the site collection. */
  readonly stage: 1 | 2;
  readonly title: string;
  /** Server-relative, without the slash in front. */
  readonly directory: string;
  readonly leaf: string;
  /** Bytes. */
  readonly size: number;
  readonly author: number;
  readonly deleted_by: number;
  readonly deleted: string;
}

const columns = 'id, web_id, list_id, item_id, type, stage, title, directory, leaf, size, author, deleted_by, deleted';

/** Puts something into the recycle bin in somebody's name; answers the entry's id. */
export function addEntry({ database, webId, user, now }: Session, entry: Omit<Entry, 'id' | 'web_id' | 'stage' | 'size' | 'deleted_by' | 'deleted'>, content: unknown): string {
  const id = randomUUID();
  const text = JSON.stringify(content);
  change(database, `INSERT INTO recycle_bin (content, ${columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    text, id, webId, entry.list_id, entry.item_id, entry.type, 1, entry.title, entry.directory.replace(/^\//, ''), entry.leaf, Buffer.byteLength(text), entry.author, user.id, stamp(now()));
  return id;
}

/** Whose recycle bin: the web's, or that of the site collection with all its webs. */
export type BinOf = 'Web' | 'Site';

/**
 * What a person sees in the recycle bin, newest first: what they recycled themselves or, when they manage the site, everything. Items of a list
 * that is itself recycled come back with it. Remembered, not recorded.
 */
export function entriesFor(session: Session, stages: readonly number[], of: BinOf = 'Web'): Entry[] {
  return seen(session, stages, of, undefined);
}

/** One of them. */
export function entryFor(session: Session, stages: readonly number[], of: BinOf, id: string): Entry | undefined {
  return seen(session, stages, of, id.toLowerCase())[0];
}

function seen(session: Session, stages: readonly number[], of: BinOf, id: string | undefined): Entry[] {
  const { database, webId, rootWebId, user } = session;
  const { permissions } = of === 'Site' ? session.inWeb(rootWebId) : session;
  const everything = grants(permissions.onWeb(), 'ManageWeb') ? 1 : 0;
  const webs = of === 'Site' ? 'web_id IN (SELECT web_id FROM webs WHERE root_web_id = ?)' : 'web_id = ?';
  return all<Entry>(database, `SELECT ${columns} FROM recycle_bin WHERE ${webs} AND (? OR (deleted_by = ? AND stage = 1)) AND stage IN (SELECT value FROM json_each(?))
    AND (item_id = 0 OR list_id IN (SELECT id FROM lists))${id === undefined ? '' : ' AND id = ?'} ORDER BY number DESC`, of === 'Site' ? rootWebId : webId, everything, user.id, JSON.stringify(stages), ...id === undefined ? [] : [id]);
}

/** What was recycled, as it was. The caller knows its shape by the entry's type. */
export function contentOf<Content>(database: DatabaseSync, entry: Entry): Content {
  return JSON.parse(one<{ content: string }>(database, 'SELECT content FROM recycle_bin WHERE id = ?', entry.id)?.content ?? 'null') as Content;
}

export function moveToSecondStage(database: DatabaseSync, entry: Entry): void {
  change(database, 'UPDATE recycle_bin SET stage = 2 WHERE id = ?', entry.id);
}

export function removeEntry(database: DatabaseSync, entry: Entry): void {
  change(database, 'DELETE FROM recycle_bin WHERE id = ?', entry.id);
}

/** To be called when a list is gone for good. */
export function forgetListEntries(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM recycle_bin WHERE list_id = ?', listId);
}
