import { toForm } from '../items/dates.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { principalEntity } from '../people/entities.ts';
import { principalById } from '../people/principals.ts';
import { bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { entriesFor, entryFor, EntryType, moveToSecondStage, removeEntry, type BinOf, type Entry } from './entries.ts';
import { entryNotFound } from './recycleBinRefusals.ts';
import { restoreAttachment } from './recycledAttachments.ts';
import { purgeItem, restoreItem } from './recycledItems.ts';
import { purgeList, restoreList } from './recycledLists.ts';
import { restoreRecycledVersion } from './recycledVersions.ts';

/** `web/recyclebin` (what is in the first stage) and `site/recyclebin` (both stages), and what is below them. */
export function recycleBinResource(of: BinOf, segment: PathSegment, request: ResourceRequest): Resource {
  const stages = of === 'Web' ? [1] : [1, 2];
  const byId = (id: string, { session }: ResourceRequest): Resource => {
    const entry = entryFor(session, stages, of, id);
    if (!entry) throw entryNotFound();
    return entryResource(of, entry);
  };
  if (segment.args.length > 0) return byId(textArgument(segment), request);
  const withEach = (next: PathSegment, work: (entry: Entry, session: Session) => void, among: readonly number[] = stages, named = false): Resource => ({
    post: (asked) => {
      const { session } = asked;
      const ids = named ? idsIn(asked) : undefined;
      const wanted = entriesFor(session, among, of).filter(({ id }) => ids === undefined || ids.delete(id));
      if (ids !== undefined && ids.size > 0) throw entryNotFound();
      // Lists first: what was recycled of them before can then be put back, or goes with them.
      for (const entry of wanted.sort((left, right) => left.item_id - right.item_id)) work(entry, session.inWeb(entry.web_id));
      return voidAnswer(next);
    },
  });
  return {
    get: (asked) => applyQuery(entriesFor(asked.session, stages, of).map((entry) => entryEntity(of, entry, asked.session)), asked, 'SP.ApiData.RecycleBinItems'),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return byId(textArgument(next), asked);
        case 'restoreall': return withEach(next, restore);
        case 'deleteall': return withEach(next, purge);
        case 'movealltosecondstage': return withEach(next, toSecondStage, [1]);
        case 'restorebyids': return withEach(next, restore, stages, true);
        case 'deletebyids': return withEach(next, purge, stages, true);
        case 'movetosecondstagebyids': return withEach(next, toSecondStage, [1], true);
        case 'deleteallsecondstageitems': return withEach(next, purge, [2]);
        default: return undefined;
      }
    },
  };
}

/** The `ids` of a body: what PnP PowerShell and the CLI for Microsoft 365 send. */
function idsIn(request: ResourceRequest): Set<string> {
  const { ids } = bodyProperties(request);
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) throw wrongArgument();
  return new Set(ids.map((id) => id.toLowerCase()));
}

function entryResource(of: BinOf, entry: Entry): Resource {
  const call = (segment: PathSegment, work: (entry: Entry, session: Session) => void): Resource => ({
    post: ({ session }) => {
      work(entry, session.inWeb(entry.web_id));
      return voidAnswer(segment);
    },
  });
  const person = (id: number): Resource => ({
    get: ({ session: { database, rootWebId } }) => {
      const principal = principalById(database, rootWebId, id);
      if (!principal) throw entryNotFound();
      return { kind: 'entity', entity: principalEntity(database, principal) };
    },
  });
  return {
    get: ({ session }) => ({ kind: 'entity', entity: entryEntity(of, entry, session) }),
    delete: ({ session }) => {
      purge(entry, session);
      return { kind: 'empty', status: 200 };
    },
    child: (segment) => {
      switch (segment.name) {
        case 'restore': return call(segment, restore);
        case 'deleteobject': return call(segment, purge);
        case 'movetosecondstage': return call(segment, toSecondStage);
        case 'author': return person(entry.author);
        case 'deletedby': return person(entry.deleted_by);
        default: return undefined;
      }
    },
  };
}

function restore(entry: Entry, session: Session): void {
  if (entry.type === EntryType.List) {
    demand(session.permissions.onWeb(), 'ManageLists');
    restoreList(session, entry);
    return;
  }
  const list = session.lists.byId(entry.list_id);
  if (!list) throw entryNotFound();
  demand(session.permissions.onList(list), entry.type === EntryType.Attachment ? 'EditListItems' : 'AddListItems');
  if (entry.type === EntryType.Attachment) restoreAttachment(list, session, entry);
  else if (entry.type === EntryType.FileVersion) restoreRecycledVersion(list, session, entry);
  else restoreItem(list, session, entry);
}

function purge(entry: Entry, session: Session): void {
  if (entry.type === EntryType.List) {
    purgeList(session, entry);
    return;
  }
  const list = session.lists.byId(entry.list_id);
  if (entry.type === EntryType.Attachment || entry.type === EntryType.FileVersion) removeEntry(session.database, entry);
  else if (list) purgeItem(list, session, entry);
}

/** For who manages the site collection alone. */
function toSecondStage(entry: Entry, session: Session): void {
  demand(session.permissions.onWeb(), 'ManageWeb');
  moveToSecondStage(session.database, entry);
}

/** Recorded: exemplar "recyclebin". */
function entryEntity(of: BinOf, entry: Entry, { directory }: Session): Entity {
  const path = (text: string): unknown => complex('SP.ResourcePath', { DecodedUrl: text });
  return {
    type: 'SP.RecycleBinItem', editLink: `${of}/RecycleBin('${entry.id}')`, navigation: ['Author', 'DeletedBy'],
    properties: {
      AuthorEmail: directory.user(entry.author)?.email ?? '', AuthorName: directory.principal(entry.author)?.title ?? '',
      DeletedByEmail: directory.user(entry.deleted_by)?.email ?? '', DeletedByName: directory.principal(entry.deleted_by)?.title ?? '',
      DeletedDate: entry.deleted, DeletedDateLocalFormatted: toForm(entry.deleted), DirName: entry.directory, DirNamePath: path(entry.directory), Id: entry.id,
      ItemState: entry.stage, ItemType: entry.type, LeafName: entry.leaf, LeafNamePath: path(entry.leaf), Size: String(entry.size), Title: entry.title,
    },
  };
}
