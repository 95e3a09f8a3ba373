import { visibleRow } from '../items/itemEntity.ts';
import { listIdNotFound } from '../lists/listRefusals.ts';
import { grants } from '../model/basePermissions.ts';
import { wrongArgument } from '../model/refusals.ts';
import { argument, wholeNumber } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { change, one } from '../storage/prepared.ts';
import { demandSay, type CommentedItem } from './commentedItem.ts';
import { itemItself, likeCount, setLike } from './likes.ts';

const model = 'microsoft.office.server.reputationmodel.reputation';

/** `Microsoft.Office.Server.ReputationModel.Reputation.SetLike(listID=…,itemID=…,like=…)` and `….SetRating(listID=…,itemID=…,rating=…)`, as PnPjs calls them. */
export function reputationChild(segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case `${model}.setlike`: return { post: ({ session }) => like(segment, session) };
    case `${model}.setrating`: return { post: ({ session }) => rate(segment, session) };
    default: return undefined;
  }
}

/** Answers how many people like the item now. */
function like(segment: PathSegment, session: Session): Answer {
  const item = itemOf(segment, session);
  const wanted = argument(segment, 'like', 2);
  if (typeof wanted !== 'boolean') throw wrongArgument();
  setLike(item, session, itemItself, wanted);
  return { kind: 'property', name: 'SetLike', value: likeCount(item, session) };
}

/** One rating a person, of 1 to 5; answers the average. */
function rate(segment: PathSegment, session: Session): Answer {
  const { list, row } = itemOf(segment, session);
  const rating = wholeNumber(argument(segment, 'rating', 2));
  if (rating === undefined || rating < 1 || rating > 5) throw wrongArgument();
  change(session.database, 'INSERT INTO item_ratings (list_id, item_id, user_id, rating) VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET rating = excluded.rating', list.id, row.ID, session.user.id, rating);
  const found = one<{ average: number }>(session.database, 'SELECT avg(rating) AS average FROM item_ratings WHERE list_id = ? AND item_id = ?', list.id, row.ID);
  return { kind: 'property', name: 'SetRating', value: found?.average ?? rating };
}

/** The item that the call names. Who may not open its list, or see it, does not learn that it is there. */
function itemOf(segment: PathSegment, session: Session): CommentedItem {
  const list = session.lists.byId(String(argument(segment, 'listid', 0)));
  if (!list || !grants(session.permissions.onList(list), 'Open')) throw listIdNotFound();
  const id = wholeNumber(argument(segment, 'itemid', 1));
  if (id === undefined) throw wrongArgument();
  const item = { list, row: visibleRow(list, id, session) };
  demandSay(item, session);
  return item;
}
