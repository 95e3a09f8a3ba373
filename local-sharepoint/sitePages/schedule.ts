import type { DatabaseSync } from 'node:sqlite';
import { checkIn, CheckinType } from '../files/checkOut.ts';
import { checkedOutBy } from '../files/level.ts';
import type { Placed } from '../files/place.ts';
import { actualRow, demandNotLocked } from '../files/versioning.ts';
import { toStoredDate } from '../items/dates.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { all, change, one, together } from '../storage/prepared.ts';
import { publishPage } from './changePage.ts';

interface Scheduled { readonly list_id: string; readonly item_id: number; readonly user_id: number }

/**
 * `SchedulePublish` with `{sitePage: {PublishStartDate}}`: the page becomes a draft that is published at that moment. Answers the number of the version, as a
 * text (recorded: PnP Core SDK, SchedulePagePublish). A moment that has passed is refused (assumed).
 */
export function schedulePublish(page: Placed, request: ResourceRequest): string {
  const { session } = request;
  const { sitePage, PublishStartDate } = bodyProperties(request);
  const given = typeof sitePage === 'object' && sitePage !== null && 'PublishStartDate' in sitePage ? sitePage.PublishStartDate : PublishStartDate;
  const at = typeof given === 'string' ? toStoredDate(given) : undefined;
  if (at === undefined || at <= stamp(session.now())) throw wrongArgument();
  const row = actualRow(page.list, page.row, session);
  demand(session.permissions.onItem(page.list, row._scope), 'EditListItems');
  demandNotLocked(page.list, row, session);
  if (checkedOutBy(row) !== undefined) checkIn(page, '', CheckinType.Minor, session);
  change(session.database, 'INSERT OR REPLACE INTO scheduled_pages VALUES (?, ?, ?, ?)', page.list.id, row.ID, at, session.user.id);
  return String(actualRow(page.list, row, session)._version);
}

/** Publishes the pages of a web whose moment has come, in the name of who said so; to be called before anybody reads. `as`: that person's dealings with the web. */
export function publishDuePages(database: DatabaseSync, session: Session, as: (userId: number) => Session | undefined): void {
  for (const due of all<Scheduled>(database, 'SELECT list_id, item_id, user_id FROM scheduled_pages WHERE at <= ? ORDER BY at', stamp(session.now()))) {
    const list = session.lists.byId(due.list_id);
    if (!list) continue;
    change(database, 'DELETE FROM scheduled_pages WHERE list_id = ? AND item_id = ?', due.list_id, due.item_id);
    const row = one<ItemRow>(database, `SELECT * FROM "${list.table}" WHERE ID = ?`, due.item_id);
    const author = as(due.user_id);
    if (!row || !author) continue;
    try {
      together(database, () => { publishPage({ list, row }, author); });
    } catch (failure) {
      // Somebody is editing the page, or its author may no longer: it stays a draft.
      if (!(failure instanceof SharePointError)) throw failure;
    }
  }
}

/** To be called when a page is published otherwise. */
export function forgetSchedule({ list, row }: Placed, { database }: Session): void {
  change(database, 'DELETE FROM scheduled_pages WHERE list_id = ? AND item_id = ?', list.id, row.ID);
}
